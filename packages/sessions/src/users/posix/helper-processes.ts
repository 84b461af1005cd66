import { errorCode } from '../../errors/error-text.ts';
import { readProcStat } from '../../processes/proc-files.ts';

/** The processes of a helper, each known from its greeting on. */
export interface HelperProcesses {
  readonly loginShell: number;
  readonly shell: number;
  /** Reads orders. */
  readonly reader: number;
  /** Starts actions. */
  readonly starter: number;
}

/** A process by its number and its start, which together are its own for good; the start is unknown where the system hides it. */
export interface KnownProcess {
  readonly pid: number;
  readonly startTicks: number | undefined;
}

export function known(pid: number): KnownProcess {
  return { pid, startTicks: readProcStat(pid)?.startTicks };
}

/** The numbers of a greeting, as they were said. */
export type SaidProcesses = Partial<Readonly<Record<keyof HelperProcesses, string>>>;

/**
 * The processes that a helper named in its greeting, if they are sudo's process or below it. What is below them is ended with the helper,
 * so a wrong one is worse than none: the parent of a shell whose login was killed meanwhile is process 1, and below that is everything.
 *
 * @returns undefined while one is missing.
 * @throws Error for one that is not of this helper, or not any more.
 */
export function greetedProcesses(said: SaidProcesses, sudo: number): HelperProcesses | undefined {
  const { loginShell, shell, reader, starter } = said;
  if (loginShell === undefined || shell === undefined || reader === undefined || starter === undefined)
    return undefined;
  const own = (text: string): number => {
    const pid = isPid(text) ? Number(text) : undefined;
    if (pid === undefined || !isBelow(pid, sudo)) throw new Error('one of its processes was ended while it started');
    return pid;
  };
  // Where sudo and the login's shell replace themselves, the shell has no parent but this program.
  const hasLogin = Number(loginShell) !== process.pid;
  return {
    loginShell: own(hasLogin ? loginShell : shell),
    shell: own(shell),
    reader: own(reader),
    starter: own(starter),
  };
}

/** The helper's user can speak in its place: a number that is no process, or all of them (1, as a group), is never signalled. */
export function isPid(text: string): boolean {
  return /^[1-9]\d{0,9}$/.test(text) && text !== '1';
}

/** Whether a process is another or descends from it; where the system hides the processes of others, whether it is there. */
function isBelow(pid: number, top: number): boolean {
  if (pid === top) return true;
  let stat = readProcStat(pid);
  if (stat === undefined) return exists(pid);
  while (stat !== undefined && stat.parent > 1) {
    if (stat.parent === top) return true;
    stat = readProcStat(stat.parent);
  }
  return false;
}

/** Whether there is such a process, be it ours to signal or not. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
