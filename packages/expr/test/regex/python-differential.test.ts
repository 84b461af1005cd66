import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { RegexError } from '../../src/regex/regex-error.ts';
import { compileRegex, type Match } from '../../src/regex/regex.ts';

const python = process.env['OJD_PEER_PYTHON'];
const COUNT = 20_000;

/** [start, end, groups] with offsets in code points, as Python counts. */
type Found = readonly [start: number, end: number, groups: readonly (string | null)[]];
type Answer =
  | { readonly refused: string }
  | { readonly tooSlow: true }
  | { readonly match: Found | null; readonly all: readonly Found[]; readonly replaced: string };

const CHARACTERS = ['a', 'b', 'c', 'é', 'K', '😀', '1', ' ', '-', '.', '()', '[ab]', '[^a]', '[a-c]', '[]b]', '[b-é]'];
const ESCAPES = Array.from('wWdsn.', (letter) => `\\${letter}`);
const CLASSES = [String.raw`[^\w]`, String.raw`[\W\d-]`, String.raw`\x61`];
const ASSERTIONS = ['^', '$', String.raw`\A`, String.raw`\b`, String.raw`\B`];
const QUANTIFIERS = '* + ? *? +? ?? {2} {1,2} {0,2}? {2,} {1,}? {0} {3,4}'.split(' ');

const atom = fc.constantFrom(...CHARACTERS, ...CHARACTERS, ...ESCAPES, ...CLASSES);
const assertion = fc.constantFrom(...ASSERTIONS);
const opening = fc.constantFrom('(', '(', '(?:', '(?:', '(?i:', '(?s:', '(?m:', '(?-i:');
const quantifier = fc.oneof(fc.constant(''), fc.constantFrom(...QUANTIFIERS));
const { choice } = fc.letrec<{ choice: string; term: string }>((tie) => ({
  choice: fc
    .array(fc.array(tie('term'), { maxLength: 3 }), { minLength: 1, maxLength: 3, depthIdentifier: 'pattern' })
    .map((branches) => branches.map((terms) => terms.join('')).join('|')),
  term: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'pattern' },
    { arbitrary: fc.tuple(atom, quantifier).map((parts) => parts.join('')), weight: 6 },
    { arbitrary: assertion, weight: 1 },
    {
      arbitrary: fc.tuple(opening, tie('choice'), fc.constant(')'), quantifier).map((parts) => parts.join('')),
      weight: 5,
    },
  ),
}));
const pattern = fc.tuple(fc.constantFrom('', '', '', '(?i)', '(?s)', '(?m)', '(?x)'), choice).map(([a, b]) => a + b);
const noise = fc.string({
  unit: fc.constantFrom(...Array.from('()[]{}?*+|^$.\\-,:<>=!#ab10xwdbiu&~_ \n'), '(?', '(?:', '[^', '{2}', 'é'),
  maxLength: 10,
});
const text = fc.string({ unit: fc.constantFrom(...Array.from('aaabbbcéÉ1_- \nkKſ\u212A😀AB')), maxLength: 8 });

test(`Python's re agrees on ${COUNT} random patterns and texts`, { timeout: 300_000 }, (context) => {
  if (python === undefined) {
    context.skip('needs a Python interpreter: set OJD_PEER_PYTHON to its path');
    return;
  }
  const cases = fc
    .sample(fc.tuple(fc.oneof({ arbitrary: pattern, weight: 4 }, noise), text), { numRuns: COUNT, seed: 20_230_909 })
    .filter(([regex, subject]) => regex !== '' && !isKnownDifference(regex, subject));
  const answers = askPython(python, cases);
  expect(answers).toHaveLength(cases.length);

  const disagreements = cases.filter(([regex, subject], index) => {
    const theirs = answers[index];
    const ours = answer(regex, subject);
    // What we refuse is the subject of refused.test.ts: Python accepts more.
    if (theirs === undefined || 'tooSlow' in theirs || 'refused' in ours) return false;
    return JSON.stringify(ours) !== JSON.stringify(theirs);
  });
  expect(disagreements).toEqual([]);
  expect(answers.filter((found) => 'all' in found).length).toBeGreaterThan(COUNT / 2);
  expect(answers.filter((found) => 'tooSlow' in found).length).toBeLessThan(COUNT / 1000);
});

/** Python before 3.14 finds no `\B` in the empty text. */
function isKnownDifference(regex: string, subject: string): boolean {
  return subject === '' && regex.includes(String.raw`\B`);
}

function askPython(interpreter: string, cases: readonly (readonly [string, string])[]): readonly Answer[] {
  const program = fileURLToPath(new URL('python-peer.py', import.meta.url));
  const input = cases.map((one) => JSON.stringify(one)).join('\n');
  const { stdout, stderr } = spawnSync(interpreter, [program], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Answer => JSON.parse(line));
}

function answer(regex: string, subject: string): Answer {
  try {
    const compiled = compileRegex(regex);
    const found = (match: Match): Found => [
      Array.from(subject.slice(0, match.start)).length,
      Array.from(subject.slice(0, match.end)).length,
      match.groups.map((group) => group ?? null),
    ];
    const atStart = compiled.match(subject);
    return {
      match: atStart === undefined ? null : found(atStart),
      all: compiled.findAll(subject).map(found),
      replaced: compiled.replace(subject, '<>'),
    };
  } catch (error) {
    if (error instanceof RegexError) return { refused: error.message };
    throw error;
  }
}
