import {
  coerce,
  DEFAULT_LIMITS,
  Expression,
  type ExprType,
  type ExprValue,
  intValue,
  IntRangeExpr,
  jsonText,
  listValue,
  rangeValue,
  stringValue,
  SymbolTable,
  typeOf,
  typeText,
  unresolvedValue,
} from '@ojd/expr';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Meter } from '../../src/evaluate/meter.ts';
import { smallArithmetic, smallComparison } from '../../src/evaluate/small-integers.ts';
import { Call } from '../../src/functions/call.ts';
import { LIBRARY } from '../../src/functions/library.ts';
import { BINARY_NAMES, COMPARE_NAMES } from '../../src/functions/operator-names.ts';
import { RandomExpressions } from '../differential/random-expression.ts';
import { noSymbols } from '../evaluate/evaluating.ts';

const int64 = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.integer({ min: -20, max: 20 }).map(BigInt),
  fc.constantFrom(-(2n ** 63n), 2n ** 63n - 1n, 2n ** 53n, -(2n ** 53n), 2n ** 53n - 1n),
);
const fitsInt64 = (value: bigint): boolean => BigInt.asIntN(64, value) === value;

const withInts = (a: bigint, b: bigint) => ({
  ...noSymbols,
  symbols: new SymbolTable().set('a', intValue(a)).set('b', intValue(b)),
});
const exact = (value: ExprValue): bigint => {
  if (value.kind !== 'int') throw new TypeError(`Expected an int, found ${value.kind}`);
  return BigInt(value.value);
};

/** Every element that Python's slice(start, stop, step) names, found by looking at all of them. */
function model<T>(items: readonly T[], start: number | undefined, stop: number | undefined, step: number): T[] {
  const n = items.length;
  const from = start === undefined ? (step > 0 ? 0 : n - 1) : start < 0 ? start + n : start;
  const to = stop === undefined ? (step > 0 ? n : -1) : stop < 0 ? Math.max(stop + n, -1) : stop;
  const picked: T[] = [];
  // Begin at the first index inside that the step can reach.
  for (let i = step > 0 ? Math.max(from, 0) : Math.min(from, n - 1); step > 0 ? i < to : i > to; i += step) {
    const item = items[i];
    if (item !== undefined) picked.push(item);
  }
  return picked;
}

const slice = (start?: number, stop?: number, by?: number): string => `v[${start ?? ''}:${stop ?? ''}:${by ?? ''}]`;
const evaluate = (value: ExprValue, source: string): ExprValue =>
  Expression.parse(source).evaluate({ ...noSymbols, symbols: new SymbolTable().set('v', value) });

const plain = (value: ExprValue): ExprValue => (value.kind === 'float' ? { kind: 'float', value: value.value } : value);

/** Whether a known type is one of those that checking said. */
const isAmong = (type: ExprType, said: ExprType): boolean =>
  typeof coerce(unresolvedValue(type), said, 'POSIX') !== 'string' &&
  (said.kind !== 'noreturn' || type.kind === 'noreturn');

