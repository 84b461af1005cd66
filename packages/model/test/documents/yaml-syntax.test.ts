// One mistake in the syntax of YAML is one problem, at its place, with a way to mend it.
import { safeDecodeTemplate } from '@ojd/model';
import { expect, test } from 'vitest';

function problemsOf(text: string) {
  const outcome = safeDecodeTemplate(text, { format: 'yaml' });
  return outcome.ok
    ? []
    : outcome.diagnostics.map(({ code, message, hint, range }) => ({ code, message, hint, at: range?.start.offset }));
}

test.each([
  ['name: a: b', 'BLOCK', 6, /in quotes/],
  ['name: Demo\n steps: 1\n', 'one space too many', 6, /line of its own/],
  ['name:Demo\nsteps: 1\n', 'no space behind the colon', 0, /space behind the colon/],
  ['name: "Demo\nsteps: 1\n', 'an open quote', 6, /Close it/],
  ['name: Demo\nsteps:\n\t- x\n', 'a tab', 18, /spaces/],
  ['name: @demo\n', 'a reserved character', 6, /in quotes/],
  ['steps: [1, 2\nname: x\n', 'an open bracket', 13, /Close the bracket/],
  ['- a\nname: x\n', 'a mapping behind a list', 4, /indented like/],
  ['a: {type: CHUNK[INT]}\n', 'a type with brackets inside of braces', 10, /Write "CHUNK\[INT\]"/],
  ['a: [LIST[LIST[INT]], b]\n', 'one inside of brackets', 4, /Write "LIST\[LIST\[INT\]\]"/],
  ['a:\n  - "x\n y"\n', 'a value in quotes that goes on too far out', 11, /Indent it further/],
  ['a: "x\nb: "y"\n', 'an open quote in front of other quotes', 3, /Close it/],
])('%j: %s', (text, _, at, hint) => {
  const problems = problemsOf(text);
  expect(problems).toEqual([
    { code: 'yaml-syntax', at, message: expect.any(String), hint: expect.stringMatching(hint) },
  ]);
});

test('mistakes inside of two values are both told', () => {
  expect(problemsOf('a: @x\nb: @y\n').map(({ at }) => at)).toEqual([3, 9]);
});

test.each(['command: {{Param.X}}\n', '- {{Param.X}}\n'])('%j is told to be put in quotes', (text) => {
  expect(problemsOf(text)).toMatchObject([
    { code: 'non-string-key', at: text.indexOf('{'), hint: 'Put the whole value in quotes: "{{Param.X}}".' },
  ]);
});

test.each([
  ['name: {{ Param.X }}-y\n', '{{ Param.X }}-y', 'yaml-syntax'],
  ['name: {{Param.X}} {{Param.Y}}  # both\n', '{{Param.X}} {{Param.Y}}', 'yaml-syntax'],
  ['name: {{Param.X}}/a: b\r\nsteps: 1\r\n', '{{Param.X}}/a: b', 'yaml-syntax'],
  ['- {{Param.X}}.png\n- b\n', '{{Param.X}}.png', 'yaml-syntax'],
  ['args: [a, {{Param.X}}.png, b]\n', '{{Param.X}}.png', 'yaml-syntax'],
])('also in %j, where more follows', (text, value, code) => {
  expect(problemsOf(text)).toEqual([
    {
      code,
      at: text.indexOf('{'),
      message: expect.stringMatching(/no format string/),
      hint: `Put the whole value in quotes: "${value}".`,
    },
  ]);
});

test('a mapping that goes on is no format string', () => {
  expect(problemsOf('name: {a: {b: c}} d\n')[0]?.hint).toMatch(/indented like/);
});

test('long numbers are cut in messages', () => {
  const [problem] = problemsOf(`specificationVersion: jobtemplate-2023-09\nname: ${'9'.repeat(100_000)}\nsteps: 1\n`);
  expect(problem?.message.length).toBeLessThan(200);
});
