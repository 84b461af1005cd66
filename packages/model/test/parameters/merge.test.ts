import { describe, expect, test } from 'vitest';
import {
  mergeJobParameterDefinitions,
  ModelError,
  preprocessJobParameters,
  safeMergeJobParameterDefinitions,
  safePreprocessJobParameters,
} from '../../src/index.ts';
import { environmentWith, jobWith } from './templates.ts';

/** What two environment templates and a job template together say about P. */
function merged(...definitions: object[]): unknown {
  const [job, ...environments] = definitions.toReversed();
  return mergeJobParameterDefinitions({
    jobTemplate: jobWith([{ name: 'P', ...job }], ['EXPR']),
    environmentTemplates: environments
      .toReversed()
      .map((definition) => environmentWith([{ name: 'P', ...definition }], { extensions: ['EXPR'] })),
  })[0];
}

function conflicts(...definitions: object[]): string[] {
  try {
    merged(...definitions);
    return [];
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return error.diagnostics.map(({ code, message }) => `${code}: ${message}`);
  }
}

describe('one definition', () => {
  test('stays what it is', () => {
    expect(merged({ type: 'INT', default: '07', minValue: 1 })).toEqual({
      name: 'P',
      type: 'INT',
      default: 7n,
      minValue: 1n,
    });
  });
});

describe('names', () => {
  test('come in the order of first definition: environments, then the job', () => {
    const all = mergeJobParameterDefinitions({
      environmentTemplates: [
        environmentWith([{ name: 'B', type: 'INT' }]),
        environmentWith([{ name: 'A', type: 'INT' }]),
      ],
      jobTemplate: jobWith([
        { name: 'C', type: 'INT' },
        { name: 'A', type: 'INT' },
      ]),
    });
    expect(all.map(({ name }) => name)).toEqual(['B', 'A', 'C']);
  });

  test('there may be no template at all', () => {
    expect(mergeJobParameterDefinitions({})).toEqual([]);
  });
});

describe('constraints tighten', () => {
  test.each<[object, object, object]>([
    [{ minValue: 1, maxValue: 9 }, { minValue: 4 }, { minValue: 4n, maxValue: 9n }],
    [{ minValue: 4 }, { minValue: 1, maxValue: 9 }, { minValue: 4n, maxValue: 9n }],
    [{ allowedValues: [1, 2, 3] }, { allowedValues: [3, 2, 9] }, { allowedValues: [2n, 3n] }],
  ])('INT %j and %j', (first, second, expected) => {
    expect(merged({ type: 'INT', ...first }, { type: 'INT', ...second })).toEqual({
      name: 'P',
      type: 'INT',
      ...expected,
    });
  });

  test('decimals are compared as numbers and stay as written', () => {
    expect(
      merged(
        { type: 'FLOAT', minValue: '1.50', allowedValues: ['2.50', '3'] },
        { type: 'FLOAT', minValue: '1.5', maxValue: '010', allowedValues: ['2.5'] },
      ),
    ).toEqual({ name: 'P', type: 'FLOAT', minValue: '1.50', maxValue: '010', allowedValues: ['2.50'] });
  });

  test('lengths, of text and of lists, and of their items', () => {
    expect(
      merged(
        { type: 'STRING', minLength: 1 },
        { type: 'STRING', minLength: 3, maxLength: 8 },
        { type: 'STRING', maxLength: 9 },
      ),
    ).toEqual({
      name: 'P',
      type: 'STRING',
      minLength: 3,
      maxLength: 8,
    });
    expect(
      merged(
        { type: 'LIST[LIST[INT]]', item: { maxLength: 4, item: { minValue: 1 } } },
        { type: 'LIST[LIST[INT]]', maxLength: 3, item: { item: { minValue: 0, allowedValues: [1, 2] } } },
      ),
    ).toEqual({
      name: 'P',
      type: 'LIST[LIST[INT]]',
      maxLength: 3,
      item: { maxLength: 4, item: { minValue: 1n, allowedValues: [1n, 2n] } },
    });
  });

  test('BOOL and RANGE_EXPR merge too', () => {
    expect(merged({ type: 'BOOL', default: 'yes' }, { type: 'BOOL' })).toEqual({
      name: 'P',
      type: 'BOOL',
      default: true,
    });
    expect(merged({ type: 'RANGE_EXPR', default: '1-3', maxLength: 9 }, { type: 'RANGE_EXPR', minLength: 2 })).toEqual({
      name: 'P',
      type: 'RANGE_EXPR',
      default: '1-3',
      maxLength: 9,
      minLength: 2,
    });
  });

  test('what the job template says besides stays', () => {
    expect(merged({ type: 'INT', description: 'env' }, { type: 'INT', description: 'job' })).toMatchObject({
      description: 'job',
    });
  });
});

