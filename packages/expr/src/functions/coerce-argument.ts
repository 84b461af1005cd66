import type { ExprType } from '../types/expr-type.ts';
import { type ExprValue, floatValue, listValue, stringValue } from '../values/expr-value.ts';

/** An argument as the type that its overload asks for. Matching has made sure that it can be. */
export function coerceArgument(value: ExprValue, type: ExprType): ExprValue {
  if (value.kind === 'int' && type.kind === 'float') return floatValue(Number(value.value));
  if (value.kind === 'path' && type.kind === 'string') return stringValue(value.value);
  if (value.kind === 'list' && type.kind === 'list') return coerceItems(value.items, type.element);
  return value;
}

/** A list of the items as one type, see {@link coerceArgument}. */
export function coerceItems(items: readonly ExprValue[], element: ExprType): ExprValue & { kind: 'list' } {
  return listValue(
    items.map((item) => coerceArgument(item, element)),
    element,
  );
}
