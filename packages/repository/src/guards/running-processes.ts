// Which processes descend from this one. Linux reads /proc; elsewhere `ps` answers; Windows gives nothing (see running-processes test).
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** A child of this process, still running or never waited for. */
export interface RunningProcess {
  readonly pid: number;
  readonly state: string;
  readonly command: string;
}

/** The direct children of this process, those of its threads included. */
export async function childProcesses(): Promise<readonly RunningProcess[]> {
  if (process.platform === 'linux') return readProcChildren();
  if (process.platform === 'darwin') return await askPs();
  return [];
}

/**
 * Processes anywhere on the machine that were started with `NAME=value` in their environment: also those
 * whose parent has gone. Only Linux can tell.
 */
export function processesMarkedWith(name: string, value: string): readonly RunningProcess[] {
  if (process.platform !== 'linux') return [];
  const mark = `${name}=${value}`;
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((entry) => tryRead(`/proc/${entry}/environ`).split('\0').includes(mark))
    .map((entry) => describeProcess(Number(entry)));
}

function readProcChildren(): readonly RunningProcess[] {
  const threads = readdirSync('/proc/self/task');
  const pids = threads.flatMap((thread) => tryRead(`/proc/self/task/${thread}/children`).split(' ').filter(Boolean));
  return pids.map((pid) => describeProcess(Number(pid)));
}

function describeProcess(pid: number): RunningProcess {
  const state = /^State:\t(.*)$/m.exec(tryRead(`/proc/${pid}/status`))?.[1] ?? 'gone';
  const command = tryRead(`/proc/${pid}/cmdline`).split('\0').join(' ').trim();
  return { pid, state, command };
}

async function askPs(): Promise<readonly RunningProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=,command=']);
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter((match) => Number(match[2]) === process.pid && !match[4]?.startsWith('ps -A'))
    .map((match) => ({ pid: Number(match[1]), state: match[3] ?? '', command: match[4] ?? '' }));
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process ended meanwhile, or is another user's.
  }
}
