import { describe, expect, test } from 'vitest';
import { decodeJobTemplate, preprocessJobParameters, safePreprocessJobParameters } from '../../src/index.ts';
import type { JobParameterInput } from '../../src/index.ts';
import { read, refusals } from './preprocessed.ts';
import { jobWith } from './templates.ts';

describe('values', () => {
  test.each<[string, JobParameterInput, string]>([
    ['STRING', 'text', 'text'],
    ['STRING', '', ''],
    ['STRING', 12, '12'],
    ['STRING', 12n, '12'],
    ['INT', 12, '12'],
    ['INT', -0, '0'],
    ['INT', '007', '7'],
    ['INT', '+5', '5'],
    ['INT', ' -5 ', '-5'],
    ['INT', 9_223_372_036_854_775_807n, '9223372036854775807'],
    ['INT', '-9223372036854775808', '-9223372036854775808'],
    ['FLOAT', 4.5, '4.5'],
    ['FLOAT', '3.500', '3.500'],
    ['FLOAT', '3.14159265358979323846264338327950288', '3.14159265358979323846264338327950288'],
    ['FLOAT', '1e3', '1e3'],
    ['FLOAT', 5, '5'],
    ['FLOAT', 12_345_678_901_234_567_890n, '12345678901234567890'],
    ['BOOL', true, 'true'],
    ['BOOL', 0, 'false'],
    ['BOOL', 1, 'true'],
    ['BOOL', 'YES', 'true'],
    ['BOOL', 'off', 'false'],
    ['RANGE_EXPR', '1-10:2, 20', '1-10:2, 20'],
    ['RANGE_EXPR', 7, '7'],
  ])('%s takes %o as %o', (type, given, expected) => {
    expect(read({ type }, given)).toBe(expected);
  });

  test.each(['1e3', '3.0', '0x10'])('an INT as text is written in digits, here as in a template: %s', (text) => {
    expect(refusals({ type: 'INT' }, text)).toEqual([
      `parameter-value-type: Job parameter P (INT): expected a 64-bit integer, found "${text}".`,
    ]);
    expect(() => jobWith([{ name: 'P', type: 'INT', default: text }])).toThrow(`"${text}" is not an INT value`);
  });

  test.each([
    ['a\0b', 'expected a string without NUL, found "a\\u0000b".'],
    ['a\uD800', 'expected a well-formed string, found "a\\ud800".'],
    ['\uDC00', 'expected a well-formed string, found "\\udc00".'],
  ])('a STRING or PATH that no process can be given is refused: %j', (given, found) => {
    for (const type of ['STRING', 'PATH']) {
      expect(refusals({ type }, given)).toEqual([`parameter-value-type: Job parameter P (${type}): ${found}`]);
    }
    expect(refusals({ type: 'LIST[STRING]' }, ['ok', given])).toEqual([
      `parameter-value-type: Job parameter P[1] (LIST[STRING]): ${found}`,
    ]);
    expect(read({ type: 'STRING' }, '\uD83D\uDE00')).toBe('\uD83D\uDE00');
  });

  test.each<[string, JobParameterInput, unknown]>([
    ['LIST[STRING]', ['a', 'b'], ['a', 'b']],
    ['LIST[STRING]', '["a", "é"]', ['a', 'é']],
    ['LIST[INT]', [1, '02', 3n], ['1', '2', '3']],
    ['LIST[INT]', '[9223372036854775807, 1]', ['9223372036854775807', '1']],
    ['LIST[FLOAT]', '[3.500, 1e2, 4]', ['3.500', '1e2', '4']],
    ['LIST[BOOL]', [true, 'no', 1], ['true', 'false', 'true']],
    ['LIST[BOOL]', '[true, "no", 1, 0.0]', ['true', 'false', 'true', 'false']],
    ['LIST[INT]', '[3.0, 1e3]', ['3', '1000']],
    ['LIST[FLOAT]', ['1.50', 2], ['1.50', '2']],
    ['LIST[LIST[INT]]', '[[1, 2], []]', [['1', '2'], []]],
    ['LIST[LIST[INT]]', [[1n]], [['1']]],
    ['LIST[INT]', [], []],
  ])('%s takes %o', (type, given, expected) => {
    expect(read({ type }, given)).toEqual(expected);
  });

  test.each([
    [
      'LIST[INT]',
      '[1, "1"]',
      '[1] (LIST[INT]): expected a 64-bit integer, found the string "1". Write it without quotes.',
    ],
    [
      'LIST[FLOAT]',
      '["1.50"]',
      '[0] (LIST[FLOAT]): expected a finite decimal number, found the string "1.50". Write it without quotes.',
    ],
    ['LIST[STRING]', '[1]', '[0] (LIST[STRING]): expected a string, found the number 1. Put it in quotes.'],
    ['LIST[PATH]', '[true]', '[0] (LIST[PATH]): expected a string, found the boolean true.'],
    [
      'LIST[LIST[INT]]',
      '[[], [1, "2"]]',
      '[1][1] (LIST[LIST[INT]]): expected a 64-bit integer, found the string "2". Write it without quotes.',
    ],
  ])('the text of a JSON array has the types of JSON: a %s is not %s', (type, given, told) => {
    const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', type }], ['EXPR']), { P: given });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ message, hint }) => [message, hint].join(' ').trim())).toEqual([
      `Job parameter P${told}`,
    ]);
  });

  test('only an integer that is too large is told how large it may be', () => {
    const hintFor = (given: string): string | undefined => {
      const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', type: 'INT' }]), { P: given });
      return outcome.ok ? 'none was refused' : outcome.diagnostics[0]?.hint;
    };
    expect(hintFor('9223372036854775808')).toBe('Integers lie between -2^63 and 2^63 - 1.');
    expect(hintFor('many')).toBeUndefined();
  });

  test('a line break in a range expression is told as what it is, on one line', () => {
    const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', type: 'RANGE_EXPR' }], ['EXPR']), { P: '1\n-3' });
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      {
        message: 'Job parameter P (RANGE_EXPR): expected a range expression such as 1-10:2, found "1\\n-3".',
        hint: 'Write it on one line: between its parts may stand spaces and tabs alone.',
      },
    ]);
  });

  test.each<[string, JobParameterInput, string]>([
    ['STRING', true, 'expected a string, found the boolean true'],
    ['STRING', Number.NaN, 'expected a string, found the number NaN'],
    ['STRING', ['a'], 'expected a string, found a list of 1'],
    ['INT', '1.5', 'expected a 64-bit integer, found "1.5"'],
    ['INT', '', 'expected a 64-bit integer, found an empty string'],
    ['INT', 1.5, 'expected a 64-bit integer, found the number 1.5'],
    ['INT', true, 'expected a 64-bit integer, found the boolean true'],
    ['INT', '9223372036854775808', 'expected a 64-bit integer, found "9223372036854775808"'],
    ['INT', 2n ** 63n, 'expected a 64-bit integer, found the number 9223372036854775808'],
    ['INT', 2 ** 60, 'expected a 64-bit integer, found the number 1152921504606847000'],
    ['FLOAT', 'nan', 'expected a finite decimal number, found "nan"'],
    ['FLOAT', Number.POSITIVE_INFINITY, 'expected a finite decimal number, found the number Infinity'],
    ['FLOAT', '1e999', 'expected a finite decimal number, found "1e999"'],
    ['FLOAT', false, 'expected a finite decimal number, found the boolean false'],
    ['BOOL', 'maybe', 'expected a boolean, found "maybe"'],
    ['BOOL', 2, 'expected a boolean, found the number 2'],
    ['BOOL', ['true'], 'expected a boolean, found a list of 1'],
    ['RANGE_EXPR', '1-abc', 'expected a range expression such as 1-10:2, found "1-abc"'],
    ['RANGE_EXPR', true, 'expected a range expression such as 1-10:2, found the boolean true'],
    ['LIST[INT]', 'x', 'expected a list, found "x"'],
    ['LIST[INT]', '{"a": 1}', 'expected a list, found "{\\"a\\": 1}"'],
    ['LIST[INT]', '[null]', 'P[0] (LIST[INT]): expected a 64-bit integer, found null'],
    ['LIST[BOOL]', '[true, null]', 'P[1] (LIST[BOOL]): expected a boolean, found null'],
    ['LIST[INT]', '[1, {}]', 'P[1] (LIST[INT]): expected a 64-bit integer, found a mapping'],
    ['LIST[INT]', '[[1]]', 'P[0] (LIST[INT]): expected a 64-bit integer, found a list of 1'],
    ['LIST[INT]', '[1.5]', 'P[0] (LIST[INT]): expected a 64-bit integer, found "1.5"'],
    ['LIST[INT]', '[1', 'expected a list, found "[1"'],
    ['LIST[INT]', 3, 'expected a list, found the number 3'],
    ['LIST[LIST[INT]]', [1], 'expected a list, found the number 1'],
    ['LIST[LIST[INT]]', ['[1]'], 'expected a list, found "[1]"'],
    ['LIST[LIST[INT]]', 3, 'expected a list of lists, found the number 3'],
  ])('%s refuses %o', (type, given, expected) => {
    const [refusal, ...others] = refusals({ type }, given);
    expect(others).toEqual([]);
    expect(refusal).toContain('parameter-value-type: Job parameter P');
    expect(refusal).toContain(expected);
  });

  test('every item of a list that is at fault is named', () => {
    expect(refusals({ type: 'LIST[INT]' }, [1, 'a', 2, 'b'])).toEqual([
      'parameter-value-type: Job parameter P[1] (LIST[INT]): expected a 64-bit integer, found "a".',
      'parameter-value-type: Job parameter P[3] (LIST[INT]): expected a 64-bit integer, found "b".',
    ]);
    expect(refusals({ type: 'LIST[LIST[INT]]' }, [[1], [2, 'x']])).toEqual([
      'parameter-value-type: Job parameter P[1][1] (LIST[LIST[INT]]): expected a 64-bit integer, found "x".',
    ]);
  });

  test('a number that JavaScript has rounded is refused, with the way out', () => {
    const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', type: 'INT' }]), { P: 2 ** 60 });
    expect(outcome.ok ? undefined : outcome.diagnostics[0]?.hint).toBe(
      'It is not exact as a JavaScript number: give it as a bigint or as text.',
    );
  });
});

