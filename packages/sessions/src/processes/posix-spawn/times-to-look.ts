import { isMainThread } from 'node:worker_threads';

/** Says when processes may have ended, while some are waited for. */
export interface TimesToLook {
  /** Whether the system tells of each exit, at once. */
  readonly isTold: boolean;
  /** There is something to wait for; called for each process. */
  begin(): void;
  /** One of them has closed its output, which comes shortly before an exit. */
  soon(): void;
  /** Whether the program stays until then. */
  keepsAlive(needed: boolean): void;
  /** There is nothing to wait for any more. */
  end(): void;
}

/** The main thread is told of exits by SIGCHLD; a worker thread never is. */
export function timesToLook(look: () => void): TimesToLook {
  return isMainThread ? new BySignal(look) : new ByBackingOff(look);
}

/** This often the main thread looks by itself as well, in case somebody else in the program swallowed a signal. */
const LOOK_EVERY_MS = 1_000;

/**
 * The SIGCHLD listener is the one piece of state that belongs to the whole program. It is there while processes are, and for up to two seconds longer: to start
 * and stop listening for each of many short processes would take as long as reading their output does.
 *
 * The timer keeps the event loop alive, which a listener for a signal doesn't.
 */
class BySignal implements TimesToLook {
  readonly isTold = true;
  readonly #look: () => void;
  #timer: NodeJS.Timeout | undefined;
  #idle = true;
  /** Nothing has been waited for since the timer fired last. */
  #unused = false;

  constructor(look: () => void) {
    this.#look = look;
  }

  begin(): void {
    this.#idle = false;
    this.#unused = false;
    if (this.#timer !== undefined) return;
    process.on('SIGCHLD', this.#look);
    this.#timer = setInterval(() => this.#tick(), LOOK_EVERY_MS);
  }

  soon(): void {
    // The signal will tell.
  }

  keepsAlive(needed: boolean): void {
    if (needed) this.#timer?.ref();
    else this.#timer?.unref();
  }

  end(): void {
    this.#idle = true;
  }

  #tick(): void {
    if (!this.#idle) this.#look();
    else if (!this.#unused) this.#unused = true;
    else this.#stop();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    process.off('SIGCHLD', this.#look);
  }
}

/** A worker thread looks often around the end of an output, when an exit is near, and then less and less often. */
const FIRST_LOOK_MS = 1;
const LAST_LOOK_MS = 64;

class ByBackingOff implements TimesToLook {
  readonly isTold = false;
  readonly #look: () => void;
  #timer: NodeJS.Timeout | undefined;
  #delayMs = FIRST_LOOK_MS;
  #needed = true;
  #over = true;

  constructor(look: () => void) {
    this.#look = look;
  }

  begin(): void {
    this.#over = false;
    this.soon();
  }

  soon(): void {
    this.#delayMs = FIRST_LOOK_MS;
    this.#schedule();
  }

  keepsAlive(needed: boolean): void {
    this.#needed = needed;
    if (needed) this.#timer?.ref();
    else this.#timer?.unref();
  }

  end(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#delayMs = Math.min(2 * this.#delayMs, LAST_LOOK_MS);
      this.#look();
      if (!this.#over) this.#schedule();
    }, this.#delayMs);
    if (!this.#needed) this.#timer.unref();
  }
}
