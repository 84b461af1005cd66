import { describe, expect, test } from 'vitest';
import {
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  type JobParameterValues,
  preprocessJobParameters,
  safeCreateEnvironment,
  safeCreateJob,
} from '../../src/index.ts';

const PARAMETERS = [
  { name: 'A', type: 'INT' },
  { name: 'F', type: 'FLOAT', default: '3.500' },
  { name: 'L', type: 'LIST[LIST[INT]]', default: [[1, 2], []] },
  { name: 'R', type: 'RANGE_EXPR', default: '1-10:2' },
];

const template = decodeJobTemplate({
  specificationVersion: 'jobtemplate-2023-09',
  extensions: ['EXPR'],
  name: 'Prepared',
  parameterDefinitions: PARAMETERS,
  steps: [{ name: 'S', script: { actions: { onRun: { command: 'render' } } } }],
});
const prepared = preprocessJobParameters(template, { A: 5 });

/** What creating a job says of parameters that somebody made by hand, as JavaScript allows. */
function problems(parameters: unknown): readonly string[] {
  const outcome = safeCreateJob(template, parameters as JobParameterValues);
  return outcome.ok ? [] : outcome.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('createJob', () => {
  test('takes what preprocessJobParameters returns, and values of other templates beside it', () => {
    expect(problems(prepared)).toEqual([]);
    expect(problems({ ...prepared, Other: { type: 'INT', value: '1' } })).toEqual([]);
  });

  test.each([
    ['a raw input', 5, 'expected an object of type and value, found the number 5.'],
    ['null', null, 'expected an object of type and value, found null.'],
    ['another type', { type: 'STRING', value: '5' }, 'expected the type INT, found "STRING".'],
    ['a text that is no integer', { type: 'INT', value: 'zz' }, 'expected the canonical text of a value, found "zz".'],
    [
      'a text that is not canonical',
      { type: 'INT', value: ' 05' },
      'expected the canonical text of a value, found " 05".',
    ],
    ['a number for a text', { type: 'INT', value: 5 }, 'expected the canonical text of a value, found the number 5.'],
  ])('says what is wrong with %s, and what to pass', (_, value, fault) => {
    const outcome = safeCreateJob(template, { ...prepared, A: value } as unknown as JobParameterValues);
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [
        {
          code: 'parameter-value-type',
          message: `Job parameter A (INT): ${fault}`,
          path: ['parameterDefinitions', 0, 'name'],
          hint: expect.stringContaining('preprocessJobParameters'),
        },
      ],
    });
  });

  test('names every parameter without a value, also one that has a default', () => {
    expect(problems({})).toEqual(
      PARAMETERS.map(({ name, type }) => `parameter-missing Job parameter ${name} (${type}) has no value.`),
    );
  });

  test('does not take inherited keys for values', () => {
    expect(problems(Object.create(prepared))).toHaveLength(PARAMETERS.length);
  });
});

test('createEnvironment asks the same of its parameters', () => {
  const environment = decodeEnvironmentTemplate({
    specificationVersion: 'environment-2023-09',
    parameterDefinitions: [{ name: 'Host', type: 'STRING' }],
    environment: { name: 'E', variables: { HOST: '{{Param.Host}}' } },
  });
  expect(safeCreateEnvironment(environment, {})).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'parameter-missing' }],
  });
});

test('a value that nobody prepared keeps to the bounds of its definition', () => {
  const bounded = decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    extensions: ['EXPR'],
    name: 'J',
    parameterDefinitions: [
      { name: 'N', type: 'INT', maxValue: 5 },
      { name: 'L', type: 'LIST[INT]', item: { minValue: 1 } },
      { name: 'P', type: 'PATH', allowedValues: ['/a'] },
    ],
    steps: [{ name: 'S', script: { actions: { onRun: { command: 'true' } } } }],
  });
  const outcome = safeCreateJob(bounded, {
    N: { type: 'INT', value: '100' },
    L: { type: 'LIST[INT]', value: ['1', '0'] },
    P: { type: 'PATH', value: '/b' },
  });
  expect(
    outcome.ok ? [] : outcome.diagnostics.map(({ code, path, message }) => [code, path.join('.'), message]),
  ).toEqual([
    [
      'parameter-value-too-large',
      'parameterDefinitions.0.maxValue',
      'Job parameter N: expected a number of at most 5, found 100.',
    ],
    [
      'parameter-value-too-small',
      'parameterDefinitions.1.item.minValue',
      'Job parameter L[1]: expected a number of at least 1, found 0.',
    ],
    [
      'parameter-value-not-allowed',
      'parameterDefinitions.2.allowedValues',
      'Job parameter P: expected one of "/a", found "/b".',
    ],
  ]);
  const sound = {
    N: { type: 'INT', value: '5' },
    L: { type: 'LIST[INT]', value: [] },
    P: { type: 'PATH', value: '/a' },
  };
  expect(safeCreateJob(bounded, JSON.parse(JSON.stringify(sound))).ok).toBe(true);
});

test('a list of integers in place of texts is told, not thrown at', () => {
  const bounded = decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    extensions: ['EXPR'],
    name: 'J',
    parameterDefinitions: [{ name: 'L', type: 'LIST[INT]' }],
    steps: [{ name: 'S', script: { actions: { onRun: { command: 'true' } } } }],
  });
  const given: unknown = { L: { type: 'LIST[INT]', value: [1n] } };
  // @ts-expect-error a caller in JavaScript
  const outcome = safeCreateJob(bounded, given);
  expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['parameter-value-type']);
});
