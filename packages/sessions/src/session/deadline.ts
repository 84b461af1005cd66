import type { Clock, ClockTimer } from '../ports/clock.ts';

/** The moment by which a session is to be closed. None at first; it can only come nearer. */
export class Deadline {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #atMs = Number.POSITIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Infinity without a deadline. */
  get remainingMs(): number {
    return Math.max(0, this.#atMs - this.#clock.now());
  }

  /** At the latest this many milliseconds from now. */
  shorten(ms: number): void {
    const atMs = this.#clock.now() + ms;
    if (atMs >= this.#atMs) return;
    this.#atMs = atMs;
    for (const listener of this.#listeners) listener();
  }

  /**
   * Tells one of `parts` how much time is its own: an even share of what remains. At once if there is a deadline, and again whenever it comes nearer.
   *
   * @returns what ends that.
   */
  share(parts: number, onShare: (shareMs: number) => void): () => void {
    const tell = (): void => onShare(this.remainingMs / parts);
    this.#listeners.add(tell);
    if (Number.isFinite(this.#atMs)) tell();
    return () => this.#listeners.delete(tell);
  }

  /** What a promise gives, or a rejection if it takes longer than the deadline leaves, which may come meanwhile: at least `leastMs`; without one, `openMs`. */
  async bound<T>(promise: Promise<T>, leastMs: number, openMs: number): Promise<T> {
    const startMs = this.#clock.now();
    let timer: ClockTimer | undefined;
    let arm = nothing;
    const late = new Promise<never>((_, reject) => {
      arm = () => {
        timer?.cancel();
        const waitedMs = this.#clock.now() - startMs;
        const leftMs = Number.isFinite(this.#atMs) ? Math.max(leastMs - waitedMs, this.remainingMs) : openMs - waitedMs;
        const limitMs = waitedMs + leftMs;
        timer = this.#clock.after(leftMs, () => reject(new Error(`no answer for ${limitMs / 1000} s`)));
      };
    });
    this.#listeners.add(arm);
    arm();
    try {
      return await Promise.race([promise, late]);
    } finally {
      timer?.cancel();
      this.#listeners.delete(arm);
    }
  }
}

function nothing(): void {}
