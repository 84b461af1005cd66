import {
  decodeJobTemplate,
  type DecodeOptions,
  ModelError,
  readData,
  safeDecodeJobTemplate,
  safeDecodeTemplate,
} from '@ojd/model';
import { describe, expect, test } from 'vitest';

const STEPS = 'steps:\n- name: S\n  script: {actions: {onRun: {command: echo}}}\n';
const TEXT = `specificationVersion: jobtemplate-2023-09\nname: Demo\n${STEPS}`;
const JSON_TEXT =
  '{"specificationVersion": "jobtemplate-2023-09", "name": "Demo", "steps": [{"name": "S", "script": {"actions": {"onRun": {"command": "echo"}}}}]}';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function codesOf(input: string | Uint8Array | object, options: DecodeOptions = {}): string[] {
  const outcome = safeDecodeTemplate(input, options);
  return (outcome.ok ? outcome.warnings : outcome.diagnostics).map(({ code }) => code);
}

/** The document of `TEXT` with other top-level lines. */
const withLines = (...lines: string[]): string =>
  `specificationVersion: jobtemplate-2023-09\n${lines.join('\n')}\n${STEPS}`;

describe('input', () => {
  test.each([
    ['YAML text', TEXT],
    ['JSON text', JSON_TEXT],
    ['bytes', encode(TEXT)],
    ['bytes of a Buffer', Buffer.from(TEXT)],
    ['an object', JSON.parse(JSON_TEXT) as object],
    [
      'YAML that begins with a brace',
      `{specificationVersion: jobtemplate-2023-09, name: Demo, steps: [{name: S, script: {actions: {onRun: {command: echo}}}}]}`,
    ],
    ['JSON with spaces before it', ` \n${JSON_TEXT}\n`],
  ])('is %s', (_, input) => {
    expect(codesOf(input)).toEqual([]);
  });

  test('of all kinds gives the same template', () => {
    const templates = [TEXT, JSON_TEXT, encode(TEXT), JSON.parse(JSON_TEXT) as object].map((input) =>
      JSON.stringify(decodeJobTemplate(input)),
    );
    expect(new Set(templates).size).toBe(1);
  });

  test('is JSON alone where the caller says so', () => {
    expect(codesOf(TEXT, { format: 'json' })).toEqual(['json-syntax']);
    expect(codesOf(JSON_TEXT, { format: 'yaml' })).toEqual([]);
  });

  test('that is broken throws one error that has every problem and says them line by line', () => {
    const decode = () => decodeJobTemplate(withLines("name: ''", 'naem: x'));
    expect(decode).toThrow(ModelError);
    expect(decode).toThrow(/^2:7 string-too-short .*\n3:1 unknown-key /);
  });
});

describe('bytes', () => {
  test.each([
    ['UTF-16 little endian with a mark', Uint8Array.of(0xff, 0xfe, 0x61, 0)],
    ['UTF-16 big endian with a mark', Uint8Array.of(0xfe, 0xff, 0, 0x61)],
    ['UTF-16 little endian', Uint8Array.of(0x61, 0, 0x62, 0)],
    ['UTF-16 big endian', Uint8Array.of(0, 0x61, 0, 0x62)],
    ['a byte that begins nothing', Uint8Array.of(0x61, 0xff, 0x62)],
    ['a character cut off', Uint8Array.of(0x61, 0xe2, 0x82)],
    ['a character with a wrong continuation', Uint8Array.of(0xc3, 0x28)],
    ['a surrogate', Uint8Array.of(0xed, 0xa0, 0x80)],
    ['a character written too long', Uint8Array.of(0xe0, 0x80, 0xaf)],
    ['a code point beyond the last', Uint8Array.of(0xf4, 0x90, 0x80, 0x80)],
  ])('of %s are refused', (_, bytes) => {
    expect(codesOf(bytes)).toEqual(['document-encoding']);
  });

  test('of every length of a character are read', () => {
    const template = decodeJobTemplate(encode(TEXT.replace('Demo', 'aé€😀')));
    expect(template.name.source).toBe('aé€😀');
  });

  test('in great number are read', () => {
    const description = 'é😀'.repeat(400);
    expect(
      decodeJobTemplate(encode(withLines('name: Demo', `description: ${description}`, `# ${'x'.repeat(20_000)}`)))
        .description,
    ).toBe(description);
  });
});

