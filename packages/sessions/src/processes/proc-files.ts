import { readdirSync, readFileSync } from 'node:fs';

/** One line of `/proc/<pid>/stat` (Linux), as far as it is needed. */
export interface ProcStat {
  readonly pid: number;
  /** The name of the program, at most 15 bytes of it. */
  readonly name: string;
  /** `R`, `S`, `Z` (ended, not reaped), ... */
  readonly state: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Start of the process in clock ticks since boot: with the pid, this names a process for good. */
  readonly startTicks: number;
}

/** Undefined when there is no such process (any more), or no `/proc`. */
export function readProcStat(pid: number): ProcStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name is in parentheses and may itself hold spaces and parentheses; the last one ends it.
  const nameStart = text.indexOf('(');
  const nameEnd = text.lastIndexOf(')');
  const [state = '', parent, group, session, ...rest] = text.slice(nameEnd + 2).split(' ');
  return {
    pid,
    name: text.slice(nameStart + 1, nameEnd),
    state,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    startTicks: Number(rest[15]),
  };
}

/** The pids of all processes, without any order; empty where there is no `/proc`. */
export function listPids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .map(Number);
  } catch {
    return [];
  }
}

/** The processes that these started, and those that those started: as far as their parents still run. */
export function descendantsOf(roots: readonly number[]): readonly ProcStat[] {
  const children = new Map<number, ProcStat[]>();
  for (const pid of listPids()) {
    const stat = readProcStat(pid);
    if (stat === undefined) continue;
    const siblings = children.get(stat.parent);
    if (siblings === undefined) children.set(stat.parent, [stat]);
    else siblings.push(stat);
  }
  const found: ProcStat[] = [];
  // Grows while it is walked.
  const parents = [...roots];
  for (const parent of parents) {
    for (const child of children.get(parent) ?? []) {
      found.push(child);
      parents.push(child.pid);
    }
  }
  return found;
}

/** Now, on the clock of {@link ProcStat.startTicks}. */
export function ticksSinceBoot(): number {
  // USER_HZ is 100 on every architecture that Node runs on.
  return Math.round(Number.parseFloat(readFileSync('/proc/uptime', 'latin1')) * 100);
}
