import { listPids, readProcStat } from '../../processes/proc-files.ts';
import { exists, type HelperProcesses, type KnownProcess } from './helper-processes.ts';

/** How often it is looked, while something is expected of a helper. */
export const WATCH_MS = 500;
/** For so many looks a helper may be stopped, or silent about a process that has ended, before it is given up. */
const MOST_LOOKS = 4;
/** For so many it may do nothing at all about an order: another process of its user can take the order away from it. */
const MOST_IDLE_LOOKS = 20;
/** For so many an order may be under way at all, whoever seems to be at work for it: of the user's processes, any can hold up that one. */
const MOST_ORDER_LOOKS = { signal: 20, find: 60, empty: 1_200 } as const;
/** For so many the shell of an action may not have begun: a working directory may lie on a slow file server. */
const MOST_BEGINNING_LOOKS = 60;

/** An order that is not answered yet. */
export interface OrderUnderWay {
  readonly kind: keyof typeof MOST_ORDER_LOOKS;
  /** How often it was looked since it was given; counted here. */
  looks: number;
}

/** What is expected of a helper. */
export interface Expected {
  /** An action that was ordered and has not ended; its process once it has begun. */
  readonly action?: { readonly process?: KnownProcess };
  /** The oldest first: they are carried out one after the other. */
  readonly orders: readonly OrderUnderWay[];
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
    return [shell, reader, starter].some(({ pid }) => !exists(pid));
  }

  /** Why the helper is to be given up, if it is. */
  look({ action, orders }: Expected): string | undefined {
    const { reader } = this.#processes;
    const isStopped = Object.values(this.#processes).some(({ pid }: KnownProcess) =>
      /^[Tt]/.test(readProcStat(pid)?.state ?? ''),
    );
    this.#stopped = isStopped ? this.#stopped + 1 : 0;
    if (this.#stopped > MOST_LOOKS) return 'one of its processes was stopped';
    if (action?.process !== undefined && !isRunning(action.process) && ++this.#silent > MOST_LOOKS)
      return 'it did not say that the process has ended';
    const begins = action !== undefined && action.process === undefined;
    if (begins && ++this.#beginning > MOST_BEGINNING_LOOKS) return 'it did not say that the action has begun';
    // What it was told to do may take long: a tree to be removed. Then some program is at work for it.
    const [inWork] = orders;
    if (inWork !== undefined && ++inWork.looks > MOST_ORDER_LOOKS[inWork.kind])
      return 'it did not get done what it was told to do';
    const isIdle = orders.length > 0 && !listPids().some((pid) => isAtWorkFor(reader.pid, pid));
    this.#idle = isIdle ? this.#idle + 1 : 0;
    return this.#idle > MOST_IDLE_LOOKS ? 'it did nothing about what it was told to do' : undefined;
  }
}

/** One that was stopped works for nobody. */
function isAtWorkFor(reader: number, pid: number): boolean {
  const stat = readProcStat(pid);
  return stat?.parent === reader && !/^[Tt]/.test(stat.state);
}

function isRunning({ pid, startTicks }: KnownProcess): boolean {
  const stat = readProcStat(pid);
  return stat === undefined ? exists(pid) : stat.state !== 'Z' && stat.startTicks === startTicks;
}
