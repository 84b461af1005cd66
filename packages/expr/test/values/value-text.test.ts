import {
  boolValue,
  floatText,
  floatValue,
  INT,
  intValue,
  IntRangeExpr,
  jsonText,
  listValue,
  nullValue,
  pathValue,
  rangeValue,
  stringValue,
  toJson,
  typeOf,
  unresolvedValue,
  valueText,
} from '@ojd/expr';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('the text of a value', () => {
  test.each([
    [nullValue, ''],
    [boolValue(true), 'true'],
    [intValue(-(2n ** 63n)), '-9223372036854775808'],
    [floatValue(3.5, '3.500'), '3.500'],
    [floatValue(3.5), '3.5'],
    [floatValue(-0), '0.0'],
    [stringValue('é "x"'), 'é "x"'],
    [pathValue('/a b', 'POSIX'), '/a b'],
    [rangeValue(IntRangeExpr.parse('1-3')), '1-3'],
    [listValue([]), '[]'],
    [listValue([stringValue('é "x"\n'), pathValue('/a', 'POSIX')]), '["é \\"x\\"\\n", "/a"]'],
    [listValue([listValue([intValue(1)]), listValue([intValue(2), intValue(3)])]), '[[1], [2, 3]]'],
    [listValue([floatValue(0.5, '.5'), floatValue(2, '2.00')]), '[0.5, 2.00]'],
  ])('%o is %s', (value, expected) => {
    expect(valueText(value)).toBe(expected);
  });

  test('an unresolved one has none', () => {
    expect(() => valueText(unresolvedValue(INT))).toThrow(TypeError);
  });
});

test.each([
  [1, '1.0'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1e15, '1000000000000000.0'],
  [1e16, '1e+16'],
  [123456789012345680, '1.2345678901234568e+17'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [-1.5e-7, '-1.5e-07'],
  [-12.25, '-12.25'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
])('the float %d is written %s', (value, expected) => {
  expect(floatText(value)).toBe(expected);
});

test('the text of a float reads back as the same float', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(floatText(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('integers are numbers where they are safe and exact everywhere', () => {
  expect(intValue(2n ** 53n - 1n).value).toBe(2 ** 53 - 1);
  expect(intValue(2n ** 53n).value).toBe(2n ** 53n);
  expect(Object.is(intValue(-0).value, 0)).toBe(true);
  expect(() => intValue(2n ** 63n)).toThrow(RangeError);
  expect(() => intValue(1.5)).toThrow(RangeError);
  expect(() => floatValue(Number.NaN)).toThrow(RangeError);
});

test('plain data and JSON say the same of small values', () => {
  const value = listValue([intValue(1), intValue(2)]);
  expect(toJson(value)).toEqual([1, 2]);
  expect(JSON.parse(jsonText(value))).toEqual([1, 2]);
  expect(toJson(nullValue)).toBeNull();
  expect(jsonText(nullValue)).toBe('null');
  expect(toJson(rangeValue(IntRangeExpr.parse('1-3')))).toBe('1-3');
  expect(typeOf(value)).toEqual({ kind: 'list', element: { kind: 'int' } });
});
