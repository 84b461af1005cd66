/** Something that will happen; `cancel` makes it not happen. */
export interface ClockTimer {
  cancel(): void;
}

/** Time as a port: the system's, or a virtual one in tests (`@ojd/sessions/testing`). */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Calls `fire` once, `delayMs` from now. A delay beyond what a timer can hold is waited for in full. */
  after(delayMs: number, fire: () => void): ClockTimer;
  /**
   * Is told of work that is none of this clock's time: files that are written, processes that are looked for. A clock that a test moves stands still
   * until it is done, also if it fails; one that goes by itself need not know.
   */
  busy?(work: Promise<unknown>): void;
}

/** Tells the clock of work, and gives it back. */
export function during<T>(clock: Clock, work: Promise<T>): Promise<T> {
  clock.busy?.(work);
  return work;
}

// setTimeout turns anything longer into 1 ms.
const longestTimeoutMs = 2 ** 31 - 1;

/** The system's clock. Its timers keep the program alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(delayMs, fire) {
    let remainingMs = delayMs;
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const legMs = Math.min(remainingMs, longestTimeoutMs);
      remainingMs -= legMs;
      timer = setTimeout(() => (remainingMs > 0 ? wait() : fire()), legMs);
    };
    wait();
    return { cancel: () => clearTimeout(timer) };
  },
};

/** What a promise gives, or a rejection if that takes longer. What comes later is ignored. */
export async function within<T>(clock: Clock, limitMs: number, promise: Promise<T>): Promise<T> {
  let timer: ClockTimer | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = clock.after(limitMs, () => reject(new Error(`no answer for ${limitMs / 1000} s`)));
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer?.cancel();
  }
}
