// However deep a text nests, and however little of the stack is left: it is refused, and nothing overflows.
import { safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';
import { codesOf, HEAD } from './decoded.ts';
import { DECODERS, PAIRS } from './every-decoder.ts';

const MINIMAL = `${HEAD}name: &a Demo\nsteps: [{name: S, script: {actions: {onRun: {command: a}}}}]\n`;

// Repeated by 1,300, each ended the process or the stack once.
const NESTING = ['a: ', ': ', ':\t', '"": ', "'x' : ", '&a : ', '!t : ', '*a : ', '- ', '? ', '[', '{"a":', '[]: '];

test.each(Object.entries(DECODERS))('%s overflows with nothing that nests', (_, decode) => {
  for (const piece of NESTING) {
    for (const before of ['', 'name: x\n', 'name: ']) {
      expect(() => decode(before + piece.repeat(20_000)), JSON.stringify(before + piece)).not.toThrow();
    }
  }
});

// The project `slow` tries every decoder, longer texts and triples.
test('no two pieces of YAML that repeat overflow', () => {
  const decoders = Object.values(DECODERS);
  for (const [index, pair] of PAIRS.entries()) {
    const decode = decoders[index % decoders.length] ?? safeDecodeTemplate;
    expect(() => decode(pair.repeat(1500)), JSON.stringify(pair)).not.toThrow();
  }
});

describe('levels are counted as they are', () => {
  const blocks = (levels: number) =>
    Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n') + ' &x 1\n';
  test.each<[string, (levels: number) => string]>([
    ['lists in brackets', (levels) => `${'['.repeat(levels)}&x 1${']'.repeat(levels)}`],
    ['mappings in braces', (levels) => `&x ${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`],
    ['dashes', (levels) => `${'- '.repeat(levels)}&x 1`],
    ['keys on lines of their own', blocks],
    ['dashes and brackets', (levels) => `${'- '.repeat(levels - 9)}${'['.repeat(9)}&x 1${']'.repeat(9)}`],
    ['a quoted text', (levels) => `${'- '.repeat(levels)}!!str "1"`],
    ['a block', (levels) => `${'- '.repeat(levels)}&x |\n${' '.repeat(3 * levels)}text\n`],
  ])('of %s, 128 are read and 129 are not', (_, text) => {
    expect(codesOf(text(128))).not.toContain('document-too-deep');
    expect(codesOf(text(129))).toEqual(['document-too-deep']);
  });

  test.each(['a: ', ': ', '"": ', '&a : ', '!t : ', "'x' : ", 'name: a: '])('of %j on one line too', (text) => {
    const outcome = safeDecodeTemplate(text.repeat(1300));
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      { code: 'document-too-deep', range: { start: { line: 1 } } },
    ]);
    expect(codesOf(text.repeat(60))).toContain('yaml-syntax');
  });

  test('up to 500, whatever the limit says', () => {
    const limits = { maxDepth: Infinity };
    const nested = (levels: number) => `&x ${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(codesOf(nested(500), { limits })).not.toContain('document-too-deep');
    for (const text of [nested(501), nested(20_000), '{"a":'.repeat(20_000), 'a: '.repeat(20_000)]) {
      const outcome = safeDecodeTemplate(text, { limits });
      expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
        { message: 'The document nests deeper than 500 levels.', hint: 'Flatten it.' },
      ]);
    }
  });
});

/** Calls a function from deep inside the stack, of which a share is used already. */
function withUsedStack<T>(share: number, call: () => T): T {
  const dive = (frames: number, bottom: () => T): T => (frames === 0 ? bottom() : dive(frames - 1, bottom));
  let deepest = 0;
  const measure = (): void => {
    deepest += 1;
    measure();
  };
  expect(measure).toThrow(RangeError);
  return dive(Math.floor(deepest * share), call);
}

test.each([
  ['an ordinary one', MINIMAL, []],
  ['keys on one line', 'a: '.repeat(20_000), ['document-too-deep']],
  ['dashes that end together', `${'- '.repeat(127)}a\nb: 1\n`, ['yaml-syntax']],
  ['brackets', `&x ${'['.repeat(127)}${']'.repeat(127)}`, ['wrong-type']],
  ['braces', `&x ${'{a: '.repeat(127)}${'}'.repeat(127)}`, ['not-a-template']],
  ['JSON', `${'{"a":'.repeat(127)}1${'}'.repeat(127)}`, ['not-a-template']],
])('a text from a caller who has used half the stack is read to its end: %s', (_, text, codes) => {
  expect(withUsedStack(0.5, () => codesOf(text))).toEqual(codes);
});
