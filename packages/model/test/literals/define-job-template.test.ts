import { describe, expect, test } from 'vitest';
import {
  decodeJobTemplate,
  defineJobTemplate,
  type JobParameterInput,
  preprocessJobParameters,
  safePreprocessJobParameters,
} from '../../src/index.ts';

describe('a template literal', () => {
  const template = defineJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Render {{Param.Scene}}',
    parameterDefinitions: [
      { name: 'Scene', type: 'STRING' },
      { name: 'Big', type: 'INT', default: 9_007_199_254_740_993n },
    ],
    steps: [
      {
        name: 'Render',
        parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-10' }] },
        script: { actions: { onRun: { command: 'render', args: ['{{Task.Param.Frame}}'], timeout: 60 } } },
      },
    ],
  });

  test('decodes to the same template as its YAML', () => {
    const read = decodeJobTemplate(`
specificationVersion: jobtemplate-2023-09
name: Render {{Param.Scene}}
parameterDefinitions:
- { name: Scene, type: STRING }
- { name: Big, type: INT, default: 9007199254740993 }
steps:
- name: Render
  parameterSpace: { taskParameterDefinitions: [{ name: Frame, type: INT, range: 1-10 }] }
  script: { actions: { onRun: { command: render, args: ["{{Task.Param.Frame}}"], timeout: 60 } } }
`);
    expect(template).toEqual(read);
  });

  test('takes the values that its type says', () => {
    expect({ ...preprocessJobParameters(template, { Scene: 'a' }) }).toEqual({
      Scene: { type: 'STRING', value: 'a' },
      Big: { type: 'INT', value: '9007199254740993' },
    });
  });

  test('with what only run time can see wrong is refused there', () => {
    expect(() =>
      defineJobTemplate({
        specificationVersion: 'jobtemplate-2023-09',
        name: '',
        steps: [{ name: 'A', script: { actions: { onRun: { command: 'true' } } } }],
      }),
    ).toThrow('string-too-short');
  });
});

/** The same values stand in define-job-template.test-d.ts, where the compiler takes or refuses them. */
describe('what the compiler takes, run time reads, and what it refuses, run time refuses', () => {
  const isRead = (type: string, value: JobParameterInput): boolean => {
    const steps = [{ name: 'A', script: { actions: { onRun: { command: 'true' } } } }];
    const document = { specificationVersion: 'jobtemplate-2023-09', extensions: ['EXPR'], name: 'Job', steps };
    const read = decodeJobTemplate({ ...document, parameterDefinitions: [{ name: 'P', type }] });
    return safePreprocessJobParameters(read, { P: value }).ok;
  };

  test.each<[string, JobParameterInput[], JobParameterInput[]]>([
    ['INT', [5, -5, '007', '+05', '-05', ' 12 '], [1.5, 1e21, '1e3', '', '+-5', '0x1f']],
    ['FLOAT', [1.5, '.5', '1.50e3', ' 007.5 '], ['many', '0x1F', ' ', 'Infinity']],
    ['LIST[LIST[INT]]', [[[1, 2n], ['03']]], [[[1], [1.5]], [[1, 'x']]]],
  ])('%s', (type, taken, refused) => {
    expect(taken.filter((value) => !isRead(type, value))).toEqual([]);
    expect(refused.filter((value) => isRead(type, value))).toEqual([]);
  });
});
