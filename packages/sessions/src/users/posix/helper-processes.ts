import { errorCode } from '../../errors/error-text.ts';
import { readProcStat } from '../../processes/proc-files.ts';

/** The processes of a helper, each known from its greeting on. */
export interface HelperProcesses {
  readonly loginShell: KnownProcess;
  readonly shell: KnownProcess;
  /** Reads orders. */
  readonly reader: KnownProcess;
  /** Starts actions. */
  readonly starter: KnownProcess;
}

/** A process by its number and its start, which together are its own for good; the start is unknown where the system hides it. */
export interface KnownProcess {
  readonly pid: number;
  readonly startTicks: number | undefined;
}

/** Said of a process: its number, and when it started, which only its own user may see where the system hides processes. */
export interface SaidProcess {
  readonly pid: number;
  readonly startTicks: number | undefined;
}

/** `PID:TICKS`, as the helper says it. Undefined for what is no process. */
export function saidProcess(text: string): SaidProcess | undefined {
  const [pid = '', ticks = ''] = text.split(':');
  if (!isPid(pid)) return undefined;
  return { pid: Number(pid), startTicks: /^\d{1,15}$/.test(ticks) ? Number(ticks) : undefined };
}

/** The processes of a greeting, as they were said. */
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
  const own = (text: string): KnownProcess => {
    const one = saidProcess(text);
    const seen = one && readProcStat(one.pid)?.startTicks;
    // What can be seen is believed, and nobody.
    if (
      one === undefined ||
      !isBelow(one.pid, sudo) ||
      (seen !== undefined && one.startTicks !== undefined && seen !== one.startTicks)
    )
      throw new Error('one of its processes was ended while it started');
    return { pid: one.pid, startTicks: seen ?? one.startTicks };
  };
  // Where sudo and the login's shell replace themselves, the shell has no parent but this program.
  const hasLogin = saidProcess(loginShell)?.pid !== process.pid;
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

/**
 * Whether a process is another or descends from it. Where the system hides the processes of others (`hidepid`), nobody's parents can be seen: then
 * whether it is there and somebody else's. A wrong one is no harm there: only the helper's user signals it, and only if it started when that user said.
 */
function isBelow(pid: number, top: number): boolean {
  if (pid === top) return true;
  let stat = readProcStat(pid);
  if (stat === undefined) return ownerOf(pid) === 'another';
  while (stat !== undefined && stat.parent > 1) {
    if (stat.parent === top) return true;
    stat = readProcStat(stat.parent);
  }
  return false;
}

/** Whether there is such a process, be it ours to signal or not. */
export function exists(pid: number): boolean {
  return ownerOf(pid) !== undefined;
}

function ownerOf(pid: number): 'this user' | 'another' | undefined {
  try {
    process.kill(pid, 0);
    return 'this user';
  } catch (error) {
    return errorCode(error) === 'EPERM' ? 'another' : undefined;
  }
}
