import { IntRangeExpr } from '../../ranges/int-range-expr.ts';
import { parseBool } from '../../values/coerce.ts';
import { type ExprValue, floatValue } from '../../values/expr-value.ts';
import { parseFloatText, parseInteger, wholeNumber } from '../../values/parse-number.ts';
import { valueText } from '../../values/value-text.ts';
import type { Call } from '../call.ts';
import { type FunctionTable, type Int, overload } from '../signature.ts';
import { codePointLength } from './code-points.ts';
import { listOfRange } from './range-items.ts';
import { GROWTHS, reserveTextOf } from './text-size.ts';

/** Specification: Expression Language 2.2.1. */
export const general: FunctionTable = {
  len: [
    overload('(s: string) -> int', codePointLength),
    overload('(list: list[T]) -> int', (list) => list.items.length),
    overload('(p: path) -> int', (p) => codePointLength(p.value)),
    overload('(r: range_expr) -> int', (r) => r.length),
  ],
  bool: [
    overload('(value: bool) -> bool', (value) => value),
    overload('(value: nulltype) -> bool', () => false),
    overload('(value: int) -> bool', (value) => Number(value) !== 0),
    overload('(value: float) -> bool', (value) => value.value !== 0),
    overload('(value: string) -> bool', (value, call) => must(parseBool(value), call).value),
    overload('(value: path) -> noreturn', (_, call) => refuseBool('a path', call)),
    overload('(value: list[T]) -> noreturn', (_, call) => refuseBool('a list', call)),
  ],
  string: [
    overload('(value: string) -> string', (value) => value),
    overload('(value: bool) -> string', String),
    overload('(value: int) -> string', String),
    overload('(value: float) -> string', valueText),
    overload('(value: path) -> string', valueText),
    overload('(value: range_expr) -> string', (value) => value.toString()),
    overload('(value: nulltype) -> string', () => 'null'),
    overload('(value: list[T]) -> string', (value, call) => {
      reserveTextOf(value, GROWTHS.json, call);
      return valueText(value);
    }),
  ],
  int: [
    overload('(value: int) -> int', (value) => value),
    overload('(value: float) -> int', (value, call) => must(wholeNumber(value), call).value),
    overload('(value: string) -> int', (value, call) => must(parseInteger(value), call).value),
  ],
  float: [
    overload('(value: float) -> float', (value) => value.value),
    overload('(value: int) -> float', (value: Int) => floatValue(Number(value))),
    overload('(value: string) -> float', (value, call) => must(parseFloatText(value), call)),
  ],
  list: [overload('(value: range_expr) -> list[int]', listOfRange)],
  range_expr: [
    overload('(s: string) -> range_expr', (s, call) => {
      const outcome = IntRangeExpr.safeParse(s);
      return outcome.ok ? outcome.value : call.refuseValue(outcome.problems[0]?.message ?? '', 0);
    }),
    overload('(l: list[int]) -> range_expr', (l, call) => {
      if (l.items.length === 0) call.refuseValue('Expected at least one integer for a range expression, found []', 0);
      return IntRangeExpr.fromValues(l.items.flatMap((item) => (item.kind === 'int' ? [item.value] : [])));
    }),
  ],
  fail: [overload('(message: string) -> noreturn', (message, call) => call.refuse('expr-fail', message))],
};

function must<T extends ExprValue>(value: T | string, call: Call): T {
  return typeof value === 'string' ? call.refuseValue(value, 0) : value;
}

function refuseBool(what: string, call: Call): never {
  const hint = 'compare it with something, for example len(x) > 0';
  return call.refuse('expr-type-mismatch', `Expected a value that bool() can read, found ${what}`, { arg: 0 }, hint);
}
