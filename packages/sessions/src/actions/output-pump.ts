import type { BackPressure } from '../ports/back-pressure.ts';
import type { Clock, ClockTimer } from '../ports/clock.ts';
import type { ReadableOutput } from '../ports/spawn.ts';

/** How long a process that has ended may be represented by descendants that hold its output open. */
export const outputGrace = {
  /** Silence for this long ends the action. */
  quietMs: 1000,
  /** So does this much time, however much is still written. */
  mostMs: 6000,
  /** Silence that is enough when somebody asked for the end. */
  hurriedQuietMs: 50,
  /** A lossless sink that takes no more holds an action that was canceled no longer than this. */
  heldMs: 30_000,
} as const;

/**
 * Carries the bytes of one process to its reader until the output ends, or until the process has and nobody has written for a while:
 * a daemon that was started in the background keeps the pipe for ever. Its later output is read and thrown away, so that it
 * neither blocks nor dies of a closed pipe.
 */
export class OutputPump {
  readonly #output: ReadableOutput;
  readonly #clock: Clock;
  readonly #backPressure: BackPressure;
  readonly #onBytes: (chunk: Uint8Array) => void;
  readonly #done: Promise<void>;
  #onClosed: () => void = () => {};
  #finish: () => void = () => {};
  #finished = false;
  #outputEnded = false;
  #paused = false;
  #processEnded = false;
  #quietTimer: ClockTimer | undefined;
  #mostTimer: ClockTimer | undefined;
  #quietMs: number = outputGrace.quietMs;
  #lostOutput = false;
  #limitAtMs = Number.POSITIVE_INFINITY;
  #limitTimer: ClockTimer | undefined;

  constructor(options: {
    readonly output: ReadableOutput;
    readonly clock: Clock;
    readonly backPressure: BackPressure;
    readonly onBytes: (chunk: Uint8Array) => void;
  }) {
    this.#output = options.output;
    this.#clock = options.clock;
    this.#backPressure = options.backPressure;
    this.#onBytes = options.onBytes;
    this.#done = new Promise((resolve) => {
      this.#finish = () => {
        this.#finished = true;
        this.#quietTimer?.cancel();
        this.#mostTimer?.cancel();
        this.#limitTimer?.cancel();
        resolve();
      };
    });
    this.#output.onEnd(() => {
      this.#outputEnded = true;
      if (!this.#finished) this.#finish();
      this.#onClosed();
    });
    this.#output.onData((chunk) => this.#take(chunk));
  }

  /** Whether somebody still holds the pipe. */
  get open(): boolean {
    return !this.#outputEnded;
  }

  /** Calls back when nobody holds the pipe any more. */
  whenClosed(callback: () => void): void {
    if (this.open) this.#onClosed = callback;
    else callback();
  }

  /** Settles when all output that belongs to the action was read. To be called when the process has ended. */
  async drained(): Promise<void> {
    if (!this.#finished) {
      this.#processEnded = true;
      this.#waitForLateOutput();
      this.#waitForLimit();
    }
    await this.#done;
  }

  /**
   * What a process that has ended left in the pipe is waited for until then at most, but for a moment: a sink that does not go on would hold the action for
   * ever. The limit can only come nearer.
   */
  limit(atMs: number): void {
    if (atMs >= this.#limitAtMs) return;
    this.#limitAtMs = atMs;
    if (this.#processEnded && !this.#finished) this.#waitForLimit();
  }

  /** Whether a sink did not take what was still to be read. */
  get lostOutput(): boolean {
    return this.#lostOutput;
  }

  /** Whoever holds the output open is waited for no longer; what is written already is read all the same. */
  hurry(): void {
    this.#quietMs = outputGrace.hurriedQuietMs;
    if (this.#processEnded && !this.#finished && !this.#paused) this.#waitForQuiet();
  }

  /** Stops waiting for more output. */
  cut(): void {
    if (this.#finished) return;
    this.#lostOutput = this.#paused;
    this.#finish();
    if (this.#paused) this.#output.resume();
  }

  /** Closes the pipe, also on those who still write. */
  close(): void {
    this.cut();
    if (this.open) this.#output.destroy();
  }

  #take(chunk: Uint8Array): void {
    if (this.#finished) return;
    this.#onBytes(chunk);
    if (this.#processEnded) this.#waitForQuiet();
    if (this.#backPressure.full && !this.#paused) this.#hold();
  }

  #hold(): void {
    this.#paused = true;
    // Who is held back cannot be late.
    this.#quietTimer?.cancel();
    this.#mostTimer?.cancel();
    this.#output.pause();
    this.#backPressure.whenRoom(() => {
      this.#paused = false;
      if (this.#processEnded && !this.#finished) this.#waitForLateOutput();
      this.#output.resume();
    });
  }

  #waitForLateOutput(): void {
    if (this.#paused) return;
    this.#waitForQuiet();
    this.#mostTimer = this.#clock.after(outputGrace.mostMs, () => this.cut());
  }

  #waitForLimit(): void {
    if (this.#limitAtMs === Number.POSITIVE_INFINITY) return;
    this.#limitTimer?.cancel();
    const leftMs = Math.max(outputGrace.quietMs, this.#limitAtMs - this.#clock.now());
    this.#limitTimer = this.#clock.after(leftMs, () => this.cut());
  }

  #waitForQuiet(): void {
    this.#quietTimer?.cancel();
    this.#quietTimer = this.#clock.after(this.#quietMs, () => this.cut());
  }
}
