import type { Clock, ClockTimer } from '../ports/clock.ts';

interface Planned {
  readonly atMs: number;
  readonly order: number;
  readonly fire: () => void;
}

/**
 * A clock that stands still until a test moves it: notify periods and timeouts of minutes pass in milliseconds.
 *
 * @example
 * ```ts
 * import { VirtualClock } from '@ojd/sessions/testing';
 *
 * const clock = new VirtualClock();
 * let rang = false;
 * clock.after(120_000, () => (rang = true));
 * await clock.advance(119_999);
 * rang; // => false
 * await clock.advance(1);
 * rang; // => true
 * ```
 */
export class VirtualClock implements Clock {
  #nowMs: number;
  #order = 0;
  #planned: Planned[] = [];
  readonly #work = new Set<Promise<unknown>>();

  /** @param startMs milliseconds since the Unix epoch. Default: the first of January 2024, 00:00 UTC. */
  constructor(startMs: number = Date.UTC(2024, 0, 1)) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  after(delayMs: number, fire: () => void): ClockTimer {
    this.#order += 1;
    const planned: Planned = { atMs: this.#nowMs + delayMs, order: this.#order, fire };
    this.#planned.push(planned);
    return {
      cancel: () => {
        this.#planned = this.#planned.filter((one) => one !== planned);
      },
    };
  }

  /** Timers that are set and not yet due: 0 when everything was cleaned up. */
  get pending(): number {
    return this.#planned.length;
  }

  busy(work: Promise<unknown>): void {
    const settled: Promise<unknown> = Promise.allSettled([work]).finally(() => this.#work.delete(settled));
    this.#work.add(settled);
  }

  /**
   * Lets time pass. Before, between two timers and after, everything that can happen without time does: a session's files are written, its processes
   * are started. So `advance(0)` waits until a session that was told to do something has begun with it.
   */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await this.#settle();
    for (let next = this.#nextUntil(untilMs); next !== undefined; next = this.#nextUntil(untilMs)) {
      this.#nowMs = next.atMs;
      this.#planned = this.#planned.filter((one) => one !== next);
      next.fire();
      // What a timer causes can set the next timer.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await this.#settle();
    }
    this.#nowMs = untilMs;
  }

  async #settle(): Promise<void> {
    await aFewTurns();
    while (this.#work.size > 0) {
      // What is done may be the beginning of the next.
      // oxlint-disable-next-line eslint/no-await-in-loop
      await Promise.all(this.#work);
      // oxlint-disable-next-line eslint/no-await-in-loop
      await aFewTurns();
    }
  }

  #nextUntil(untilMs: number): Planned | undefined {
    const due = this.#planned.filter((one) => one.atMs <= untilMs);
    return due.toSorted((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  }
}

/** A few turns of the event loop: promises, and input and output that is ready. */
async function aFewTurns(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    // oxlint-disable-next-line eslint/no-await-in-loop
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
