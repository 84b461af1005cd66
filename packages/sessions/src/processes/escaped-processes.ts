import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { listPids, readProcStat, type ProcStat } from './proc-files.ts';

/** Whose processes to look for: the variables that all of them were started with. */
export interface EscapeMarkers {
  /** The value of `OPENJD_SESSION_WORKING_DIR`. */
  readonly workingDirectory: string;
  /** The value of `OJD_ACTION_ID`; absent: the whole session's processes. */
  readonly actionId?: string;
}

/** A process that left its action's process group (`setsid`, a double fork) and still runs. */
export interface EscapedProcess {
  readonly pid: number;
  /** The name of its program, without arguments (they could hold secrets). */
  readonly command: string;
  /** With the pid, this names the process for good. */
  readonly startTicks: number;
}

/** What became of an escaped process. */
export interface EndedProcess {
  readonly pid: number;
  readonly command: string;
  /** Whether it was gone afterwards. */
  readonly ended: boolean;
}

/** A process that forks while it is looked for is found in the next round; a fork bomb is not chased for ever. */
const MOST_ROUNDS = 20;
const MOST_WAIT_MS = 2_000;
const POLL_MS = 10;
/** So long it is looked again at a process that shows no environment: it may be between two programs (in `exec`), or really have none. */
const MOST_UNSURE_MS = 50;

/**
 * Finds processes by the markers in their environment, which a descendant inherits wherever it goes (Linux; elsewhere nobody is found).
 * It reads the environment of every process of the host: for cancel, timeout, held-open output and the end of a session, not for each action.
 */
export async function findEscaped(markers: EscapeMarkers): Promise<readonly EscapedProcess[]> {
  const found: EscapedProcess[] = [];
  const pids = listPids();
  for (let start = 0; start < pids.length; start += PIDS_AT_ONCE) {
    const looked = await Promise.all(pids.slice(start, start + PIDS_AT_ONCE).map(async (pid) => lookAt(pid, markers)));
    for (const process of looked) if (process !== undefined) found.push(process);
  }
  return found;
}

const PIDS_AT_ONCE = 32;

/**
 * Ends all processes that carry the markers (SIGKILL), with those that they start meanwhile, and waits until they are gone. The caller is
 * never among them, even if it carries the markers itself.
 */
export async function endEscaped(markers: EscapeMarkers): Promise<readonly EndedProcess[]> {
  const hit = new Map<number, EscapedProcess>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = (await findEscaped(markers)).filter(
      (process) => hit.get(process.pid)?.startTicks !== process.startTicks,
    );
    if (found.length === 0) break;
    for (const process of found) {
      hit.set(process.pid, process);
      kill(process);
    }
  }
  const deadline = Date.now() + MOST_WAIT_MS;
  while ([...hit.values()].some(stillRuns) && Date.now() < deadline) await delay(POLL_MS);
  return [...hit.values()].map((process) => ({
    pid: process.pid,
    command: process.command,
    ended: !stillRuns(process),
  }));
}

async function lookAt(pid: number, markers: EscapeMarkers): Promise<EscapedProcess | undefined> {
  if (pid === process.pid) return undefined;
  const before = readProcStat(pid);
  if (before === undefined || before.state === 'Z' || isOfTheKernel(before)) return undefined;
  const environment = await readEnvironment(pid);
  if (environment === undefined || !carries(environment, markers)) return undefined;
  // The number must not have changed its owner while its environment was read.
  if (readProcStat(pid)?.startTicks !== before.startTicks) return undefined;
  return { pid, command: before.name, startTicks: before.startTicks };
}

/** Undefined when it has gone, or is another user's. */
async function readEnvironment(pid: number): Promise<Buffer | undefined> {
  const giveUpAtMs = Date.now() + MOST_UNSURE_MS;
  for (;;) {
    const environment = await readFile(`/proc/${pid}/environ`).catch(() => undefined);
    if (environment?.length !== 0 || Date.now() > giveUpAtMs) return environment;
    await delay(1);
  }
}

/** Its threads look like processes without an environment to root. */
function isOfTheKernel({ pid, parent }: ProcStat): boolean {
  return pid === 2 || parent === 2;
}

function carries(environment: Buffer, { workingDirectory, actionId }: EscapeMarkers): boolean {
  const variables = `\0${environment.toString()}`;
  const has = (name: string, value: string) => variables.includes(`\0${name}=${value}\0`);
  return (
    has('OPENJD_SESSION_WORKING_DIR', workingDirectory) && (actionId === undefined || has('OJD_ACTION_ID', actionId))
  );
}

function kill(target: EscapedProcess): void {
  if (!stillRuns(target)) return;
  try {
    process.kill(target.pid, 'SIGKILL');
  } catch {
    // It has gone, or it isn't ours to end; the report says which.
  }
}

function stillRuns({ pid, startTicks }: EscapedProcess): boolean {
  const stat = readProcStat(pid);
  return stat !== undefined && stat.startTicks === startTicks && stat.state !== 'Z';
}
