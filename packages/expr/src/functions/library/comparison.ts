import { typeText } from '../../types/expr-type.ts';
import { type ExprValue, type ListValue, typeOf } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';
import { type FunctionTable, overload, type Overload } from '../signature.ts';
import { compareText, compareValues, equalValues } from './order.ts';

type Decide = (order: number) => boolean;

/** The forms of an ordering operator. */
function ordering(decide: Decide): readonly Overload[] {
  return [
    overload('(a: int, b: int) -> bool', (a, b) => decide(a < b ? -1 : a > b ? 1 : 0)),
    // Python compares an integer with a float exactly, and so does JavaScript.
    overload('(a: int, b: float) -> bool', (a, b) => decide(a < b.value ? -1 : a > b.value ? 1 : 0)),
    overload('(a: float, b: int) -> bool', (a, b) => decide(a.value < b ? -1 : a.value > b ? 1 : 0)),
    overload('(a: float, b: float) -> bool', (a, b) => decide(a.value - b.value)),
    overload('(a: string, b: string) -> bool', (a, b) => decide(compareText(a, b))),
    overload('(a: path, b: path) -> bool', (a, b) => decide(compareText(a.value, b.value))),
    overload('(a: bool, b: bool) -> bool', (a, b) => decide(Number(a) - Number(b))),
    overload('(a: list[T1], b: list[T2]) -> bool', (a, b, call) => decide(orderLists(a, b, call))),
  ];
}

/** Specification: Expression Language 1.2.5, 2.1.4, 2.1.6. */
export const comparison: FunctionTable = {
  __eq__: [overload('(a: T1, b: T2) -> bool', equal)],
  __ne__: [overload('(a: T1, b: T2) -> bool', (a, b, call) => !equal(a, b, call))],
  __lt__: ordering((order) => order < 0),
  __gt__: ordering((order) => order > 0),
  __le__: ordering((order) => order <= 0),
  __ge__: ordering((order) => order >= 0),
  __contains__: [
    overload('(a: string, b: string) -> bool', (a, b) => a.includes(b)),
    overload('(list: list[T], item: T) -> bool', contains),
    overload('(r: range_expr, item: int) -> bool', (r, item) => r.has(item)),
    overload('(r: range_expr, item: float) -> bool', (r, item) => r.has(item.value)),
  ],
  __not_contains__: [
    overload('(a: string, b: string) -> bool', (a, b) => !a.includes(b)),
    overload('(list: list[T], item: T) -> bool', (list, item, call) => !contains(list, item, call)),
    overload('(r: range_expr, item: int) -> bool', (r, item) => !r.has(item)),
    overload('(r: range_expr, item: float) -> bool', (r, item) => !r.has(item.value)),
  ],
  __not__: [overload('(a: bool) -> bool', (a) => !a)],
};

function equal(a: ExprValue, b: ExprValue, call: Call): boolean {
  return equalValues(a, b, call.meter);
}

function contains(list: ListValue, item: ExprValue, call: Call): boolean {
  return list.items.some((candidate) => equalValues(candidate, item, call.meter));
}

function orderLists(a: ListValue, b: ListValue, call: Call): number {
  const order = compareValues(a, b, call.meter);
  if (order !== undefined) return order;
  const message = `Expected two lists with elements that can be ordered, found ${typeText(typeOf(a))} and ${typeText(typeOf(b))}`;
  return call.refuse('expr-no-matching-signature', message);
}
