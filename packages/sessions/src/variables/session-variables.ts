import type { Platform } from '../ports/platform.ts';
import { EnvironmentLayer, nameRule } from './environment-layer.ts';
import { copyOf, stackVariables, type VariableChanges, type Variables } from './stack-variables.ts';
import { ToldVariables } from './told-variables.ts';

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
  /** Made while a process runs, for the next one: to copy them is a tenth of what the session does before it starts one. */
  #spare: Variables | undefined;
  #makesSpare = false;
  readonly #workingDirectory: string;
  readonly #told = new ToldVariables();

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
    return stackVariables(this.#takeCopyOfBase(), this.#nameOf, layers);
  }

  #takeCopyOfBase(): Variables {
    const copy = this.#spare ?? copyOf(this.#base);
    this.#spare = undefined;
    if (this.#makesSpare) return copy;
    this.#makesSpare = true;
    setImmediate(() => {
      this.#makesSpare = false;
      this.#spare = copyOf(this.#base);
    });
    return copy;
  }

  /** What the session itself defined, for wrap hooks: see {@link ToldVariables}. */
  get defined(): ReadonlyMap<string, string> {
    return this.#told.all;
  }

  /** One of an environment's `variables`. */
  declare(layer: EnvironmentLayer, name: string, value: string): void {
    layer.declare(name, value);
    this.#tell(layer, name);
  }

  /** `openjd_env` or `openjd_unset_env` (null) of an environment's action. */
  changeByEnvironment(layer: EnvironmentLayer, name: string, value: string | null): void {
    if (value === null) layer.unset(name);
    else layer.set(name, value);
    this.#tell(layer, name);
  }

  /** The same of a task, which has no processes to set it for. */
  changeByTask(name: string, value: string | null): void {
    this.#told.change('tasks', this.#nameOf(name), value);
  }

  exited(layer: EnvironmentLayer): void {
    this.#told.exited(layer);
  }

  /** What the layer makes of the change: an unset wins over a set that comes after it. */
  #tell(layer: EnvironmentLayer, name: string): void {
    this.#told.change(layer, this.#nameOf(name), layer.changeOf(name) ?? null);
  }
}
