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

function problemsOf(template: string): string[] {
  const outcome = safeDecodeTemplate(HEAD + template);
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
  const wrong = TEMPLATE.replace('default: 3', 'default: 3, mniValue: 5')
    .replace('dependsOn: Prepare', 'dependsOn: Preparation')
    .replace('name: Setup', 'name: 1-Setup')
    .replace('command: echo', "command: ''");
  expect(problemsOf(wrong)).toEqual([
    'unknown-key parameterDefinitions[1].mniValue',
    'expr-unknown-symbol jobEnvironments[0].script.actions.onEnter.args[0]',
    'invalid-identifier jobEnvironments[0].script.embeddedFiles[0].name',
    'string-too-short steps[0].script.actions.onRun.command',
    'dependency-unknown steps[1].dependencies[0].dependsOn',
  ]);
});

test('without a version the rest is checked by what the document looks like', () => {
  const outcome = safeDecodeTemplate('environment: {name: E}\n');
  expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['missing-key', 'environment-empty']);
});
