import { describe, expect, test } from 'vitest';
import {
  createEnvironment,
  createJob,
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  ModelError,
  preprocessJobParameters,
  safeCreateEnvironment,
  safeCreateJob,
} from '../../src/index.ts';
import { codesOf, jobOf, problemsOf, stepOf } from './jobs.ts';

const text = (name: string, value: string) => ({ name, type: 'STRING', default: value });

describe('the name of a job', () => {
  test('is resolved', () => {
    expect(
      jobOf({
        name: 'Render {{Param.Shot}}-{{ Param.Take }}',
        parameters: [text('Shot', 'a'), { name: 'Take', type: 'INT', default: '07' }],
      }).name,
    ).toBe('Render a-7');
  });

  test.each([
    [127, []],
    [128, []],
    [129, ['name string-too-long']],
  ])('of %i characters after resolution', (length, expected) => {
    const parameters = [text('N', `🎬${'x'.repeat(length - 2)}`)];
    expect(codesOf({ name: '{{Param.N}}!', parameters })).toEqual(expected);
  });

  test('may be longer with FEATURE_BUNDLE_1', () => {
    const parameters = [text('N', 'x'.repeat(512))];
    expect(codesOf({ name: '{{Param.N}}', parameters, extensions: ['FEATURE_BUNDLE_1'] })).toEqual([]);
    expect(codesOf({ name: '{{Param.N}}!', parameters, extensions: ['FEATURE_BUNDLE_1'] })).toEqual([
      'name string-too-long',
    ]);
  });

  test.each([
    ['', 'name string-too-short'],
    ['a\nb', 'name string-forbidden-character'],
    ['a\u007fb', 'name string-forbidden-character'],
  ])('of %j is refused', (value, expected) => {
    expect(codesOf({ name: '{{Param.N}}', parameters: [text('N', value)] })).toEqual([expected]);
  });
});

test('a line break that came with a value is told where it came from, and not how YAML would leave it out', () => {
  const [problem] = problemsOf({ name: 'Render {{Param.N}}', parameters: [text('N', '')], values: { N: 'forest\n' } });
  expect(problem).toMatchObject({
    message: 'A job name cannot hold the control character U+000A (a line break).',
    hint: 'It is "Render forest\\n": give the values that it is made of without this character.',
  });
});

describe('a job', () => {
  const source = `
specificationVersion: jobtemplate-2023-09
name: Film
description: All of it
parameterDefinitions:
- { name: Camera, type: STRING, default: left }
jobEnvironments:
- name: Renderer
  description: A renderer
  variables: { CAMERA: "{{Param.Camera}}" }
  script:
    actions:
      onEnter: { command: start, timeout: 30 }
      onExit: { command: stop, args: ["--now"] }
    embeddedFiles: [{ name: Config, type: TEXT, data: "x={{Param.Camera}}" }]
steps:
- name: Render
  description: One of them
  stepEnvironments: [{ name: Scratch, variables: { TMP: "{{Session.WorkingDirectory}}" } }]
  parameterSpace:
    taskParameterDefinitions: [{ name: Frame, type: INT, range: 1-3 }]
  script:
    actions:
      onRun:
        command: render
        args: ["{{Task.Param.Frame}}"]
        timeout: 60
        cancelation: { mode: NOTIFY_THEN_TERMINATE, notifyPeriodInSeconds: 10 }
- name: Encode
  dependencies: [{ dependsOn: Render }]
  script: { actions: { onRun: { command: encode } } }
`;
  const template = decodeJobTemplate(source);
  const parameters = preprocessJobParameters(template, {});
  const job = createJob(template, parameters);

  test('has everything that the template says', () => {
    expect(job).toMatchObject({ name: 'Film', description: 'All of it', parameters });
    expect(job.profile).toBe(template.profile);
    expect(job.jobEnvironments).toMatchObject([
      { name: 'Renderer', description: 'A renderer', scope: { jobName: 'Film' } },
    ]);
    expect(job.steps.map(({ name, dependencies }) => [name, dependencies])).toEqual([
      ['Render', []],
      ['Encode', ['Render']],
    ]);
  });

  test('leaves to the host what the host knows', () => {
    const [environment] = job.jobEnvironments;
    expect(environment?.variables?.['CAMERA']?.source).toBe('{{Param.Camera}}');
    expect(environment?.script?.embeddedFiles[0]?.data.source).toBe('x={{Param.Camera}}');
    expect(job.steps[0]?.script.actions.onRun.args.map(String)).toEqual(['{{Task.Param.Frame}}']);
  });

  test('has the times of its actions in seconds', () => {
    expect(job.jobEnvironments[0]?.script?.actions.onEnter?.timeoutSeconds).toBe(30);
    expect(job.jobEnvironments[0]?.script?.actions.onExit).not.toHaveProperty('timeoutSeconds');
    expect(job.jobEnvironments[0]?.script?.actions).not.toHaveProperty('onWrapTaskRun');
    expect(job.steps[0]?.script.actions.onRun).toMatchObject({
      timeoutSeconds: 60,
      cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 10 },
    });
  });

  test('is one task where a step has no parameter space', () => {
    expect(job.steps[1]).not.toHaveProperty('parameterSpace');
    expect(job.steps[0]?.parameterSpace?.combination).toEqual({
      kind: 'product',
      members: [{ kind: 'name', name: 'Frame' }],
    });
  });

  test('knows its step in the scope of the step and its environments', () => {
    expect(job.steps[0]?.scope).toMatchObject({ jobName: 'Film', stepName: 'Render' });
    expect(job.steps[0]?.stepEnvironments[0]?.scope.stepName).toBe('Render');
  });
});

