import { isMainThread } from 'node:worker_threads';

/** Says when processes may have ended, while some are waited for. */
export interface TimesToLook {
  /** There is something to wait for; called for each process. */
  begin(): void;
  /** One of them has closed its output, which comes shortly before an exit. @param isThere looks for it */
  soon(isThere: () => boolean): void;
  /** Whether the program stays until then. */
  keepsAlive(needed: boolean): void;
  /** There is nothing to wait for any more. */
  end(): void;
}

/** The main thread can be told of exits by SIGCHLD; a worker thread never is. */
export function timesToLook(look: () => void): TimesToLook {
  return isMainThread ? new BySignal(look) : new ByBackingOff(look);
}

/** A process that has lasted for this long is worth a listener. */
const LISTEN_AFTER_MS = 20;
/** This often the main thread looks by itself as well, in case somebody else in the program swallowed a signal. */
const LOOK_EVERY_MS = 1_000;
/** A process whose output has just ended is mostly gone a few turns of the event loop later. */
const TURNS_AFTER_OUTPUT = 3;

/**
 * The SIGCHLD listener, the one piece of state that belongs to the whole program, is there while a process is that has lasted for a moment or has closed its
 * output and stays: a signal that nobody listens to wakes nobody, and to start and stop listening costs as much as reading the output of a short process.
 *
 * The timer keeps the event loop alive, which a listener for a signal doesn't.
 */
class BySignal implements TimesToLook {
  readonly #look: () => void;
  #timer: NodeJS.Timeout | undefined;
  #listens = false;
  #idle = true;
  /** Something has been waited for since the timer fired last, without a break. */
  #lasting = false;
  #needed = true;

  constructor(look: () => void) {
    this.#look = look;
  }

  begin(): void {
    this.#idle = false;
    this.#timer ??= this.#timerOf(LISTEN_AFTER_MS);
  }

  soon(isThere: () => boolean): void {
    if (!this.#listens) this.#lookInTurns(isThere, TURNS_AFTER_OUTPUT);
  }

  keepsAlive(needed: boolean): void {
    this.#needed = needed;
    if (needed) this.#timer?.ref();
    else this.#timer?.unref();
  }

  end(): void {
    this.#idle = true;
    this.#lasting = false;
    if (!this.#listens) return;
    this.#listens = false;
    process.off('SIGCHLD', this.#look);
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #lookInTurns(isThere: () => boolean, turns: number): void {
    setImmediate(() => {
      if (!isThere()) return;
      if (turns > 1) this.#lookInTurns(isThere, turns - 1);
      else this.#listen();
    });
  }

  #timerOf(everyMs: number): NodeJS.Timeout {
    const timer = setInterval(() => this.#tick(), everyMs);
    return this.#needed ? timer : timer.unref();
  }

  #tick(): void {
    if (this.#idle) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else if (this.#listens) this.#look();
    else if (this.#lasting) this.#listen();
    else this.#lasting = true;
  }

  #listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    process.on('SIGCHLD', this.#look);
    clearInterval(this.#timer);
    this.#timer = this.#timerOf(LOOK_EVERY_MS);
    // It may have ended before the listener was there.
    this.#look();
  }
}

/** A worker thread looks often around the end of an output, when an exit is near, and then less and less often. */
const FIRST_LOOK_MS = 1;
const LAST_LOOK_MS = 64;

class ByBackingOff implements TimesToLook {
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
