/** What one entered environment does to the variables of the actions after it. */
export class EnvironmentLayer {
  readonly #nameOf: (name: string) => string;
  readonly #declared = new Map<string, string>();
  readonly #set = new Map<string, string>();
  readonly #unset = new Set<string>();

  /** @param nameOf how a name is compared: see {@link nameRule}. */
  constructor(nameOf: (name: string) => string) {
    this.#nameOf = nameOf;
  }

  /** The environment's `variables`. */
  declare(name: string, value: string): void {
    this.#declared.set(this.#nameOf(name), value);
  }

  /** `openjd_env`. */
  set(name: string, value: string): void {
    this.#set.set(this.#nameOf(name), value);
  }

  /** `openjd_unset_env`: wins over every set of the same environment, whichever came first (Template Schemas 4). */
  unset(name: string): void {
    this.#unset.add(this.#nameOf(name));
  }

  /** The variable's value for later processes, null if it is unset, undefined if it is left alone. */
  changeOf(name: string): string | null | undefined {
    const key = this.#nameOf(name);
    return this.#unset.has(key) ? null : (this.#set.get(key) ?? this.#declared.get(key));
  }

  changes(): Map<string, string | null> {
    const changes = new Map<string, string | null>([...this.#declared, ...this.#set]);
    for (const name of this.#unset) changes.set(name, null);
    return changes;
  }
}

/** Windows takes `Path` and `PATH` for one variable; every name is upper-cased there, as the reference does. */
export function nameRule(ignoreCase: boolean): (name: string) => string {
  return ignoreCase ? (name) => name.toUpperCase() : (name) => name;
}
