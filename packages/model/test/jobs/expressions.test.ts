import { IntRangeExpr } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { createJob, decodeJobTemplate, preprocessJobParameters, safeCreateJob } from '../../src/index.ts';
import { codesOf, jobOf, problemsOf, SCRIPT, stepOf, EXPR } from './jobs.ts';
import type { Sketch } from './jobs.ts';

/** The range of the one task parameter of a step. */
function range(definition: object, sketch: Sketch = {}): unknown {
  const step = stepOf({
    extensions: EXPR,
    ...sketch,
    step: { ...sketch.step, parameterSpace: { taskParameterDefinitions: [{ name: 'A', ...definition }] } },
  });
  const found = step.parameterSpace?.taskParameterDefinitions[0]?.range;
  return found instanceof IntRangeExpr ? found.toString() : found;
}

const parameters = [
  { name: 'Count', type: 'INT', default: 3 },
  { name: 'Frames', type: 'RANGE_EXPR', default: '1-9:2' },
  { name: 'Words', type: 'LIST[STRING]', default: ['x', 'y'] },
  { name: 'Scales', type: 'LIST[FLOAT]', default: [1.5, 2] },
  { name: 'Files', type: 'LIST[PATH]', default: ['a/b.exr', 'c.exr'] },
  { name: 'Flag', type: 'BOOL', default: true },
  { name: 'Text', type: 'STRING', default: '1-3' },
  { name: 'Edges', type: 'LIST[LIST[INT]]', default: [[1, 2], [3]] },
];

const emptyRange = (type: string) => ({
  extensions: EXPR,
  parameters: [{ name: 'L', type: type === 'INT' ? 'LIST[INT]' : 'LIST[STRING]', default: [] }],
  step: { parameterSpace: { taskParameterDefinitions: [{ name: 'A', type, range: '{{ Param.L }}' }] } },
});

const itemsOf = (items: readonly string[]) => ({
  extensions: EXPR,
  parameters: [{ name: 'N', type: 'INT', default: 600 }],
  step: { parameterSpace: { taskParameterDefinitions: [{ name: 'A', type: 'STRING', range: items }] } },
});

const action = (fields: object): Sketch => ({
  extensions: EXPR,
  parameters,
  step: { script: { actions: { onRun: { command: 'a', ...fields } } } },
});

const amount = (fields: object): Sketch => ({
  extensions: EXPR,
  parameters,
  step: { hostRequirements: { amounts: [{ name: 'amount.worker.gpu', ...fields }] } },
});

const attribute = (anyOf: readonly string[]): Sketch => ({
  extensions: EXPR,
  parameters,
  step: { hostRequirements: { attributes: [{ name: 'attr.site', anyOf }] } },
});

const hooks = (timeout: string): Sketch => ({
  extensions: ['EXPR', 'FEATURE_BUNDLE_1', 'WRAP_ACTIONS'],
  parameters,
  jobEnvironments: [
    {
      name: 'Wrap',
      script: {
        actions: {
          onWrapEnvEnter: { command: 'a' },
          onWrapTaskRun: {
            command: 'b',
            timeout,
            cancelation: {
              mode: '{{ WrappedAction.Cancelation.Mode }}',
              notifyPeriodInSeconds: '{{ WrappedAction.Cancelation.NotifyPeriodInSeconds }}',
            },
          },
          onWrapEnvExit: { command: 'c' },
        },
      },
    },
  ],
});

const hook = (timeout: string) => jobOf(hooks(timeout)).jobEnvironments[0]?.script?.actions.onWrapTaskRun;

