import { checkGiven, shown } from '../errors/check-given.ts';
import { checkDuration } from '../errors/durations.ts';
import { SessionError } from '../errors/session-error.ts';

/**
 * How to cancel an action.
 *
 * @see Template Schemas 5.3
 */
export interface CancelOptions {
  /** The action's process is gone at the latest this many milliseconds from now; shortens the notify period, never prolongs it. */
  readonly timeLimitMs?: number;
  /** For the result and the log. */
  readonly reason?: string;
  /** The result's state becomes `failed` instead of `canceled`. Stays set over later cancels. */
  readonly markFailed?: boolean;
}

/** Throws a SessionError unless a cancel can be carried out as it is asked for. */
export function checkCancelOptions(options: CancelOptions): void {
  checkGiven('options', 'an object', options);
  const { timeLimitMs, reason } = options;
  checkDuration('timeLimitMs', timeLimitMs);
  if (reason !== undefined && typeof reason !== 'string')
    throw new SessionError('invalid-option', `reason must be a string; got ${shown(reason)}.`);
}
