const brand = Symbol.for('@ojd/sessions/SessionError');

/**
 * What was wrong with a call, as a stable code.
 *
 * @see How Jobs Are Run: Sessions
 */
export type SessionErrorCode =
  /** An action is running; a session runs one at a time. */
  | 'session-busy'
  /** An action failed or an environment was exited: only `exitEnvironment` is allowed now. */
  | 'session-ending'
  /** The session was closed. */
  | 'session-ended'
  /** An option of `Session.create` or of an action is not usable. */
  | 'invalid-option'
  /** The session's root or working directory cannot be made or is not safe. */
  | 'working-directory'
  /** Actions cannot be run as the user that was asked for. */
  | 'user'
  /** A sink cannot be used: its file cannot be opened, for example. */
  | 'sink'
  | 'duplicate-environment'
  | 'unknown-environment'
  /** Environments are exited in the reverse order of entering. */
  | 'environment-order'
  /** A second environment with wrap hooks, or a wrapped task without a step name. */
  | 'wrap-conflict';

/**
 * Misuse of a session, thrown at once by the call that was wrong; the session stays as it was.
 *
 * @example
 * ```ts
 * import { Session, SessionError } from '@ojd/sessions';
 *
 * await using session = await Session.create();
 * try {
 *   session.exitEnvironment('never entered');
 * } catch (error) {
 *   error instanceof SessionError; // => true
 * }
 * ```
 * @see How Jobs Are Run: Sessions
 */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  readonly code: SessionErrorCode;

  constructor(code: SessionErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
    Object.defineProperty(this, brand, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
