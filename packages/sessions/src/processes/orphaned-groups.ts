import { errorCode } from '../errors/error-text.ts';
import { listPids, readProcStat, ticksSinceBoot, type ProcStat } from './proc-files.ts';

/** A process group whose leader is reaped. */
export interface OrphanedGroup {
  /** Whether the group of this number still is the same: asked before each signal, when somebody is there. */
  isOurs(): boolean;
  /** Whether one of its members still runs: asked when somebody is there. One that ended and that nobody waited for does not. */
  lives(): boolean;
}

/** What is known of such groups; a fake in tests, where a pid can't be made to come round again. */
export interface OrphanedGroups {
  /** Called in the turn in which the leader was reaped, if members remain. */
  watch(pgid: number): OrphanedGroup;
}

/** Those of this platform. */
export function defaultOrphanedGroups(): OrphanedGroups {
  return process.platform === 'linux' ? procOrphanedGroups : pidOrphanedGroups;
}

const procOrphanedGroups: OrphanedGroups = { watch: (pgid) => new ProcGroup(pgid) };

/**
 * Linux: the number can have been given away only if the group died out in between, so a member that is older than the leader's end, or than the last
 * moment at which the group was seen to be ours, proves it ours. Members born later, whose elders are all gone, are not signalled here: the search
 * by environment marker finds them.
 */
class ProcGroup implements OrphanedGroup {
  readonly #pgid: number;
  #oursAtTicks = ticksSinceBoot();
  /** A member that ran when it was last looked at: as long as it does, nobody else has to be looked at. */
  #known: ProcStat | undefined;

  constructor(pgid: number) {
    this.#pgid = pgid;
  }

  isOurs(): boolean {
    return this.#look().some(({ startTicks }) => startTicks <= this.#oursAtTicks);
  }

  lives(): boolean {
    const { startTicks } = this.#known ?? {};
    const known = this.#known && readProcStat(this.#known.pid);
    if (known !== undefined && known.startTicks === startTicks && this.#counts(known)) return true;
    // Twice: who is born while the others are looked at has a parent that may be gone by its turn.
    return this.#findLiving() || this.#findLiving();
  }

  #findLiving(): boolean {
    const atTicks = ticksSinceBoot();
    const members = this.#look();
    this.#known = members.find((member) => this.#counts(member));
    if (this.#known === undefined) return false;
    const ours = members.some(({ startTicks }) => startTicks <= this.#oursAtTicks);
    if (ours) this.#oursAtTicks = atTicks;
    // Without such a proof: a process of the leader's number can exist only after the group had died out.
    return ours || readProcStat(this.#pgid) === undefined;
  }

  #look(): readonly ProcStat[] {
    return listPids().flatMap((pid) => {
      const stat = readProcStat(pid);
      return stat?.group === this.#pgid ? [stat] : [];
    });
  }

  #counts({ group, state }: ProcStat): boolean {
    return group === this.#pgid && state !== 'Z' && state !== 'X';
  }
}

/** Elsewhere: a process of the leader's number can exist only after the group had died out. */
const pidOrphanedGroups: OrphanedGroups = {
  watch(pgid) {
    const isOurs = (): boolean => {
      try {
        process.kill(pgid, 0);
        return false;
      } catch (error) {
        return errorCode(error) === 'ESRCH';
      }
    };
    return { isOurs, lives: isOurs };
  },
};
