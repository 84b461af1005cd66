import { typeText } from '../../types/expr-type.ts';
import { type ExprValue, type ListValue, listValue, typeOf } from '../../values/expr-value.ts';
import { jsonText } from '../../values/value-text.ts';
import type { Call } from '../call.ts';
import { type FunctionTable, type Int, overload } from '../signature.ts';
import { compareValues } from './order.ts';

/** Specification: Expression Language 2.2.3. */
export const lists: FunctionTable = {
  range: [
    overload('(stop: int) -> list[int]', (stop, call) => integers(0, stop, 1, call)),
    overload('(start: int, stop: int) -> list[int]', (start, stop, call) => integers(start, stop, 1, call)),
    overload('(start: int, stop: int, step: int) -> list[int]', integers),
  ],
  flatten: [
    overload('(values: list[nulltype]) -> list[nulltype]', (values) => values),
    overload('(lists: list[list[T]]) -> list[T]', (nested, call) => {
      const items = nested.items.flatMap((item) => (item.kind === 'list' ? item.items : []));
      call.meter.reserveItems(items.length);
      return listValue(items, nested.element.kind === 'list' ? nested.element.element : nested.element);
    }),
    overload('(values: list[T]) -> list[T]', (values) => values),
  ],
  sorted: [overload('(values: list[T]) -> list[T]', sort)],
  reversed: [
    overload('(values: list[T]) -> list[T]', (values) => listValue(values.items.toReversed(), values.element)),
  ],
  unique: [
    overload('(values: list[T]) -> list[T]', (values, call) => listValue(distinct(values.items, call), values.element)),
  ],
  any: [overload('(values: list[bool]) -> bool', (values) => values.items.some(isTrue))],
  all: [overload('(values: list[bool]) -> bool', (values) => values.items.every(isTrue))],
};

function integers(start: Int, stop: Int, step: Int, call: Call): readonly Int[] {
  const [first, past, stride] = [BigInt(start), BigInt(stop), BigInt(step)];
  if (stride === 0n) call.refuseValue('Expected a step other than 0 for range(), found 0', 2);
  const room = stride > 0n ? past - first + stride - 1n : past - first + stride + 1n;
  const count = Math.max(0, Number(room / stride));
  call.meter.reserveItems(count);
  return typeof start === 'number' && typeof stop === 'number' && Math.abs(Number(step)) <= 2 ** 53
    ? Array.from({ length: count }, (_, i) => start + i * Number(step))
    : Array.from({ length: count }, (_, i) => first + BigInt(i) * stride);
}

function sort(values: ListValue, call: Call): ListValue {
  const items = values.items.toSorted((a, b) => {
    const order = compareValues(a, b, call.meter);
    return order ?? call.refuseValue(`Expected elements that can be ordered, found ${typeText(typeOf(values))}`, 0);
  });
  return listValue(items, values.element);
}

function distinct(items: readonly ExprValue[], call: Call): readonly ExprValue[] {
  const seen = new Map<string, ExprValue>();
  for (const item of items) {
    if (item.kind === 'list') call.meter.spend(item.items.length);
    const key = keyOf(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

/** Equal values of one list have equal keys. */
function keyOf(value: ExprValue): string {
  if (value.kind === 'float') return String(value.value);
  // As it is: a key of its own would be as long as the text.
  if (value.kind === 'string' || value.kind === 'path') return value.value;
  return value.kind === 'list'
    ? `[${value.items.map((item) => (item.kind === 'float' ? keyOf(item) : jsonText(item))).join()}]`
    : jsonText(value);
}

function isTrue(value: ExprValue): boolean {
  return value.kind === 'bool' && value.value;
}
