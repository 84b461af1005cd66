import { listPids, readProcStat } from '../../processes/proc-files.ts';
import { exists, type HelperProcesses } from './helper-processes.ts';

/** How often it is looked, while something is expected of a helper. */
export const WATCH_MS = 500;
/** For so many looks a helper may be stopped, or silent about a process that has ended, before it is given up. */
const MOST_LOOKS = 4;
/** For so many it may do nothing at all about an order: another process of its user can take the order away from it. */
const MOST_IDLE_LOOKS = 20;
/** For so many the shell of an action may not have begun: a working directory may lie on a slow file server. */
const MOST_BEGINNING_LOOKS = 60;

/** What is expected of a helper. */
export interface Expected {
  /** An action that was ordered and has not ended; its pid once it has begun. */
  readonly action?: { readonly pid?: number };
  readonly hasOrders: boolean;
}

/**
 * Looks at the processes of a helper from outside. They belong to the user of the actions, so an action can stop them, end them or read their
 * orders in their place; what it can't do is to keep the session waiting.
 */
export class HelperWatch {
  readonly #processes: HelperProcesses;
  #stopped = 0;
  #silent = 0;
  #beginning = 0;
  #idle = 0;

  constructor(processes: HelperProcesses) {
    this.#processes = processes;
  }

  /** To be called when something new is expected. */
  begin(): void {
    this.#silent = this.#beginning = this.#idle = 0;
  }

  hasLostOne(): boolean {
    const { shell, reader, starter } = this.#processes;
    return [shell, reader, starter].some((pid) => !exists(pid));
  }

  /** Why the helper is to be given up, if it is. */
  look({ action, hasOrders }: Expected): string | undefined {
    const { reader } = this.#processes;
    const isStopped = Object.values(this.#processes).some((pid: number) =>
      /^[Tt]/.test(readProcStat(pid)?.state ?? ''),
    );
    this.#stopped = isStopped ? this.#stopped + 1 : 0;
    if (this.#stopped > MOST_LOOKS) return 'one of its processes was stopped';
    if (action?.pid !== undefined && !isRunning(action.pid) && ++this.#silent > MOST_LOOKS)
      return 'it did not say that the process has ended';
    const begins = action !== undefined && action.pid === undefined;
    if (begins && ++this.#beginning > MOST_BEGINNING_LOOKS) return 'it did not say that the action has begun';
    // What it was told to do may take long: a tree to be removed. Then some program is at work for it.
    const isIdle = hasOrders && !listPids().some((pid) => isAtWorkFor(reader, pid));
    this.#idle = isIdle ? this.#idle + 1 : 0;
    return this.#idle > MOST_IDLE_LOOKS ? 'it did nothing about what it was told to do' : undefined;
  }
}

/** One that was stopped works for nobody. */
function isAtWorkFor(reader: number, pid: number): boolean {
  const stat = readProcStat(pid);
  return stat?.parent === reader && !/^[Tt]/.test(stat.state);
}

function isRunning(pid: number): boolean {
  return exists(pid) && readProcStat(pid)?.state !== 'Z';
}
