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
    { code: 'non-string-key', at: text.indexOf('{'), hint: 'Put it in quotes: "{{Param.X}}".' },
  ]);
});

test('long numbers are cut in messages', () => {
  const [problem] = problemsOf(`specificationVersion: jobtemplate-2023-09\nname: ${'9'.repeat(100_000)}\nsteps: 1\n`);
  expect(problem?.message.length).toBeLessThan(200);
});
