/**
 * The border between a Session and the operating system: how a process is started, read, signalled and awaited.
 * Everything behind it is replaceable (another way to spawn, another user, a fake in tests); every implementation
 * passes the same suite.
 */

/** What to start. `env` is the whole environment of the process: nothing is added from the host's. */
export interface SpawnRequest {
  /** A path (absolute, or relative to `cwd`), or a bare name that is looked up in the `PATH` of `env`. */
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** Starts processes. Each one leads a session and process group of its own; stdin is empty, stdout and stderr are one pipe. */
export interface SpawnPort {
  /** For logs and benchmarks: `child_process`, `posix_spawn`, `fake`. */
  readonly name: string;
  /** Resolves once the process exists. Rejects with {@link SpawnError}, before any pid, when it can't be started. */
  spawn(request: SpawnRequest, options?: SpawnOptions): Promise<SpawnedProcess>;
}

/** What a port may heed while it starts a process. */
export interface SpawnOptions {
  /**
   * Aborted when nobody wants the process any more, and it has not begun for a while. A port whose start can take long then ends what it has begun and
   * rejects; one that starts processes at once has no need to look.
   */
  readonly signal?: AbortSignal;
}

/** A process that was started. */
export interface SpawnedProcess {
  readonly pid: number;
  /** What the process and its descendants write, stdout and stderr in the order written. */
  readonly output: ReadableOutput;
  /** Settles when the leader has ended; `output` may go on while a descendant holds the pipe. Never rejects. */
  readonly exit: Promise<ProcessExit>;
  /**
   * Sends a signal to the process itself or to its whole group. Returns false when nobody was there to receive it.
   * A number that the system has given to another process since is never signalled.
   *
   * On Windows a process can't be asked, only ended: SIGTERM and SIGINT return false unless the implementation can
   * send CTRL_BREAK, SIGKILL ends the process (`leader`) or its tree (`group`).
   */
  signal(target: SignalTarget, signal: ProcessSignal): boolean;
  /**
   * After the exit: whether members of its group still run, for {@link SpawnedProcess.signal} to reach. A cancel leaves them what remains of the notify
   * period. Absent where that is not known: then they are killed as soon as the leader has ended.
   */
  groupRemains?(): boolean;
  /** From now on it does not keep this program alive; `exit` is still told when it ends. For a process that not even SIGKILL ends. */
  letGo?(): void;
}

/** Whom a signal is for: the process that was started, or all of its group. */
export type SignalTarget = 'leader' | 'group';
/** The signals that a session sends. */
export type ProcessSignal = 'SIGTERM' | 'SIGKILL' | 'SIGINT';

/** The readable end of the one pipe. Bytes wait in the pipe until the first {@link ReadableOutput.onData}. */
export interface ReadableOutput {
  /** The one receiver of the bytes. A chunk is valid only during the call: copy what must outlive it. */
  onData(listener: (chunk: Uint8Array) => void): void;
  /** Called once, when every writer has closed the pipe, or after `destroy`; of some implementations not before the leader has ended. */
  onEnd(listener: () => void): void;
  /** Stops reading, so that a writer waits as soon as the pipe is full. */
  pause(): void;
  resume(): void;
  /** Closes the pipe although somebody may still write. */
  destroy(): void;
}

/** How the leader ended: exactly one of `exitCode` and `signal` is set, unless it was `lost`. */
export interface ProcessExit {
  readonly exitCode: number | null;
  /** The name of the signal that ended it, `SIGKILL` for example. */
  readonly signal: string | null;
  /** Why nothing is known of its end: what was to tell of it is gone. Then `exitCode` and `signal` are null, and the process has been ended if it could be found. */
  readonly lost?: string;
  /** Absent where the platform doesn't give the figures at no cost. */
  readonly usage?: ProcessUsage;
}

/** What the kernel accounted for the process and the descendants it waited for. */
export interface ProcessUsage {
  readonly userCpuMs: number;
  readonly systemCpuMs: number;
  /** The largest resident set of any one of the processes; absent where it cannot be told from that of this program. */
  readonly peakMemoryBytes?: number;
}

/** What the failure is about. */
export type SpawnErrorSubject = 'command' | 'workingDirectory' | 'arguments' | 'host';

/**
 * A process could not be started. No pid was ever given.
 *
 * `code` is the system's own name: `ENOENT` (no such command, working directory or `#!` interpreter), `EACCES` (not executable),
 * `ENOTDIR`, `E2BIG` (arguments and environment are too long), `EINVAL` (a NUL character), `EMFILE` and `ENFILE` (no descriptor left),
 * `EAGAIN` and `ENOMEM` (no process or memory left), `ENOEXEC` (not a program), ...
 *
 * @example
 * ```ts
 * import { SpawnError } from '@ojd/sessions';
 *
 * new SpawnError('ENOENT', 'command', 'There is no command render.').code; // => 'ENOENT'
 * ```
 */
export class SpawnError extends Error {
  override readonly name = 'SpawnError';
  readonly code: string;
  readonly subject: SpawnErrorSubject;

  constructor(code: string, subject: SpawnErrorSubject, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.subject = subject;
  }
}