describe('characters', () => {
  test('a byte order mark is a warning', () => {
    const outcome = safeDecodeTemplate(`\uFEFF${TEXT}`);
    expect(outcome).toMatchObject({ ok: true, warnings: [{ code: 'document-byte-order-mark', severity: 'warning' }] });
    expect(codesOf(`\uFEFF${JSON_TEXT}`)).toEqual(['document-byte-order-mark']);
    expect(codesOf(encode(`\uFEFF${TEXT}`))).toEqual(['document-byte-order-mark']);
  });

  test('NUL is refused', () => {
    expect(codesOf(TEXT.replace('Demo', 'De\0mo'))).toEqual(['document-forbidden-character']);
  });

  test.each([
    ['in the text', TEXT.replace('Demo', 'De\ud800mo')],
    ['by an escape of YAML', TEXT.replace('Demo', String.raw`"\ud800"`)],
    ['by an escape of JSON', JSON_TEXT.replace('Demo', String.raw`\udc00`)],
    ['in an object', { ...(JSON.parse(JSON_TEXT) as object), name: '\ud800' }],
    ['in a key', { ...(JSON.parse(JSON_TEXT) as object), '\ud800': 1 }],
  ])('half of a surrogate pair %s is refused', (_, input) => {
    expect(codesOf(input)).toEqual(['document-forbidden-character']);
  });

  test('a pair of escapes is one character', () => {
    expect(decodeJobTemplate(JSON_TEXT.replace('Demo', String.raw`\ud83d\ude00`)).name.source).toBe('😀');
  });
});

describe('YAML', () => {
  test.each([
    ['no value', '', 'document-empty'],
    ['a comment alone', '# nothing', 'document-empty'],
    ['a list', '- a', 'wrong-type'],
    ['a string', 'a', 'wrong-type'],
    ['null', 'null', 'document-empty'],
    ['a syntax error', 'name: [a', 'yaml-syntax'],
    ['two documents', `${TEXT}---\n${TEXT}`, 'yaml-several-documents'],
    ['a tag', withLines('name: !!binary Demo'), 'yaml-tag'],
    ['an unknown alias', withLines('name: *nobody'), 'yaml-unknown-alias'],
    ['a value that holds itself', withLines('name: &a [*a]'), 'yaml-recursive-alias'],
    ['a duplicate key', withLines('name: Demo', 'name: Again'), 'duplicate-key'],
    ['a number as a key', withLines('name: Demo', '1: one'), 'non-string-key'],
    ['a boolean as a key', withLines('name: Demo', 'true: one'), 'non-string-key'],
    ['a list as a key', withLines('name: Demo', '? [a]', ': one'), 'non-string-key'],
    ['an empty key', withLines('name: Demo', ': one'), 'non-string-key'],
  ])('that holds %s is one problem', (_, text, code) => {
    expect(codesOf(text)).toEqual([code]);
  });

  test('anchors and aliases give the same value twice', () => {
    const template = decodeJobTemplate(withLines('name: &n Demo', 'description: *n'));
    expect([template.name.source, template.description]).toEqual(['Demo', 'Demo']);
  });

  test('is 1.2: yes is a string, and a directive does not change that', () => {
    expect(decodeJobTemplate(withLines('name: yes')).name.source).toBe('yes');
    expect(codesOf(`%YAML 1.1\n---\n${withLines('name: yes')}`)).toEqual([]);
  });

  test('has no merge keys, and says so', () => {
    const outcome = safeDecodeTemplate(withLines('name: Demo', '<<: {description: x}'));
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ hint }) => hint)).toEqual([
      'YAML 1.2 has no merge keys: write the keys out.',
    ]);
  });

  test('has integers of any base and size, exactly', () => {
    const parameter = (value: string) => {
      const [definition] = decodeJobTemplate(
        withLines('name: Demo', `parameterDefinitions: [{name: P, type: INT, default: ${value}}]`),
      ).parameterDefinitions;
      return definition?.default;
    };
    expect(
      ['9223372036854775807', '-9223372036854775808', '0x7fffffffffffffff', '0o17', '+12', '1.0', '1e3'].map(parameter),
    ).toEqual([9223372036854775807n, -9223372036854775808n, 9223372036854775807n, 15n, 12n, 1n, 1000n]);
  });

  test('has decimals as they are written', () => {
    const parameter = (value: string) => {
      const [definition] = decodeJobTemplate(
        withLines('name: Demo', `parameterDefinitions: [{name: P, type: FLOAT, default: ${value}}]`),
      ).parameterDefinitions;
      return definition?.default;
    };
    expect(['3.500', '1e-3', '"2.50"', '12', '+0.5', '0x10'].map(parameter)).toEqual([
      '3.500',
      '1e-3',
      '2.50',
      '12',
      '0.5',
      '16',
    ]);
  });
});