describe('ranges that are one expression', () => {
  test.each<[string, string, unknown]>([
    ['INT', '{{ Param.Count }}', '3'],
    ['INT', '{{ Param.Count + 1 }}', '4'],
    ['INT', '{{ Param.Text }}', '1-3'],
    ['INT', '{{ Param.Frames }}', '1-9:2'],
    ['INT', '{{ [3, 1, 2] }}', ['3', '1', '2']],
    ['INT', '{{ Param.Edges[0] }}', ['1', '2']],
    ['INT', '1-{{ Param.Count * 2 }}', '1-6'],
    ['FLOAT', '{{ Param.Scales }}', ['1.5', '2']],
    ['STRING', '{{ Param.Words + ["z"] }}', ['x', 'y', 'z']],
    ['PATH', '{{ RawParam.Files }}', ['a/b.exr', 'c.exr']],
    ['PATH', '{{ [path("/x") / w for w in Param.Words] }}', ['/x/x', '/x/y']],
    ['PATH', '{{ [1, 2] }}', ['1', '2']],
  ])('%s %s', (type, source, expected) => {
    expect(range({ type, range: source }, { parameters })).toEqual(expected);
  });

  test.each(['INT', 'CHUNK[INT]', 'FLOAT', 'STRING', 'PATH'])('%s: a list has at most 1024 values', (type) => {
    const list = (length: number) => `{{ [${type.includes('INT') ? 'i' : 'string(i)'} for i in range(${length})] }}`;
    const chunks = type === 'CHUNK[INT]' ? { chunks: { defaultTaskCount: 1, rangeConstraint: 'NONCONTIGUOUS' } } : {};
    const definition = (length: number) => ({ type, range: list(length), ...chunks });
    expect(range(definition(1024))).toHaveLength(1024);
    expect(
      problemsOf({
        extensions: EXPR,
        step: { parameterSpace: { taskParameterDefinitions: [{ name: 'A', ...definition(1025) }] } },
      }),
    ).toMatchObject([
      { code: 'list-too-long', message: 'Expected a list of 1 to 1024 values, and its expressions gave 1025.' },
    ]);
  });

  test('a range expression may have more than 1024 values', () => {
    expect(range({ type: 'INT', range: '{{ range_expr("1-2000") }}' })).toBe('1-2000');
  });

  test('have at least one value', () => {
    expect(codesOf(emptyRange('INT'))).toEqual([
      'steps.0.parameterSpace.taskParameterDefinitions.0.range list-too-short',
    ]);
    expect(codesOf(emptyRange('STRING'))).toEqual([
      'steps.0.parameterSpace.taskParameterDefinitions.0.range list-too-short',
    ]);
  });
});

describe('items of lists', () => {
  test('null is left out, a list is spread', () => {
    const items = ['a', '{{ Param.Words }}', '{{ "no" if not Param.Flag else null }}', '{{ Param.Count }}'];
    expect(range({ type: 'STRING', range: items }, { parameters })).toEqual(['a', 'x', 'y', '3']);
    expect(range({ type: 'INT', range: [9, '{{ Param.Edges[0] }}', '{{ Param.Frames }}'] }, { parameters })).toEqual([
      '9',
      '1',
      '2',
      '1',
      '3',
      '5',
      '7',
      '9',
    ]);
    expect(range({ type: 'FLOAT', range: ['{{ Param.Scales }}', '{{ 1 / 2 }}'] }, { parameters })).toEqual([
      '1.5',
      '2',
      '0.5',
    ]);
  });

  test('whatever is text may be a path', () => {
    const items = [
      '{{ Param.Count }}',
      '{{ Param.Scales[0] }}',
      '{{ Param.Edges[0] }}',
      '{{ Param.Flag }}',
      '//a/../b',
    ];
    expect(range({ type: 'PATH', range: items }, { parameters })).toEqual(['3', '1.5', '1', '2', 'true', '//a/../b']);
  });

  test('a value that the field cannot take is refused', () => {
    const [problem] = problemsOf({
      extensions: EXPR,
      parameters,
      step: {
        parameterSpace: {
          taskParameterDefinitions: [{ name: 'A', type: 'INT', range: ['{{ Param.Flag if Param.Count > 1 else 3 }}'] }],
        },
      },
    });
    expect(problem?.code).toBe('expr-type-mismatch');
    expect(problem?.path).toEqual(['steps', 0, 'parameterSpace', 'taskParameterDefinitions', 0, 'range', 0]);
  });

  test('text around an expression makes one string', () => {
    expect(range({ type: 'STRING', range: ['<{{ Param.Words }}>', 'n{{ null }}'] }, { parameters })).toEqual([
      '<["x", "y"]>',
      'n',
    ]);
  });

  test('a huge range is refused before it is spelled out', () => {
    const [problem] = problemsOf({
      extensions: EXPR,
      parameters: [{ name: 'Frames', type: 'RANGE_EXPR', default: '1-4000000000000000000' }],
      step: {
        parameterSpace: { taskParameterDefinitions: [{ name: 'A', type: 'INT', range: ['{{ Param.Frames }}'] }] },
      },
    });
    expect(problem).toMatchObject({
      code: 'list-too-long',
      message: 'Expected a list of at most 1024 values, and the range has 4000000000000000000.',
    });
  });

  test('the length is checked on what comes out', () => {
    const path = 'steps.0.parameterSpace.taskParameterDefinitions.0.range';
    const many = '{{ [string(i) for i in range(Param.N)] }}';
    expect(codesOf(itemsOf([many, many]))).toEqual([`${path} list-too-long`]);
    expect(codesOf(itemsOf(['{{ null if Param.N > 1 else "a" }}']))).toEqual([`${path} list-too-short`]);
  });
});

