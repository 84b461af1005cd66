// One mistake is one diagnostic: what follows from it is not reported. Several mistakes are all reported in one go.
import { type ExtensionName, pathText, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

const HEAD = 'specificationVersion: jobtemplate-2023-09\n';

/** A template without a mistake, in which much refers to something else. */
const TEMPLATE = `name: Render {{Param.Scene}}
extensions: [EXPR, FEATURE_BUNDLE_1, TASK_CHUNKING]
parameterDefinitions:
- {name: Scene, type: STRING, default: forest}
- {name: Count, type: INT, default: 3}
jobEnvironments:
- name: Tools
  script:
    let: ["tool = Param.Scene + '.tool'"]
    actions: {onEnter: {command: bash, args: ["{{Env.File.Setup}}", "{{tool}}"]}}
    embeddedFiles: [{name: Setup, type: TEXT, data: "echo {{Param.Scene}}"}]
steps:
- name: Prepare
  script: {actions: {onRun: {command: echo, args: ["{{Param.Count}}"]}}}
- name: Render
  let: [twice = Param.Count * 2]
  dependencies: [{dependsOn: Prepare}]
  parameterSpace:
    taskParameterDefinitions:
    - {name: Frame, type: INT, range: 1-10}
    - {name: Layer, type: STRING, range: [fg, bg]}
    combination: Frame * Layer
  script:
    let: [thrice = twice + Task.Param.Frame]
    actions:
      onRun:
        command: bash
        args: ["{{Task.File.Run}}", "{{Task.Param.Frame}}", "{{Task.Param.Layer}}", "{{twice}}", "{{thrice}}"]
        timeout: "{{Param.Count}}"
    embeddedFiles: [{name: Run, type: TEXT, data: "echo {{thrice}} {{Param.Scene}}"}]
`;

const problemsOf = (template: string): string[] => problemsIn(HEAD + template);

function problemsIn(text: string): string[] {
  const outcome = safeDecodeTemplate(text);
  return outcome.ok ? [] : outcome.diagnostics.map(({ code, path }) => `${code} ${pathText(path)}`);
}

test('the template has no mistake', () => {
  expect(problemsOf(TEMPLATE)).toEqual([]);
});

describe('one mistake is one diagnostic', () => {
  test.each([
    ['parameterDefinitions:', 'parameterDefinition:', 'unknown-key parameterDefinition'],
    ['{name: Scene, type: STRING', '{nam: Scene, type: STRING', 'unknown-key parameterDefinitions[0].nam'],
    ['{name: Scene, type: STRING', '{type: STRING', 'missing-key parameterDefinitions[0]'],
    ['type: STRING, default: forest', 'type: STRNG, default: forest', 'invalid-choice parameterDefinitions[0].type'],
    ['type: INT, default: 3', 'type: INT, default: three', 'invalid-integer parameterDefinitions[1].default'],
    ['let: ["tool', 'lte: ["tool', 'unknown-key jobEnvironments[0].script.lte'],
    ['let: [twice = Param', 'let: [twice == Param', 'let-syntax steps[1].let[0]'],
    ['let: [twice = Param.Count', 'let: [twice = Param.Cuont', 'expr-unknown-symbol steps[1].let[0]'],
    [
      'taskParameterDefinitions:',
      'taskParameterDefinition:',
      'unknown-key steps[1].parameterSpace.taskParameterDefinition',
    ],
    ['  parameterSpace:', '  parameterSpaces:', 'unknown-key steps[1].parameterSpaces'],
    [
      '{name: Frame, type: INT',
      '{name: 1, type: INT',
      'wrong-type steps[1].parameterSpace.taskParameterDefinitions[0].name',
    ],
    [
      'combination: Frame * Layer',
      'combination: Frame * Layr',
      'combination-parameter-unknown steps[1].parameterSpace.combination',
    ],
    ['range: 1-10', 'range: 10..1', 'range-expr-syntax steps[1].parameterSpace.taskParameterDefinitions[0].range'],
    [
      'embeddedFiles: [{name: Setup',
      'embeddedFile: [{name: Setup',
      'unknown-key jobEnvironments[0].script.embeddedFile',
    ],
    ['embeddedFiles: [{name: Run', 'embeddedFiles: [{Name: Run', 'unknown-key steps[1].script.embeddedFiles[0].Name'],
    ['- name: Prepare', '- nmae: Prepare', 'unknown-key steps[0].nmae'],
    [
      'script: {actions: {onRun: {command: echo',
      'scirpt: {actions: {onRun: {command: echo',
      'unknown-key steps[0].scirpt',
    ],
    [
      'actions: {onEnter: {command',
      'actions: {onEntre: {command',
      'unknown-key jobEnvironments[0].script.actions.onEntre',
    ],
  ])('%s written as %s', (right, wrong, problem) => {
    expect(TEMPLATE).toContain(right);
    expect(problemsOf(TEMPLATE.replace(right, wrong))).toEqual([problem]);
  });

  test.each([
    [
      'specificationVersion: jobtemplate-2023-09',
      'specificationVersoin: jobtemplate-2023-09',
      'unknown-key specificationVersoin',
    ],
    ['extensions: [EXPR', 'extensions: [EXPRR', 'extension-unknown extensions[0]'],
    ['extensions: [EXPR', 'extensions: [expr', 'extension-unknown extensions[0]'],
    ['extensions: [EXPR', 'extensions: [Expressions', 'extension-unknown extensions[0]'],
    ['extensions: [EXPR', 'extensions: [something-else', 'extension-unknown extensions[0]'],
    ['extensions: [EXPR', 'extensions: [12', 'wrong-type extensions[0]'],
    ['extensions: [EXPR, FEATURE_BUNDLE_1, TASK_CHUNKING]', 'extensions: EXPR', 'wrong-type extensions'],
    ['extensions: [EXPR, FEATURE_BUNDLE_1, TASK_CHUNKING]', 'extensions: EXPR TASK_CHUNKING', 'wrong-type extensions'],
    ['extensions: [EXPR, FEATURE', 'extensions: [EXPR FEATURE', 'extension-unknown extensions[0]'],
    ['extensions: [EXPR', 'extension: [EXPR', 'unknown-key extension'],
    ['name: Scene, type', 'name: Secne, type', 'expr-unknown-symbol name'],
    ['name: Scene, type', "name: '', type", 'string-too-short parameterDefinitions[0].name'],
    ['name: Scene, type', 'name: 1Scene, type', 'invalid-identifier parameterDefinitions[0].name'],
    ['name: Count, type', 'name: Scene, type', 'parameter-repeated parameterDefinitions[1].name'],
    ['name: Prepare', "name: ''", 'string-too-short steps[0].name'],
    ['- name: Render', '- name: Prepare', 'step-repeated steps[1].name'],
    ['name: Frame, type', 'name: Farme, type', 'combination-parameter-unknown steps[1].parameterSpace.combination'],
    [
      'name: Layer, type',
      'name: Frame, type',
      'parameter-repeated steps[1].parameterSpace.taskParameterDefinitions[1].name',
    ],
    ['    embeddedFiles: [{name: Run', '  embeddedFiles: [{name: Run', 'unknown-key steps[1].embeddedFiles'],
    ['let: [thrice = twice +', 'let: [thrice = twice (', 'expr-syntax steps[1].script.let[0]'],
    ['let: [twice = Param.Count * 2]', 'let: []', 'list-too-short steps[1].let'],
    [
      'default: forest',
      'default: forest, minLength: 20, maxLength: 10',
      'parameter-bounds-crossed parameterDefinitions[0].minLength',
    ],
    ['default: 3', 'default: 3, minValue: 4.5', 'invalid-integer parameterDefinitions[1].minValue'],
    [
      'default: 3',
      'default: 3, allowedValues: [4, 5], minValue: 9',
      'parameter-value-out-of-bounds parameterDefinitions[1].default',
    ],
    ['default: 3', 'default: 3, allowedValues: [three, 4]', 'invalid-integer parameterDefinitions[1].allowedValues[0]'],
    [
      'default: forest',
      'default: forest, allowedValue: [forest], userInterface: {control: DROPDOWN_LIST}',
      'unknown-key parameterDefinitions[0].allowedValue',
    ],
    [
      'default: forest',
      'default: forest, allowedValues: [forest], userInterface: {control: LINE_EDTI}',
      'invalid-choice parameterDefinitions[0].userInterface.control',
    ],
    [
      '[{dependsOn: Prepare}]',
      '[{dependsOn: Preapre}, {dependsOn: Preapre}]',
      'dependency-unknown steps[1].dependencies[0].dependsOn',
    ],
    [
      'combination: Frame * Layer',
      'combination: (Frame, (Frame, Layer))',
      'combination-parameter-repeated steps[1].parameterSpace.combination',
    ],
    ['timeout: "{{Param.Count}}"', 'timeout: 60s', 'invalid-integer steps[1].script.actions.onRun.timeout'],
    [
      '      onRun:\n        command: bash\n        args:',
      '      onRun:\n      command: bash\n      args:',
      'yaml-syntax (document)',
    ],
  ])('%j written as %j', (right, wrong, problem) => {
    expect(HEAD + TEMPLATE).toContain(right);
    expect(problemsIn((HEAD + TEMPLATE).replace(right, wrong))).toEqual([problem]);
  });

  test('keys that are not indented under theirs are told by that key', () => {
    const actions = '      onRun:\n        command: bash\n        timeout: 3\n        args: []\n';
    const step = (body: string) => `${HEAD}name: A\nsteps:\n- name: S\n  script:\n    actions:\n${body}`;
    expect(problemsIn(step(actions))).toEqual([]);
    expect(problemsIn(step(actions.replaceAll('        ', '      ')))).toEqual([
      'wrong-type steps[0].script.actions.onRun',
    ]);
  });

  test('what an alias repeats stands in one place', () => {
    const environments = (commands: string) =>
      `${HEAD}name: A\njobEnvironments:\n- name: E\n  script: {actions: {onEnter: &run {command: ${commands}}, onExit: *run}}\nsteps:\n- name: S\n  script: {actions: {onRun: *run}}\n`;
    expect(problemsIn(environments('echo'))).toEqual([]);
    expect(problemsIn(environments('1'))).toEqual(['wrong-type jobEnvironments[0].script.actions.onEnter.command']);
    expect(problemsIn(environments('echo, timeout: 0'))).toEqual([
      'number-too-small jobEnvironments[0].script.actions.onEnter.timeout',
    ]);
  });

  test('an association in an association that does not fit is told once', () => {
    const space = (combination: string) =>
      `${HEAD}name: A\nsteps:\n- name: S\n  script: {actions: {onRun: {command: echo}}}\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: A, type: INT, range: 1-2}\n    - {name: B, type: INT, range: 1-3}\n    - {name: C, type: INT, range: 1-4}\n    combination: ${combination}\n`;
    expect(problemsIn(space('((A, B), C)'))).toEqual([
      'combination-lengths-differ steps[0].parameterSpace.combination',
    ]);
  });

  test('a "- " that was forgotten gives one mapping with many keys that stand twice', () => {
    const wrong = (HEAD + TEMPLATE).replace('- name: Render\n  let', '  name: Render\n  let');
    expect(problemsIn(wrong)).toEqual(['duplicate-key steps[0].name']);
  });

  test('under a mistyped key, definitions are read all the same', () => {
    const wrong = TEMPLATE.replace('parameterDefinitions:', 'parmeterDefinitions:').replace(
      'Param.Count * 2',
      'Param.Cuont * 2',
    );
    expect(problemsOf(wrong)).toEqual(['unknown-key parmeterDefinitions', 'expr-unknown-symbol steps[1].let[0]']);
  });

  test('a name of let that is none is bound all the same', () => {
    expect(problemsOf(TEMPLATE.replaceAll('twice', 'Twice'))).toEqual(['let-name steps[1].let[0]']);
  });
});

describe('a type that is none hides nothing', () => {
  const parameter = (fields: string) =>
    problemsIn(
      `${HEAD}name: A {{Param.A}}\nparameterDefinitions:\n- {name: A, ${fields}}\nsteps:\n- name: S\n  script: {actions: {onRun: {command: echo}}}\n`,
    );

  test('its bounds are those of the type that was meant', () => {
    expect(parameter('type: INTT, default: x, minValu: 3')).toEqual([
      'invalid-choice parameterDefinitions[0].type',
      'invalid-integer parameterDefinitions[0].default',
      'unknown-key parameterDefinitions[0].minValu',
    ]);
  });

  test.each([
    ['INTEGER', 'INT'],
    ['string', 'STRING'],
    ['BOOLEAN', 'BOOL'],
    ['STR', 'STRING'],
  ])('%s is told to be %s', (written, meant) => {
    const outcome = safeDecodeTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'A',
      parameterDefinitions: [{ name: 'A', type: written }],
      steps: [{ name: 'S', script: { actions: { onRun: { command: 'echo' } } } }],
    });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ hint }) => hint)).toEqual([
      expect.stringMatching(new RegExp(`${meant}\\b`)),
    ]);
  });

  test('a mistyped key says the type too', () => {
    expect(parameter('tpye: INT, default: x')).toEqual([
      'unknown-key parameterDefinitions[0].tpye',
      'invalid-integer parameterDefinitions[0].default',
    ]);
  });

  test('without a guess the keys of no type are told, and what all types have in common', () => {
    expect(parameter('type: COLOUR, default: x, description: 1, shade: dark, dataFlow: UP')).toEqual([
      'invalid-choice parameterDefinitions[0].type',
      'wrong-type parameterDefinitions[0].description',
      'unknown-key parameterDefinitions[0].shade',
      'invalid-choice parameterDefinitions[0].dataFlow',
    ]);
    expect(parameter('default: x, description: ""')).toEqual([
      'missing-key parameterDefinitions[0]',
      'string-too-short parameterDefinitions[0].description',
    ]);
  });

  test('a list of one level too many is not judged as one of fewer', () => {
    expect(parameter('type: "LIST[LIST[LIST[INT]]]", default: [[[1]]]')).toEqual([
      'invalid-choice parameterDefinitions[0].type',
    ]);
  });

  test('nor does one that needs an extension', () => {
    expect(parameter('type: BOOL, default: 7')).toEqual([
      'extension-not-declared parameterDefinitions[0].type',
      'invalid-boolean parameterDefinitions[0].default',
    ]);
  });

  test('nor the type of a task parameter', () => {
    const template = TEMPLATE.replace('type: STRING, range: [fg, bg]', 'type: STRNG, rnage: [fg, bg]');
    const path = 'steps[1].parameterSpace.taskParameterDefinitions[1]';
    expect(problemsOf(template)).toEqual([`invalid-choice ${path}.type`, `unknown-key ${path}.rnage`]);
  });
});

