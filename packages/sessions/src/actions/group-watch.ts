import { deferred } from '../events/deferred.ts';
import type { Clock, ClockTimer } from '../ports/clock.ts';
import type { SpawnedProcess } from '../ports/spawn.ts';

/** The system tells nobody of the end of a process that is not its child: so it is looked, often at first. */
const FIRST_LOOK_MS = 10;
const LAST_LOOK_MS = 250;

/** Waits until nobody is left in the group of a process that has ended, from the first {@link GroupWatch.look}. */
export class GroupWatch {
  readonly #process: SpawnedProcess;
  readonly #clock: Clock;
  readonly #over = deferred();
  #delayMs = FIRST_LOOK_MS;
  #timer: ClockTimer | undefined;
  #stopped = false;

  constructor(process: SpawnedProcess, clock: Clock) {
    this.#process = process;
    this.#clock = clock;
  }

  /** Settles when the group is empty, or after {@link GroupWatch.stop}. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  /** Looks now; to be called when there is a reason to think that the last one has gone. */
  look(): void {
    if (this.#stopped) return;
    this.#timer?.cancel();
    if (this.#process.groupRemains?.() !== true) {
      this.stop();
      return;
    }
    this.#timer = this.#clock.after(this.#delayMs, () => this.look());
    this.#delayMs = Math.min(2 * this.#delayMs, LAST_LOOK_MS);
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#over.resolve();
  }
}