describe('everything that is wrong', () => {
  const source = `
specificationVersion: jobtemplate-2023-09
name: "{{Param.Empty}}"
parameterDefinitions:
- { name: Empty, type: STRING, default: "" }
steps:
- name: One
  parameterSpace:
    taskParameterDefinitions:
    - { name: A, type: INT, range: "1-{{Param.Empty}}" }
    - { name: B, type: STRING, range: [x, "{{Param.Empty}}"] }
  script: { actions: { onRun: { command: a } } }
- name: Two
  hostRequirements: { attributes: [{ name: attr.site, anyOf: ["{{Param.Empty}}"] }] }
  script: { actions: { onRun: { command: b } } }
`;
  const template = decodeJobTemplate(source);
  const outcome = safeCreateJob(template, preprocessJobParameters(template, {}));
  const found = outcome.ok ? [] : outcome.diagnostics;

  test('is reported at once, at its place', () => {
    expect(
      found.map(({ code, range }) => [
        code,
        range?.start.line,
        range && source.slice(range.start.offset, range.end.offset),
      ]),
    ).toEqual([
      ['string-too-short', 3, '"{{Param.Empty}}"'],
      ['range-expr-syntax', 10, '"1-{{Param.Empty}}"'],
      ['string-too-short', 11, '"{{Param.Empty}}"'],
      ['string-too-short', 14, '"{{Param.Empty}}"'],
    ]);
  });

  test('is in the error of the throwing form', () => {
    expect(() => createJob(template, preprocessJobParameters(template, {}))).toThrow(ModelError);
  });
});

/** A job whose one action has a field that the parameter T decides. */
const seconds = (field: object, value: string) => ({
  extensions: ['FEATURE_BUNDLE_1'] as const,
  parameters: [text('T', value)],
  step: { script: { actions: { onRun: { command: 'a', ...field } } } },
});

