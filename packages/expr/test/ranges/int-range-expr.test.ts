import { ExprError, IntRangeExpr } from '@ojd/expr';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const values = (text: string): number[] => Array.from(IntRangeExpr.parse(text), Number);

describe('reading', () => {
  test.each([
    ['1 - 5', [1, 2, 3, 4, 5]],
    ['1 - -1', [1]],
    ['-1 - 1', [-1, 0, 1]],
    ['1-5:2', [1, 3, 5]],
    ['10-15:2,1-5', [1, 2, 3, 4, 5, 10, 12, 14]],
    ['-5--1', [-5, -4, -3, -2, -1]],
    ['10-1:-3', [1, 4, 7, 10]],
    ['5', [5]],
    [' 007 ,\t1', [1, 7]],
    ['1-5:-1', [1]],
    ['1-5:10', [1]],
  ])('%s has the values %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  test.each([
    ['', 'range-expr-empty'],
    [' ', 'range-expr-empty'],
    ['1,', 'range-expr-syntax'],
    [',1', 'range-expr-syntax'],
    ['1,,2', 'range-expr-syntax'],
    ['a', 'range-expr-syntax'],
    ['+1', 'range-expr-syntax'],
    ['0x1', 'range-expr-syntax'],
    ['1 2', 'range-expr-syntax'],
    ['- 5', 'range-expr-syntax'],
    ['1:5', 'range-expr-syntax'],
    ['1-5:2:3', 'range-expr-syntax'],
    ['1..5', 'range-expr-syntax'],
    ['1-5:0', 'range-expr-step'],
    ['1-10,5-15', 'range-expr-overlap'],
    ['1,1', 'range-expr-overlap'],
    ['1-10:4,2-6:4', 'range-expr-overlap'],
    ['9223372036854775808', 'range-expr-overflow'],
    ['-9223372036854775809', 'range-expr-overflow'],
  ])('%j is refused with %s', (text, code) => {
    const outcome = IntRangeExpr.safeParse(text);
    expect(outcome).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test('overlap is judged on what the parts claim, not on the values they have', () => {
    expect(IntRangeExpr.safeParse('1-10:4,10-15').ok).toBe(false);
  });

  test('the error shows the offending part', () => {
    expect(() => IntRangeExpr.parse('1-3, x, 5')).toThrow(
      new ExprError('1-3, x, 5', [
        {
          code: 'range-expr-syntax',
          message:
            "Expected an integer, a range or a range with a step (7, 1-10 or 1-10:2) in a range expression, found 'x'",
          span: { start: 5, end: 6 },
        },
      ]),
    );
    expect(() => IntRangeExpr.parse('1-3, x, 5')).toThrow(/\n {2}1-3, x, 5\n {7}\^$/);
  });

  test.each(['1\n-3', '1-\r3', '1\u00A0-3', '1-3\n', '1-3:\u20032'])(
    'between the tokens stand spaces and tabs, no other white space: %j',
    (text) => {
      expect(IntRangeExpr.safeParse(text)).toMatchObject({ problems: [{ code: 'range-expr-syntax' }] });
      expect([...IntRangeExpr.parse(text.replace(/\s/u, ' \t'))]).toContain(3n);
    },
  );

  test('the number of parts is limited before they are read', () => {
    const text = Array.from({ length: 11 }, (_, i) => i * 2).join(',');
    expect(IntRangeExpr.safeParse(text, { maxParts: 10 })).toMatchObject({
      problems: [{ code: 'range-expr-too-many-parts' }],
    });
    expect(IntRangeExpr.parse(text).length).toBe(11n);
  });
});

describe('a huge range', () => {
  const all = IntRangeExpr.parse('-9223372036854775808-9223372036854775807');

  test('is exact and never expanded', () => {
    expect(all.length).toBe(2n ** 64n);
    expect(all.at(-1)).toBe(2n ** 63n - 1n);
    expect(all.at(2n ** 63n)).toBe(0n);
    expect(all.indexOf(0)).toBe(2n ** 63n);
    expect(all.slice(5, -5).length).toBe(2n ** 64n - 10n);
    expect(all.sum()).toBe(-(2n ** 63n));
    expect(all.equals(all.slice())).toBe(true);
  });
});

describe('writing', () => {
  test.each([
    ['1-2', '1,2'],
    ['1,2,3', '1-3'],
    ['3,1,2', '1-3'],
    ['1-5:2,7-9:2', '1-9:2'],
    ['1-3,5-7,4', '1-7'],
    ['1,3,5', '1,3,5'],
    ['10-1:-3', '1-10:3'],
    ['-3--1,0', '-3-0'],
    ['1-4:2', '1,3'],
  ])('%s is written %s', (text, expected) => {
    expect(IntRangeExpr.parse(text).toString()).toBe(expected);
    expect(JSON.stringify({ range: IntRangeExpr.parse(text) })).toBe(JSON.stringify({ range: expected }));
  });

  test('values are written as runs', () => {
    expect(IntRangeExpr.fromValues([9, 1, 3, 5, 7, 20, 20n, 21]).toString()).toBe('1-9:2,20,21');
    expect(IntRangeExpr.fromValues([]).length).toBe(0n);
  });
});

describe('misuse', () => {
  test('an index outside is a RangeError that says how many values there are', () => {
    expect(() => IntRangeExpr.parse('1-3').at(3)).toThrow('Index 3 is outside of a range expression with 3 values');
    expect(() => IntRangeExpr.parse('1-3').at(-4)).toThrow(RangeError);
    expect(() => IntRangeExpr.fromValues([]).at(0)).toThrow(RangeError);
  });

  test('values beyond 64 bits are refused', () => {
    expect(() => IntRangeExpr.fromValues([2n ** 63n])).toThrow(RangeError);
  });

  test('a step that is not positive is refused', () => {
    expect(() => IntRangeExpr.parse('1-3').slice(0, 3, 0)).toThrow(RangeError);
  });

  test('a fraction is no member', () => {
    expect(IntRangeExpr.parse('1-3').has(1.5)).toBe(false);
  });
});

// A range expression as text together with the values that it stands for, from parts that cannot overlap.
const ranges = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .chain((parts) => {
    let next = -20;
    const written = parts.map(([gap, width, step]) => {
      const start = next + gap;
      const end = start + width;
      next = end;
      const members = Array.from({ length: Math.floor(width / step) + 1 }, (_, i) => start + i * step);
      return { text: width === 0 ? `${start}` : `${start}-${end}:${step}`, members };
    });
    return fc.shuffledSubarray(written, { minLength: 1 }).map((chosen) => ({
      text: chosen.map(({ text }) => text).join(','),
      members: chosen.flatMap(({ members }) => members).toSorted((a, b) => a - b),
    }));
  });

describe('the algebra agrees with sets of numbers', () => {
  test('members, length, index and membership', () => {
    fc.assert(
      fc.property(ranges, fc.integer({ min: -25, max: 120 }), ({ text, members }, probe) => {
        const range = IntRangeExpr.parse(text);
        expect(Array.from(range, Number)).toEqual(members);
        expect(range.length).toBe(BigInt(members.length));
        expect(range.has(probe)).toBe(members.includes(probe));
        expect(Number(range.indexOf(probe))).toBe(members.indexOf(probe));
        members.forEach((member, i) => {
          expect(range.at(i)).toBe(BigInt(member));
          expect(range.at(i - members.length)).toBe(BigInt(member));
        });
        expect(Number(range.sum())).toBe(members.reduce((a, b) => a + b, 0));
      }),
    );
  });

  test('slices', () => {
    fc.assert(
      fc.property(
        ranges,
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: -40, max: 40 }),
        fc.integer({ min: 1, max: 5 }),
        ({ text, members }, start, end, step) => {
          const sliced = IntRangeExpr.parse(text).slice(start, end, step);
          const expected = members.slice(start, end).filter((_, i) => i % step === 0);
          expect(Array.from(sliced, Number)).toEqual(expected);
          expect(sliced.length).toBe(BigInt(expected.length));
        },
      ),
    );
  });

  test('printing and reading is the identity, and so is listing and collecting', () => {
    fc.assert(
      fc.property(ranges, ({ text, members }) => {
        const range = IntRangeExpr.parse(text);
        expect(IntRangeExpr.parse(range.toString()).equals(range)).toBe(true);
        expect(IntRangeExpr.fromValues(members).equals(range)).toBe(true);
        expect(IntRangeExpr.parse(IntRangeExpr.fromValues(members).toString()).equals(range)).toBe(true);
      }),
    );
  });

  test('two are equal exactly when their sets are', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const equal = IntRangeExpr.parse(a.text).equals(IntRangeExpr.parse(b.text));
        expect(equal).toBe(JSON.stringify(a.members) === JSON.stringify(b.members));
      }),
    );
  });
});
