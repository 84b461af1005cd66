import { observable as observableSymbol, type Observable } from 'rxjs';
import type { ActionEvent } from '../events/action-event.ts';
import { ActionError } from './action-error.ts';
import type { ActionResult, ActionStatus } from '../results/action-result.ts';
import type { CancelOptions } from './cancel-options.ts';
import type { UsageSample } from './usage-sample.ts';

/** What a handle stands for; the session's side of it. @internal */
export interface HandledAction {
  readonly id: string;
  readonly status: ActionStatus;
  readonly ended: Promise<ActionResult>;
  readonly events$: Observable<ActionEvent>;
  sampleUsage(): Promise<UsageSample>;
  iterate(): AsyncIterator<ActionEvent, undefined>;
  cancel(options: CancelOptions): void;
}

/**
 * One action of a session, from the call that started it: a promise of its result, an async iterable and an Observable of its events.
 *
 * - `await action` resolves for success, failure, cancel and timeout alike; it never rejects. {@link ActionHandle.orThrow} does.
 * - `for await (const event of action)` and `action.events$` tell everything from the beginning. Leaving the loop or unsubscribing ends
 *   the watching; it does not end the action. Only {@link ActionHandle.cancel} and the AbortSignal do.
 * - What the language flattens (`await`, `return` in an async function) gives the *result*. rxjs looks for an Observable before it looks for a
 *   promise: `from(action)` and `concatMap(() => session.runTask(...))` give the *events*, `concatMap(() => session.runTask(...).result)` the result.
 *
 * @example
 * ```ts
 * import type { ActionHandle } from '@ojd/sessions';
 *
 * async function watch(action: ActionHandle): Promise<string> {
 *   for await (const event of action) {
 *     if (event.type === 'progress') console.log(`${event.progress} %`);
 *   }
 *   return (await action).message;
 * }
 * ```
 * @see How Jobs Are Run: Sessions
 */
export class ActionHandle extends Promise<ActionResult> implements AsyncIterable<ActionEvent> {
  readonly #action: HandledAction;

  /** @internal */
  constructor(action: HandledAction) {
    super((resolve) => resolve(action.ended));
    this.#action = action;
  }

  // then(), catch() and finally() give plain promises: only the session makes actions.
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** Unique in the session. */
  get id(): string {
    return this.#action.id;
  }

  /** How the action stands at this moment. */
  get status(): ActionStatus {
    return this.#action.status;
  }

  /** The result, as a plain promise. */
  get result(): Promise<ActionResult> {
    return this.#action.ended;
  }

  /** The action's events: the history first, then each as it happens; completes after `ended`, never errors. */
  get events$(): Observable<ActionEvent> {
    return this.#action.events$;
  }

  /**
   * The result if the action succeeded.
   *
   * @throws {@link ActionError} (as a rejection) if it failed, timed out or was canceled.
   */
  async orThrow(): Promise<ActionResult> {
    const result = await this.#action.ended;
    if (result.state !== 'success') throw new ActionError(result);
    return result;
  }

  /**
   * Asks the action to end, by the cancelation method that its template declares. Works at any moment: before the process
   * exists, while it runs, again with a shorter limit; after the end it does nothing.
   *
   * @throws SessionError `invalid-option` at once if an option is not usable; the action goes on.
   */
  cancel(options: CancelOptions = {}): void {
    this.#action.cancel(options);
  }

  /** What the action's processes use now (Linux; elsewhere only the time). It reads all of `/proc`: ask now and then, not for each event. */
  sampleUsage(): Promise<UsageSample> {
    return this.#action.sampleUsage();
  }

  [Symbol.asyncIterator](): AsyncIterator<ActionEvent, undefined> {
    return this.#action.iterate();
  }

  /** For rxjs and other Observable libraries. */
  declare readonly [Symbol.observable]: () => Observable<ActionEvent>;
}

// Node has no Symbol.observable: rxjs settles on a key of its own when it is loaded, and other libraries on '@@observable'.
for (const key of new Set<string | symbol>([observableSymbol, '@@observable'])) {
  Reflect.defineProperty(ActionHandle.prototype, key, {
    value(this: ActionHandle): Observable<ActionEvent> {
      return this.events$;
    },
  });
}

/**
 * The handle of an action that enters an environment.
 *
 * @example
 * ```ts
 * import { createEnvironment, decodeEnvironmentTemplate } from '@ojd/model';
 * import { Session } from '@ojd/sessions';
 *
 * const template = decodeEnvironmentTemplate({
 *   specificationVersion: 'environment-2023-09',
 *   environment: { name: 'Licenses', variables: { PORT: '5053' } },
 * });
 * await using session = await Session.create();
 * const action = session.enterEnvironment(createEnvironment(template, {}));
 * await action.orThrow();
 * (await session.exitEnvironment(action.environmentId)).state; // => 'success'
 * ```
 * @see How Jobs Are Run: Sessions
 */
export class EnvironmentActionHandle extends ActionHandle {
  /** What `exitEnvironment` wants; known at once. */
  readonly environmentId: string;

  /** @internal */
  constructor(action: HandledAction, environmentId: string) {
    super(action);
    this.environmentId = environmentId;
  }
}
