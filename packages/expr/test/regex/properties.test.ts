import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeRegex } from '../../src/regex/escape-regex.ts';
import { RegexError } from '../../src/regex/regex-error.ts';
import { compileRegex, type Regex } from '../../src/regex/regex.ts';
import { patternOf, search, TooManySteps, type Tree } from './backtracking-oracle.ts';

const smallText = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 7 });
const anyText = fc.string({ unit: 'binary', maxLength: 30 });

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<Tree>(
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b' },
      { kind: 'text', text: '' },
      { kind: 'any' },
      { kind: 'start' },
      { kind: 'end' },
      { kind: 'boundary' },
    ),
    fc.record({ kind: fc.constant('group' as const), body: tie('tree') }),
    fc.record({ kind: fc.constant('sequence' as const), items: fc.array(tie('tree'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('choice' as const), items: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc
      .tuple(tie('tree'), fc.nat({ max: 2 }), fc.constantFrom(0, 1, 2, Infinity), fc.boolean())
      .map(([body, min, extra, lazy]) => ({ kind: 'repeat' as const, body, min, max: min + extra, lazy })),
  ),
}));

const regex: fc.Arbitrary<Regex> = tree
  .map(patternOf)
  .filter((pattern) => pattern !== '')
  .map((pattern) => compileRegex(pattern));

/** What the oracle finds; a case that takes it too long is left out. */
function searchOrGiveUp(pattern: Tree, text: string): ReturnType<typeof search> {
  try {
    return search(pattern, text);
  } catch (error) {
    fc.pre(!(error instanceof TooManySteps));
    throw error;
  }
}

/** Where the RegexError points; 0 when there is none. */
function problemIndex(action: () => void): number {
  try {
    action();
    return 0;
  } catch (error) {
    if (error instanceof RegexError) return error.index;
    throw error;
  }
}

describe('properties', () => {
  test('a search finds what trying everything in order finds, with the same groups', () => {
    fc.assert(
      fc.property(tree, smallText, (pattern, text) => {
        fc.pre(patternOf(pattern) !== '');
        const expected = searchOrGiveUp(pattern, text);
        const found = compileRegex(patternOf(pattern)).search(text);
        const texts = expected?.map((span) => (span === undefined ? undefined : text.slice(...span)));
        expect(found?.groups).toEqual(texts);
        expect(found === undefined ? undefined : [found.start, found.end]).toEqual(expected?.[0]);
      }),
      { numRuns: 2000 },
    );
  });

  test('match is search, where that finds the start of the text first', () => {
    fc.assert(
      fc.property(regex, smallText, (pattern, text) => {
        const found = pattern.search(text);
        expect(pattern.match(text)).toEqual(found?.start === 0 ? found : undefined);
      }),
    );
  });

  test('matches are in order, apart, and each the text between its offsets', () => {
    fc.assert(
      fc.property(regex, smallText, (pattern, text) => {
        let end = 0;
        const empty: number[] = [];
        for (const match of pattern.findAll(text)) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.groups[0]).toBe(text.slice(match.start, match.end));
          expect(match.groups).toHaveLength(pattern.groupCount + 1);
          end = match.end;
          if (match.start === match.end) empty.push(match.start);
        }
        expect(new Set(empty).size).toBe(empty.length);
      }),
    );
  });

  test('the parts of a split and the matches between them make up the text', () => {
    fc.assert(
      fc.property(regex, smallText, fc.integer({ min: 1, max: 4 }), (pattern, text, maxSplit) => {
        const matches = pattern.findAll(text).slice(0, maxSplit);
        const parts = pattern.split(text, maxSplit);
        expect(parts).toHaveLength(matches.length + 1);
        expect(parts.map((part, index) => part + (matches[index]?.groups[0] ?? '')).join('')).toBe(text);
      }),
    );
  });

  test('replacing is splitting and joining', () => {
    fc.assert(
      fc.property(regex, smallText, smallText, (pattern, text, replacement) => {
        expect(pattern.replace(text, replacement)).toBe(pattern.split(text).join(replacement));
      }),
    );
  });

  test('an escaped text matches itself, whole, and not the text with a character more or less', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => text !== ''),
        (text) => {
          const pattern = compileRegex(String.raw`\A(?:${escapeRegex(text)})$`);
          expect(pattern.match(text)?.end).toBe(text.length);
          expect(pattern.match(`${text}x`)).toBeUndefined();
          expect(pattern.match(`x${text}`)).toBeUndefined();
        },
      ),
    );
  });

  test('any text is a pattern or a RegexError that points into it', () => {
    const units = Array.from('()[]{}?*+|^$.\\-,:<>=!P#ab10xwbiu&~ \n');
    const syntax = fc.string({ unit: fc.constantFrom(...units), maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(syntax, anyText), smallText, (pattern, text) => {
        const index = problemIndex(() => compileRegex(pattern).findAll(text));
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(pattern.length);
      }),
      { numRuns: 2000 },
    );
  });
});
