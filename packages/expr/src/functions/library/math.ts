import { type FloatValue, floatValue, type ListValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';
import { intResult } from '../result-value.ts';
import { type FunctionTable, type Int, overload, type Overload } from '../signature.ts';
import { roundFloat, roundInteger, roundToWhole } from './rounding.ts';

/** Whether one number takes the place of another as the least or greatest. */
type Beats = (a: Int, b: Int) => boolean;

/** The forms of min and max. */
function extreme(name: string, beats: Beats): readonly Overload[] {
  const best = <T extends { readonly value: Int }>(values: readonly T[], call: Call): T => {
    const [first, ...rest] = values;
    if (first === undefined) return call.refuseValue(`Expected at least one element for ${name}(), found none`, 0);
    return rest.reduce((winner, value) => (beats(value.value, winner.value) ? value : winner), first);
  };
  const ofInts = (values: readonly Int[], call: Call): Int =>
    best(
      values.map((value) => ({ value })),
      call,
    ).value;
  // The float itself: it is only copied, and keeps its text.
  const ofFloats = (values: readonly FloatValue[], call: Call): FloatValue => best(values, call);
  return [
    overload('(a: int, b: int) -> int', (a, b, call) => ofInts([a, b], call)),
    overload('(a: float, b: float) -> float', (a, b, call) => ofFloats([a, b], call)),
    overload('(a: int, b: int, c: int) -> int', (a, b, c, call) => ofInts([a, b, c], call)),
    overload('(a: float, b: float, c: float) -> float', (a, b, c, call) => ofFloats([a, b, c], call)),
    overload('(values: list[nulltype]) -> noreturn', (_, call) => best([], call)),
    overload('(values: list[int]) -> int', (values, call) => ofInts(integersOf(values), call)),
    overload('(values: list[float]) -> float', (values, call) => ofFloats(floatsOf(values), call)),
    overload('(r: range_expr) -> int', (r, call) => {
      if (r.length === 0n) best([], call);
      return beats(0, 1) ? r.at(0) : r.at(-1);
    }),
  ];
}

/** Specification: Expression Language 2.2.2. */
export const math: FunctionTable = {
  abs: [
    overload('(x: int) -> int', (x) => (x < 0 ? -x : x)),
    overload('(x: float) -> float', (x) => Math.abs(x.value)),
  ],
  min: extreme('min', (a, b) => a < b),
  max: extreme('max', (a, b) => a > b),
  sum: [
    overload('(values: list[nulltype]) -> int', () => 0),
    overload('(values: list[int]) -> int', (values) => integersOf(values).reduce<bigint>((a, b) => a + BigInt(b), 0n)),
    overload('(values: list[float]) -> float', (values) =>
      floatsOf(values).reduce((total, { value }) => total + value, 0),
    ),
    overload('(r: range_expr) -> int', (r) => r.sum()),
  ],
  floor: [overload('(x: int) -> int', (x) => x), overload('(x: float) -> int', (x) => Math.floor(x.value))],
  ceil: [overload('(x: int) -> int', (x) => x), overload('(x: float) -> int', (x) => Math.ceil(x.value))],
  round: [
    overload('(x: float) -> int', (x) => roundToWhole(x.value, 0)),
    overload('(x: float, ndigits: int) -> float | int', (x, ndigits, call) => {
      if (ndigits <= 0) return intResult(roundToWhole(x.value, ndigits), call);
      call.meter.reserveText(Number(ndigits));
      const text = roundFloat(x.value, Number(ndigits));
      return floatValue(Number(text), text);
    }),
    overload('(x: int, ndigits: int) -> int', (x, ndigits) => roundInteger(BigInt(x), ndigits)),
  ],
};

function integersOf(list: ListValue): readonly Int[] {
  return list.items.flatMap((item) => (item.kind === 'int' ? [item.value] : []));
}

function floatsOf(list: ListValue): readonly FloatValue[] {
  return list.items.filter((item) => item.kind === 'float');
}
