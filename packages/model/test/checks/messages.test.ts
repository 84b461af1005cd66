// A message tells its reader what to do in the template that stands there: what it offers can be used, and mends it.
import { createEnvironment, decodeEnvironmentTemplate, ModelError, pathText, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

interface Parts {
  readonly extensions?: string;
  readonly parameters?: string;
  readonly tasks?: string;
  readonly action?: string;
  readonly arg?: string;
  readonly step?: string;
}

function templateOf({ extensions = '', parameters = '', tasks, action = '', arg = 'x', step = '' }: Parts): string {
  const space = tasks === undefined ? '' : `  parameterSpace: {taskParameterDefinitions: [${tasks}]}\n`;
  return `specificationVersion: jobtemplate-2023-09
name: Demo
extensions: [${extensions || 'REDACTED_ENV_VARS'}]
${parameters === '' ? '' : `parameterDefinitions: [${parameters}]\n`}steps:
- name: S
${space}${step}  script: {actions: {onRun: {command: echo, args: ["${arg}"]${action}}}}
`;
}

const problemsOf = (text: string) => {
  const outcome = safeDecodeTemplate(text);
  return outcome.ok ? [] : outcome.diagnostics;
};

/** What is wrong and what to do, line by line. */
const told = (parts: Parts): string[] =>
  problemsOf(templateOf(parts)).map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`));

const codesAt = (text: string): string[] => problemsOf(text).map(({ code, path }) => `${code} ${pathText(path)}`);

describe('a number', () => {
  test('with a unit is told to lose it, and no extension', () => {
    for (const extensions of ['', 'FEATURE_BUNDLE_1']) {
      expect(told({ extensions, action: ', timeout: 5m' })).toEqual([
        '"5m" is not a timeout in seconds. Expected a base-10 integer. Write the number alone, without a unit.',
      ]);
    }
    expect(told({ action: ', timeout: "0"' })).toEqual(['A timeout in seconds is at least 1, and this one is 0.']);
  });

  test('in quotes is told to lose them, or to declare the extension', () => {
    expect(told({ action: ', timeout: "30"' })).toEqual([
      'A number written as a string needs the extension FEATURE_BUNDLE_1, which this template does not declare. Write 30 without quotes, or add FEATURE_BUNDLE_1 to "extensions".',
    ]);
  });

  test('that is missing may be a string only where the extension is declared', () => {
    const nothing = (extensions: string) => told({ extensions, action: ', timeout: null' })[0];
    expect(nothing('')).toMatch(/^Expected an integer, found null/);
    expect(nothing('FEATURE_BUNDLE_1')).toMatch(/^Expected an integer or a string that holds one, found null/);
  });
});

describe('what is offered can be used', () => {
  test('types', () => {
    expect(told({ parameters: '{name: A, type: COLOUR}' })).toEqual([
      'Expected one of STRING, PATH, INT, FLOAT, found "COLOUR".',
    ]);
    expect(told({ extensions: 'EXPR', parameters: '{name: A, type: COLOUR}' })[0]).toMatch(/BOOL, RANGE_EXPR, LIST/);
  });

  test('types in another case', () => {
    expect(told({ parameters: '{name: A, type: string}' })[0]).toMatch(
      /^Expected one of STRING, PATH, INT, FLOAT, found "string"/,
    );
    expect(told({ tasks: '{name: A, type: int, range: 1-3}' })[0]).toMatch(
      /^Expected one of INT, FLOAT, STRING, PATH, found "int"/,
    );
  });

  test('a type that was meant says which extension it needs', () => {
    expect(told({ parameters: '{name: A, type: BOOLEAN}' })).toEqual([
      'Expected one of STRING, PATH, INT, FLOAT, found "BOOLEAN". Did you mean BOOL? It needs the extension EXPR.',
    ]);
    expect(told({ extensions: 'EXPR', parameters: '{name: A, type: BOOLEAN}' })[0]).toMatch(/Did you mean BOOL\?$/);
  });

  test('keys', () => {
    expect(told({ step: '  colour: red\n' })).toEqual([
      'The key "colour" is not known here. Known keys: name, description, dependencies, stepEnvironments, hostRequirements, parameterSpace, script.',
    ]);
    expect(told({ extensions: 'FEATURE_BUNDLE_1', step: '  colour: red\n' })[0]).toMatch(/script, bash, cmd/);
    expect(told({ step: '  lett: []\n' })).toEqual([
      'The key "lett" is not known here. Did you mean "let"? It needs the extension EXPR.',
    ]);
  });

  test('a key that says more, or less, than the known one', () => {
    expect(told({ action: ', timeoutSeconds: 5' })[0]).toMatch(/Did you mean "timeout"\?$/);
    expect(told({ action: ', timeout: 5, timeoutSeconds: 5' })[0]).toMatch(/Known keys/);
    expect(told({ action: ', cancelation: {mode: NOTIFY_THEN_TERMINATE, notifyPeriod: 5}' })[0]).toMatch(
      /Did you mean "notifyPeriodInSeconds"\?$/,
    );
  });
});

describe('an unknown key says all, also of what is missing in its place', () => {
  const job = (rest: string) => `specificationVersion: jobtemplate-2023-09\nname: A\n${rest}\n`;
  const RUN = 'script: {actions: {onRun: {command: x}}}';

  test.each([
    [`steps: [{name: S, ${RUN}, hostRequirements: {attributes: [{name: attr.x, min: 1}]}}]`, 'Known keys'],
    [`steps: [{name: S, ${RUN}, hostRequirements: {amounts: [{name: amount.x, minimum: 1}]}}]`, 'Known keys'],
    [`steps: [{name: S, ${RUN}, stepEnvironments: [{name: E, onEnter: {command: x}}]}]`, 'under "actions" in "script"'],
    ['steps: [{name: S, script: {onRun: {command: x}}}]', 'under "actions"'],
    ['steps: [{name: S, onRun: {command: x}}]', 'under "actions" in "script"'],
    ['steps: [{name: S, actions: {onRun: {command: x}}}]', 'under "script"'],
    [`jobEnvironments: [{name: E, script: {onExit: {command: x}}}]\nsteps: [{name: S, ${RUN}}]`, 'under "actions"'],
  ])('%s', (rest, hint) => {
    const problems = problemsOf(job(rest));
    expect(problems.map(({ code }) => code)).toEqual(['unknown-key']);
    expect(problems[0]?.hint).toContain(hint);
  });

  test('but a key that means something else hides nothing', () => {
    expect(codesAt(job(`steps: [{name: S, ${RUN}, stepEnvironments: [{name: E, decription: x}]}]`))).toEqual([
      'environment-empty steps[0].stepEnvironments[0]',
      'unknown-key steps[0].stepEnvironments[0].decription',
    ]);
    expect(codesAt(job('steps: [{name: S, colour: red}]'))).toEqual([
      'missing-key steps[0]',
      'unknown-key steps[0].colour',
    ]);
  });
});

describe('a name that is no identifier is told where it is defined, and not where it is used', () => {
  const names = ['my-param', '1P', 'My Param', 'Größe', 'a.b'];
  test.each(names.flatMap((name) => ['', 'EXPR'].map((extensions) => ({ name, extensions }))))(
    '$name with [$extensions]',
    ({ name, extensions }) => {
      expect(
        codesAt(templateOf({ extensions, parameters: `{name: ${name}, type: STRING}`, arg: `{{Param.${name}}}` })),
      ).toEqual(['invalid-identifier parameterDefinitions[0].name']);
      const tasks = `{name: ${name}, type: INT, range: 1-3}, {name: B, type: INT, range: 1-3}], combination: "${name} * B`;
      const text = templateOf({ extensions, tasks, arg: `{{Task.Param.${name}}}` }).replace(/B\]\}/, 'B"}');
      expect(codesAt(text)).toEqual(['invalid-identifier steps[0].parameterSpace.taskParameterDefinitions[0].name']);
    },
  );

  test('nor in let, or where a file is meant', () => {
    const file = templateOf({ arg: '{{Task.File.my-file}}' }).replace(
      'script: {',
      'script: {embeddedFiles: [{name: my-file, type: TEXT, data: x}], ',
    );
    expect(codesAt(file)).toEqual(['invalid-identifier steps[0].script.embeddedFiles[0].name']);
    const step = '  let: ["x = Param.1P"]\n';
    expect(codesAt(templateOf({ extensions: 'EXPR', parameters: '{name: 1P, type: INT}', step }))).toEqual([
      'invalid-identifier parameterDefinitions[0].name',
    ]);
  });

  test('another expression of the same string is told all the same', () => {
    const parts = { parameters: '{name: my-param, type: STRING}', arg: '{{Param.my-param}} {{Param.a+1}}' };
    expect(codesAt(templateOf(parts))).toEqual([
      'invalid-identifier parameterDefinitions[0].name',
      'format-string-needs-expr steps[0].script.actions.onRun.args[0]',
    ]);
  });

  test('a name with hyphens or spaces is shown in a form that is allowed', () => {
    expect(told({ parameters: '{name: my-param, type: STRING}' })[0]).toMatch(/Write my_param\.$/);
    expect(told({ parameters: '{name: Größe, type: STRING}' })[0]).toMatch(/digit\.$/);
  });
});

