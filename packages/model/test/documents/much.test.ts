// Much of anything, in a text from strangers: refused or read in the time that its size takes, never in the square of it.
import { decodeJobTemplate, readData, safeCreateJob, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';
import { codesOf, decoded, HEAD, MOST_MILLISECONDS } from './decoded.ts';

describe('many of something', () => {
  const lines = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n');

  test.each([
    ['keys in one mapping', `${HEAD}variables:\n${lines(10_000, (index) => `  a${index}: 1`)}`],
    ['anchors and aliases', `${HEAD}${lines(5000, (index) => `a${index}: &a${index} x\nb${index}: *a${index}`)}`],
    [
      'steps that depend on each other',
      `${HEAD}name: Demo\nsteps:\n${lines(2000, (index) => `- {name: S${index}, dependencies: [{dependsOn: S${(index + 1) % 2000}}], script: {actions: {onRun: {command: a}}}}`)}`,
    ],
    ['digits of one number', `${HEAD}name: Demo\nsteps: ${'9'.repeat(1_000_000)}`],
    ['quotes in one string', `${HEAD}name: "${String.raw`\"`.repeat(100_000)}"\nsteps: 1`],
    ['braces in one format string', `${HEAD}name: "${'{{'.repeat(10_000)}"\nsteps: 1`],
    ['lines in one scalar', `${HEAD}name: |\n${lines(50_000, () => '  {{Param.X}}')}\nsteps: 1`],
    [
      'parentheses in a combination',
      `${HEAD}name: Demo\nsteps: [{name: S, parameterSpace: {taskParameterDefinitions: [{name: A, type: INT, range: 1-2}], combination: "${'('.repeat(600)}A${')'.repeat(600)}"}, script: {actions: {onRun: {command: a}}}}]`,
    ],
    [
      'names in a combination',
      `${HEAD}name: Demo\nsteps: [{name: S, parameterSpace: {taskParameterDefinitions: [{name: A, type: INT, range: 1-2}], combination: "${'A*'.repeat(1_900_000)}A"}, script: {actions: {onRun: {command: a}}}}]`,
    ],
    [
      'bindings in one let',
      `${HEAD}extensions: [EXPR]\nname: Demo\nsteps:\n- name: S\n  let:\n${lines(20_000, (index) => `  - a${index} = ${index}`)}\n  script: {actions: {onRun: {command: "{{a19999}}"}}}`,
    ],
    [
      'values that are not allowed',
      `${HEAD}extensions: [EXPR]\nname: Demo\nparameterDefinitions:\n- name: P\n  type: LIST[INT]\n  default: [${Array.from({ length: 20_000 }, (_, index) => index).join(', ')}]\n  item: {allowedValues: [${Array.from({ length: 20_000 }, (_, index) => -1 - index).join(', ')}]}\nsteps: 1`,
    ],
    [
      'names that do not exist',
      `${HEAD}name: Demo\nparameterDefinitions:\n${lines(50, (index) => `- {name: Parameter${index}, type: STRING}`)}\nsteps:\n- {name: S, script: {actions: {onRun: {command: a, args: [${Array.from({ length: 5000 }, (_, index) => `"{{Param.Paramter${index}}}"`).join(', ')}]}}}}`,
    ],
    [
      'dependencies that do not exist',
      `${HEAD}name: Demo\nsteps:\n${lines(2000, (index) => `- {name: Step${index}, dependencies: [{dependsOn: Stpe${index}}], script: {actions: {onRun: {command: a}}}}`)}`,
    ],
    ['spaces', `${HEAD}name: ${' '.repeat(200_000)}Demo\nsteps: 1`],
    ['tabs and line breaks', `${HEAD}name: "${'\t\n '.repeat(50_000)}"\nsteps: 1`],
    ['comments', `${HEAD}${'# x\n'.repeat(100_000)}name: Demo\nsteps: 1`],
  ])('%s takes no more than a second', (_, text) => {
    const { codes, milliseconds } = decoded(text);
    expect(codes).not.toEqual([]);
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });
});

test.each<[string, object]>([
  ['unknown keys', Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`unknown${index}`, 1]))],
  [
    'keys that are nearly right',
    Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`step${index}`, 1])),
  ],
  ['steps that are empty', { name: 'Demo', steps: Array.from({ length: 200_000 }, () => ({})) }],
  ['steps that are none', { name: 'Demo', steps: Array.from({ length: 200_000 }, () => 1) }],
  ['parameters without a type', { name: 'Demo', parameterDefinitions: Array.from({ length: 200_000 }, () => ({})) }],
])('of 200,000 %s, a thousand are reported, within a second', (_, rest) => {
  const { codes, milliseconds } = decoded({ specificationVersion: 'jobtemplate-2023-09', ...rest });
  expect(codes).toHaveLength(1001);
  expect(codes).toContain('too-many-problems');
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
});

test.each([
  ['letters in double quotes', `a: "${'x'.repeat(16_000_000)}"\n`],
  ['escapes', `a: "${String.raw`\n`.repeat(8_000_000)}"\n`],
  ['letters in single quotes', `a: '${'x'.repeat(16_000_000)}'\n`],
  ['single quotes', `a: '${"''".repeat(8_000_000)}'\n`],
  ['colons in a flow collection', `a: [${'b:'.repeat(8_000_000)}c]\n`],
  ['blank lines in a flow collection', `a: [${'\n  '.repeat(5_000_000)}c]\n`],
  ['words', `a: ${'x '.repeat(8_000_000)}\n`],
  ['dashes', `a: ${'-'.repeat(16_000_000)}c\n`],
])('as many %s as there may be bytes end no expression that looks for them', (_, text) => {
  const { codes, milliseconds } = decoded(text);
  expect(codes).not.toEqual([]);
  expect(milliseconds).toBeLessThan(1500);
});

test('values with all that stands around them are only values', () => {
  const entries = Array.from({ length: 25_000 }, (_, index) => `  k${index}: !!str v\n`).join('');
  const comments = '# a line of text\n'.repeat(50_000);
  expect(codesOf(`${HEAD}x:\n${comments}${entries}`, { limits: { maxNodes: 30_000 } })).not.toContain(
    'document-too-many-nodes',
  );
});

test.each([
  ['quotes that hold nothing', `a: ${'""'.repeat(1_000_000)}`],
  ['tags', `a: ${'! '.repeat(1_000_000)}`],
  ['brackets that close nothing', `a: ${']'.repeat(1_000_000)}`],
  ['blank lines', '\n'.repeat(1_000_000)],
  ['comments', `#${'a\n#'.repeat(1_000_000)}`],
  ['line breaks inside of quotes', `a: "${'\\\n'.repeat(1_000_000)}"`],
])('%s are refused before they are put together', (_, text) => {
  const { codes, milliseconds } = decoded(text, { limits: { maxNodes: 50_000 } });
  expect(codes).toEqual(['document-too-many-nodes']);
  expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
});

test('more values than the limit are refused before they are composed', () => {
  const { codes, milliseconds } = decoded('- x\n'.repeat(1_000_000), { limits: { maxNodes: 100_000 } });
  expect(codes).toEqual(['document-too-many-nodes']);
  // Composing all of them takes half a minute.
  expect(milliseconds).toBeLessThan(5000);
});

test.each([
  ['a list', '- 1\n- [2, 3,]\n', 5],
  ['a mapping', 'a: {b: 1, c: [{d: 2, e}]}\n', 7],
  ['explicit keys', '? a\n: 1\n? b\n', 3],
])('%s that has as many values as the limit is not refused', (_, text, maxNodes) => {
  expect(codesOf(text, { limits: { maxNodes } })).not.toContain('document-too-many-nodes');
  expect(codesOf(text, { limits: { maxNodes: maxNodes - 1 } })).toContain('document-too-many-nodes');
});

test.each([
  ['tags', '- !a x\n'],
  ['keys that are none', '? [x]\n: 1\n'],
  ['repeated keys', 'a: 1\n'],
  ['reserved characters', '- "\\q"\n'],
])('of many %s, a thousand are reported', (_, line) => {
  const { codes, milliseconds } = decoded(line.repeat(20_000));
  expect(codes.length).toBeLessThanOrEqual(1001);
  expect(codes).toContain('too-many-problems');
  expect(milliseconds).toBeLessThan(3000);
});

test.each([
  ['lines', `${HEAD}${'name: 1\n'.repeat(900_000)}`],
  ['braces', `${HEAD}steps: {${'a: b, '.repeat(900_000)}}`],
  ['JSON', `{${'"a": 1, '.repeat(900_000)}"a": 1}`],
])('of keys that are repeated on %s, reading ends with the thousandth', (_, text) => {
  const { codes, milliseconds } = decoded(text);
  expect(codes).toHaveLength(1001);
  expect(codes.at(-1)).toBe('too-many-problems');
  expect(milliseconds).toBeLessThan(500);
});

test('of many values in an object that JSON does not have, a thousand are reported', () => {
  for (const value of [undefined, 2 ** 60, () => 1]) {
    const codes = codesOf({ steps: Array.from({ length: 5000 }, () => value) });
    expect(codes).toHaveLength(1001);
    expect(codes.at(-1)).toBe('too-many-problems');
  }
});

test('reading ends at the second document', () => {
  const { codes, milliseconds } = decoded('---\n'.repeat(200_000));
  expect(codes).toEqual(['yaml-several-documents']);
  expect(milliseconds).toBeLessThan(500);
});

describe('more line breaks in one string than an expression has ways back', () => {
  const BREAKS = '\n'.repeat(4_100_000);

  test('of a template, with a problem behind them', { timeout: 60_000 }, () => {
    const outcome = safeDecodeTemplate(`${HEAD}name: "x${BREAKS} {{ Param.Nope }}"\n`, {
      limits: { maxStringLength: 8_000_000 },
    });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toContain('missing-key');
  });

  test('of data', { timeout: 60_000 }, () => {
    const outcome = readData(`A: "${BREAKS} x"\n`, { limits: { maxStringLength: 8_000_000 } });
    expect(outcome.ok ? outcome.value : outcome.diagnostics).toEqual({ A: `${BREAKS.slice(1)}x` });
  });
});

test('directives without end behind a document are mistakes like any other', () => {
  expect(codesOf(`${HEAD}...\n${'%A\n'.repeat(300_000)}`)).toEqual(['yaml-syntax']);
});

test('a range takes what a list of half a million gives to be too long', () => {
  const template = decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    extensions: ['EXPR'],
    name: 'Demo',
    steps: [
      {
        name: 'S',
        parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'INT', range: ['{{ range(500000) }}'] }] },
        script: { actions: { onRun: { command: 'a' } } },
      },
    ],
  });
  const limits = { maxTotalOperations: 1e8, maxOperations: 1e8, maxMemoryBytes: 1e9 };
  const outcome = safeCreateJob(template, {}, { limits });
  expect(outcome.ok ? [] : outcome.diagnostics.map(({ message }) => message)).toEqual([
    'Expected a list of 1 to 1024 values, and its expressions gave 500000.',
  ]);
});
