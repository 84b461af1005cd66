// Two readers of YAML must not differ: what the fast one reads, the library reads as the same tree, offset by offset, and
// without a problem.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { DEFAULT_DOCUMENT_LIMITS } from '../../src/documents/limits.ts';
import { readPlainYaml } from '../../src/documents/read-plain-yaml.ts';
import { readAnyYaml } from '../../src/documents/read-yaml.ts';
import { RULE_CASES } from '../rules/rule-cases.ts';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from '../rules/samples.ts';

const RUNS = Number(process.env['OJD_PLAIN_YAML_RUNS'] ?? 1500);

/** Whether the fast reader reads a text; fails where it reads something else than the library. */
function isReadAlike(text: string, limits = DEFAULT_DOCUMENT_LIMITS): boolean {
  const read = readPlainYaml(text, limits);
  const isRead = read !== undefined;
  expect(read, text).toEqual(isRead ? readAnyYaml(text, limits) : undefined);
  return isRead;
}

/** The share of texts that the fast reader reads. */
function shareOf(texts: fc.Arbitrary<string>): number {
  let all = 0;
  let read = 0;
  const property = fc.property(texts, (text) => {
    all += 1;
    if (isReadAlike(text)) read += 1;
  });
  fc.assert(property, { numRuns: RUNS });
  return read / all;
}

describe('what is read fast', () => {
  test.each([
    ['lists as deep as their key', 'a:\n- b\n- c: 1\n  d: 2\ne: 3\n'],
    ['lists in lists', '- - a\n  - b\n-\n  - c\n'],
    ['comments', '# one\na: 1 # two\n# three\nb: # four\n  # five\n  c: x#y\n# six\n'],
    ['repeated keys', 'a: 1\nb: {c: 1, "c": 2, c: {d: 1, d: 2}}\na: 2\na:\n- e: 1\n  e: 2\n'],
    ['quotes', `a: "x: y # z"\nb: 'it''s'\nc: "\\u00e9\\n\\\\"\nd: ""\n`],
    ['block scalars', 'a: |\n  x\n    y\n\n  z\nb: >-\n  folded\n  line\n\nc: |-\n  - k: v\n \n    \n  x\n'],
    ['flow collections on a line', 'Z: [a, b, ]\na: [1, -2, x y, "z", {b: c:d, "e": []}]\nf: {} # g\n'],
    ['flow collections on several lines', 'a: [\n  1,\n\n  { b: c,\n   d: e }\n ]\n'],
    ['line ends of Windows', 'a: 1\r\nb: |\r\n  c\r\n\r\n  d\r\ne: [f,\r\n  g]\r\n'],
    ['numbers, truths and nothing', 'a: [1, 0x1F, 0o17, 1e3, .5, -.inf, .NaN, 1., true, FALSE, null, ~, no, 1_000]\n'],
    ['a mark of the beginning', '---\na: 1\n'],
    ['text behind the last line break', 'a:\n  b: c'],
    ['letters of any language', 'a: åßç 😀\nb: "日本"\n'],
  ])('%s', (_, text) => {
    expect(isReadAlike(text)).toBe(true);
  });

  test('more problems than anyone is told', () => {
    expect(isReadAlike('a: 1\n'.repeat(9), { ...DEFAULT_DOCUMENT_LIMITS, maxProblems: 3 })).toBe(true);
  });

  test('a template with 1,000 steps', () => {
    const steps = Array.from({ length: 1000 }, (_, index) => ({ ...JOB_SAMPLE.steps[0], name: `S${index}` }));
    expect(isReadAlike(stringify({ ...JOB_SAMPLE, steps }, { aliasDuplicateObjects: false }))).toBe(true);
  });
});

describe('what is left to the library', () => {
  test.each([
    ['anchors and aliases', 'a: &x 1\nb: *x\n'],
    ['tags', 'a: !!str 1\n'],
    ['complex keys', '? a\n: 1\n'],
    ['keys that are no strings', 'true: 1\n'],
    ['merge keys', '<<: {a: 1}\n'],
    ['scalars over several lines', 'a: b\n  c\n'],
    ['quotes over several lines', 'a: "b\n  c"\n'],
    ['a flow collection that is not further in', 'a: [b,\nc]\n'],
    ['a scalar over several lines of a flow collection', 'a: [b\n  c]\n'],
    ['no value', 'a:\nb: 1\n'],
    ['a colon in a value', 'a: b: c\n'],
    ['tabs', 'a:\tb\n'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['a colon at the end', 'a: b:\n'],
    ['a comment that belongs to what ends above it', 'a:\n  b: 1\n  # c\nd: 2\n'],
    ['line ends of an old Macintosh', 'a: 1\rb: 2\r'],
    ['a comment further in at the end', 'a: 1\n # b'],
    ['spaces on a blank line behind a block', 'a: |\n  b\n    \nc: 1\n'],
    ['spaces on a blank line before a block', 'a: |\n    \n  b\nc: 1\n'],
    ['indentation indicators', 'a: |2\n   b\n'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readPlainYaml(text, DEFAULT_DOCUMENT_LIMITS)).toBeUndefined();
  });

  test('what is beyond a limit', () => {
    const text = 'a: [1, 2, {b: c}]\n';
    expect(isReadAlike(text, { ...DEFAULT_DOCUMENT_LIMITS, maxNodes: 6, maxDepth: 3 })).toBe(true);
    expect(isReadAlike(text, { ...DEFAULT_DOCUMENT_LIMITS, maxNodes: 5 })).toBe(false);
    expect(isReadAlike(text, { ...DEFAULT_DOCUMENT_LIMITS, maxDepth: 2 })).toBe(false);
    expect(isReadAlike('- '.repeat(5000) + 'a\n', { ...DEFAULT_DOCUMENT_LIMITS, maxDepth: 10_000 })).toBe(false);
  });
});

const word = fc.stringMatching(/^[a-z/{}:-][a-z {}:.-]{0,9}$/);
const scalar = fc.oneof(
  { arbitrary: word, weight: 12 },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    'null',
    'true',
    '1.5',
    '0x1f',
    '~',
    '.inf',
    '1e3',
    '',
    ' ',
    '- a',
    'a: b',
    'a #b',
    '{{X}}',
    'l1\nl2\n',
  ),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '  ', '#', ':'), maxLength: 20 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { map: documents } = fc.letrec((tie) => ({
  data: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('data'), { maxLength: 4 }), tie('map')),
  map: fc.dictionary(
    fc.oneof({ arbitrary: fc.stringMatching(/^[A-Za-z_][\w.-]{0,9}$/), weight: 20 }, fc.string({ maxLength: 6 })),
    tie('data'),
    {
      maxKeys: 5,
    },
  ),
}));

