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
  /** What the members of its group that will outlive it do with a signal; undefined without any. */
  #members: ((signal: ReceivedSignal) => void) | undefined;
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

  /**
   * A descendant that left the group keeps the output open when the process ends, until {@link FakeProcess.closeOutput}. Until then, the action ends
   * only when the clock has passed the time that such output is waited for: one second of silence.
   */
  holdOutput(): this {
    this.#holdsOutput = true;
    return this;
  }

  /**
   * Members of its group outlive it, and keep the output open, until {@link FakeProcess.endGroup} or SIGKILL. SIGTERM ends them, too, unless they
   * have a `handler`. A process that was canceled leaves them what is left of its notify period.
   */
  keepGroup(handler?: (signal: ReceivedSignal) => void): this {
    this.#members = handler ?? (() => this.endGroup());
    return this;
  }

  /** The members of its group that outlive it end. */
  endGroup(): void {
    this.#members = undefined;
    if (this.#over && !this.#holdsOutput) this.closeOutput();
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
    if (!this.#holdsOutput && this.#members === undefined) this.closeOutput();
  }

  /** Ends by itself. */
  end(exitCode: number = 0): void {
    this.exitWith({ exitCode, signal: null });
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    this.signals.push({ target, signal });
    const members = target === 'group' ? this.#members : undefined;
    if (this.#over && members === undefined) return false;
    if (signal === 'SIGKILL' && this.#survivesKill && !this.#over) return true;
    if (members !== undefined) {
      if (signal === 'SIGKILL') this.endGroup();
      else members({ target, signal });
    }
    if (this.#over) return true;
    if (signal === 'SIGKILL' || this.#handler === undefined) this.exitWith({ exitCode: null, signal });
    else this.#handler({ target, signal });
    return true;
  }

  groupRemains(): boolean {
    return this.#over && this.#members !== undefined;
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