describe('an extension that is not declared is one mistake, however often it is used', () => {
  const without = (extension: ExtensionName) => problemsOf(TEMPLATE.replace(new RegExp(`${extension},? ?`), ''));

  test('EXPR', () => {
    expect(without('EXPR')).toEqual(['extension-not-declared jobEnvironments[0].script.let']);
  });

  test('FEATURE_BUNDLE_1', () => {
    expect(without('FEATURE_BUNDLE_1')).toEqual(['extension-not-declared steps[1].script.actions.onRun.timeout']);
  });

  test('every use is named', () => {
    const outcome = safeDecodeTemplate(HEAD + TEMPLATE.replace('EXPR, ', ''));
    const [diagnostic] = outcome.ok ? [] : outcome.diagnostics;
    expect(diagnostic?.related?.map(({ path }) => pathText(path))).toEqual(['steps[1].let', 'steps[1].script.let']);
  });
});

test('several mistakes are all reported in one go, in the order of the document', () => {
  const wrong = TEMPLATE.replace('default: 3', 'default: 3, mniValue: 1')
    .replace('dependsOn: Prepare', 'dependsOn: Preparation')
    .replace('name: Setup', 'name: 1-Setup')
    .replace('command: echo', "command: ''");
  expect(problemsOf(wrong)).toEqual([
    'unknown-key parameterDefinitions[1].mniValue',
    'invalid-identifier jobEnvironments[0].script.embeddedFiles[0].name',
    'string-too-short steps[0].script.actions.onRun.command',
    'dependency-unknown steps[1].dependencies[0].dependsOn',
  ]);
});

