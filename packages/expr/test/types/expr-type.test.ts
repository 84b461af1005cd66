import { parseType, typeText } from '@ojd/expr';
import { expect, test } from 'vitest';

test.each([
  ['int', 'int'],
  ['int?', 'int?'],
  ['nulltype | int', 'int?'],
  ['list[ string ]', 'list[string]'],
  ['string? | list[string]', 'list[string] | string | nulltype'],
  ['(int | string) | bool'.replaceAll(/[()]/g, ''), 'bool | int | string'],
  ['int | int', 'int'],
  ['int | any', 'any'],
  ['int | noreturn', 'int'],
  ['noreturn', 'noreturn'],
  ['list[unresolved[int]]', 'unresolved[list[int]]'],
  ['int | unresolved[string]', 'unresolved[int | string]'],
  ['unresolved[unresolved[int]]', 'unresolved[int]'],
  ['unresolved[any]', 'unresolved'],
  ['unresolved', 'unresolved'],
  ['list[list[int]]', 'list[list[int]]'],
  ['range_expr | path', 'path | range_expr'],
])('%s is normally written %s', (text, expected) => {
  expect(typeText(parseType(text))).toBe(expected);
  expect(typeText(parseType(expected))).toBe(expected);
});

test.each(['', 'integer', 'list', 'list[]', 'list[int', 'int |', 'int]', 'constructor', 'int string'])(
  '%j is no type',
  (text) => {
    expect(() => parseType(text)).toThrow(TypeError);
  },
);

test('the refusal shows what is possible', () => {
  expect(() => parseType('list[str]')).toThrow(
    'Expected a type such as int, string?, list[path] or int | float, found "list[str]" with an unexpected \'str\'',
  );
});
