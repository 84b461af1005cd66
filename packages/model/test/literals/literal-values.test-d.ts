import { describe, test } from 'vitest';
import { defineJobTemplate, defineEnvironmentTemplate } from '../../src/index.ts';

describe('the values of a definition', () => {
  const steps = [{ name: 'A', script: { actions: { onRun: { command: 'true' } } } }] as const;
  const head = { specificationVersion: 'jobtemplate-2023-09', extensions: ['EXPR'], name: 'Job', steps } as const;

  test('that its type takes', () => {
    const unknown: string = 'left to run time';
    defineJobTemplate({
      ...head,
      parameterDefinitions: [
        { name: 'A', type: 'INT', default: '007', minValue: -5, maxValue: 9n, allowedValues: [1, '2', 3n, 7] },
        { name: 'B', type: 'float', default: '1.50', minValue: 0.5, allowedValues: [1, '1.50'] },
        { name: 'C', type: 'LIST[INT]', default: [1, 2n], minLength: 1, item: { minValue: 1, allowedValues: [1, 2] } },
        { name: 'D', type: 'LIST[LIST[INT]]', default: [[1], []], item: { item: { maxValue: 3 } } },
        { name: 'E', type: 'LIST[FLOAT]', default: [1.5], item: { maxValue: 2.5 } },
        { name: 'F', type: 'STRING', default: unknown, allowedValues: ['a', unknown] },
        { name: 'G', type: 'BOOL', default: 'yes' },
        { name: 'H', type: 'LIST[BOOL]', default: [true, 'no', 1] },
        { name: 'I', type: 'RANGE_EXPR', default: '1-3' },
        { name: 'J', type: 'INT', default: unknown },
      ],
    });
  });

  test('that its type refuses', () => {
    // @ts-expect-error -- 1.5 is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'INT', default: 1.5 }] });
    // @ts-expect-error -- x is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'int', default: 'x' }] });
    // @ts-expect-error -- true is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'INT', default: true }] });
    // @ts-expect-error -- 1.5 is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'INT', minValue: 1.5 }] });
    // @ts-expect-error -- 2.5 is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'INT', allowedValues: [1, 2.5] }] });
    // @ts-expect-error -- x is no decimal
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'FLOAT', default: 'x' }] });
    // @ts-expect-error -- a STRING is written as a string
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'STRING', default: 5 }] });
    // @ts-expect-error -- a list takes no text for a number
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'LIST[INT]', default: ['1'] }] });
    // @ts-expect-error -- 1.5 is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'LIST[LIST[INT]]', default: [[1.5]] }] });
    // @ts-expect-error -- 1.5 is no integer
    defineJobTemplate({ ...head, parameterDefinitions: [{ name: 'A', type: 'LIST[INT]', item: { maxValue: 1.5 } }] });
  });

  test('and the list of a task parameter', () => {
    const stepsWith = <const R>(range: R) =>
      [{ ...steps[0], parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'INT', range }] } }] as const;
    const parameterDefinitions = [{ name: 'P', type: 'INT' }] as const;
    defineJobTemplate({ ...head, parameterDefinitions, steps: stepsWith([1, '02', 3n, '{{Param.P}}'] as const) });
    defineJobTemplate({ ...head, parameterDefinitions, steps: stepsWith('1-{{Param.P}}') });
    // @ts-expect-error -- 1.5 is no integer
    defineJobTemplate({ ...head, parameterDefinitions, steps: stepsWith([1, 1.5] as const) });
  });
});

describe('a field that is a number', () => {
  const parameterDefinitions = [
    { name: 'Out', type: 'PATH' },
    { name: 'Flag', type: 'BOOL' },
    { name: 'Seconds', type: 'INT' },
    { name: 'Text', type: 'STRING' },
    { name: 'Parts', type: 'LIST[INT]' },
  ] as const;
  const head = {
    specificationVersion: 'jobtemplate-2023-09',
    extensions: ['EXPR', 'FEATURE_BUNDLE_1', 'TASK_CHUNKING', 'WRAP_ACTIONS'],
    name: 'Job',
    parameterDefinitions,
  } as const;
  const withTimeout = <const Timeout extends string>(timeout: Timeout) =>
    [{ name: 'A', script: { actions: { onRun: { command: 'true', timeout } } } }] as const;

  test('takes what can be one', () => {
    defineJobTemplate({ ...head, steps: withTimeout('{{Param.Seconds}}') });
    defineJobTemplate({ ...head, steps: withTimeout('{{ Param.Text }}') });
    defineJobTemplate({ ...head, steps: withTimeout('{{RawParam.Out}}') });
    defineJobTemplate({ ...head, steps: withTimeout('1{{Param.Seconds}}') });
    defineJobTemplate({ ...head, steps: withTimeout('{{ len(Param.Parts) }}') });
  });

  test('takes nothing else', () => {
    // @ts-expect-error -- a PATH is known on the host only
    defineJobTemplate({ ...head, steps: withTimeout('{{Param.Out}}') });
    // @ts-expect-error -- a BOOL is no number
    defineJobTemplate({ ...head, steps: withTimeout('{{Param.Flag}}') });
    // @ts-expect-error -- nor is its text
    defineJobTemplate({ ...head, steps: withTimeout('{{ RawParam.Flag }}') });
    // @ts-expect-error -- a list is no number
    defineJobTemplate({ ...head, steps: withTimeout('{{Param.Parts}}') });
    // @ts-expect-error -- a PATH is known on the host only
    defineJobTemplate({ ...head, steps: withTimeout('{{Param.Out}}0') });
    // @ts-expect-error -- tasks come later
    defineJobTemplate({ ...head, steps: withTimeout('{{Task.Param.Frame}}') });
    defineJobTemplate({
      ...head,
      steps: [
        {
          name: 'A',
          // @ts-expect-error -- a BOOL is no number
          hostRequirements: { amounts: [{ name: 'amount.site', min: '{{Param.Flag}}' }] },
          // @ts-expect-error -- a PATH is known on the host only
          bash: { script: 'true', timeout: '{{Param.Out}}' },
        },
      ],
    });
  });

  test('and a variable of its name is a text', () => {
    defineEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      extensions: ['EXPR', 'WRAP_ACTIONS'],
      parameterDefinitions,
      environment: { name: 'E', variables: { timeout: '{{Param.Out}}', min: '{{Param.Flag}}' } },
    });
  });
});

describe('a PATH', () => {
  const script = { actions: { onRun: { command: 'true', args: ['{{Param.Out}}'] } } } as const;
  const parameterDefinitions = [{ name: 'Out', type: 'PATH' }] as const;

  test('is not known before there is a host, its text is', () => {
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Job {{RawParam.Out}}',
      parameterDefinitions,
      steps: [{ name: 'A', script }],
    });
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      // @ts-expect-error -- Param.Out is a PATH
      name: 'Job {{Param.Out}}',
      parameterDefinitions,
      steps: [{ name: 'A', script }],
    });
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Job',
      parameterDefinitions,
      steps: [
        {
          name: 'A',
          // @ts-expect-error -- Param.Out is a PATH
          parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'STRING', range: ['{{Param.Out}}'] }] },
          script,
        },
      ],
    });
  });
});