describe('integers', () => {
  const quotient = Expression.parse('a // b');
  const rest = Expression.parse('a % b');

  test('// and % obey the floor law on all pairs', () => {
    fc.assert(
      fc.property(int64, int64, (a, b) => {
        fc.pre(b !== 0n && !(a === -(2n ** 63n) && b === -1n));
        const [q, r] = [exact(quotient.evaluate(withInts(a, b))), exact(rest.evaluate(withInts(a, b)))];
        expect(q * b + r).toBe(a);
        expect(r === 0n || r < 0n === b < 0n).toBe(true);
        expect(r < 0n ? -r : r).toBeLessThan(b < 0n ? -b : b);
      }),
      { numRuns: 3000 },
    );
  });

  test('// is refused where its result leaves 64 bits, and by 0', () => {
    expect(quotient.check(withInts(-(2n ** 63n), -1n)).problems).toMatchObject([{ code: 'expr-overflow' }]);
    expect(quotient.check(withInts(1n, 0n)).problems).toMatchObject([{ code: 'expr-division-by-zero' }]);
  });

  test.each([
    ['a + b', (a: bigint, b: bigint) => a + b],
    ['a - b', (a: bigint, b: bigint) => a - b],
    ['a * b', (a: bigint, b: bigint) => a * b],
  ])('%s is exact, or refused when it leaves 64 bits', (source, compute) => {
    const expression = Expression.parse(source);
    fc.assert(
      fc.property(int64, int64, (a, b) => {
        const expected = compute(a, b);
        const { value, problems } = expression.check(withInts(a, b));
        const found = problems[0]?.code ?? exact(value);
        expect(found).toBe(fitsInt64(expected) ? expected : 'expr-overflow');
      }),
      { numRuns: 1000 },
    );
  });

  test('the order of integers is that of numbers', () => {
    const [less, equal] = [Expression.parse('a < b'), Expression.parse('a == b')];
    fc.assert(
      fc.property(int64, int64, (a, b) => {
        expect(less.evaluate(withInts(a, b))).toEqual({ kind: 'bool', value: a < b });
        expect(equal.evaluate(withInts(a, b))).toEqual({ kind: 'bool', value: a === b });
      }),
    );
  });
});

test('what is computed without the library is what the library computes', () => {
  const small = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }).map(intValue);
  const binary = fc.constantFrom(...(['+', '-', '*', '%'] as const));
  const compare = fc.constantFrom(...(['==', '!=', '<', '>', '<=', '>='] as const));
  const call = new Call(noSymbols, new Meter(DEFAULT_LIMITS), { start: 0, end: 0 }, []);
  const byLibrary = (name: string, a: ExprValue, b: ExprValue) =>
    LIBRARY.get(name)?.overloads[0]?.implement([a, b], call);
  const near = fc.oneof(small, fc.integer({ min: -50, max: 50 }).map(intValue));
  fc.assert(
    fc.property(near, near, binary, compare, (a, b, operator, comparison) => {
      const quick = smallArithmetic(operator, a, b);
      fc.pre(quick !== undefined);
      expect(quick).toEqual(byLibrary(BINARY_NAMES[operator], a, b));
      expect(smallComparison(comparison, a, b)).toBe(byLibrary(COMPARE_NAMES[comparison], a, b));
    }),
    { numRuns: 2000 },
  );
});

describe('slices agree with a naive model', () => {
  const bound = fc.option(fc.integer({ min: -12, max: 12 }), { nil: undefined });
  const step = fc.integer({ min: -4, max: 4 }).filter((value) => value !== 0);
  test('for lists', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 8 }), bound, bound, step, (items, start, stop, by) => {
        const list = listValue(items.map(intValue), { kind: 'int' });
        const expected = model(items, start, stop, by).map(intValue);
        expect(evaluate(list, slice(start, stop, by))).toEqual(listValue(expected, { kind: 'int' }));
      }),
      { numRuns: 500 },
    );
  });

  test('for strings, by code points', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\u{10FFFF}'), maxLength: 8 });
    fc.assert(
      fc.property(text, bound, bound, step, (s, start, stop, by) => {
        const expected = model(Array.from(s), start, stop, by).join('');
        expect(evaluate(stringValue(s), slice(start, stop, by))).toEqual(stringValue(expected));
      }),
      { numRuns: 500 },
    );
  });

  test('for range expressions', () => {
    const members = fc.uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(members, bound, bound, step, (values, start, stop, by) => {
        const sorted = values.toSorted((a, b) => a - b);
        const sliced = evaluate(rangeValue(IntRangeExpr.fromValues(values)), slice(start, stop, by));
        const found =
          sliced.kind === 'range_expr'
            ? Array.from(sliced.value, Number)
            : sliced.kind === 'list' && sliced.items.map((item) => Number(exact(item)));
        expect(sliced.kind).toBe(by > 0 ? 'range_expr' : 'list');
        expect(found).toEqual(model(sorted, start, stop, by));
      }),
      { numRuns: 500 },
    );
  });
});

