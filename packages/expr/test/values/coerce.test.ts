import {
  boolValue,
  coerce,
  type ExprValue,
  floatValue,
  IntRangeExpr,
  INT,
  intValue,
  listValue,
  nullValue,
  parseType,
  pathValue,
  rangeValue,
  stringValue,
  typeText,
  unresolvedValue,
} from '@ojd/expr';
import { describe, expect, test } from 'vitest';

const to = (value: ExprValue, type: string): ExprValue | string => coerce(value, parseType(type), 'POSIX');
const range = rangeValue(IntRangeExpr.parse('1-3'));
const ints = listValue([intValue(1), intValue(2)]);
const strings = listValue([stringValue('1'), stringValue('2')]);

describe('a value becomes what its field wants', () => {
  test.each<[ExprValue, string, ExprValue]>([
    [intValue(5), 'int', intValue(5)],
    [intValue(5), 'float', floatValue(5)],
    [intValue(5), 'string', stringValue('5')],
    [intValue(5), 'string?', stringValue('5')],
    [intValue(5), 'string? | list[string]', stringValue('5')],
    [intValue(5), 'float | string', floatValue(5)],
    [intValue(5), 'any', intValue(5)],
    [floatValue(5), 'int', intValue(5)],
    [floatValue(1.5, '1.50'), 'string', stringValue('1.50')],
    [stringValue(' 12 '), 'int', intValue(12)],
    [stringValue('9007199254740993'), 'int', intValue(9007199254740993n)],
    [stringValue('3.500'), 'float', floatValue(3.5, '3.500')],
    [stringValue('a//b'), 'path', pathValue('a/b', 'POSIX')],
    [stringValue('YES'), 'bool', boolValue(true)],
    [stringValue('off'), 'bool', boolValue(false)],
    [pathValue('/a', 'POSIX'), 'int | string', stringValue('/a')],
    [boolValue(true), 'string', stringValue('true')],
    [range, 'string', stringValue('1-3')],
    [range, 'list[int]', listValue([intValue(1), intValue(2), intValue(3)])],
    [range, 'int | string | range_expr | list[int]', range],
    [nullValue, 'int?', nullValue],
    [ints, 'list[string]', strings],
    [strings, 'list[int]', ints],
    [listValue([]), 'list[int]', listValue([], INT)],
    [listValue([ints]), 'list[list[string]]', listValue([strings])],
    [ints, 'string? | list[string]', strings],
  ])('%o for %s', (value, type, expected) => {
    expect(to(value, type)).toEqual(expected);
  });
});

describe('a value that would lose something is refused', () => {
  test.each<[ExprValue, string, string]>([
    [floatValue(3.75), 'int', 'Expected a whole number, found 3.75'],
    [floatValue(1e19), 'int', 'Expected an integer from -2^63 to 2^63-1, found 10000000000000000000'],
    [stringValue(''), 'int', 'Expected an integer such as "42", found ""'],
    [stringValue('3.1'), 'int', 'Expected an integer such as "42", found "3.1"'],
    [stringValue('9223372036854775808'), 'int', 'Expected an integer from -2^63 to 2^63-1, found 9223372036854775808'],
    [stringValue('nothing'), 'float', 'Expected a number such as "1.5", found "nothing"'],
    [stringValue('1e999'), 'float', 'Expected a number that a 64-bit float can hold, found 1e999'],
    [stringValue('maybe'), 'bool', 'Expected one of 1, true, on, yes, 0, false, off, no, found "maybe"'],
    [nullValue, 'string', 'Expected string, found a value of type nulltype'],
    [boolValue(true), 'int', 'Expected int, found a value of type bool'],
    [intValue(1), 'path', 'Expected path, found a value of type int'],
    [ints, 'string', 'Expected string, found a value of type list[int]'],
    [intValue(1), 'list[int]', 'Expected list[int], found a value of type int'],
    [stringValue('5'), 'int | float', 'Expected float | int, found a value of type string'],
    [listValue([stringValue('x')]), 'list[int]', 'Expected an integer such as "42", found "x"'],
    [range, 'list[float]', 'Expected list[float], found a value of type range_expr'],
  ])('%o for %s', (value, type, message) => {
    expect(to(value, type)).toBe(message);
  });

  test('a range expression that is none says why', () => {
    expect(to(stringValue('1-'), 'range_expr')).toMatch(/^Expected an integer, a range/);
  });
});

describe('an unresolved value', () => {
  test.each([
    ['int', 'string', 'string'],
    ['int', 'int', 'int'],
    ['int | string', 'string', 'string'],
    ['string?', 'string', 'string'],
    ['int | bool', 'float', 'float'],
    ['list[int]', 'string? | list[string]', 'list[string]'],
    ['list[nulltype]', 'list[int]', 'list[int]'],
    ['range_expr', 'list[int] | int', 'list[int]'],
    ['any', 'int', 'int'],
    ['noreturn', 'int', 'noreturn'],
  ])('of type %s is for %s the promise of %s', (type, target, expected) => {
    const result = to(unresolvedValue(parseType(type)), target);
    expect(typeof result === 'string' ? result : result.kind === 'unresolved' && typeText(result.type)).toBe(expected);
  });

  test('of which no type fits is refused', () => {
    expect(to(unresolvedValue(parseType('bool | list[int]')), 'int')).toBe(
      'Expected int, found a value of type bool | list[int]',
    );
  });
});
