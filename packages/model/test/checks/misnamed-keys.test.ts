// A key that was surely meant to be another is told once, and what stands under it is checked as if it had that name.
import { pathText, renderPlain, safeDecodeEnvironmentTemplate, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

const TEMPLATE = `specificationVersion: jobtemplate-2023-09
name: Render {{Param.Scene}}
parameterDefinitions:
- {name: Scene, type: STRING, allowedValues: [forest, sea], default: forest}
- {name: Count, type: INT, minValue: 1, default: 3}
jobEnvironments:
- {name: Tools, variables: {TOOL: a}}
steps:
- name: Prepare
  script:
    actions: {onRun: {command: a, args: [b]}}
    embeddedFiles: [{name: Run, type: TEXT, data: b}]
- name: Render
  dependencies: [{dependsOn: Prepare}]
  parameterSpace:
    taskParameterDefinitions: [{name: Frame, type: INT, range: 1-10}]
  script: {actions: {onRun: {command: b, args: ["{{Param.Scene}}", "{{Task.Param.Frame}}"]}}}
`;

const diagnosticsOf = (template: string) => {
  const outcome = safeDecodeTemplate(template);
  return outcome.ok ? [] : outcome.diagnostics;
};

const told = (template: string): string[] =>
  diagnosticsOf(template).map(({ code, path, hint }) => `${code} ${pathText(path)}: ${hint}`);

/** The template with other words in it. */
function edited(...edits: readonly (readonly [from: string, to: string])[]): string {
  let text = TEMPLATE;
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return text;
}

test('the template itself has no mistake', () => {
  expect(told(TEMPLATE)).toEqual([]);
});

describe('one misnamed key is one diagnostic, which says the right name', () => {
  test.each([
    ['specificationVersion:', 'version:', 'version', 'specificationVersion'],
    ['name: Render {{', 'title: Render {{', 'title', 'name'],
    ['parameterDefinitions:', 'parameters:', 'parameters', 'parameterDefinitions'],
    ['parameterDefinitions:', 'paramDefinitions:', 'paramDefinitions', 'parameterDefinitions'],
    ['jobEnvironments:', 'environments:', 'environments', 'jobEnvironments'],
    ['variables:', 'env:', 'jobEnvironments[0].env', 'variables'],
    ['steps:', 'step:', 'step', 'steps'],
    ['- name: Prepare', '- id: Prepare', 'steps[0].id', 'name'],
    ['onRun: {command: a', 'run: {command: a', 'steps[0].script.actions.run', 'onRun'],
    ['data: b', 'content: b', 'steps[0].script.embeddedFiles[0].content', 'data'],
    ['dependencies: [{dependsOn: Prepare}]', 'dependsOn: Prepare', 'steps[1].dependsOn', 'dependencies'],
    ['dependencies: [{dependsOn: Prepare}]', 'depends_on: [Prepare]', 'steps[1].depends_on', 'dependencies'],
    ['dependsOn:', 'step:', 'steps[1].dependencies[0].step', 'dependsOn'],
    [
      'taskParameterDefinitions:',
      'taskParameters:',
      'steps[1].parameterSpace.taskParameters',
      'taskParameterDefinitions',
    ],
    ['range:', 'values:', 'steps[1].parameterSpace.taskParameterDefinitions[0].values', 'range'],
    ['minValue:', 'min:', 'parameterDefinitions[1].min', 'minValue'],
    ['allowedValues:', 'choices:', 'parameterDefinitions[0].choices', 'allowedValues'],
  ])('%s written as %s', (right, wrong, place, meant) => {
    expect(told(edited([right, wrong]))).toEqual([`unknown-key ${place}: Did you mean "${meant}"?`]);
  });

  test('and so is one that resembles nothing, where one required key is missing', () => {
    expect(told(edited(['data: b', 'inhalt: b']))).toEqual([
      'unknown-key steps[0].script.embeddedFiles[0].inhalt: Is it meant to be "data", which is missing?',
    ]);
  });

  test('but of another kind than the missing key takes it stands for nothing', () => {
    expect(told(edited(['data: b', 'inhalt: [b]'])).map((line) => line.split(':')[0])).toEqual([
      'missing-key steps[0].script.embeddedFiles[0]',
      'unknown-key steps[0].script.embeddedFiles[0].inhalt',
    ]);
  });

  test('and a key that stands three levels too far out is told the whole way', () => {
    const flat = edited([
      '  script: {actions: {onRun: {command: b, args: ["{{Param.Scene}}", "{{Task.Param.Frame}}"]}}}',
      '  command: b',
    ]);
    expect(told(flat)).toEqual(['unknown-key steps[1].command: It belongs under "onRun" in "actions" in "script".']);
  });
});

describe('nothing under a misnamed key is hidden', () => {
  test('its mistakes are told with their places as written', () => {
    const wrong = edited(
      ['parameterDefinitions:', 'parameters:'],
      ['minValue: 1', 'minValue: 4'],
      ['steps:', 'step:'],
      ['command: a', 'comand: ""'],
      ['dependsOn: Prepare', 'dependsOn: Prepares'],
      ['{{Param.Scene}}", "', '{{Param.Scen}}", "'],
    );
    expect(
      renderPlain(diagnosticsOf(wrong), { file: 'job.yaml' })
        .split('\n')
        .map((line) => line.split(' ').slice(0, 2).join(' ')),
    ).toEqual([
      'job.yaml:3:1 unknown-key',
      'job.yaml:5:50 parameter-value-out-of-bounds',
      'job.yaml:8:1 unknown-key',
      'job.yaml:11:23 unknown-key',
      'job.yaml:11:31 string-too-short',
      'job.yaml:14:30 dependency-unknown',
      'job.yaml:17:52 expr-unknown-symbol',
    ]);
    expect(diagnosticsOf(wrong).map(({ code, path }) => `${code} ${pathText(path)}`)).toEqual([
      'unknown-key parameters',
      'parameter-value-out-of-bounds parameters[1].default',
      'unknown-key step',
      'unknown-key step[0].script.actions.onRun.comand',
      'string-too-short step[0].script.actions.onRun.comand',
      'dependency-unknown step[1].dependencies[0].dependsOn',
      'expr-unknown-symbol step[1].script.actions.onRun.args[0]',
    ]);
  });

  test('what repeats a name says where the first one was written', () => {
    const [, repeated] = diagnosticsOf(edited(['steps:', 'stpes:'], ['- name: Render', '- name: Prepare']));
    expect([repeated?.code, repeated?.related?.[0]?.path]).toEqual(['step-repeated', ['stpes', 0, 'name']]);
    expect(repeated?.related?.[0]?.range?.start.line).toBe(repeated?.range === undefined ? 0 : 9);
  });

  test('a value of another kind than the right key takes is not judged besides', () => {
    expect(
      told(edited(['jobEnvironments:\n- {name: Tools, variables: {TOOL: a}}', 'jobEnvironment: {name: Tools}'])),
    ).toEqual(['unknown-key jobEnvironment: Did you mean "jobEnvironments"?']);
  });

  test('and a key that needs an extension which is not declared makes one diagnostic', () => {
    expect(told(edited(['  script:\n', '  lte: [a = 1]\n  script:\n']))).toEqual([
      'unknown-key steps[0].lte: Did you mean "let"? It needs the extension EXPR.',
    ]);
  });

  test('of two keys that resemble the same one the first is taken for it', () => {
    expect(told(edited(['command: a', 'comand: a, comandd: b'])).map((line) => line.split(':')[0])).toEqual([
      'unknown-key steps[0].script.actions.onRun.comand',
      'unknown-key steps[0].script.actions.onRun.comandd',
    ]);
  });
});

describe('a template that says the version of the other kind', () => {
  test('is told that once, at the version', () => {
    const [problem, ...others] = diagnosticsOf(edited(['jobtemplate-2023-09', 'environment-2023-09']));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'wrong-template-kind',
      message: 'This is the version of an environment template, and the document looks like a job template.',
      hint: 'Write specificationVersion: jobtemplate-2023-09.',
      path: ['specificationVersion'],
    });
    const environment = 'specificationVersion: jobtemplate-2023-09\nenvironment: {name: E, variables: {A: b}}\n';
    expect(told(environment)).toEqual([
      'wrong-template-kind specificationVersion: Write specificationVersion: environment-2023-09.',
    ]);
  });

  test('is told so where only that kind is taken', () => {
    const outcome = safeDecodeEnvironmentTemplate(edited(['jobtemplate-2023-09', 'environment-2023-09']));
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['wrong-template-kind']);
  });

  test('is checked as the kind that it is', () => {
    const wrong = edited(['jobtemplate-2023-09', 'environment-2023-09'], ['command: a', 'comand: a']);
    expect(diagnosticsOf(wrong).map(({ code }) => code)).toEqual(['wrong-template-kind', 'unknown-key']);
  });
});
