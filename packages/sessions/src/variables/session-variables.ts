import type { Platform } from '../ports/platform.ts';
import { EnvironmentLayer, nameRule } from './environment-layer.ts';
import { copyOf, stackVariables, type VariableChanges, type Variables } from './stack-variables.ts';

/**
 * Where the variables of the host come from; tests give their own.
 *
 * @see How Jobs Are Run: Sessions
 */
export type HostVariables = Readonly<Record<string, string | undefined>>;

/**
 * The variables of a session's processes, from low to high: the host's, the session's, the action's, then those of every entered environment in
 * the order of entering (How Jobs Are Run).
 */
export class SessionVariables {
  readonly #nameOf: (name: string) => string;
  /** The host's and the session's. */
  readonly #base: Variables;
  readonly #workingDirectory: string;
  readonly #defined = new Map<string, string>();

  constructor(options: {
    readonly platform: Platform;
    readonly host: HostVariables;
    readonly session: Readonly<Record<string, string | null>>;
    readonly workingDirectory: string;
  }) {
    this.#nameOf = nameRule(options.platform.variablesIgnoreCase);
    this.#base = stackVariables(Object.create(null), this.#nameOf, [
      Object.entries(options.host),
      Object.entries(options.session),
    ]);
    this.#workingDirectory = options.workingDirectory;
  }

  newLayer(): EnvironmentLayer {
    return new EnvironmentLayer(this.#nameOf);
  }

  /** The environment of a process. */
  forProcess(
    action: Readonly<Record<string, string | null>>,
    entered: readonly EnvironmentLayer[],
    actionId: string,
  ): Variables {
    const layers: VariableChanges[] = [
      Object.entries(action),
      ...entered.map((layer) => layer.changes()),
      // Last, because processes that left their group are found by them.
      [
        ['OPENJD_SESSION_WORKING_DIR', this.#workingDirectory],
        ['OJD_ACTION_ID', actionId],
      ],
    ];
    return stackVariables(copyOf(this.#base), this.#nameOf, layers);
  }

  /**
   * What the session itself defined, whether or not the environment that did so is still entered: what a wrap hook has to
   * pass on (RFC 0008, `WrappedAction.Environment`).
   */
  get defined(): ReadonlyMap<string, string> {
    return this.#defined;
  }

  noteSet(name: string, value: string): void {
    this.#defined.set(this.#nameOf(name), value);
  }

  noteUnset(name: string): void {
    this.#defined.delete(this.#nameOf(name));
  }
}
