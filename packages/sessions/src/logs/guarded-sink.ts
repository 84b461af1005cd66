import type { SessionEvent } from '../events/session-event.ts';
import { contain } from '../events/contain.ts';
import { errorText } from '../errors/error-text.ts';
import type { BackPressure } from '../ports/back-pressure.ts';
import type { LosslessSink, OutputLines } from './lossless-sink.ts';

/** Waits for the closing of a sink, and rejects when that takes too long. */
export type BoundClosing = (closing: Promise<string | undefined>, sink: LosslessSink) => Promise<string | undefined>;

/** A sink that brings down nothing but itself: once one of its calls fails it is broken, is given no more, and holds nobody back. */
export class GuardedSink implements BackPressure {
  readonly #sink: LosslessSink;
  readonly #onBroken: (problem: string) => void;
  readonly #waiting = new Set<() => void>();
  #problem: string | undefined;

  /** @param onBroken called later than the failure: the other sinks and the consumers have not had that event yet. */
  constructor(sink: LosslessSink, onBroken: (problem: string) => void) {
    this.#sink = sink;
    this.#onBroken = onBroken;
  }

  write(event: SessionEvent): void {
    this.#try('take an event', (sink) => sink.write(event));
  }

  writeLines(lines: OutputLines): void {
    if (this.#problem !== undefined) return;
    if (this.#sink.writeLines !== undefined) this.#try('take an event', (sink) => sink.writeLines?.(lines));
    else for (const event of lines.events()) this.write(event);
  }

  get full(): boolean {
    let full = false;
    this.#try('say whether it has room', (sink) => {
      full = sink.full;
    });
    return full;
  }

  whenRoom(resume: () => void): void {
    const once = (): void => {
      if (this.#waiting.delete(once)) resume();
    };
    this.#waiting.add(once);
    if (this.#problem !== undefined) once();
    else this.#try('be waited for', (sink) => sink.whenRoom(once));
  }

  /** Lets go of it, and tells what it could not do. `bound` rejects when that takes too long. */
  async close(bound: BoundClosing): Promise<string | undefined> {
    try {
      const problem = await bound(this.#sink.close(), this.#sink);
      return this.#problem ?? problem;
    } catch (error) {
      return this.#problem ?? `A sink could not be closed: ${errorText(error)}`;
    }
  }

  #try(what: string, call: (sink: LosslessSink) => unknown): void {
    if (this.#problem !== undefined) return;
    contain(
      () => call(this.#sink),
      (error) => this.#break(`A sink could not ${what}, and is given no more: ${errorText(error)}`),
    );
  }

  #break(problem: string): void {
    // Several writes of an async one may be under way.
    if (this.#problem !== undefined) return;
    // What it lost is lost; the log and the report say so, and the action goes on.
    this.#problem = problem;
    queueMicrotask(() => {
      this.#onBroken(problem);
      for (const resume of this.#waiting) resume();
    });
  }
}

/** Several sinks as one: full while any of them is. */
export function backPressureOf(sinks: readonly GuardedSink[]): BackPressure {
  return {
    get full() {
      return sinks.some((sink) => sink.full);
    },
    whenRoom(resume) {
      const waitForNext = (): void => {
        const full = sinks.find((sink) => sink.full);
        if (full === undefined) resume();
        else full.whenRoom(waitForNext);
      };
      waitForNext();
    },
  };
}
