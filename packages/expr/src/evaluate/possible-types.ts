import { type ExprType, membersOf } from '../types/expr-type.ts';
import { type ExprValue, typeOf } from '../values/expr-value.ts';

/** The type of a value, or what it may be while it is unresolved. */
export function possibleTypes(value: ExprValue): ExprType {
  return value.kind === 'unresolved' ? value.type : typeOf(value);
}

/** The type that a target gives the elements of a list: that of its only list type. */
export function elementTarget(target: ExprType | undefined): ExprType | undefined {
  if (target === undefined) return undefined;
  const elements = membersOf(target).flatMap((member) => (member.kind === 'list' ? [member.element] : []));
  const [element, ...others] = elements.filter(({ kind }) => kind !== 'nulltype');
  return others.length === 0 ? element : undefined;
}

/** The types with which an operand decides an `and` or `or`, and those with which it leaves it to the next one. */
export function outcomes(
  value: ExprValue,
  kind: 'and' | 'or',
): { deciding: readonly ExprType[]; passing: readonly ExprType[] } {
  const falsy: ExprType[] = [];
  const truthy: ExprType[] = [];
  for (const type of membersOf(possibleTypes(value))) {
    if (value.kind === 'bool') (value.value ? truthy : falsy).push(type);
    else if (type.kind === 'nulltype') falsy.push(type);
    else if (type.kind === 'bool' || type.kind === 'any') {
      falsy.push(type);
      truthy.push(type);
    } else if (type.kind !== 'noreturn') truthy.push(type);
  }
  return kind === 'and' ? { deciding: falsy, passing: truthy } : { deciding: truthy, passing: falsy };
}