describe('the default', () => {
  test('is the last one', () => {
    expect(merged({ type: 'INT', default: 1 }, { type: 'INT', default: 2 }, { type: 'INT' })).toMatchObject({
      default: 2n,
    });
    expect(merged({ type: 'LIST[INT]', default: [1, 2, 3] }, { type: 'LIST[INT]', maxLength: 5 })).toMatchObject({
      default: [1n, 2n, 3n],
    });
  });

  test.each<[object, object, string]>([
    [{ type: 'STRING', minLength: 5 }, { type: 'STRING', default: 'abc' }, 'parameter-value-too-short'],
    [{ type: 'INT', minValue: 5 }, { type: 'INT', default: 1 }, 'parameter-value-too-small'],
    [{ type: 'FLOAT', minValue: '0.5' }, { type: 'FLOAT', default: 0.25 }, 'parameter-value-too-small'],
    [
      { type: 'INT', allowedValues: [1, 2] },
      { type: 'INT', allowedValues: [2, 3], default: 3 },
      'parameter-value-not-allowed',
    ],
    [{ type: 'LIST[INT]', default: [1, 2, 3] }, { type: 'LIST[INT]', maxLength: 2 }, 'parameter-value-too-long'],
  ])('must keep to the merged bounds: %j and %j', (first, second, code) => {
    const [conflict, ...others] = conflicts(first, second);
    expect(others).toEqual([]);
    expect(conflict).toContain(`${code}: Job parameter P: the default is outside of the merged bounds: expected`);
  });

  test('of a PATH is checked when it has been joined', () => {
    const jobTemplate = jobWith([{ name: 'P', type: 'PATH', default: 'a' }]);
    const environmentTemplates = [environmentWith([{ name: 'P', type: 'PATH', maxLength: 3 }])];
    expect(safeMergeJobParameterDefinitions({ jobTemplate, environmentTemplates }).ok).toBe(true);
    expect(safePreprocessJobParameters(jobTemplate, {}, { environmentTemplates }).ok).toBe(true);
    expect(safePreprocessJobParameters(jobTemplate, {}, { environmentTemplates, templateDir: '/long' }).ok).toBe(false);
  });
});