describe('a wrong prefix', () => {
  const Frame = '{name: Frame, type: INT}';
  test.each([
    ['Task.Param.Frame', { parameters: Frame }, 'Param.Frame'],
    ['Frame', { parameters: Frame }, 'Param.Frame'],
    ['Param.Frame', { tasks: '{name: Frame, type: INT, range: 1-3}' }, 'Task.Param.Frame'],
    ['Frame', { tasks: '{name: Frame, type: INT, range: 1-3}' }, 'Task.Param.Frame'],
  ])('%s is told the right one', (name, parts, meant) => {
    expect(told({ ...parts, arg: `{{${name}}}` })).toEqual([
      `Expected a variable that exists here, found '${name}'. Did you mean '${meant}'?`,
    ]);
  });
});

describe('a line break at the end of a block', () => {
  const ranged = (extensions: string, type: string, parameters: string, range: string) =>
    templateOf({ extensions, parameters }).replace(
      '  script:',
      `  parameterSpace:\n    taskParameterDefinitions:\n    - name: T\n      type: ${type}\n      range: ${range}\n  script:`,
    );
  const R = '{name: R, type: STRING, default: 1-3}';
  const L = '{name: R, type: "LIST[INT]", default: [1, 2]}';

  test.each([
    ['', R, '{{Param.R}}'],
    ['', '', '1-3'],
    ['EXPR', L, '{{Param.R}}'],
  ])('of a range is mended by "|-": [%s] %s %s', (extensions, parameters, range) => {
    expect(
      problemsOf(ranged(extensions, 'INT', parameters, `|\n        ${range}`)).map(
        ({ message, hint }) => `${message} ${hint}`,
      ),
    ).toEqual([
      'A range expression cannot hold the control character U+000A (a line break). Remove it. A YAML block that begins with "|-" in place of "|" has none at its end.',
    ]);
    expect(problemsOf(ranged(extensions, 'INT', parameters, `|-\n        ${range}`))).toEqual([]);
  });

  test('but one in the middle is only to be removed', () => {
    expect(problemsOf(ranged('', 'INT', '', '"1-3,\\n5"')).map(({ hint }) => hint)).toEqual(['Remove the character.']);
  });

  test('of a list is told too', () => {
    const [problem] = problemsOf(
      ranged('EXPR', 'STRING', '{name: R, type: "LIST[STRING]", default: [a]}', '|\n        {{Param.R}}'),
    );
    expect(problem?.hint).toMatch(/a line break too/);
  });
});

