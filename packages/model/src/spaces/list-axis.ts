import { IndexCursor, elementAt } from './axis.ts';
import type { Axis, AxisCursor, Index } from './axis.ts';
import type { TaskParameterType } from '../templates/types.ts';
import type { TaskParameterValue } from './types.ts';

/** Two texts of one type that name the same value have the same key: `1.50` and `1.5`, `02` and `2`. */
export type ValueKey = (text: string) => string | undefined;

/** An axis whose values are spelled out. */
export class ListAxis implements Axis {
  readonly name: string;
  readonly type: TaskParameterType;
  readonly length: bigint;
  readonly #values: readonly TaskParameterValue[];
  readonly #keyOf: ValueKey;
  #indices: Map<string, bigint[]> | undefined;

  constructor(name: string, type: TaskParameterType, texts: readonly string[], keyOf: ValueKey) {
    this.name = name;
    this.type = type;
    this.length = BigInt(texts.length);
    this.#values = texts.map((value) => ({ type, value }));
    this.#keyOf = keyOf;
  }

  at(index: Index): TaskParameterValue {
    return elementAt(this.#values, index);
  }

  indicesOf(value: string): readonly bigint[] {
    const key = this.#keyOf(value);
    return key === undefined ? [] : (this.#index().get(key) ?? []);
  }

  cursor(): AxisCursor {
    return new IndexCursor(this);
  }

  #index(): Map<string, bigint[]> {
    if (this.#indices === undefined) {
      this.#indices = new Map();
      for (const [index, { value }] of this.#values.entries()) {
        const key = this.#keyOf(value) ?? value;
        const known = this.#indices.get(key);
        if (known === undefined) this.#indices.set(key, [BigInt(index)]);
        else known.push(BigInt(index));
      }
    }
    return this.#indices;
  }
}