test('documents of any data, in any style', { timeout: 120_000 }, () => {
  const style = fc.record({
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    defaultKeyType: fc.constantFrom('PLAIN', 'PLAIN', null),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
    lineWidth: fc.constantFrom(0, 20, 80),
    singleQuote: fc.constantFrom(true, false, null),
    flowCollectionPadding: fc.boolean(),
    defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'),
  });
  const texts = fc.tuple(documents, style, fc.nat({ max: 7 })).map(([value, options, windows]) => {
    const text = stringify(value, { ...options, aliasDuplicateObjects: false } as object);
    return windows === 0 ? text.replaceAll('\n', '\r\n') : text;
  });
  expect(shareOf(texts)).toBeGreaterThan(0.05);
});

/** Lines that mean something to each other. */
const LINES = String.raw`
a: 1
b:
c: x # y
- d
- e: f
-
- - g
- h:
i: |
j: >-
- |
k: "l"
m: 'n'
o p
# q
#

 
r: [s, {t: u}]
v: {w: x, y: -1}
- []
- {}
z: - 1
A: &a 1
B: *a
? C
: D
E: "F
G"
H: --x
I: -
J: {K: }
L: [M,]
N: [O
]
P : Q
R:S
T: U:
V: W: X
---
...
Y: [a: b]
Z: [- a]
aa: {bb}
cc: 'd''d'
ee: 'f'g
hh: "i" j
kk: l  # m
nn: [o # p
qq: |+
rr: |2
ss: a#b
tt: #
uu: "\x41\q"
vv: http://w/x:1
ww: [http://w/x:1, a:]
xx: "a":b
"yy": 1
zz: {"a":1}
`.split('\n');

test('lines with any indentation', { timeout: 120_000 }, () => {
  const line = fc.tuple(fc.constantFrom(0, 0, 0, 2, 2, 2, 4, 4, 1, 3, 6), fc.constantFrom(...LINES));
  const text = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\n', '\n', '\r\n'))
    .map(
      ([lines, end]) =>
        lines.map(([indent, rest]) => ' '.repeat(indent) + rest).join(end) + (lines.length % 2 === 0 ? end : ''),
    );
  expect(shareOf(text)).toBeGreaterThan(0.01);
});

const TEXTS = [JOB_SAMPLE, ENVIRONMENT_SAMPLE, ...RULE_CASES.map(({ template }) => template)].flatMap((sample) => [
  stringify(sample, { aliasDuplicateObjects: false }),
  stringify(sample, { aliasDuplicateObjects: false, indentSeq: false }),
]);

test('every template of the tests', () => {
  expect(TEXTS.filter((text) => isReadAlike(text)).length).toBeGreaterThan(TEXTS.length * 0.7);
});

test('templates with random edits', { timeout: 120_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'{ } [ ] : - ? , " \' | > & * ! # % @ ` ~ . \\ 0 e'.split(' '),
      ' ',
      '\n',
      '\n  ',
      '\t',
      ' #',
      ': ',
      '- ',
    ),
    fc.string({ maxLength: 3 }),
  );
  const edit = fc.record({ at: fc.nat({ max: 10_000 }), remove: fc.nat({ max: 8 }), put: piece });
  const edited = fc
    .tuple(fc.constantFrom(...TEXTS), fc.array(edit, { minLength: 1, maxLength: 3 }))
    .map(([text, edits]) =>
      edits.reduce((result, { at, remove, put }) => {
        const start = at % (result.length + 1);
        return result.slice(0, start) + put + result.slice(start + remove);
      }, text),
    );
  expect(shareOf(edited)).toBeGreaterThan(0.1);
});

test('every YAML file of the repository', () => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const folders = [process.env['OJD_PLAIN_YAML_FOLDER'] ?? `${root}.github`, `${root}examples`, `${root}docs`];
  for (const folder of folders) for (const file of yamlFiles(folder)) isReadAlike(readFileSync(file, 'utf8'));
});

function yamlFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${folder}/${file}`);
}
