// What hosts resolve is checked when the job is created, as far as the values of its parameters tell.
import { describe, expect, test } from 'vitest';
import {
  createEnvironment,
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  preprocessJobParameters,
  safeCreateEnvironment,
  safeCreateJob,
} from '../../src/index.ts';
import { codesOf, problemsOf, type Sketch } from './jobs.ts';

const EXTENSIONS = ['EXPR', 'FEATURE_BUNDLE_1', 'TASK_CHUNKING', 'WRAP_ACTIONS'] as const;

const parameters = [
  { name: 'Zero', type: 'INT', default: 0 },
  { name: 'List', type: 'LIST[INT]', default: [1] },
  { name: 'Text', type: 'STRING', default: '' },
  { name: 'File', type: 'PATH', default: 'a/b' },
  { name: 'Files', type: 'LIST[PATH]', default: [] },
];

const script = (keys: object, onRun: object = {}): Sketch => ({
  extensions: EXTENSIONS,
  parameters,
  step: {
    parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-3' }] },
    script: { actions: { onRun: { command: 'a', ...onRun } }, ...keys },
  },
});
const args = (...list: string[]): Sketch => script({}, { args: list });
const environment = (keys: object): Sketch => ({
  extensions: EXTENSIONS,
  parameters,
  jobEnvironments: [{ name: 'E', ...keys }],
});
const codes = (sketch: Sketch) => codesOf(sketch).map((code) => code.replace(/^steps\.0\.|^jobEnvironments\.0\./, ''));

describe('an expression that fails with these parameters is reported', () => {
  test.each([
    ['an index that is not there', '{{ Param.List[5] }}', 'expr-index-out-of-range'],
    ['a division by zero', '{{ 1 // Param.Zero }}', 'expr-division-by-zero'],
    ['what fail() says', "{{ Param.Zero if Param.Zero > 0 else fail('Zero must be positive') }}", 'expr-fail'],
    ['what a raw path is', '{{ RawParam.File[70] }}', 'expr-index-out-of-range'],
    ['beside what only the host knows', '{{ Task.Param.Frame // Param.Zero }}', 'expr-division-by-zero'],
  ])('%s', (_, source, code) => {
    expect(codes(args('-x', source))).toEqual([`script.actions.onRun.args.1 ${code}`]);
  });

  test('with its place and its message', () => {
    const text = [
      'specificationVersion: jobtemplate-2023-09',
      'extensions: [EXPR]',
      'name: Job',
      'parameterDefinitions: [{ name: N, type: INT }]',
      'steps:',
      '- name: Step',
      '  script:',
      '    actions:',
      '      onRun: { command: render, args: ["-n {{ 100 // Param.N }}"] }',
    ].join('\n');
    const template = decodeJobTemplate(text);
    expect(safeCreateJob(template, preprocessJobParameters(template, { N: 4 })).ok).toBe(true);
    const outcome = safeCreateJob(template, preprocessJobParameters(template, { N: 0 }));
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      {
        path: ['steps', 0, 'script', 'actions', 'onRun', 'args', 0],
        range: { start: { line: 9, column: 54 } },
      },
    ]);
  });

  test('everywhere, all at once', () => {
    const bad = '{{ 1 // Param.Zero }}';
    const files = [{ name: 'F', type: 'TEXT', data: `text ${bad}` }];
    expect(
      codes(script({ let: ['x = 1 // Param.Zero', 'y = x + 1'], embeddedFiles: files }, { command: `a${bad}` })),
    ).toEqual([
      'script.let.0 expr-division-by-zero',
      'script.actions.onRun.command expr-division-by-zero',
      'script.embeddedFiles.0.data expr-division-by-zero',
    ]);
    const actions = {
      onEnter: { command: 'a', args: [bad] },
      onExit: { command: 'a', args: [bad] },
      onWrapEnvEnter: { command: 'a', args: ['{{ WrappedEnv.Name * (1 // Param.Zero) }}'] },
      onWrapTaskRun: { command: 'a', timeout: '{{ (WrappedAction.Timeout or 1) // Param.Zero }}' },
      onWrapEnvExit: { command: 'a' },
    };
    expect(
      codes(
        environment({ variables: { A: bad }, script: { let: ['z = Param.List[1]'], actions, embeddedFiles: files } }),
      ),
    ).toEqual([
      'variables.A expr-division-by-zero',
      'script.let.0 expr-index-out-of-range',
      'script.actions.onEnter.args.0 expr-division-by-zero',
      'script.actions.onExit.args.0 expr-division-by-zero',
      'script.embeddedFiles.0.data expr-division-by-zero',
      'script.actions.onWrapEnvEnter.args.0 expr-division-by-zero',
      'script.actions.onWrapTaskRun.timeout expr-division-by-zero',
    ]);
  });

  test.each(['{{ q }}', '{{ len(string(Session.WorkingDirectory)) }}', '{{ len(string(Param.File)) + q }}'])(
    'but a time of a wrap hook may use what only the host knows: %s',
    (time) => {
      const hook = {
        command: 'a',
        timeout: time,
        cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: time },
      };
      const actions = { onWrapEnvEnter: hook, onWrapTaskRun: hook, onWrapEnvExit: hook };
      expect(problemsOf(environment({ script: { let: ['q = Param.Zero + 3'], actions } }))).toEqual([]);
    },
  );

  test.each(['{{ q // Param.Zero }}', '{{ 3 // Param.Zero }}'])(
    'and what it makes of it is told once: %s',
    (timeout) => {
      const hook = { command: 'a', timeout };
      const actions = { onWrapEnvEnter: { command: 'a' }, onWrapTaskRun: hook, onWrapEnvExit: { command: 'a' } };
      expect(codes(environment({ script: { let: ['q = 3'], actions } }))).toEqual([
        'script.actions.onWrapTaskRun.timeout expr-division-by-zero',
      ]);
    },
  );

  test('in the environment of a step, which knows its `let`', () => {
    const environments = [{ name: 'E', variables: { A: '{{ Param.List[n] }}' } }];
    expect(
      codes({
        extensions: EXTENSIONS,
        parameters,
        step: { let: ['n = Param.Zero + 7'], stepEnvironments: environments },
      }),
    ).toEqual(['stepEnvironments.0.variables.A expr-index-out-of-range']);
  });

  test('in a simple action, where it was written', () => {
    const bash = { let: ['x = Param.List[2]'], script: 'echo {{ Param.List[3] }}', args: ['a', '{{ Param.List[4] }}'] };
    const step = { name: 'S', bash: { ...bash, timeout: '{{ Param.Zero }}' } };
    expect(codes({ extensions: EXTENSIONS, parameters, steps: [step] }).toSorted()).toEqual([
      'bash.args.1 expr-index-out-of-range',
      'bash.let.0 expr-index-out-of-range',
      'bash.script expr-index-out-of-range',
      'bash.timeout number-too-small',
    ]);
  });

  test('in an environment template', () => {
    const template = decodeEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      extensions: ['EXPR'],
      parameterDefinitions: [{ name: 'N', type: 'INT', default: 0 }],
      environment: { name: 'E', variables: { A: '{{ Job.Name * (1 // Param.N) }}' } },
    });
    const outcome = safeCreateEnvironment(template, { N: { type: 'INT', value: '0' } });
    expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
      { code: 'expr-division-by-zero', path: ['environment', 'variables', 'A'] },
    ]);
    expect(createEnvironment(template, { N: { type: 'INT', value: '1' } }).name).toBe('E');
  });
});

