// What format strings can refer to, place by place (Template Schemas 7.3.1, 3.6.2, RFC 0008).
import { type ExtensionName, pathText, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

/** Places of a job template that take a format string, each with a template that has one there. */
const PLACES: Readonly<Record<string, (value: string) => object>> = {
  'job name': (value) => ({ name: value }),
  'variables of a job environment': (value) => ({ jobEnvironments: [{ name: 'E', variables: { A: value } }] }),
  'action of a job environment': (value) => ({ jobEnvironments: [environment({ onEnter: { command: value } })] }),
  'file of a job environment': (value) => ({
    jobEnvironments: [
      environment({ onEnter: { command: 'a' } }, { embeddedFiles: [{ name: 'Setup', type: 'TEXT', data: value }] }),
    ],
  }),
  'timeout of a job environment': (value) => ({
    jobEnvironments: [environment({ onEnter: { command: 'a', timeout: value } })],
  }),
  'let of a job environment': (value) => ({
    jobEnvironments: [environment({ onEnter: { command: 'a' } }, { let: [`x = ${inside(value)}`] })],
  }),
  'action of a step environment': (value) => step({ stepEnvironments: [environment({ onEnter: { command: value } })] }),
  'let of a step environment': (value) =>
    step({ stepEnvironments: [environment({ onEnter: { command: 'a' } }, { let: [`x = ${inside(value)}`] })] }),
  'let of a step': (value) => step({ let: [`x = ${inside(value)}`] }),
  'host requirement': (value) => step({ hostRequirements: { attributes: [{ name: 'attr.a', anyOf: [value] }] } }),
  'task parameter range': (value) =>
    step({
      parameterSpace: { taskParameterDefinitions: [...TASKS, { name: 'Other', type: 'STRING', range: [value] }] },
    }),
  'let of a step script': (value) =>
    step({ script: { let: [`x = ${inside(value)}`], actions: { onRun: { command: 'a' } }, embeddedFiles: FILES } }),
  'action of a step': (value) => step({ script: { actions: { onRun: { command: value } }, embeddedFiles: FILES } }),
  'file of a step': (value) =>
    step({
      script: { actions: { onRun: { command: 'a' } }, embeddedFiles: [{ name: 'Run', type: 'TEXT', data: value }] },
    }),
  'timeout of a step': (value) => step({ script: { actions: { onRun: { command: 'a', timeout: value } } } }),
  'simple action': (value) => step({ script: undefined, bash: { script: value } }),
};

const inside = (value: string): string => value.replace(/^\{\{|\}\}$/g, '');
const FILES = [{ name: 'Run', type: 'TEXT', data: 'a' }];
const TASKS = [{ name: 'Frame', type: 'INT', range: '1-3' }];

function environment(actions: object, script: object = {}): object {
  return { name: 'E', script: { embeddedFiles: [{ name: 'Setup', type: 'TEXT', data: 'a' }], ...script, actions } };
}

function step(keys: object): object {
  const script = { actions: { onRun: { command: 'a' } } };
  return { steps: [{ name: 'S', parameterSpace: { taskParameterDefinitions: TASKS }, script, ...keys }] };
}

const PARAMETERS = [
  { name: 'Text', type: 'STRING' },
  { name: 'Scene', type: 'PATH' },
];

function codesOf(keys: object, extensions: readonly ExtensionName[] = ['EXPR', 'FEATURE_BUNDLE_1']): string[] {
  const steps = [{ name: 'S', script: { actions: { onRun: { command: 'a' } } } }];
  const outcome = safeDecodeTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    extensions,
    name: 'Demo',
    parameterDefinitions: PARAMETERS,
    steps,
    ...keys,
  });
  return outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code);
}

const HOST = [
  'variables of a job environment',
  'action of a job environment',
  'file of a job environment',
  'let of a job environment',
  'action of a step environment',
  'let of a step environment',
  'let of a step script',
  'action of a step',
  'file of a step',
  'simple action',
];
const TASK = ['let of a step script', 'action of a step', 'file of a step', 'simple action'];
const STEP = [
  'action of a step environment',
  'let of a step',
  'host requirement',
  'task parameter range',
  ...TASK,
  'timeout of a step',
];
const ALL = Object.keys(PLACES);

