import type { ExprProblem, ExprValue, FormatString, IntRangeExpr, ParseOutcome } from '@ojd/expr';
import { expectTypeOf, test } from 'vitest';
import { overload } from '../../src/functions/signature.ts';

test('the kind of a value tells what it holds', () => {
  const value = {} as ExprValue;
  if (value.kind === 'int') expectTypeOf(value.value).toEqualTypeOf<number | bigint>();
  if (value.kind === 'range_expr') expectTypeOf(value.value).toEqualTypeOf<IntRangeExpr>();
  if (value.kind === 'list') expectTypeOf(value.items).toEqualTypeOf<readonly ExprValue[]>();
  // @ts-expect-error an unresolved value has none
  if (value.kind === 'unresolved') expectTypeOf(value.value).toBeNever();
});

test('an outcome has a value or problems', () => {
  const outcome = {} as ParseOutcome<FormatString>;
  if (outcome.ok) expectTypeOf(outcome.value).toEqualTypeOf<FormatString>();
  else expectTypeOf(outcome.problems).toEqualTypeOf<readonly ExprProblem[]>();
});

test('the text of a signature is the type of its implementation', () => {
  overload('(s: string, n: int, b: bool) -> string', (s, n, b) => {
    expectTypeOf(s).toEqualTypeOf<string>();
    expectTypeOf(n).toEqualTypeOf<number | bigint>();
    expectTypeOf(b).toEqualTypeOf<boolean>();
    return s;
  });
  overload('(list: list[T], r: range_expr) -> T', (list, r) => {
    expectTypeOf(list.items).toEqualTypeOf<readonly ExprValue[]>();
    expectTypeOf(r).toEqualTypeOf<IntRangeExpr>();
    return list;
  });
  // @ts-expect-error the result is to be an int
  overload('(s: string) -> int', (s) => s);
  // @ts-expect-error there is one argument, and the call
  overload('(s: string) -> string', (s, call, more) => s + String(more));
});
