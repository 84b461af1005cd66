import { describe, expect, test } from 'vitest';
import { readData, safeDecodeTemplate } from '@ojd/model';

function valueOf(text: string | Uint8Array, format?: 'json' | 'yaml') {
  const outcome = readData(text, format === undefined ? {} : { format });
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'));
  return outcome.value;
}

describe('data of any kind is read', () => {
  test.each([
    ['a YAML map', 'A: 1\nB: [x, true, null, 1.5]\n', { A: 1, B: ['x', true, null, 1.5] }],
    ['a JSON list', '[{"A": "b"}]', [{ A: 'b' }]],
    ['a scalar', 'text\n', 'text'],
    ['nothing', '', null],
    ['lines of an old Macintosh', 'A: x\rB: y\r', { A: 'x', B: 'y' }],
    ['an alias of a key', '&k A: x\nB: *k\n', { A: 'x', B: 'A' }],
    ['an alias as a key', 'A: &k x\n*k : y\n', { A: 'x', x: 'y' }],
  ])('%s', (_, text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  test('integers beyond 2^53 keep their digits', () => {
    expect(valueOf('{"A": 9007199254740993, "B": 7}')).toEqual({ A: 9_007_199_254_740_993n, B: 7 });
  });

  test('a map has no prototype, so that __proto__ is a key', () => {
    const value = valueOf('{"__proto__": 1}');
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.entries(value ?? {})).toEqual([['__proto__', 1]]);
  });
});

describe('what is no data has its place', () => {
  test.each([
    ['broken JSON', '{"A": }', 'json' as const, '1:7'],
    ['broken YAML', 'A: 1\nB: [\n', 'yaml' as const, '3:1'],
    ['YAML given as JSON', 'A: 1\n', 'json' as const, '1:1'],
  ])('%s', (_, text, format, place) => {
    const outcome = readData(text, { format });
    const starts = outcome.ok
      ? []
      : outcome.diagnostics.map(({ range }) => `${range?.start.line}:${range?.start.column}`);
    expect(starts).toContain(place);
  });

  test.each([
    ['bytes that are not UTF-8', new Uint8Array([0xff, 0xfe]), {}],
    ['too many bytes', 'A: 1234567890', { maxBytes: 4 }],
    ['nesting that is too deep', '['.repeat(200), {}],
  ])('%s', (_, input, limits) => {
    expect(readData(input, { limits }).ok).toBe(false);
  });

  test.each([
    ['half of a surrogate pair, escaped in YAML', 'A: x\nB: ["\\ud800"]\n', '2:5', ['B', 0]],
    ['half of a surrogate pair, escaped in JSON', '{"A": "\\udc00"}', '1:7', ['A']],
    ['half of a surrogate pair in a key', '{"\\ud800": 1}', '1:2', ['\ud800']],
    ['half of a surrogate pair as it is', 'A: \ud800\n', '1:4', []],
    ['a NUL character', 'A: "\0"\n', '1:5', []],
  ])('%s', (_, text, place, path) => {
    const outcome = readData(text);
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([{ code: 'document-forbidden-character', path }]);
    const [start] = outcome.ok ? [] : outcome.diagnostics.map(({ range }) => range?.start);
    expect(`${start?.line}:${start?.column}`).toBe(place);
    // The same as in a template.
    expect(safeDecodeTemplate(text)).toMatchObject({ diagnostics: [{ code: 'document-forbidden-character', path }] });
  });

  test('a whole pair, escaped, is a character', () => {
    expect(valueOf('A: "\\ud83d\\ude00"')).toEqual({ A: '\u{1f600}' });
  });

  test('a string that is too long', () => {
    const text = readData('A: abcdef', { limits: { maxStringLength: 3 } });
    expect(text.ok ? [] : text.diagnostics).toMatchObject([{ code: 'document-string-too-long', path: ['A'] }]);
  });
});