/** Where each symbol is available. */
const AVAILABLE: Readonly<Record<string, readonly string[]>> = {
  'Param.Text': ALL,
  'RawParam.Text': ALL,
  'RawParam.Scene': ALL,
  'Param.Scene': HOST,
  'Session.WorkingDirectory': HOST,
  'Session.PathMappingRulesFile': HOST,
  'Session.HasPathMappingRules': HOST,
  'Task.Param.Frame': TASK,
  'Task.RawParam.Frame': TASK,
  'Task.File.Run': ['let of a step script', 'action of a step', 'file of a step'],
  'Env.File.Setup': [
    'action of a job environment',
    'file of a job environment',
    'let of a job environment',
    'action of a step environment',
    'let of a step environment',
  ],
  'Job.Name': ALL.filter((place) => place !== 'job name'),
  'Step.Name': STEP,
  'WrappedAction.Command': [],
  'WrappedEnv.Name': [],
  'WrappedStep.Name': [],
};

describe.each(Object.entries(AVAILABLE))('%s', (symbol, places) => {
  test.each(ALL)('in the %s', (place) => {
    const template = PLACES[place]?.(`{{${symbol}}}`) ?? {};
    // A field of another type takes text with the value in it, so that only the name is asked for.
    const codes = codesOf(template).filter((code) => code !== 'expr-type-mismatch');
    const expected = places.includes(place)
      ? []
      : [symbol === 'Task.File.Run' && TASK.includes(place) ? 'expr-unknown-symbol' : 'expr-symbol-not-available'];
    expect(codes).toEqual(expected);
  });
});

describe('a reference that is not available says why', () => {
  const messageOf = (
    place: string,
    symbol: string,
    extensions: readonly ExtensionName[] = ['EXPR', 'FEATURE_BUNDLE_1'],
  ): string => {
    const steps = [{ name: 'S', script: { actions: { onRun: { command: 'a' } } } }];
    const template = {
      specificationVersion: 'jobtemplate-2023-09',
      extensions,
      name: 'Demo',
      parameterDefinitions: PARAMETERS,
      steps,
      ...PLACES[place]?.(`{{${symbol}}}`),
    };
    const outcome = safeDecodeTemplate(template);
    return outcome.ok ? '' : (outcome.diagnostics[0]?.message ?? '');
  };

  test('a path parameter has a raw value', () => {
    expect(messageOf('job name', 'Param.Scene')).toContain('RawParam.Scene is available here');
  });

  test('a mistyped name of a path parameter is recognised where the parameter is not available', () => {
    const outcome = safeDecodeTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: '{{Param.Scnee}}',
      parameterDefinitions: PARAMETERS,
      steps: [{ name: 'S', script: { actions: { onRun: { command: 'a' } } } }],
    });
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      { code: 'expr-unknown-symbol', hint: expect.stringContaining("Did you mean 'Param.Scene'?") },
    ]);
  });

  test('the names of job and step need EXPR', () => {
    expect(messageOf('action of a step', 'Job.Name', ['FEATURE_BUNDLE_1'])).toContain('needs the extension EXPR');
  });

  test('a name of a script is not known when the job is created', () => {
    const script = { let: ['count = Task.Param.Frame'], actions: { onRun: { command: 'a', timeout: '{{count}}' } } };
    const outcome = safeDecodeTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR', 'FEATURE_BUNDLE_1'],
      name: 'D',
      ...step({ script }),
    });
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      { code: 'expr-symbol-not-available', message: expect.stringContaining('"count" is bound on the host') },
    ]);
  });
});

describe('let', () => {
  test('names of a step are visible in all of the step', () => {
    const template = step({
      let: ['n = 2', 'm = n + 1'],
      stepEnvironments: [environment({ onEnter: { command: '{{n}}' } }, { let: ['o = m'] })],
      hostRequirements: { amounts: [{ name: 'amount.a', min: '{{n}}' }] },
      parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-{{m}}' }] },
      script: { let: ['p = m * 2'], actions: { onRun: { command: '{{p}}', timeout: '{{n}}' } } },
    });
    expect(codesOf(template)).toEqual([]);
  });

  test('names of a script are visible in that script alone', () => {
    const template = step({
      stepEnvironments: [environment({ onEnter: { command: '{{mine}}' } })],
      script: { let: ['mine = 1'], actions: { onRun: { command: '{{mine}}' } } },
    });
    expect(codesOf(template)).toEqual(['expr-unknown-symbol']);
  });

  test('an environment of a step does not bind a name of the step again', () => {
    const template = step({
      let: ['n = 1'],
      stepEnvironments: [environment({ onEnter: { command: 'a' } }, { let: ['n = 2'] })],
    });
    expect(codesOf(template)).toEqual(['let-repeated']);
  });
});