describe('bounds', () => {
  test.each<[object, JobParameterInput, string]>([
    [
      { type: 'INT', minValue: 1 },
      0,
      'parameter-value-too-small: Job parameter P: expected a number of at least 1, found 0.',
    ],
    [
      { type: 'INT', maxValue: '10' },
      11,
      'parameter-value-too-large: Job parameter P: expected a number of at most 10, found 11.',
    ],
    [
      { type: 'INT', maxValue: '9223372036854775806' },
      9_223_372_036_854_775_807n,
      'parameter-value-too-large: Job parameter P: expected a number of at most 9223372036854775806, found 9223372036854775807.',
    ],
    [
      { type: 'INT', allowedValues: [1, '02'] },
      3,
      'parameter-value-not-allowed: Job parameter P: expected one of 1, 2, found 3.',
    ],
    [
      { type: 'FLOAT', minValue: '0.30000000000000001' },
      '0.3',
      'parameter-value-too-small: Job parameter P: expected a number of at least 0.30000000000000001, found 0.3.',
    ],
    [
      { type: 'STRING', minLength: 2 },
      'é',
      'parameter-value-too-short: Job parameter P: expected at least 2 characters, found 1 characters.',
    ],
    [
      { type: 'STRING', maxLength: 2 },
      '🎬🎬🎬',
      'parameter-value-too-long: Job parameter P: expected at most 2 characters, found 3 characters.',
    ],
    [
      { type: 'STRING', allowedValues: ['low', 'high'] },
      'Low',
      'parameter-value-not-allowed: Job parameter P: expected one of "low", "high", found "Low".',
    ],
    [
      { type: 'RANGE_EXPR', minLength: 4 },
      '1-3',
      'parameter-value-too-short: Job parameter P: expected at least 4 characters, found 3 characters.',
    ],
    [
      { type: 'RANGE_EXPR' },
      `1-${'0'.repeat(1022)}9`,
      'parameter-value-too-long: Job parameter P: expected at most 1024 characters, found 1025 characters.',
    ],
    [
      { type: 'LIST[INT]', maxLength: 1 },
      [1, 2],
      'parameter-value-too-long: Job parameter P: expected at most 1 items, found 2 items.',
    ],
    [
      { type: 'LIST[INT]', minLength: 1 },
      [],
      'parameter-value-too-short: Job parameter P: expected at least 1 items, found 0 items.',
    ],
    [
      { type: 'LIST[INT]', item: { maxValue: 10 } },
      [1, 2, 999],
      'parameter-value-too-large: Job parameter P[2]: expected a number of at most 10, found 999.',
    ],
    [
      { type: 'LIST[STRING]', item: { maxLength: 1 } },
      ['a', 'bb'],
      'parameter-value-too-long: Job parameter P[1]: expected at most 1 characters, found 2 characters.',
    ],
    [
      { type: 'LIST[FLOAT]', item: { allowedValues: [1.5] } },
      ['1.50', '2'],
      'parameter-value-not-allowed: Job parameter P[1]: expected one of 1.5, found 2.',
    ],
    [
      { type: 'LIST[LIST[INT]]', item: { maxLength: 1, item: { minValue: 0 } } },
      [[1, -1]],
      'parameter-value-too-long: Job parameter P[0]: expected at most 1 items, found 2 items.',
    ],
  ])('%o refuses %o', (definition, given, expected) => {
    expect(refusals(definition, given)[0]).toBe(expected);
  });

  test('values at the bounds are taken', () => {
    expect(read({ type: 'INT', minValue: 5, maxValue: 5 }, 5)).toBe('5');
    expect(read({ type: 'FLOAT', minValue: '010.0', maxValue: '100.0' }, 50.5)).toBe('50.5');
    expect(read({ type: 'FLOAT', allowedValues: ['1.5', '04.5'] }, 4.5)).toBe('4.5');
    expect(read({ type: 'STRING', maxLength: 3 }, '🎬🎬🎬')).toBe('🎬🎬🎬');
    expect(read({ type: 'STRING', minLength: 0 }, '')).toBe('');
  });

  test('every bound that a value breaks is reported', () => {
    expect(
      refusals({ type: 'LIST[LIST[INT]]', maxLength: 1, item: { minLength: 1, item: { maxValue: 3 } } }, [[9, 9], []]),
    ).toEqual([
      'parameter-value-too-long: Job parameter P: expected at most 1 items, found 2 items.',
      'parameter-value-too-large: Job parameter P[0][0]: expected a number of at most 3, found 9.',
      'parameter-value-too-large: Job parameter P[0][1]: expected a number of at most 3, found 9.',
      'parameter-value-too-short: Job parameter P[1]: expected at least 1 items, found 0 items.',
    ]);
  });

  test('a long list of allowed values is cut in the message', () => {
    const allowedValues = Array.from({ length: 20 }, (_, index) => `v${index}`);
    expect(refusals({ type: 'STRING', allowedValues }, 'x')[0]).toContain('"v7" and 12 more, found "x"');
  });
});

