import type { IntRangeExpr } from '../../ranges/int-range-expr.ts';
import { type ExprValue, listValue, rangeValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';
import { type FunctionTable, type Int, overload } from '../signature.ts';
import { codePoints, codePointLength, isPlain } from './code-points.ts';
import { listOfRange } from './range-items.ts';

/** Specification: Expression Language 1.3.8, 2.1.7, 2.1.8. */
export const subscripts: FunctionTable = {
  __getitem__: [
    overload('(list: list[T], index: int) -> T', (list, index, call) => {
      const item = list.items[indexWithin(list.items.length, index, 'list', call)];
      // Unreachable: the index is within.
      return item ?? call.refuseValue('Expected an element');
    }),
    overload('(r: range_expr, index: int) -> int', (r, index, call) => {
      const position = BigInt(index) < 0n ? BigInt(index) + r.length : BigInt(index);
      if (position < 0n || position >= r.length) refuseIndex(index, 'range expression', r.length, call);
      return r.at(position);
    }),
    overload('(s: string, index: int) -> string', (s, index, call) => {
      if (isPlain(s)) return s.charAt(indexWithin(s.length, index, 'string', call));
      const letters = codePoints(s, call);
      return letters[indexWithin(letters.length, index, 'string', call)] ?? '';
    }),
    overload('(list: list[T], start: int?, stop: int?, step: int?) -> list[T]', (list, start, stop, step, call) => {
      const items = slice(list.items.length, start, stop, step, call, (indices) =>
        indices.flatMap((i) => list.items[i] ?? []),
      );
      return listValue(items, list.element);
    }),
    overload('(r: range_expr, start: int?, stop: int?, step: int?) -> range_expr | list[int]', sliceRange),
    overload('(s: string, start: int?, stop: int?, step: int?) -> string', (s, start, stop, step, call) => {
      const letters = isPlain(s) ? undefined : codePoints(s, call);
      const length = letters?.length ?? codePointLength(s);
      return slice(length, start, stop, step, call, (indices) =>
        indices.map((i) => letters?.[i] ?? s.charAt(i)).join(''),
      );
    }),
  ],
};

function indexWithin(length: number, index: Int, what: string, call: Call): number {
  const position = Number(index) < 0 ? Number(index) + length : Number(index);
  if (position < 0 || position >= length) refuseIndex(index, what, length, call);
  return position;
}

function refuseIndex(index: Int, what: string, length: number | bigint, call: Call): never {
  const range =
    Number(length) === 0 ? 'the index of an element of' : `an index from -${length} to ${BigInt(length) - 1n} of`;
  const message = `Expected ${range} the ${what} of length ${length}, found ${index}`;
  return call.refuse('expr-index-out-of-range', message, { arg: 1 });
}

/** What a bound of a slice is: null stands for one that is left out. */
function bound(value: ExprValue): bigint | undefined {
  return value.kind === 'int' ? BigInt(value.value) : undefined;
}

/** Where a slice begins, where it ends, and by how much it steps, as Python clamps them. */
function sliceBounds(
  length: bigint,
  [start, stop, step]: readonly [ExprValue, ExprValue, ExprValue],
  call: Call,
): { first: bigint; past: bigint; stride: bigint } {
  const stride = bound(step) ?? 1n;
  if (stride === 0n) call.refuseValue('Expected a slice step other than 0, found 0', 3);
  const low = stride > 0n ? 0n : -1n;
  const high = stride > 0n ? length : length - 1n;
  const clamp = (value: bigint | undefined, missing: bigint): bigint => {
    if (value === undefined) return missing;
    const position = value < 0n ? value + length : value;
    if (position < low) return low;
    return position > high ? high : position;
  };
  const first = clamp(bound(start), stride > 0n ? low : high);
  const past = clamp(bound(stop), stride > 0n ? high : low);
  return { first, past, stride };
}

function slice<T>(
  length: number,
  start: ExprValue,
  stop: ExprValue,
  step: ExprValue,
  call: Call,
  pick: (indices: readonly number[]) => T,
): T {
  const { first, past, stride } = sliceBounds(BigInt(length), [start, stop, step], call);
  const count = Math.max(0, Number((past - first + stride + (stride > 0n ? -1n : 1n)) / stride));
  call.meter.reserveItems(count);
  return pick(Array.from({ length: count }, (_, i) => Number(first) + i * Number(stride)));
}

function sliceRange(r: IntRangeExpr, start: ExprValue, stop: ExprValue, step: ExprValue, call: Call): ExprValue {
  const { first, past, stride } = sliceBounds(r.length, [start, stop, step], call);
  if (stride > 0n) return rangeValue(r.slice(first, past, stride));
  // A range expression is ascending: backwards, its values are a list.
  const backwards = r.slice(past + 1n, first + 1n);
  const ascending = listOfRange(backwards, call);
  return listValue(
    ascending.items.toReversed().filter((_, i) => BigInt(i) % -stride === 0n),
    ascending.element,
  );
}
