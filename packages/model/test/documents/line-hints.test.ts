// What a line looks like says more than where the parser stopped: each of these mistakes is told in its author's terms.
import { safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

function told(text: string, format: 'yaml' | 'json' = 'yaml') {
  const outcome = safeDecodeTemplate(text, { format });
  return outcome.ok
    ? []
    : outcome.diagnostics.map(({ message, hint, range }) => ({
        at: text.slice(range?.start.offset, range?.end.offset),
        told: `${message} ${hint}`,
      }));
}

const STEP = 'steps:\n- name: A\n  script:\n    actions:\n      onRun:\n';

describe('YAML', () => {
  test.each([
    ['a space too few in front of a key', 'a:\n  - name: x\n   type: y\n', 'type:', /begin at the same column.* alike/],
    [
      'one in front of an element',
      'a:\n  - name: x\n    b: c\n - name: y\n',
      '- name:',
      /begin at the same column.* alike/,
    ],
    ['no space behind a dash', 'a:\n  - b: x\n  -name: y\n', '-', /Write a space behind the dash/],
    [
      'a block that is not indented',
      `${STEP}        data: |\n        echo a\n`,
      'echo a',
      /lines of a block .*Indent this line/,
    ],
    [
      'a line of a block that is not',
      `${STEP}        data: |\n          b\n\n        echo\n`,
      'echo',
      /lines of a block .*Indent this line/,
    ],
    ['a tab in a block', 'data: |\n  a\n\tb\n', '\t', /Use spaces in place of the tab/],
    [
      'text in front of braces in a list',
      'a: [-b, foo{{Param.X}}.png, c]\n',
      'foo{{Param.X}}.png',
      /Write "foo\{\{Param\.X\}\}\.png"/,
    ],
    ['typographic quotes', 'a: [“-b {{Param.X}}”, c]\n', '“', /U\+201C, is none of YAML/],
    ['a no-break space that indents', 'a:\n  b: c\n\u00a0\u00a0d: e: f\n', '\u00a0', /U\+00A0\. Write a space/],
    ['one behind a colon', 'a:\n  b:\u00a0c\n  d: e\n', '\u00a0', /U\+00A0\. Write a space/],
    ['a comment of another language', 'a: b\n// c\n', '//', /Begin it with #/],
    ['the marks of a merge', 'a: b\n<<<<<<< HEAD\nc: d\n', '<<<<<<<', /merge conflict/],
  ])('%s', (_, text, at, words) => {
    expect(told(text)).toEqual([{ at, told: expect.stringMatching(words) }]);
  });

  test('a key behind a block is not taken for a line of it', () => {
    expect(told('a:\n  b: |\n    text\n  c: d: e\n')).toEqual([
      { at: 'd', told: expect.stringContaining('Put a value that holds ": " in quotes') },
    ]);
  });

  test('a character that nobody sees is named in a key', () => {
    const [problem] = told(`specificationVersion: jobtemplate-2023-09\nname: N\n${STEP}        \u200bcommand: a\n`);
    expect(problem?.told).toBe('The key "U+200Bcommand" is not known here. Did you mean "command"?');
  });
});

describe('JSON', () => {
  test.each([
    ['a comma too many', '{"a": 1,}', '}', 'found "}". Remove the comma in front of it.'],
    ['a comment', '{\n// a\n"b": 1}', '/', 'found "/". JSON has no comments: remove it.'],
    ['single quotes', "{'a': 1}", "'", `found "'".`],
    ['no number', '{"a": NaN}', 'NaN', 'found "NaN".'],
    ['a literal of Python', '{"a": None}', 'None', 'found "None".'],
    ['no comma', '{"a": "b" "c": 1}', '"', 'found "\\"".'],
    ['YAML', 'name: a\n', 'name', 'found "name".'],
    ['an end too early', '{"a": [1', '', 'found the end of the document.'],
  ])('%s', (_, text, at, words) => {
    expect(told(text, 'json')).toEqual([{ at, told: expect.stringContaining(words) }]);
  });
});

describe('a value of another kind is told how it is written', () => {
  const document = (step: string) => `specificationVersion: jobtemplate-2023-09\nname: N\nsteps:\n- name: A\n${step}`;
  const run = (action: string) => document(`  script: {actions: {onRun: ${action}}}\n`);

  test.each([
    [run('{command: a, args: "-x"}'), 'Write ["-x"].'],
    [run('ffmpeg -i'), 'Write {command: "ffmpeg -i"}.'],
    [run('{command: [a, b]}'), 'Write one string.'],
    [document('  dependencies: B\n  script: {actions: {onRun: {command: a}}}\n'), 'Write [{dependsOn: "B"}].'],
    [
      `specificationVersion: environment-2023-09\nenvironment: {name: E, variables: [A=b]}\n`,
      'Write "NAME: value" for each.',
    ],
    [document('  script: {actions: {onRun: {command: a}}}\n-\n'), 'Write the element, or remove the dash.'],
  ])('%j', (text, hint) => {
    expect(told(text).map((problem) => problem.told)).toEqual([expect.stringContaining(hint)]);
  });
});
