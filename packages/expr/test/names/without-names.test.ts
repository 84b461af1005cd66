import { setUnicodeNames } from '@ojd/expr';
import { unicodeNames } from '@ojd/expr/names';
import { afterEach, expect, test } from 'vitest';
import { problem, result } from '../evaluate/evaluating.ts';

afterEach(() => {
  setUnicodeNames(unicodeNames);
});

test(String.raw`without a table of names, \N{NAME} says where to get one`, () => {
  setUnicodeNames(undefined);
  expect(problem(String.raw`'a\N{BULLET}'`)).toEqual({
    code: 'expr-string-literal',
    message: String.raw`Expected a table of character names to read \N{BULLET}`,
    span: { start: 2, end: 12 },
    hint: "call setUnicodeNames(unicodeNames) with the table of '@ojd/expr/names'",
  });
});

test('a table of your own will do', () => {
  setUnicodeNames((name) => (name === 'BULLET' ? '*' : undefined));
  expect(result(String.raw`'a\N{BULLET}'`)).toBe('string "a*"');
});
