import { describe, expect, test } from 'vitest';
import { decodeJobTemplate, defineJobTemplate, preprocessJobParameters } from '../../src/index.ts';

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
