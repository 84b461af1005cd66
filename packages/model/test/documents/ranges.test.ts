// Diagnostics point at the piece of text at fault, however it was written.
import { decodeJobTemplate, type DiagnosticCode, renderCodeFrame, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

const HEAD = 'specificationVersion: jobtemplate-2023-09\n';
const STEPS = 'steps:\n- name: S\n  script: {actions: {onRun: {command: echo}}}\n';

/** The pieces of text that diagnostics of a code point at. */
function pointedAt(text: string, code: DiagnosticCode): string[] {
  const outcome = safeDecodeTemplate(text);
  if (outcome.ok) return [];
  return outcome.diagnostics.flatMap((diagnostic) => {
    if (diagnostic.code !== code || diagnostic.range === undefined) return [];
    return [text.slice(diagnostic.range.start.offset, diagnostic.range.end.offset)];
  });
}

const unknown = (name: string) => `${HEAD}name: ${name}\n${STEPS}`;

describe('an unknown name in a format string is pointed at exactly', () => {
  test.each([
    ['plain', 'Render {{Param.Nope}} now'],
    ['single-quoted', "'It''s {{Param.Nope}}'"],
    ['double-quoted', '"Render {{Param.Nope}}"'],
    ['double-quoted with escapes before it', String.raw`"\u00e9\x41\U0001F600\\ {{Param.Nope}}"`],
    ['double-quoted over two lines', '"Render\n   {{Param.Nope}}"'],
    ['double-quoted with an escaped line break', '"Render \\\n   {{Param.Nope}}"'],
    ['plain over two lines', 'Render\n  {{Param.Nope}}'],
    ['plain with a blank line', 'Render\n\n  {{Param.Nope}}'],
    ['after an emoji', '"😀 {{Param.Nope}}"'],
  ])('in a %s string', (_, name) => {
    expect(pointedAt(unknown(name), 'expr-unknown-symbol')).toEqual(['Param.Nope']);
  });

  test.each([
    ['literal', '|\n            first line\n            echo {{Param.Nope}}\n'],
    ['literal with an indentation indicator', '|2\n              first\n            {{Param.Nope}}\n'],
    ['literal with blank lines', '|\n\n            first\n\n              more {{Param.Nope}}\n'],
    ['folded', '>\n            first line\n            echo {{Param.Nope}}\n'],
    ['folded with more indentation', '>-\n            first\n\n              echo {{Param.Nope}}\n            last\n'],
    ['kept', '|+\n            {{Param.Nope}}\n\n'],
  ])('in a %s block', (_, data) => {
    const text = `${HEAD}name: Demo\nsteps:\n- name: S\n  script:\n    actions: {onRun: {command: echo}}\n    embeddedFiles:\n        - name: F\n          type: TEXT\n          data: ${data}`;
    expect(pointedAt(text, 'expr-unknown-symbol')).toEqual(['Param.Nope']);
    expect(pointedAt(text.replaceAll('\n', '\r\n'), 'expr-unknown-symbol')).toEqual(['Param.Nope']);
  });

  test.each(['\n', '\r\n'])('the last line break of a block stands at the end of its line (%j)', (lineBreak) => {
    const text = `${HEAD}name: Demo\nsteps:\n- name: S\n  script:\n    actions:\n      onRun:\n        command: |\n          echo\n`;
    const written = text.replaceAll('\n', lineBreak);
    const outcome = safeDecodeTemplate(written);
    const [range] = outcome.ok ? [] : outcome.diagnostics.map((diagnostic) => diagnostic.range);
    expect(written.slice(0, range?.start.offset)).toMatch(/echo$/);
  });

  test('in JSON, through its escapes', () => {
    const text = String.raw`{"specificationVersion": "jobtemplate-2023-09", "name": "\ud83d\ude00\n\/ {{Param.Nope}}", "steps": []}`;
    expect(pointedAt(text, 'expr-unknown-symbol')).toEqual(['Param.Nope']);
  });

  test('every one of several', () => {
    expect(pointedAt(unknown('"{{Param.A}} {{Param.B}}"'), 'expr-unknown-symbol')).toEqual(['Param.A', 'Param.B']);
  });

  test('behind an alias, where the string stands', () => {
    const text = `${HEAD}name: &n "{{Param.Nope}}"\ndescription: *n\n${STEPS}`;
    expect(pointedAt(text, 'expr-unknown-symbol')).toEqual(['Param.Nope']);
  });
});

describe('the rest of a document', () => {
  test('an unknown key is pointed at, not its value', () => {
    expect(pointedAt(`${HEAD}name: Demo\nnaem: Demo\n${STEPS}`, 'unknown-key')).toEqual(['naem']);
  });

  test('in flow style too', () => {
    const text = `{specificationVersion: jobtemplate-2023-09, name: Demo, naem: x, steps: [{name: S, script: {actions: {onRun: {command: echo}}}}]}`;
    expect(pointedAt(text, 'unknown-key')).toEqual(['naem']);
  });

  test('a value of the wrong type is pointed at', () => {
    expect(pointedAt(`${HEAD}name: [a,\n  b]\n${STEPS}`, 'wrong-type')).toEqual(['[a,\n  b]']);
  });

  test('a missing key is pointed at by the key that should hold it', () => {
    expect(pointedAt(`${HEAD}name: Demo\nsteps:\n- name: S\n  script:\n    actions: {}\n`, 'missing-key')).toEqual([
      'actions',
    ]);
  });

  test('a duplicate key is the second, and the first is named', () => {
    const text = `${HEAD}name: Demo\nname: Again\n${STEPS}`;
    const outcome = safeDecodeTemplate(text);
    const [diagnostic] = outcome.ok ? [] : outcome.diagnostics;
    expect(diagnostic?.range?.start).toEqual({ line: 3, column: 1, offset: 53 });
    expect(diagnostic?.related?.[0]?.range?.start.line).toBe(2);
  });

  test('lines may end with \\r alone', () => {
    const text = `${HEAD}description: |\n  a\n  b\nname: ''\n${STEPS}`.replaceAll('\n', '\r');
    const outcome = safeDecodeTemplate(text);
    const [problem, ...others] = outcome.ok ? [] : outcome.diagnostics;
    expect(others).toEqual([]);
    expect(problem?.range?.start).toEqual({ line: 5, column: 7, offset: text.indexOf("''") });
    const mended = decodeJobTemplate(text.replace("''", 'Demo'));
    expect(mended.description).toBe('a\nb\n');
    expect(renderCodeFrame(problem === undefined ? [] : [problem], { source: text })).toContain("\n  5 | name: ''\n");
  });

  test('lines end with \\n and \\r\\n, columns count UTF-16 units from 1', () => {
    const text = `${HEAD}description: 😀\nname: ''\n${STEPS}`.replaceAll('\n', '\r\n');
    const outcome = safeDecodeTemplate(text);
    const [diagnostic] = outcome.ok ? [] : outcome.diagnostics;
    expect(diagnostic?.range?.start).toMatchObject({ line: 3, column: 7 });
  });

  test('without a text there is no range', () => {
    const outcome = safeDecodeTemplate({ specificationVersion: 'jobtemplate-2023-09', name: '', steps: [] });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ range }) => range)).toEqual([undefined, undefined]);
  });
});