describe('JSON', () => {
  test.each([
    ['a trailing comma', '{"a": 1,}'],
    ['a comment', '{"a": 1} // no'],
    ['a key without quotes', '{a: 1}'],
    ['a single quote', "{'a': 1}"],
    ['no colon', '{"a" 1}'],
    ['no value', '{"a": }'],
    ['no end of a list', '{"a": [1'],
    ['no end of an object', '{"a": 1'],
    ['a missing comma in a list', '{"a": [1 2]}'],
    ['an open string', '{"a": "b'],
    ['a control character in a string', '{"a": "b\tc"}'],
    ['an unknown escape', String.raw`{"a": "\x41"}`],
    ['a half escape', String.raw`{"a": "\u12"}`],
    ['a leading zero', '{"a": 01}'],
    ['something after the end', '{} {}'],
    ['an unknown word', '{"a": nil}'],
    ['nothing', ''],
  ])('that has %s is refused with its place', (_, text) => {
    const outcome = safeDecodeTemplate(text, { format: 'json' });
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      { code: 'json-syntax', range: { start: { line: 1 } } },
    ]);
  });

  test('has its own positions', () => {
    const outcome = safeDecodeTemplate('{\n  "name": nil\n}', { format: 'json' });
    expect(outcome.ok ? [] : outcome.diagnostics[0]?.range?.start).toEqual({ line: 2, column: 11, offset: 12 });
  });

  test('with a duplicate key is refused', () => {
    expect(codesOf(JSON_TEXT.replace('"name": "Demo"', '"name": "Demo", "name": "Again"'))).toContain('duplicate-key');
  });

  test('has all literals and empty collections', () => {
    const outcome = readData('{"all": [true, false, null, -1.5e3, {}, [ ]]}', { format: 'json' });
    expect(outcome.ok && outcome.value).toEqual({ all: [true, false, null, -1500, {}, []] });
  });
});

describe('objects', () => {
  const base = JSON.parse(JSON_TEXT) as Record<string, unknown>;

  test('may have undefined properties, which are absent', () => {
    expect(codesOf({ ...base, description: undefined })).toEqual([]);
  });

  test('may have no prototype', () => {
    expect(codesOf(Object.assign(Object.create(null) as object, base))).toEqual([]);
  });

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a regular expression', /a/],
  ])('that hold %s are refused', (_, value) => {
    expect(codesOf({ ...base, description: value })).toEqual(['object-unsupported-value']);
  });

  test('a file that was never read is told as what it is', () => {
    const nothing: unknown = undefined;
    const outcome = safeDecodeJobTemplate(nothing as string);
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [{ message: expect.stringMatching(/, found undefined\.$/) }],
    });
  });

  test('that hold themselves are refused', () => {
    const cyclic: Record<string, unknown> = { ...base };
    cyclic['description'] = cyclic;
    expect(codesOf(cyclic)).toEqual(['object-cycle']);
  });

  test('may hold another object twice', () => {
    const action = { onRun: { command: 'echo' } };
    const steps = ['A', 'B'].map((name) => ({ name, script: { actions: action } }));
    expect(codesOf({ ...base, steps })).toEqual([]);
  });

  test('whose getters throw are refused', () => {
    const throwing = {
      get name(): string {
        throw new Error('no');
      },
    };
    expect(codesOf(throwing)).toEqual(['object-unsupported-value']);
  });

  test('are copied: what changes later changes nothing', () => {
    const input = structuredClone(base);
    const template = decodeJobTemplate(input);
    input['name'] = 'Changed';
    expect(template.name.source).toBe('Demo');
  });

  test('may have bigints, which are exact', () => {
    const [definition] = decodeJobTemplate({
      ...base,
      parameterDefinitions: [{ name: 'P', type: 'INT', default: 2n ** 63n - 1n }],
    }).parameterDefinitions;
    expect(definition?.default).toBe(2n ** 63n - 1n);
  });

  test.each([2 ** 53, -(2 ** 63), 2 ** 60 + 1])('do not have the integer %d, which a double has rounded', (value) => {
    const outcome = safeDecodeJobTemplate({
      ...base,
      parameterDefinitions: [{ name: 'P', type: 'INT', default: value }],
    });
    expect(outcome).toMatchObject({
      diagnostics: [
        {
          code: 'object-inexact-number',
          path: ['parameterDefinitions', 0, 'default'],
          hint: 'Give it as a bigint or as text.',
        },
      ],
    });
  });

  test('may have the integers and the decimals that a double holds', () => {
    const parameterDefinitions = [
      { name: 'I', type: 'INT', default: 2 ** 53 - 1 },
      { name: 'F', type: 'FLOAT', default: 1e300 },
    ];
    expect(codesOf({ ...base, parameterDefinitions })).toEqual([]);
  });

  test('that are arrays are no templates', () => {
    expect(codesOf([])).toEqual(['wrong-type']);
  });
});
