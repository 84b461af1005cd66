import { renderCodeFrame, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

const HEAD = 'specificationVersion: jobtemplate-2023-09\n';

/** The excerpt of the first diagnostic: the line and the carets under it, without the margin. */
function excerpt(source: string, width?: number): [line: string, carets: string] {
  const outcome = safeDecodeTemplate(source);
  const [diagnostic] = outcome.ok ? [] : outcome.diagnostics;
  if (diagnostic?.range === undefined) throw new Error('expected a problem with a place');
  const lines = renderCodeFrame([diagnostic], { source, ...(width === undefined ? {} : { width }) }).split('\n');
  const at = lines.findIndex((line) => /^ +\| +\^+$/.test(line));
  const margin = (lines[at] ?? '').indexOf('|') + 2;
  return [(lines[at - 1] ?? '').slice(margin), (lines[at] ?? '').slice(margin)];
}

describe('carets stand under the place, on a terminal that gives wide characters two columns', () => {
  test.each([
    ['name: "{{Param.X}}"', '         ^^^^^^^'],
    ['name: "😀😀 {{Param.X}}"', '              ^^^^^^^'],
    ['name: "日本 {{Param.X}}"', '              ^^^^^^^'],
    ['name: "e\u0301 {{Param.X}}"', '           ^^^^^^^'],
    ['name: "👩‍🚀 {{Param.X}}"', '            ^^^^^^^'],
    ['name: "🇩🇪❤️1️⃣👍🏽 {{Param.X}}"', '                  ^^^^^^^'],
    ['name: "\u1112\u1161\u11AB {{Param.X}}"', '            ^^^^^^^'],
    ['name: "ｱｲ\u00AD {{Param.X}}"', '             ^^^^^^^'],
  ])('%s', (line, carets) => {
    const source = `${HEAD}${line}\nsteps: [{name: S, script: {actions: {onRun: {command: echo}}}}]\n`;

    expect(excerpt(source)).toEqual([line, carets]);
  });

  test('and are as wide as it', () => {
    expect(
      excerpt(`${HEAD}name: A\n"日本😀": 1\nsteps: [{name: S, script: {actions: {onRun: {command: echo}}}}]\n`),
    ).toEqual(['"日本😀": 1', '^^^^^^^^']);
  });

  test('what would make a terminal write from right to left is shown as a mark', () => {
    const source = `${HEAD}name: A\n"a\u202Eb\u2066c": 1\nsteps: [{name: S, script: {actions: {onRun: {command: echo}}}}]\n`;
    expect(excerpt(source)).toEqual(['"a\uFFFDb\uFFFDc": 1', '^^^^^^^']);
  });

  test('tabs are one column', () => {
    const source = (arg: string) =>
      `${HEAD}name: A\nsteps:\n- name: S\n  script:\n    actions:\n      onRun: {command: echo, args: ["${arg}"]}\n`;
    expect(excerpt(source('a\tb {{Param.X}}'))).toEqual(excerpt(source('a b {{Param.X}}')));
  });
});

test('of a long line a window is shown that is no wider than asked, whatever the characters', () => {
  const source = `${HEAD}name: "${'日本'.repeat(30)} {{Param.X}} ${'語'.repeat(50)}"\nsteps: [{name: S, script: {actions: {onRun: {command: echo}}}}]\n`;
  const [line, carets] = excerpt(source, 80);
  expect(line).toContain('{{Param.X}}');
  const columns = (text: string): number => text.length + text.replaceAll(/[^日本語]/g, '').length;
  expect(columns(line)).toBeLessThanOrEqual(70);
  expect(carets).toBe(`${' '.repeat(columns(line.slice(0, line.indexOf('Param.X'))))}^^^^^^^`);
});