describe('defaults', () => {
  test('stand in for what was not given, as they were written', () => {
    const template = decodeJobTemplate(`
specificationVersion: jobtemplate-2023-09
extensions: [EXPR]
name: Job
parameterDefinitions:
- { name: I, type: INT, default: "05" }
- { name: F, type: FLOAT, default: 3.500 }
- { name: B, type: BOOL, default: "Yes" }
- { name: L, type: "LIST[FLOAT]", default: [1.10, 2] }
- { name: N, type: "LIST[LIST[INT]]", default: [[1], [2, 3]] }
- { name: Given, type: STRING, default: a }
steps: [{ name: S, script: { actions: { onRun: { command: "true" } } } }]
`);
    expect({ ...preprocessJobParameters(template, { Given: 'b' }) }).toEqual({
      I: { type: 'INT', value: '5' },
      F: { type: 'FLOAT', value: '3.500' },
      B: { type: 'BOOL', value: 'true' },
      L: { type: 'LIST[FLOAT]', value: ['1.10', '2'] },
      N: { type: 'LIST[LIST[INT]]', value: [['1'], ['2', '3']] },
      Given: { type: 'STRING', value: 'b' },
    });
  });

  test('undefined is as good as not given, null is no value', () => {
    const template = jobWith([{ name: 'P', type: 'STRING', default: 'd' }]);
    expect(preprocessJobParameters(template, { P: undefined })['P']?.value).toBe('d');
    expect(() => preprocessJobParameters(template, { P: null as unknown as string })).toThrow(
      'expected a string, found null',
    );
  });
});