describe('with EXPR, expressions are checked by the types of parameters and fields', () => {
  const commands = (expression: string) =>
    step({ script: { actions: { onRun: { command: 'a', args: [expression] } } } });

  test.each([
    ['{{ Param.Text + 1 }}', ['expr-no-matching-signature']],
    ['{{ Param.Text.upper() }}', []],
    ['{{ Param.Scene.name }}', []],
    ['{{ Param.Text.name }}', ['expr-unknown-property']],
    ['{{ 1 // 0 }}', ['expr-division-by-zero']],
    ['{{ [Param.Text] }}', []],
    ['{{ null }}', []],
  ])('%s', (expression, codes) => {
    expect(codesOf(commands(expression))).toEqual(codes);
  });

  test('a timeout is an integer or null', () => {
    const timeout = (expression: string) =>
      step({ script: { actions: { onRun: { command: 'a', timeout: expression } } } });
    expect(codesOf(timeout('{{ 10 * 6 }}'))).toEqual([]);
    expect(codesOf(timeout('{{ null }}'))).toEqual([]);
    expect(codesOf(timeout('{{ [1] }}'))).toEqual(['expr-type-mismatch']);
  });

  test('a range of strings is a list of strings', () => {
    const range = (type: string, expression: string) =>
      step({ parameterSpace: { taskParameterDefinitions: [{ name: 'A', type, range: expression }] } });
    expect(codesOf(range('STRING', "{{ ['a', 'b'] }}"))).toEqual([]);
    expect(codesOf(range('STRING', '{{ 1 }}'))).toEqual(['expr-type-mismatch']);
    expect(codesOf(range('INT', '{{ [1, 2] }}'))).toEqual([]);
  });
});

describe('wrap hooks', () => {
  const hooks = (hook: string, value: string) => {
    const actions = Object.fromEntries(
      ['onEnter', 'onWrapEnvEnter', 'onWrapTaskRun', 'onWrapEnvExit'].map((name) => [
        name,
        { command: name === hook ? value : 'a' },
      ]),
    );
    const outcome = safeDecodeTemplate({
      specificationVersion: 'environment-2023-09',
      extensions: ['WRAP_ACTIONS', 'EXPR'],
      environment: { name: 'E', script: { actions } },
    });
    return outcome.ok ? [] : outcome.diagnostics.map(({ code, path }) => `${code} ${pathText(path)}`);
  };

  test.each([
    ['onWrapEnvEnter', 'WrappedAction.Command', true],
    ['onWrapTaskRun', 'WrappedAction.Args[0]', true],
    ['onWrapEnvExit', 'WrappedAction.Cancelation.Mode', true],
    ['onWrapEnvEnter', 'WrappedEnv.Name', true],
    ['onWrapEnvExit', 'WrappedEnv.Name', true],
    ['onWrapTaskRun', 'WrappedStep.Name', true],
    ['onWrapTaskRun', 'WrappedEnv.Name', false],
    ['onWrapEnvEnter', 'WrappedStep.Name', false],
    ['onEnter', 'WrappedAction.Command', false],
  ])('%s sees %s: %s', (hook, symbol, available) => {
    expect(hooks(hook, `{{${symbol}}}`)).toEqual(
      available ? [] : [`expr-symbol-not-available environment.script.actions.${hook}.command`],
    );
  });
});

test('a name that is near is meant before one that is near and known on the host only', () => {
  const outcome = safeDecodeTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    name: '{{Param.Scenez}}',
    parameterDefinitions: [
      { name: 'Scene', type: 'PATH' },
      { name: 'Scenes', type: 'STRING' },
    ],
    steps: [{ name: 'S', script: { actions: { onRun: { command: 'a' } } } }],
  });
  expect(outcome.ok ? [] : outcome.diagnostics.map(({ hint }) => hint)).toEqual([
    expect.stringContaining('Param.Scenes'),
  ]);
});
