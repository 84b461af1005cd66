import type { ActionResult } from '../results/action-result.ts';

const brand = Symbol.for('@ojd/sessions/ActionError');

/**
 * Thrown by `orThrow()` when an action did not succeed. `result` says how it ended; the message is its `message`.
 * `instanceof` also recognises an ActionError of another copy of this library.
 *
 * @example
 * ```ts
 * import { ActionError, Session } from '@ojd/sessions';
 *
 * await using session = await Session.create();
 * try {
 *   await session.runSubprocess({ command: process.execPath, args: ['-e', 'process.exit(3)'] }).orThrow();
 * } catch (error) {
 *   if (!(error instanceof ActionError)) throw error;
 *   [error.result.state, error.result.exitCode]; // => ['failed', 3]
 * }
 * ```
 * @see How Jobs Are Run: Sessions
 */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly result: ActionResult;

  constructor(result: ActionResult) {
    const subject = result.name === undefined ? result.kind : `${result.kind} ${JSON.stringify(result.name)}`;
    super(`${subject} ended as ${result.state}: ${result.message}`);
    this.result = result;
    Object.defineProperty(this, brand, { value: true });
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