test('without a version the rest is checked by what the document looks like', () => {
  const outcome = safeDecodeTemplate('environment: {name: E}\n');
  expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['missing-key', 'environment-empty']);
});

test('of several names that are empty each is said to be empty, and none to be repeated', () => {
  const problems = problemsOf(`name: Nameless
extensions: [FEATURE_BUNDLE_1]
parameterDefinitions: [{name: '', type: INT}, {name: '', type: INT}]
jobEnvironments: [{name: '', variables: {A: b}}, {name: '', variables: {A: b}}]
steps:
- name: ''
  stepEnvironments: [{name: '', variables: {A: b}}]
  hostRequirements:
    amounts: [{name: '', min: 1}, {name: '', min: 1}]
    attributes: [{name: '', anyOf: [a]}, {name: '', anyOf: [a]}]
  parameterSpace: {taskParameterDefinitions: [{name: '', type: INT, range: '1'}, {name: '', type: INT, range: '1'}]}
  script:
    actions: {onRun: {command: a}}
    embeddedFiles:
    - {name: '', filename: '', type: TEXT, data: a}
    - {name: '', filename: '', type: TEXT, data: a}
- name: ''
  script: {actions: {onRun: {command: a}}}
`);
  expect(problems.map((problem) => problem.split(' ')[1])).toEqual([
    'parameterDefinitions[0].name',
    'parameterDefinitions[1].name',
    'jobEnvironments[0].name',
    'jobEnvironments[1].name',
    'steps[0].name',
    'steps[0].stepEnvironments[0].name',
    'steps[0].hostRequirements.amounts[0].name',
    'steps[0].hostRequirements.amounts[1].name',
    'steps[0].hostRequirements.attributes[0].name',
    'steps[0].hostRequirements.attributes[1].name',
    'steps[0].parameterSpace.taskParameterDefinitions[0].name',
    'steps[0].parameterSpace.taskParameterDefinitions[1].name',
    'steps[0].script.embeddedFiles[0].name',
    'steps[0].script.embeddedFiles[0].filename',
    'steps[0].script.embeddedFiles[1].name',
    'steps[0].script.embeddedFiles[1].filename',
    'steps[1].name',
  ]);
  expect(problems.filter((problem) => problem.includes('repeated'))).toEqual([]);
});
