/**
 * What the action does for the session.
 *
 * @see How Jobs Are Run: Sessions
 */
export type ActionKind = 'enter-environment' | 'run-task' | 'exit-environment' | 'run-subprocess';

/**
 * Who asked for a cancel.
 *
 * @see Template Schemas 5.3
 */
export type CancelOrigin =
  /** `action.cancel()` or `session.cancel()`. */
  | 'caller'
  /** The AbortSignal given with the action. */
  | 'signal'
  /** The AbortSignal given to `Session.create`. */
  | 'session-signal'
  /** `session.close()` or `session.shutdown()`. */
  | 'close'
  /** The action's own time limit. */
  | 'timeout'
  /** A malformed `openjd_env` and the like: see ActionReason `bad-message`. */
  | 'bad-message';

/**
 * Where an action stands. `running` from the moment the call returned its handle; the last four are final.
 *
 * @see How Jobs Are Run: Sessions
 */
export type ActionState = 'running' | 'canceling' | ActionFinalState;

/**
 * How an action ended.
 *
 * @see How Jobs Are Run: Sessions
 */
export type ActionFinalState = 'success' | 'failed' | 'canceled' | 'timeout';

/**
 * A snapshot of an action: `action.status`.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface ActionStatus {
  readonly state: ActionState;
  /** The process, once there is one. */
  readonly pid?: number;
  /** The newest `openjd_progress`, 0 to 100. */
  readonly progress?: number;
  /** The newest `openjd_status`. */
  readonly statusMessage?: string;
  /** The newest `openjd_fail`, or the session's own words for a failure that the process did not explain. */
  readonly failMessage?: string;
  readonly exitCode?: number;
}

/**
 * Why an action ended as it did. Closed: a `switch` over `kind` can be exhaustive.
 *
 * @see How Jobs Are Run: Sessions
 */
export type ActionReason =
  /** There was no such action in the template (an environment without `onEnter`, say): success. */
  | { readonly kind: 'nothing-to-run' }
  /** The process ended by itself. 0 is success. */
  | { readonly kind: 'exit-code'; readonly exitCode: number }
  /** A signal that the session did not send ended the process. */
  | {
      readonly kind: 'signal';
      readonly signal: string;
      /** Set only where the kernel's own counter of out-of-memory kills rose meanwhile. */ readonly likelyOutOfMemory?: true;
    }
  /** The action's time limit passed. */
  | { readonly kind: 'timeout'; readonly timeLimitMs: number }
  | { readonly kind: 'canceled'; readonly by: CancelOrigin; readonly reason?: string }
  /** The operating system refused to start the command; `code` is its word for it (`ENOENT`, `EACCES`, ...). */
  | { readonly kind: 'could-not-start'; readonly code: string; readonly message: string }
  /** The helper that acts for another user is gone, and with it what it knew of the process, which was ended if it could be found. */
  | { readonly kind: 'lost'; readonly message: string }
  /** The session could not prepare the action: a format string, an embedded file, the working directory. */
  | { readonly kind: 'setup'; readonly message: string }
  /** The process printed an `openjd_env`, `openjd_redacted_env` or `openjd_unset_env` line that cannot be understood. */
  | { readonly kind: 'bad-message'; readonly message: string };

/**
 * What an action used. A figure that the platform did not give is absent, never 0.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface ActionUsage {
  /** From the start of the process to its end; absent if there was none. */
  readonly wallMs?: number;
  readonly userCpuMs?: number;
  readonly systemCpuMs?: number;
  /**
   * The largest resident set of the process, or of any child it waited for. Linux counts the memory of the program that starts a process as the
   * process's own: the figure is absent unless it is above the largest that this program had by then.
   */
  readonly peakMemoryBytes?: number;
}

/**
 * One signal of a cancel.
 *
 * @see Template Schemas 5.3
 */
export interface SentSignal {
  readonly signal: 'SIGTERM' | 'SIGKILL' | 'CTRL_BREAK' | 'TERMINATE_TREE';
  readonly target: 'leader' | 'group';
  readonly atMs: number;
  /** False if nobody was left to receive it. */
  readonly delivered: boolean;
}

/**
 * A process that had left the action's process group (`setsid`, double fork) and was found when the action was canceled.
 *
 * @see Template Schemas 5.3
 */
export interface EscapedProcessReport {
  readonly pid: number;
  readonly command?: string;
  /** Whether it was gone afterwards. */
  readonly ended: boolean;
}

/**
 * What a cancel did: who asked, which signals went when, what survived.
 *
 * @see Template Schemas 5.3
 */
export interface CancelReceipt {
  readonly by: CancelOrigin;
  readonly reason?: string;
  readonly requestedAtMs: number;
  /** The method that was carried out. */
  readonly method: 'TERMINATE' | 'NOTIFY_THEN_TERMINATE';
  /** Why `method` is not the declared one, where it is not (no notify signal on this platform, say). */
  readonly degraded?: string;
  /** The period that held in the end, after shortening. */
  readonly notifyPeriodMs?: number;
  readonly signals: readonly SentSignal[];
  /** The process itself, where it was still there after SIGKILL (it waits for a device that does not answer, say); it may end later. */
  readonly survivorPid?: number;
  /** Processes found outside the group. Those that were not `ended` survived the cancel. */
  readonly escaped: readonly EscapedProcessReport[];
}

/**
 * How an action went. One shape for success and failure, plain JSON.
 *
 * @example
 * ```ts
 * import type { ActionResult } from '@ojd/sessions';
 *
 * function say(result: ActionResult): string {
 *   return result.state === 'success' ? 'done' : `${result.state}: ${result.message}`;
 * }
 * ```
 * @see How Jobs Are Run: Sessions
 */
export interface ActionResult {
  readonly sessionId: string;
  readonly actionId: string;
  readonly kind: ActionKind;
  readonly name?: string;
  readonly environmentId?: string;
  readonly state: ActionFinalState;
  readonly reason: ActionReason;
  /** One sentence for people: "exited with code 3", with the fail message of the action if it gave one. */
  readonly message: string;
  readonly exitCode?: number;
  /** The signal that ended the process, if one did. */
  readonly signal?: string;
  readonly pid?: number;
  readonly progress?: number;
  readonly statusMessage?: string;
  readonly failMessage?: string;
  /** Times are milliseconds since the Unix epoch, durations milliseconds. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly durationMs: number;
  readonly usage: ActionUsage;
  /** Present when the action was canceled or timed out. */
  readonly cancel?: CancelReceipt;
}
