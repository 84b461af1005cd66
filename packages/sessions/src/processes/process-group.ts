import type { ProcessSignal, SignalTarget } from '../ports/spawn.ts';
import { defaultOrphanedGroups, type OrphanedGroup, type OrphanedGroups } from './orphaned-groups.ts';

/** The system call `kill`: false when nobody was there to be signalled, or nobody of ours. */
export type Kill = (pid: number, signal: ProcessSignal | 0) => boolean;

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
  /** What is left of the group without its leader; undefined before that and once it was found empty. */
  #orphaned: OrphanedGroup | undefined;

  constructor(pid: number, kill: Kill = processKill, orphanedGroups: OrphanedGroups = defaultOrphanedGroups()) {
    this.#pid = pid;
    this.#kill = kill;
    this.#orphanedGroups = orphanedGroups;
  }

  /** To be called in the same turn of the event loop in which the leader was reaped. */
  leaderReaped(): void {
    this.#leaderReaped = true;
    if (this.#kill(-this.#pid, 0)) this.#orphaned = this.#orphanedGroups.watch(this.#pid);
  }

  /** After the end of the leader: whether members of its group still run. Costs nothing unless somebody is there. */
  outlivesLeader(): boolean {
    if (this.#orphaned === undefined) return false;
    if (!this.#kill(-this.#pid, 0)) this.#orphaned = undefined; // empty once is empty for good
    return this.#orphaned?.lives() === true;
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    if (!this.#leaderReaped) return this.#kill(target === 'leader' ? this.#pid : -this.#pid, signal);
    if (target === 'leader' || this.#orphaned === undefined) return false;
    if (this.#orphaned.isOurs() && this.#kill(-this.#pid, signal)) return true;
    this.#orphaned = undefined;
    return false;
  }
}

const processKill: Kill = (pid, signal) => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
};
