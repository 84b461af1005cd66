/** Who changed a variable: an entered environment (as its layer), or all tasks together, which enter nothing and exit nothing. */
export type Changer = object | 'tasks';

interface Change {
  readonly by: Changer | 'exited';
  readonly value: string | null;
}

/**
 * What a session itself defined, as wrap hooks are told it (RFC 0008, `WrappedAction.Environment`): of each variable the newest value that holds. Unlike a
 * process's variables, one that an environment or a task defined is told also after their end; but it no longer hides what is entered still.
 */
export class ToldVariables {
  /** From old to new, at most one of each changer. */
  readonly #changes = new Map<string, readonly Change[]>();

  change(by: Changer, name: string, value: string | null): void {
    const others = (this.#changes.get(name) ?? []).filter((change) => change.by !== by);
    this.#changes.set(name, [...others, { by, value }]);
  }

  /** The environment is exited: what it unset comes back, what it set gives way to all others. */
  exited(by: Changer): void {
    for (const [name, changes] of this.#changes) {
      const last = changes.find((change) => change.by === by);
      if (last === undefined) continue;
      const others = changes.filter((change) => change.by !== by);
      if (last.value === null) this.#changes.set(name, others);
      else
        this.#changes.set(name, [
          { by: 'exited', value: last.value },
          ...others.filter((change) => change.by !== 'exited'),
        ]);
    }
  }

  /** The variables, in the order in which their names came up. */
  get all(): ReadonlyMap<string, string> {
    const all = new Map<string, string>();
    for (const [name, changes] of this.#changes) {
      const value = changes.at(-1)?.value ?? null;
      if (value !== null) all.set(name, value);
    }
    return all;
  }
}
