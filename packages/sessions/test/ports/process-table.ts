import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One process of the system. */
interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** One letter, as `ps` gives it: `Z` has ended and was not waited for. */
  readonly state: string;
}

/** All that there are now. */
function processTable(): readonly ListedProcess[] {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

function fromProc(): readonly ListedProcess[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      const text = readFileSync(`/proc/${entry}/stat`, 'latin1');
      const [state = '', parent, group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return [{ pid: Number(entry), parent: Number(parent), group: Number(group), state }];
    } catch {
      return []; // it has gone meanwhile
    }
  });
}

function fromPs(): readonly ListedProcess[] {
  const ps = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,state='], { encoding: 'utf8' });
  const lines = ps.stdout.trim().split('\n');
  return lines.flatMap((line) => {
    const [pid, parent, group, state = ''] = line.trim().split(/\s+/);
    return Number(pid) === ps.pid
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group), state: state.slice(0, 1) }];
  });
}

/** The children of this program, those that nobody has waited for included. */
export function childPids(): readonly number[] {
  return processTable().flatMap(({ pid, parent }) => (parent === process.pid ? [pid] : []));
}

export function processState(pid: number): string | undefined {
  return processTable().find((listed) => listed.pid === pid)?.state;
}

/** Living members of a process group. */
export function memberCount(ofGroup: number): number {
  return processTable().filter(({ group, state }) => group === ofGroup && state !== 'Z').length;
}
