import type {
  ProcessExit,
  ProcessSignal,
  ReadableOutput,
  SignalTarget,
  SpawnRequest,
  SpawnedProcess,
} from '../ports/spawn.ts';

/** A signal that a fake process was sent. */
export interface ReceivedSignal {
  readonly target: SignalTarget;
  readonly signal: ProcessSignal;
}

/** A process in memory. It ends when it is told to, or by a signal; SIGTERM only if it does not {@link FakeProcess.trap} it. */
export class FakeProcess implements SpawnedProcess {
  readonly request: SpawnRequest;
  readonly pid: number;
  readonly exit: Promise<ProcessExit>;
  readonly output: ReadableOutput;
  /** What it was sent, in order, whether or not it was still there. */
  readonly signals: ReceivedSignal[] = [];
  #resolveExit: (exit: ProcessExit) => void = () => {};
  #over = false;
  #handler: ((signal: ReceivedSignal) => void) | undefined;
  #holdsOutput = false;
  #survivesKill = false;
  #unread: Uint8Array[] = [];
  #paused = false;
  #outputOver = false;
  #ended = false;
  #onData: ((chunk: Uint8Array) => void) | undefined;
  #onEnd: (() => void) | undefined;

  constructor(request: SpawnRequest, pid: number) {
    this.request = request;
    this.pid = pid;
    this.exit = new Promise((resolve) => {
      this.#resolveExit = resolve;
    });
    this.output = {
      onData: (listener) => {
        this.#onData = listener;
        this.#flush();
      },
      onEnd: (listener) => {
        this.#onEnd = listener;
      },
      pause: () => {
        this.#paused = true;
      },
      resume: () => {
        this.#paused = false;
        this.#flush();
      },
      destroy: () => {
        this.#unread = [];
        this.#outputOver = true;
        this.#paused = false;
        this.#flush();
      },
    };
  }

  /** Whether it has ended. */
  get over(): boolean {
    return this.#over;
  }

  /** Whether the session has asked it to wait with its output. */
  get paused(): boolean {
    return this.#paused;
  }

  print(text: string): this {
    return this.printBytes(Buffer.from(text));
  }

  printBytes(bytes: Uint8Array): this {
    if (!this.#outputOver) {
      this.#unread.push(bytes);
      this.#flush();
    }
    return this;
  }

  /** Handles signals by itself; SIGKILL it cannot. */
  trap(handler: (signal: ReceivedSignal) => void): this {
    this.#handler = handler;
    return this;
  }

  /** A descendant keeps the output open when the process ends, until {@link FakeProcess.closeOutput}. */
  holdOutput(): this {
    this.#holdsOutput = true;
    return this;
  }

  closeOutput(): void {
    this.#outputOver = true;
    this.#flush();
  }

  /** Not even SIGKILL ends it, as if it waited for a disk that does not answer. */
  surviveKill(): this {
    this.#survivesKill = true;
    return this;
  }

  exitWith(exit: ProcessExit): void {
    if (this.#over) return;
    this.#over = true;
    this.#resolveExit(exit);
    if (!this.#holdsOutput) this.closeOutput();
  }

  /** Ends by itself. */
  end(exitCode: number = 0): void {
    this.exitWith({ exitCode, signal: null });
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    this.signals.push({ target, signal });
    if (this.#over) return false;
    if (signal === 'SIGKILL' && this.#survivesKill) return true;
    if (signal === 'SIGKILL' || this.#handler === undefined) this.exitWith({ exitCode: null, signal });
    else this.#handler({ target, signal });
    return true;
  }

  #flush(): void {
    if (this.#onData === undefined) return;
    while (!this.#paused) {
      const chunk = this.#unread.shift();
      if (chunk === undefined) break;
      this.#onData(chunk);
    }
    if (this.#outputOver && this.#unread.length === 0 && !this.#paused && !this.#ended) {
      this.#ended = true;
      this.#onEnd?.();
    }
  }
}
