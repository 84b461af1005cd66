import type { ExprValue } from '../values/expr-value.ts';

/** The loop variables around a place, from the innermost. */
export interface Scope {
  readonly name: string;
  readonly value: ExprValue;
  readonly outer: Scope | undefined;
}

/** The value of a loop variable. */
export function findLocal(scope: Scope | undefined, name: string): ExprValue | undefined {
  for (let inner = scope; inner !== undefined; inner = inner.outer) {
    if (inner.name === name) return inner.value;
  }
  return undefined;
}