describe('names', () => {
  test('unknown and missing ones are reported together with everything else', () => {
    const template = jobWith([
      { name: 'Frames', type: 'STRING' },
      { name: 'Samples', type: 'INT', maxValue: 9 },
    ]);
    const outcome = safePreprocessJobParameters(template, { Frmaes: '1-10', Other: 1, Samples: 10 });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code, hint }) => [code, hint])).toEqual([
      ['parameter-unknown', 'Did you mean Frames?'],
      ['parameter-unknown', 'The templates define Frames, Samples.'],
      ['parameter-missing', 'Give a value.'],
      ['parameter-value-too-large', undefined],
    ]);
  });

  test('a template without parameters takes none', () => {
    const outcome = safePreprocessJobParameters(jobWith([]), { A: 1 });
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([{ hint: 'The templates define no parameters.' }]);
    expect({ ...preprocessJobParameters(jobWith([]), {}) }).toEqual({});
  });

  test('a parameter may be called __proto__ or toString', () => {
    const template = jobWith([
      { name: '__proto__', type: 'STRING' },
      { name: 'toString', type: 'STRING', default: 'd' },
    ]);
    const values = preprocessJobParameters(template, Object.fromEntries([['__proto__', 'x']]));
    expect(Object.getPrototypeOf(values)).toBeNull();
    expect(Object.keys(values)).toEqual(['__proto__', 'toString']);
    expect(values['__proto__']).toEqual({ type: 'STRING', value: 'x' });
    expect(safePreprocessJobParameters(template, {})).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'parameter-missing' }],
    });
  });
});
