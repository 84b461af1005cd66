import type { ActionResult, EscapedProcessReport } from './action-result.ts';

/**
 * An environment that was entered or attempted and not exited, and why.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface UnexitedEnvironment {
  readonly environmentId: string;
  readonly name: string;
  readonly reason: string;
}

/**
 * A file or folder that could not be removed.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface Leftover {
  readonly path: string;
  readonly reason: string;
}

/**
 * A process that was still there when its action had ended, because not even SIGKILL ended it, and still is.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface SurvivingProcess {
  readonly pid: number;
  readonly actionId: string;
}

/**
 * What the end of a session did, and what it could not do. Plain JSON.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface SessionReport {
  readonly sessionId: string;
  /** True if nothing in this report needs attention. */
  readonly ok: boolean;
  /** The action that was still running and had to be canceled. */
  readonly canceledAction?: ActionResult;
  /** The exits that closing ran, in order (LIFO). */
  readonly exits: readonly ActionResult[];
  readonly notExited: readonly UnexitedEnvironment[];
  readonly workingDirectory: string;
  readonly workingDirectoryState: 'removed' | 'retained' | 'left';
  readonly leftovers: readonly Leftover[];
  /** Processes of the session that had escaped their action and were found at the end. */
  readonly escaped: readonly EscapedProcessReport[];
  /** Processes that nothing ended. The host should not be trusted with more work before somebody has looked at it. */
  readonly survivors: readonly SurvivingProcess[];
  /** What else went wrong: a log file that could not be written, for example. */
  readonly problems: readonly string[];
}
