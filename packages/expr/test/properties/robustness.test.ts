import { Expression, FormatString, intValue, IntRangeExpr, parseType, SymbolTable, unresolvedValue } from '@ojd/expr';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FUNCTION_NAMES } from '../../src/functions/library.ts';

const symbols = new SymbolTable().set('a', intValue(1)).set('b.c', unresolvedValue(parseType('string | list[int]')));
const context = { symbols, pathFormat: 'WINDOWS', limits: { maxOperations: 10_000, maxMemoryBytes: 1e6 } } as const;

const tokens = [
  ..."( ( ) ) [ [ ] ] . . , : + - * ** / // % < > <= == != = { } | ' \" ''' \\ # \n 0 1 2.5 1e9 0x 1_ é 😀 \ud800".split(
    ' ',
  ),
  ...'a b.c x if else and or not in for is lambda true null r f'.split(' '),
  ...FUNCTION_NAMES,
];
const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 25 }).map((parts) => parts.join(' '));
const tight = fc.array(fc.constantFrom(...tokens), { maxLength: 12 }).map((parts) => parts.join(''));
const anything = fc.oneof(soup, tight, fc.string({ unit: 'binary', maxLength: 40 }));

/** Whether a problem is one that a reader can use: a message, and a place inside of the text. */
const isUsable = (
  source: string,
  { message, span }: { message: string; span: { start: number; end: number } },
): boolean => message.length > 0 && span.start >= 0 && span.start <= span.end && span.end <= source.length;

test('whatever the text, an expression is read, or refused with its places', () => {
  fc.assert(
    fc.property(anything, (source) => {
      const outcome = Expression.safeParse(source);
      const problems = outcome.ok ? outcome.value.check(context).problems : outcome.problems;
      expect(problems.filter((problem) => !isUsable(source, problem))).toEqual([]);
    }),
    { numRuns: 20_000 },
  );
});

test('whatever the text, a format string is read, or refused with its places', () => {
  const pieces = fc.array(fc.oneof(fc.constantFrom('{{', '}}', '{', '}', '{{ a }}', ' '), tight), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, fc.constantFrom('base' as const, 'expr' as const), (parts, syntax) => {
      const source = parts.join('');
      const outcome = FormatString.safeParse(source, { syntax });
      const problems = outcome.ok ? outcome.value.check(context).problems : outcome.problems;
      expect(problems.filter((problem) => !isUsable(source, problem))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});

test('whatever the text, a range expression is read, or refused with its places', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789-,: \t+a')), maxLength: 15 });
  fc.assert(
    fc.property(text, (source) => {
      const outcome = IntRangeExpr.safeParse(source);
      const problems = outcome.ok ? [] : outcome.problems;
      expect(problems.filter((problem) => !isUsable(source, problem))).toEqual([]);
    }),
    { numRuns: 5000 },
  );
});
