import type { BinaryOperator, CompareOperator } from '../parse/ast.ts';
import type { ExprValue } from '../values/expr-value.ts';

// Most operations are on small integers. They need no search for an overload: these give the same results as the library
// does, which a test compares, and leave to it whatever is not that simple.

const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  // Without a remainder to move, and never by zero: NaN is no safe integer.
  '%': (a, b) => (a >= 0 && b > 0 ? a % b : Number.NaN),
};

const COMPARISONS: Readonly<Partial<Record<CompareOperator, (a: number, b: number) => boolean>>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** The result of an operator on two small integers, if it is one as well. */
export function smallArithmetic(operator: BinaryOperator, left: ExprValue, right: ExprValue): number | undefined {
  if (!isSmall(left) || !isSmall(right)) return undefined;
  const result = ARITHMETIC[operator]?.(left.value, right.value);
  return result !== undefined && Number.isSafeInteger(result) ? result : undefined;
}

/** The result of comparing two small integers. */
export function smallComparison(operator: CompareOperator, left: ExprValue, right: ExprValue): boolean | undefined {
  return isSmall(left) && isSmall(right) ? COMPARISONS[operator]?.(left.value, right.value) : undefined;
}

function isSmall(value: ExprValue): value is ExprValue & { readonly kind: 'int'; readonly value: number } {
  return value.kind === 'int' && typeof value.value === 'number';
}
