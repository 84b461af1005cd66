import type { Clock, ClockTimer } from '../ports/clock.ts';
import type { SpawnOptions } from '../ports/spawn.ts';

/** A process that is just being started when its action is canceled gets this long to begin, and then the signal; else its start is given up. */
const BEGINS_WITHIN_MS = 1_000;

/** The start of one process, and what its port may heed of it. Most ports do not look, and nothing else of an action takes as long to make as an AbortController. */
export class Beginning implements SpawnOptions {
  readonly #clock: Clock;
  #controller: AbortController | undefined;
  #timer: ClockTimer | undefined;
  #isGivenUp = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#isGivenUp) this.#controller.abort();
    return this.#controller.signal;
  }

  /** Nobody wants the process any more. */
  giveUpSoon(): void {
    this.#timer ??= this.#clock.after(BEGINS_WITHIN_MS, () => {
      this.#isGivenUp = true;
      this.#controller?.abort();
    });
  }

  /** It has begun, or never will. */
  end(): void {
    this.#timer?.cancel();
  }
}