describe('a decoded template knows its source', () => {
  const text = `${HEAD}name: Demo\nextensions: [FEATURE_BUNDLE_1, EXPR]\nsteps:\n- name: S\n  cmd:\n    let: [a = 1]\n    script: echo\n    args: [first, second]\n    timeout: 60\n`;
  const outcome = safeDecodeTemplate(text);
  if (!outcome.ok) throw new Error('the template is valid');
  const { source } = outcome.value;
  const at = (path: (string | number)[], what: 'key' | 'value' = 'value', span?: { start: number; end: number }) => {
    const range = source.rangeOf(path, what, span);
    return range === undefined ? undefined : text.slice(range.start.offset, range.end.offset);
  };

  test('values, keys and pieces of strings', () => {
    expect(at(['name'])).toBe('Demo');
    expect(at(['name'], 'key')).toBe('name');
    expect(at(['name'], 'value', { start: 1, end: 3 })).toBe('em');
  });

  test('a path that does not exist gives what is around it', () => {
    expect(at(['steps', 0, 'cmd', 'nothing', 'here'])).toBe('cmd');
  });

  test('a path into the script that a simple action stands for gives what the author wrote', () => {
    expect(at(['steps', 0, 'script', 'actions', 'onRun', 'timeout'])).toBe('60');
    expect(at(['steps', 0, 'script', 'actions', 'onRun', 'args', 3])).toBe('second');
    expect(at(['steps', 0, 'script', 'embeddedFiles', 0, 'data'])).toBe('echo');
    expect(at(['steps', 0, 'script', 'let', 0])).toBe('a = 1');
    expect(at(['steps', 0, 'script', 'actions', 'onRun', 'command'])).toContain('args: [first, second]');
  });

  test('it is not part of the value', () => {
    expect(Object.keys(outcome.value)).not.toContain('source');
  });
});
