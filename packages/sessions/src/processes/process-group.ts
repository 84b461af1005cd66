import type { ProcessSignal, SignalTarget } from '../ports/spawn.ts';
import { errorCode } from './spawn-errors.ts';
import { listPids, readProcStat, ticksSinceBoot } from './proc-files.ts';

/** The system call `kill`: false when nobody was there to be signalled, or nobody of ours. */
export type Kill = (pid: number, signal: ProcessSignal | 0) => boolean;

/** What is known of a group whose leader is reaped; a fake in tests, where a pid can't be made to come round again. */
export interface OrphanedGroups {
  /** Called when the leader was reaped and members remain; the answer is called before each later signal. */
  watch(pgid: number): () => boolean;
}

/**
 * Signals to a leader and its process group on POSIX, none of which can reach a stranger.
 *
 * While the leader is not reaped, its number is ours and so is the group of that number. Once it is reaped, the kernel keeps the number only as
 * long as the group has members: a group that was found empty is never signalled again, and one that wasn't is looked at before each signal.
 */
export class ProcessGroup {
  readonly #pid: number;
  readonly #kill: Kill;
  readonly #orphanedGroups: OrphanedGroups;
  #leaderReaped = false;
  #isStillOurs: () => boolean = () => true;

  constructor(pid: number, kill: Kill = processKill, orphanedGroups: OrphanedGroups = defaultOrphanedGroups()) {
    this.#pid = pid;
    this.#kill = kill;
    this.#orphanedGroups = orphanedGroups;
  }

  /** To be called in the same turn of the event loop in which the leader was reaped. */
  leaderReaped(): void {
    this.#leaderReaped = true;
    this.#isStillOurs = this.#kill(-this.#pid, 0) ? this.#orphanedGroups.watch(this.#pid) : nobody;
  }

  /** After the end of the leader: whether members of its group seem to be there. Costs nothing; a signal looks whether they are ours. */
  outlivesLeader(): boolean {
    if (!this.#leaderReaped || this.#isStillOurs === nobody) return false;
    if (!this.#kill(-this.#pid, 0)) this.#isStillOurs = nobody; // empty once is empty for good
    return this.#isStillOurs !== nobody;
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    if (target === 'leader') return !this.#leaderReaped && this.#kill(this.#pid, signal);
    if (this.#isStillOurs() && this.#kill(-this.#pid, signal)) return true;
    if (this.#leaderReaped) this.#isStillOurs = nobody;
    return false;
  }
}

const nobody = (): boolean => false;

const processKill: Kill = (pid, signal) => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
};

function defaultOrphanedGroups(): OrphanedGroups {
  return process.platform === 'linux' ? procOrphanedGroups : pidOrphanedGroups;
}

/**
 * Linux: the number can have been given away only if the group died out in between, so a member that is older than the leader's end proves the group ours.
 * Members born later, whose elders are all gone, are not signalled here: the search by environment marker finds them.
 */
const procOrphanedGroups: OrphanedGroups = {
  watch(pgid) {
    const reapedAtTicks = ticksSinceBoot();
    return () =>
      listPids().some((pid) => {
        const stat = readProcStat(pid);
        return stat !== undefined && stat.group === pgid && stat.startTicks <= reapedAtTicks;
      });
  },
};

/** Elsewhere: a process of the leader's number can exist only after the group had died out. */
const pidOrphanedGroups: OrphanedGroups = {
  watch: (pgid) => () => {
    try {
      process.kill(pgid, 0);
      return false;
    } catch (error) {
      return errorCode(error) === 'ESRCH';
    }
  },
};