describe('printing and parsing a value is the identity', () => {
  const text = fc.string({ unit: 'binary' }).filter((s) => !/\p{Surrogate}/u.test(s));
  const scalar = fc.oneof(
    int64.map(intValue),
    fc.boolean().map((value): ExprValue => ({ kind: 'bool', value })),
    fc.constant<ExprValue>({ kind: 'null' }),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value): ExprValue => ({ kind: 'float', value: value + 0 })),
    text.map(stringValue),
  );
  const list = fc.oneof(
    fc.array(int64.map(intValue), { maxLength: 5 }).map((items) => listValue(items)),
    fc.array(text.map(stringValue), { maxLength: 5 }).map((items) => listValue(items)),
    fc
      .array(
        fc.array(int64.map(intValue), { minLength: 1, maxLength: 3 }).map((items) => listValue(items)),
        { maxLength: 3 },
      )
      .map((items) => listValue(items)),
  );
  test.each(['repr_py', 'repr_json'])('by %s', (write) => {
    const writer = Expression.parse(`${write}(v)`);
    fc.assert(
      fc.property(fc.oneof(scalar, list), (value) => {
        const written = writer.evaluate({ ...noSymbols, symbols: new SymbolTable().set('v', value) });
        // JSON writes what is beyond U+FFFF as a pair, which is no literal of the language.
        fc.pre(written.kind === 'string' && !(write === 'repr_json' && /\\ud[89a-f]/.test(written.value)));
        if (written.kind !== 'string') return;
        expect(plain(Expression.parse(written.value).evaluate(noSymbols))).toEqual(plain(value));
      }),
      { numRuns: 500 },
    );
  });

  test('and JSON text is JSON', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(JSON.parse(jsonText(listValue(texts.map(stringValue))))).toEqual(texts);
      }),
    );
  });
});

describe('checking with some of it unknown agrees with evaluating', () => {
  const known = new Map<string, ExprValue>([
    ['Param.I', intValue(42)],
    ['Param.F', { kind: 'float', value: 2.5, text: '2.500' }],
    ['Param.B', { kind: 'bool', value: true }],
    ['Param.S', stringValue('Scene_v01')],
    ['Param.P', { kind: 'path', value: '/shows/a/scene.0010.exr', format: 'POSIX' }],
    ['Param.R', rangeValue(IntRangeExpr.parse('1-10:2'))],
    ['Param.L', listValue([intValue(5), intValue(-1), intValue(5)])],
    ['Param.LS', listValue([stringValue('b'), stringValue('a c')])],
  ]);
  const all = new SymbolTable();
  for (const [name, value] of known) all.set(name, value);

  test('on random expressions, each with a random part of its variables unknown', () => {
    let compared = 0;
    for (let seed = 0; seed < 6000; seed++) {
      const source = new RandomExpressions(seed).next().text;
      const outcome = Expression.parse(source).check({ ...noSymbols, symbols: all });
      const symbols = new SymbolTable(all);
      for (const [i, [name, value]] of [...known].entries()) {
        if ((seed >> (i % 7)) % 2 === 0) symbols.set(name, unresolvedValue(typeOf(value)));
      }
      const checked = Expression.parse(source).check({ ...noSymbols, symbols });
      if (outcome.problems.length > 0) continue;
      compared++;
      // A loop over a list that is empty after all never met what is wrong in its body; checking did.
      if (source.includes(' for v in ') && checked.problems.length > 0) continue;
      expect({ source, problems: checked.problems }).toEqual({ source, problems: [] });
      expect([source, typeText(outcome.type), typeText(checked.type), isAmong(outcome.type, checked.type)]).toEqual([
        source,
        typeText(outcome.type),
        typeText(checked.type),
        true,
      ]);
      const value = checked.value.kind === 'unresolved' ? outcome.value : checked.value;
      expect([source, value]).toEqual([source, outcome.value]);
    }
    expect(compared).toBeGreaterThan(2000);
  });
});