describe('an environment that uses the name of the job', () => {
  const template = decodeEnvironmentTemplate(`specificationVersion: environment-2023-09
extensions: [EXPR, FEATURE_BUNDLE_1]
environment: {name: E, script: {actions: {onEnter: {command: x, timeout: "{{ len(Job.Name) }}"}}}}
`);

  test('names the option that gives it', () => {
    let problems: ModelError['diagnostics'] = [];
    try {
      createEnvironment(template, {});
    } catch (error) {
      if (error instanceof ModelError) problems = error.diagnostics;
    }
    expect(problems.map(({ message, hint }) => `${message} ${hint}`)).toEqual([
      expect.stringMatching(/option "jobName"/),
    ]);
    expect(createEnvironment(template, {}, { jobName: 'Film' }).script?.actions.onEnter?.timeoutSeconds).toBe(4);
  });
});

describe('a value of a standard attribute', () => {
  const attribute = (name: string, value: string) =>
    told({ step: `  hostRequirements: {attributes: [{name: ${name}, anyOf: ["${value}"]}]}\n` });

  test('is told which there are, whatever its characters and its length', () => {
    expect(attribute('attr.worker.os.family', 'Windows 10')).toEqual([
      'attr.worker.os.family is never "Windows 10". It is one of linux, windows, macos. Did you mean windows?',
    ]);
    expect(attribute('attr.worker.os.family', '3D workstations')).toEqual([
      'attr.worker.os.family is never "3D workstations". It is one of linux, windows, macos.',
    ]);
    expect(attribute('attr.worker.os.family', 'x'.repeat(101))).toHaveLength(1);
    expect(attribute('attr.site', 'Windows 10')[0]).toMatch(/^"Windows 10" is not an attribute value\./);
  });

  test.each([
    ['attr.worker.os.family', 'darwin', 'macos'],
    ['attr.worker.os.family', 'Mac OS', 'macos'],
    ['attr.worker.os.family', 'Linus', 'linux'],
    ['attr.worker.os.family', 'win32', 'windows'],
    ['attr.worker.cpu.arch', 'amd64', 'x86_64'],
    ['attr.worker.cpu.arch', 'x86-64', 'x86_64'],
    ['attr.worker.cpu.arch', 'AArch64', 'arm64'],
    ['Attr.Worker.CPU.Arch', 'arm64e', 'arm64'],
  ])('%s: %s is taken for %s', (name, value, meant) => {
    expect(attribute(name, value)[0]).toMatch(new RegExp(` Did you mean ${meant}\\?$`));
  });
});
