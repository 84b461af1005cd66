import { type EncodedValue, encodeValue } from '../values/encoded-value.ts';
import type { ExprValue } from '../values/expr-value.ts';

/** What a symbol table knows about a name. */
export type SymbolEntry =
  | { readonly kind: 'value'; readonly value: ExprValue }
  | { readonly kind: 'forbidden'; readonly reason: string };

/**
 * The variables that an expression may use, by dotted name. Tables are layered: what a table does not know, its parent may.
 *
 * @example
 * ```ts
 * const job = new SymbolTable().set('Param.Frame', intValue(7));
 * const task = new SymbolTable(job).set('Task.Param.Tile', intValue(3));
 * task.get('Param.Frame'); // => { kind: 'int', value: 7 }
 * ```
 * @see Template Schemas 7.3.1
 */
export class SymbolTable {
  readonly #parent: SymbolTable | undefined;
  readonly #entries = new Map<string, SymbolEntry>();

  constructor(parent?: SymbolTable) {
    this.#parent = parent;
  }

  /** Defines a variable, over one of the same name in a parent. */
  set(name: string, value: ExprValue): this {
    this.#entries.set(name, { kind: 'value', value });
    return this;
  }

  /**
   * Says why a variable that exists elsewhere cannot be used here; the reason becomes the message of the problem.
   *
   * @param name - a variable such as `Session.WorkingDirectory`, or all below a prefix: `Task.Param.*`
   * @param reason - a sentence, for example `Task.Param.* is available only in step scripts`
   */
  forbid(name: string, reason: string): this {
    this.#entries.set(name, { kind: 'forbidden', reason });
    return this;
  }

  /** The value of a variable, undefined if there is none of that name. */
  get(name: string): ExprValue | undefined {
    const entry = this.#find(name);
    return entry?.kind === 'value' ? entry.value : undefined;
  }

  /** Whether a variable of that name exists and may be used. */
  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** Why a variable, or what its name begins with, cannot be used here; undefined if nothing was said about it. */
  reasonAgainst(name: string): string | undefined {
    for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
      const prefix = name.slice(0, end);
      for (const key of end < name.length ? [prefix, `${prefix}.*`] : [prefix]) {
        const entry = this.#find(key);
        if (entry?.kind === 'forbidden') return entry.reason;
      }
    }
    return undefined;
  }

  /** The names of all variables that may be used, those of the parents included. */
  *names(): Generator<string, void, undefined> {
    yield* this.#namesExcept(new Set());
  }

  /** All variables and their values, those of the parents included, as plain JSON: {@link decodeValue} reads each. */
  toJSON(): Record<string, EncodedValue> {
    const encoded: Record<string, EncodedValue> = {};
    for (const name of this.names()) {
      const value = this.get(name);
      if (value === undefined) continue;
      // Defined, not assigned: a variable may be called `__proto__`.
      Object.defineProperty(encoded, name, { value: encodeValue(value), enumerable: true });
    }
    return encoded;
  }

  *#namesExcept(seen: Set<string>): Generator<string, void, undefined> {
    for (const [name, entry] of this.#entries) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (entry.kind === 'value') yield name;
    }
    if (this.#parent !== undefined) yield* this.#parent.#namesExcept(seen);
  }

  #find(name: string): SymbolEntry | undefined {
    const own = this.#entries.get(name);
    return own !== undefined || this.#parent === undefined ? own : this.#parent.#find(name);
  }
}