describe('times', () => {
  const NOTIFY = { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: '{{Param.T}}' } };

  test('are resolved from text', () => {
    expect(stepOf(seconds({ timeout: '{{Param.T}}' }, '30')).script.actions.onRun.timeoutSeconds).toBe(30);
    expect(stepOf(seconds({ timeout: '{{Param.T}}0' }, '3')).script.actions.onRun.timeoutSeconds).toBe(30);
    expect(stepOf(seconds(NOTIFY, '600')).script.actions.onRun.cancelation?.notifyPeriodInSeconds).toBe(600);
  });

  test.each([
    ['0', 'number-too-small'],
    ['-1', 'number-too-small'],
    ['soon', 'invalid-integer'],
    ['1.5', 'invalid-integer'],
    ['', 'invalid-integer'],
  ])('a timeout of %j is refused', (value, code) => {
    expect(codesOf(seconds({ timeout: '{{Param.T}}' }, value))).toEqual([
      `steps.0.script.actions.onRun.timeout ${code}`,
    ]);
  });

  test('a notify period is at most 600 seconds', () => {
    expect(codesOf(seconds(NOTIFY, '601'))).toEqual([
      'steps.0.script.actions.onRun.cancelation.notifyPeriodInSeconds number-too-large',
    ]);
  });

  test('those of a simple action point to what the author wrote', () => {
    const source = `
specificationVersion: jobtemplate-2023-09
extensions: [FEATURE_BUNDLE_1]
name: Job
parameterDefinitions: [{ name: T, type: STRING, default: never }]
steps:
- name: Only
  bash: { script: echo, timeout: "{{Param.T}}" }
`;
    const template = decodeJobTemplate(source);
    const outcome = safeCreateJob(template, preprocessJobParameters(template, {}));
    const range = outcome.ok ? undefined : outcome.diagnostics[0]?.range;
    expect(range && source.slice(range.start.offset, range.end.offset)).toBe('"{{Param.T}}"');
  });

  test('a mode that is a format string is left to the host', () => {
    const step = stepOf(seconds({ cancelation: { mode: '{{Param.T}}' } }, 'TERMINATE'));
    expect(String(step.script.actions.onRun.cancelation?.mode)).toBe('{{Param.T}}');
  });
});

describe('an environment template', () => {
  const source = {
    specificationVersion: 'environment-2023-09',
    extensions: ['FEATURE_BUNDLE_1'],
    parameterDefinitions: [{ name: 'T', type: 'STRING', default: '20' }],
    environment: {
      name: 'Outer',
      script: { actions: { onEnter: { command: 'a', timeout: '{{Param.T}}' } } },
    },
  };
  const template = decodeEnvironmentTemplate(source);

  test('becomes an environment for a session', () => {
    const environment = createEnvironment(template, { T: { type: 'STRING', value: '20' } });
    expect(environment.script?.actions.onEnter?.timeoutSeconds).toBe(20);
    expect(environment.scope.jobName).toBeUndefined();
    expect([...environment.scope.symbols.names()]).toEqual([]);
  });

  test('knows the name of the job, with EXPR, when it is told', () => {
    const named = decodeEnvironmentTemplate({
      ...source,
      extensions: ['FEATURE_BUNDLE_1', 'EXPR'],
      environment: {
        name: 'Outer',
        variables: { JOB: '{{Job.Name}}' },
        script: { actions: { onEnter: { command: 'a', timeout: '{{ len(Job.Name) }}' } } },
      },
    });
    const environment = createEnvironment(named, { T: { type: 'STRING', value: '1' } }, { jobName: 'Render' });
    expect(environment.scope.symbols.get('Job.Name')).toEqual({ kind: 'string', value: 'Render' });
    expect(environment.script?.actions.onEnter?.timeoutSeconds).toBe(6);
    expect(
      createEnvironment(template, { T: { type: 'STRING', value: '1' } }, { jobName: 'Render' }).scope.jobName,
    ).toBe('Render');
  });

  test('reports what its parameters do to it', () => {
    const outcome = safeCreateEnvironment(template, { T: { type: 'STRING', value: '0' } });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['environment.script.actions.onEnter.timeout', 'number-too-small'],
    ]);
    expect(() => createEnvironment(template, { T: { type: 'STRING', value: '0' } })).toThrow('number-too-small');
  });

  test('without a value for its parameter cannot be created', () => {
    const outcome = safeCreateEnvironment(template, {});
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['parameter-missing']);
  });
});

describe('messages', () => {
  test('say what was resolved to what', () => {
    const [problem] = problemsOf({
      parameters: [text('R', '5-')],
      step: { parameterSpace: { taskParameterDefinitions: [{ name: 'A', type: 'INT', range: '{{Param.R}}' }] } },
    });
    expect(problem?.message).toBe(
      'The range was resolved to "5-". Expected an integer, a range or a range with a step (7, 1-10 or 1-10:2) in a range expression, found \'5-\'.',
    );
  });
});