describe('conflicts', () => {
  test('of types', () => {
    expect(conflicts({ type: 'STRING' }, { type: 'INT' })).toEqual([
      'parameter-merge-type: Job parameter P: expected type STRING as in the environment template Env, found INT.',
    ]);
  });

  test.each([
    ['objectType', 'FILE', 'DIRECTORY'],
    ['dataFlow', 'IN', 'OUT'],
  ])('of %s', (hint, first, second) => {
    for (const type of ['PATH', 'LIST[PATH]']) {
      expect(conflicts({ type, [hint]: first }, { type, [hint]: second })).toEqual([
        `parameter-merge-path: Job parameter P: expected the same ${hint} everywhere, found ${first} and ${second}.`,
      ]);
      expect(merged({ type, [hint]: first }, { type })).toEqual({ name: 'P', type, [hint]: first });
    }
  });

  test('of bounds', () => {
    expect(conflicts({ type: 'INT', minValue: 10 }, { type: 'INT', maxValue: 5 })).toEqual([
      'parameter-merge-bounds: Job parameter P: no value is at least 10 and at most 5.',
    ]);
    expect(conflicts({ type: 'STRING', minLength: 10 }, { type: 'STRING', maxLength: 5 })).toEqual([
      'parameter-merge-bounds: Job parameter P: no value has at least 10 and at most 5 elements or characters.',
    ]);
    expect(
      conflicts({ type: 'LIST[INT]', item: { minValue: 2 } }, { type: 'LIST[INT]', item: { maxValue: 1 } }),
    ).toHaveLength(1);
  });

  test('of allowed values', () => {
    expect(conflicts({ type: 'STRING', allowedValues: ['a'] }, { type: 'STRING', allowedValues: ['b'] })).toEqual([
      'parameter-merge-allowed-values: Job parameter P: no value is allowed by every definition.',
    ]);
  });

  test('of allowed values with the bounds of another template', () => {
    const message = 'no allowed value lies within the bounds of every definition';
    expect(conflicts({ type: 'INT', allowedValues: [1, 2] }, { type: 'INT', minValue: 5 })).toEqual([
      `parameter-merge-allowed-values: Job parameter P: ${message}.`,
    ]);
    expect(
      conflicts(
        { type: 'LIST[STRING]', item: { allowedValues: ['abc'] } },
        { type: 'LIST[STRING]', item: { maxLength: 2 } },
      ),
    ).toEqual([`parameter-merge-allowed-values: Job parameter P: ${message}.`]);
    expect(conflicts({ type: 'INT', allowedValues: [1, 5] }, { type: 'INT', minValue: 5 })).toEqual([]);
    // How long a PATH is shows when it has been joined.
    expect(conflicts({ type: 'PATH', allowedValues: ['a'] }, { type: 'PATH', minLength: 5 })).toEqual([]);
  });

  test('hide no mistake in the values of other parameters', () => {
    const job = jobWith([
      { name: 'P', type: 'INT' },
      { name: 'Samples', type: 'INT' },
      { name: 'Scene', type: 'STRING' },
    ]);
    const environmentTemplates = [environmentWith([{ name: 'P', type: 'STRING' }])];
    const outcome = safePreprocessJobParameters(job as never, { P: 'x', Samples: 'many', Extra: 1 } as never, {
      environmentTemplates,
    });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual([
      'parameter-merge-type',
      'parameter-unknown',
      'parameter-value-type',
      'parameter-missing',
    ]);
  });

  test('of all parameters are reported together, with the templates that define them', () => {
    const outcome = safeMergeJobParameterDefinitions({
      environmentTemplates: [
        environmentWith([
          { name: 'A', type: 'INT' },
          { name: 'B', type: 'INT' },
        ]),
      ],
      jobTemplate: jobWith([
        { name: 'A', type: 'STRING' },
        { name: 'B', type: 'FLOAT' },
      ]),
    });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ path, hint }) => [path, hint])).toEqual([
      [['parameterDefinitions', 0, 'type'], 'It is defined by the environment template Env, the job template.'],
      [['parameterDefinitions', 1, 'type'], 'It is defined by the environment template Env, the job template.'],
    ]);
  });

  test('stop the value that they are about from being looked at', () => {
    const outcome = safePreprocessJobParameters(
      jobWith([{ name: 'P', type: 'INT' }]),
      { P: [] },
      { environmentTemplates: [environmentWith([{ name: 'P', type: 'STRING' }])] },
    );
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['parameter-merge-type']);
  });
});

describe('values', () => {
  test('obey the merged bounds, those of environment templates included', () => {
    const environmentTemplates = [
      environmentWith([
        { name: 'P', type: 'INT', maxValue: 5 },
        { name: 'E', type: 'STRING' },
      ]),
    ];
    const template = jobWith([{ name: 'P', type: 'INT', minValue: 1 }]);
    expect({ ...preprocessJobParameters(template, { P: 5, E: 'x' }, { environmentTemplates }) }).toEqual({
      P: { type: 'INT', value: '5' },
      E: { type: 'STRING', value: 'x' },
    });
    const outcome = safePreprocessJobParameters(template, { P: 6 }, { environmentTemplates });
    // The job template holds no such bound that could be pointed at.
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code, path, hint }) => [code, path, hint])).toEqual([
      [
        'parameter-value-too-large',
        ['parameterDefinitions', 0],
        expect.stringMatching(/The bound is set by the environment template \S+\./),
      ],
      ['parameter-missing', [], 'Give a value.'],
    ]);
    const low = safePreprocessJobParameters(template, { P: 0, E: 'x' }, { environmentTemplates });
    expect(low.ok ? [] : low.diagnostics.map(({ path, hint }) => [path, hint])).toEqual([
      [['parameterDefinitions', 0, 'minValue'], undefined],
    ]);
  });
});