describe('let', () => {
  const source = `
specificationVersion: jobtemplate-2023-09
extensions: [EXPR, FEATURE_BUNDLE_1]
name: Job {{ Param.Count + 1 }}
parameterDefinitions:
- { name: Count, type: INT, default: 3 }
- { name: Zero, type: INT, default: 0 }
steps:
- name: Render
  let:
  - first = Param.Count * 2
  - last = first + len(Job.Name)
  - where = path("/out") / Step.Name
  stepEnvironments: [{ name: Env, variables: { A: "{{ where }}" } }]
  hostRequirements: { amounts: [{ name: amount.worker.vcpu, min: "{{ first }}" }] }
  parameterSpace: { taskParameterDefinitions: [{ name: F, type: INT, range: "{{ first }}-{{ last }}" }] }
  script: { actions: { onRun: { command: a, timeout: "{{ first * 10 }}" } } }
`;

  test('is evaluated once for the step, in order, with the names of job and step', () => {
    const template = decodeJobTemplate(source);
    const [step] = createJob(template, preprocessJobParameters(template, {})).steps;
    expect(step?.scope.symbols.get('first')).toEqual({ kind: 'int', value: 6 });
    expect(step?.scope.symbols.get('last')).toEqual({ kind: 'int', value: 11 });
    expect(step?.scope.symbols.get('where')).toEqual({ kind: 'path', value: '/out/Render', format: 'POSIX' });
    expect(step?.scope.symbols.get('Job.Name')).toEqual({ kind: 'string', value: 'Job 4' });
    expect(step?.scope.symbols.get('Step.Name')).toEqual({ kind: 'string', value: 'Render' });
    expect(step?.scope.symbols.get('Param.Count')).toBeUndefined();
    expect(step?.stepEnvironments[0]?.scope.symbols).toBe(step?.scope.symbols);
    expect(step?.hostRequirements?.amounts).toEqual([{ name: 'amount.worker.vcpu', min: '6.0' }]);
    expect(String(step?.parameterSpace?.taskParameterDefinitions[0]?.range)).toBe('6-11');
    expect(step?.script.actions.onRun.timeoutSeconds).toBe(60);
  });

  test('that fails is reported once, in the entry, and not by those who use it', () => {
    const broken = source.replace('first = Param.Count * 2', 'first = Param.Count // Param.Zero');
    const template = decodeJobTemplate(broken);
    const outcome = safeCreateJob(template, preprocessJobParameters(template, {}));
    const found = outcome.ok ? [] : outcome.diagnostics;
    expect(found.map(({ code, path }) => [code, path])).toEqual([['expr-division-by-zero', ['steps', 0, 'let', 0]]]);
    const at = found[0]?.range;
    expect(at && broken.slice(at.start.offset, at.end.offset)).toMatch(/Param\.Zero|\/\//);
    expect(at?.start.line).toBe(11);
  });

  test('knows only its own step', () => {
    const job = jobOf({
      extensions: EXPR,
      steps: [
        { name: 'A', let: ['x = 1'], script: SCRIPT },
        { name: 'B', let: ['x = 2'], script: SCRIPT },
      ],
    });
    expect(job.steps.map((step) => step.scope.symbols.get('x'))).toEqual([
      { kind: 'int', value: 1 },
      { kind: 'int', value: 2 },
    ]);
    expect(job.jobEnvironments).toEqual([]);
  });
});

describe('optional fields', () => {
  test('are dropped by null', () => {
    const { onRun } = stepOf(
      action({
        timeout: '{{ null if Param.Flag else 30 }}',
        cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: '{{ null if Param.Flag else 30 }}' },
      }),
    ).script.actions;
    expect(onRun).not.toHaveProperty('timeoutSeconds');
    expect(onRun.cancelation).toEqual({ mode: 'NOTIFY_THEN_TERMINATE' });
    expect(stepOf(action({ timeout: '{{ 30 if Param.Flag else null }}' })).script.actions.onRun.timeoutSeconds).toBe(
      30,
    );
  });

  test('take numbers in any form that is exact', () => {
    expect(stepOf(action({ timeout: '{{ Param.Count * 10.0 }}' })).script.actions.onRun.timeoutSeconds).toBe(30);
    expect(codesOf(action({ timeout: '{{ Param.Count / 2 }}' }))).toEqual([
      'steps.0.script.actions.onRun.timeout expr-type-mismatch',
    ]);
  });

  test('of an amount: without min and max it asks for what every host has', () => {
    expect(stepOf(amount({ min: '{{ null if Param.Flag else 1 }}', max: 2 })).hostRequirements?.amounts).toEqual([
      { name: 'amount.worker.gpu', max: '2' },
    ]);
    expect(stepOf(amount({ min: '{{ null if Param.Flag else 1 }}' })).hostRequirements?.amounts).toEqual([
      { name: 'amount.worker.gpu', min: '0' },
    ]);
    const cpus = amount({ name: 'Amount.Worker.vCPU', min: '{{ null }}', max: '{{ null }}' });
    expect(stepOf(cpus).hostRequirements?.amounts).toEqual([{ name: 'Amount.Worker.vCPU', min: '1' }]);
  });

  test('of an attribute: nulls are left out and lists are spread', () => {
    expect(
      stepOf(attribute(['{{ Param.Words }}', '{{ null if Param.Flag else "q" }}', 'z'])).hostRequirements?.attributes,
    ).toEqual([{ name: 'attr.site', anyOf: ['x', 'y', 'z'] }]);
    expect(codesOf(attribute(['{{ null if Param.Flag else "q" }}']))).toEqual([
      'steps.0.hostRequirements.attributes.0.anyOf list-too-short',
    ]);
    expect(codesOf(attribute(['{{ [string(Param.Count) + w for w in Param.Words] }}']))).toEqual([
      'steps.0.hostRequirements.attributes.0.anyOf.0 attribute-value',
      'steps.0.hostRequirements.attributes.0.anyOf.0 attribute-value',
    ]);
  });
});

describe('wrap hooks', () => {
  test('keep what speaks of the wrapped action for the host, and resolve the rest', () => {
    expect(String(hook('{{ WrappedAction.Timeout }}')?.timeoutSeconds)).toBe('{{ WrappedAction.Timeout }}');
    expect(hook('{{ Param.Count * 10 }}')?.timeoutSeconds).toBe(30);
    expect(String(hook('5')?.cancelation?.notifyPeriodInSeconds)).toBe(
      '{{ WrappedAction.Cancelation.NotifyPeriodInSeconds }}',
    );
  });
});
