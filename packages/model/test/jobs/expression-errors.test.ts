import { describe, expect, test } from 'vitest';
import { createJob, decodeJobTemplate, preprocessJobParameters, safeCreateJob } from '../../src/index.ts';
import { EXPR, problemsOf, SCRIPT } from './jobs.ts';

describe('errors of expressions', () => {
  test('point into the format string', () => {
    const source = `
specificationVersion: jobtemplate-2023-09
extensions: [EXPR]
name: 'Job {{ Param.Count }} {{ Param.Words[Param.Count] }}'
parameterDefinitions:
- { name: Count, type: INT, default: 3 }
- { name: Words, type: "LIST[STRING]", default: [x] }
steps: [{ name: A, script: { actions: { onRun: { command: a } } } }]
`;
    const template = decodeJobTemplate(source);
    const outcome = safeCreateJob(template, preprocessJobParameters(template, {}));
    const [found, ...others] = outcome.ok ? [] : outcome.diagnostics;
    expect(others).toEqual([]);
    expect(found?.code).toBe('expr-index-out-of-range');
    expect(found?.range?.start.line).toBe(4);
    expect(found?.range && source.slice(found.range.start.offset, found.range.end.offset)).toContain('Param.Count');
    expect(found?.message).toMatch(/^[A-Z].*\.$/);
  });

  test('a budget of the caller holds', () => {
    const template = decodeJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR'],
      name: '{{ len([i for i in range(Param.N)]) }}',
      parameterDefinitions: [{ name: 'N', type: 'INT', default: 100_000 }],
      steps: [{ name: 'A', script: SCRIPT }],
    });
    const values = preprocessJobParameters(template, {});
    expect(createJob(template, values).name).toBe('100000');
    const outcome = safeCreateJob(template, values, { limits: { maxOperations: 1000 } });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['expr-limit-operations']);
  });

  test('all expressions of a job share a budget, and its end is told once', () => {
    const template = decodeJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR', 'FEATURE_BUNDLE_1'],
      name: 'Job',
      parameterDefinitions: [{ name: 'N', type: 'INT', default: 300_000 }],
      steps: Array.from({ length: 5 }, (_, index) => ({
        name: `S${index}`,
        let: ['n = len([i for i in range(Param.N)])'],
        hostRequirements: {
          amounts: [{ name: 'amount.worker.vcpu', min: '{{ len([i for i in range(Param.N)]) + n }}' }],
        },
        script: SCRIPT,
      })),
    });
    const outcome = safeCreateJob(template, preprocessJobParameters(template, {}));
    const found = outcome.ok ? [] : outcome.diagnostics;
    expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'expr-limit-budget steps.0.hostRequirements.amounts.0.min',
    ]);
    const few = preprocessJobParameters(template, { N: 3000 });
    expect(createJob(template, few).steps).toHaveLength(5);
    const less = safeCreateJob(template, few, { limits: { maxTotalOperations: 9000 } });
    expect(less.ok ? [] : less.diagnostics.map(({ code }) => code)).toEqual(['expr-limit-budget']);
  });

  test('are all found', () => {
    expect(
      problemsOf({
        extensions: EXPR,
        parameters: [{ name: 'Zero', type: 'INT', default: 0 }],
        step: {
          hostRequirements: { amounts: [{ name: 'amount.worker.vcpu', min: '{{ 1 / Param.Zero }}' }] },
          parameterSpace: { taskParameterDefinitions: [{ name: 'A', type: 'INT', range: '{{ 1 // Param.Zero }}' }] },
          script: { actions: { onRun: { command: 'a', timeout: '{{ 1 % Param.Zero }}' } } },
        },
      }).map(({ code }) => code),
    ).toEqual(['expr-division-by-zero', 'expr-division-by-zero', 'expr-division-by-zero']);
  });
});
