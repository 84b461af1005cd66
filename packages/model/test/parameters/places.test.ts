import { describe, expect, test } from 'vitest';
import {
  decodeJobTemplate,
  ModelError,
  preprocessJobParameters,
  safePreprocessJobParameters,
} from '../../src/index.ts';
import { jobWith } from './templates.ts';

describe('places', () => {
  const text = `
specificationVersion: jobtemplate-2023-09
name: Job
parameterDefinitions:
- name: Samples
  type: INT
  minValue: 4
- name: Scene
  type: PATH
  default: ../scene
steps: [{ name: S, script: { actions: { onRun: { command: "true" } } } }]
`;

  test('point to the bound, the default or the definition in the text', () => {
    const outcome = safePreprocessJobParameters(decodeJobTemplate(text), { Samples: 1 });
    const found = outcome.ok ? [] : outcome.diagnostics;
    expect(found.map(({ path, range }) => [path, range && text.slice(range.start.offset, range.end.offset)])).toEqual([
      [['parameterDefinitions', 0, 'minValue'], '4'],
      [['parameterDefinitions', 1, 'default'], '../scene'],
    ]);
  });

  test('without a text there are none', () => {
    const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', type: 'INT' }]), {});
    expect(outcome.ok ? [] : outcome.diagnostics).toEqual([
      {
        code: 'parameter-missing',
        severity: 'error',
        path: ['parameterDefinitions', 0],
        message: 'Job parameter P (INT) has no default, and no value was given.',
        hint: 'Give a value.',
      },
    ]);
  });

  test('the throwing form has all diagnostics and one line for each', () => {
    const thrown = catchModelError(() => preprocessJobParameters(decodeJobTemplate(text), { Samples: 1 }));
    expect(thrown?.diagnostics).toHaveLength(2);
    expect(thrown?.message.split('\n')).toHaveLength(2);
  });
});

function catchModelError(action: () => unknown): ModelError | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}