describe('an expression that may be right on a host is not', () => {
  test.each([
    ['where only one branch fails', '{{ Param.List[5] if Task.Param.Frame > 9 else 0 }}'],
    ['where a condition of the host comes first', '{{ Task.Param.Frame > 9 and Param.List[5] > 0 }}'],
    ['of a path, whose parts the host knows', '{{ Param.File.parts[70] }}'],
    ['of a list of paths', '{{ Param.Files[0].stem if len(Param.Files) > 0 else "" }}'],
    ['of the result of path mapping', '{{ apply_path_mapping(RawParam.File).parts[70] }}'],
  ])('%s', (_, source) => {
    expect(codes(args(source))).toEqual([]);
  });

  test('where what is a path depends on the host', () => {
    const windows = args('{{ path(Param.Text).parts[2] }}', '{{ path(Param.Text).parts[9] }}');
    expect(codes({ ...windows, values: { Text: String.raw`C:\shows\a` } })).toEqual([
      'script.actions.onRun.args.1 expr-index-out-of-range',
    ]);
  });

  test('where the check alone is too expensive', () => {
    const sums = Array.from({ length: 5 }, () => '{{ sum(range(Param.Zero + 400000)) }}');
    expect(codes(args(...sums))).toEqual([]);
    const template = decodeJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR'],
      name: 'Job',
      parameterDefinitions: parameters,
      steps: [{ name: 'S', script: { actions: { onRun: { command: 'a', args: sums.slice(0, 1) } } } }],
    });
    const values = preprocessJobParameters(template, {});
    expect(safeCreateJob(template, values, { limits: { maxOperations: 1000, maxMemoryBytes: 1000 } }).ok).toBe(true);
  });
});

describe('what is known by now is judged by the rule of its field', () => {
  test('a mode that is none', () => {
    const mode = (value: string) => ({
      ...script({}, { cancelation: { mode: '{{ Param.Text }}' } }),
      values: { Text: value },
    });
    expect(codes(mode('TERMINATE'))).toEqual([]);
    expect(codes(mode('KILL'))).toEqual(['script.actions.onRun.cancelation.mode invalid-choice']);
    expect(codes(script({}, { cancelation: { mode: '{{ null if Param.Zero == 0 else "KILL" }}' } }))).toEqual([]);
  });

  test('a command that is empty, without EXPR too', () => {
    const command = { ...script({}, { command: '{{Param.Text}}' }), extensions: ['FEATURE_BUNDLE_1'] as const };
    const base = { ...command, parameters: [{ name: 'Text', type: 'STRING', default: '' }] };
    expect(codes(base)).toEqual(['script.actions.onRun.command string-too-short']);
    expect(codes({ ...base, values: { Text: 'a' } })).toEqual([]);
    expect(codes(script({}, { command: '{{Param.Text}}{{Session.WorkingDirectory}}' }))).toEqual([]);
  });

  test('a variable that is too long, known whole or in part', () => {
    const variable = (value: string, length: number) => ({
      ...environment({ variables: { A: value } }),
      values: { Text: 'a'.repeat(length) },
    });
    expect(codes(variable('{{ Param.Text }}', 2048))).toEqual([]);
    expect(codes(variable('{{ Param.Text }}', 2049))).toEqual(['variables.A string-too-long']);
    expect(codes(variable('{{ Param.Text }}-{{ Session.WorkingDirectory }}', 2047))).toEqual([]);
    const [problem] = problemsOf(variable('{{ Param.Text }}-{{ Session.WorkingDirectory }}', 2048));
    expect(problem?.message).toBe(
      'The value of an environment variable has at most 2048 characters, and what is known of this one has 2049.',
    );
  });
});
