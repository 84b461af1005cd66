import type { BinaryOperator, CompareOperator, UnaryOperator } from '../parse/ast.ts';

/** The functions behind the operators, by their names in the specification (2.1). */
export const BINARY_NAMES: Readonly<Record<BinaryOperator, string>> = {
  '+': '__add__',
  '-': '__sub__',
  '*': '__mul__',
  '/': '__truediv__',
  '//': '__floordiv__',
  '%': '__mod__',
  '**': '__pow__',
};

export const UNARY_NAMES: Readonly<Record<UnaryOperator, string>> = { '-': '__neg__', '+': '__pos__', not: '__not__' };

export const COMPARE_NAMES: Readonly<Record<CompareOperator, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '>': '__gt__',
  '<=': '__le__',
  '>=': '__ge__',
  in: '__contains__',
  'not in': '__not_contains__',
};

/** How an operator is written, by the name of its function. */
export const OPERATOR_SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  [BINARY_NAMES, UNARY_NAMES, COMPARE_NAMES].flatMap((names) =>
    Object.entries(names).map(([sign, name]) => [name, sign]),
  ),
);

/** The function behind a property. */
export function propertyName(property: string): string {
  return `__property_${property}__`;
}
