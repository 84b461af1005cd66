// Templates of which the compiler does not know all: what may be right compiles, and what cannot be is still an error.
import { test } from 'vitest';
import {
  defineEnvironmentTemplate,
  defineJobTemplate,
  type JobParameterDocument,
  type JobTemplateDocument,
  preprocessJobParameters,
  safePreprocessJobParameters,
  type StepDocument,
} from '../../src/index.ts';

const specificationVersion = 'jobtemplate-2023-09';
const steps = [{ name: 'S', script: { actions: { onRun: { command: 'a' } } } }] as const;
const isDebug = Math.random() < 0.5;

test('a template that is typed as its document takes any values and any references', () => {
  const definitions: JobParameterDocument[] = [{ name: 'P', type: 'INT' }];
  const document: JobTemplateDocument = { specificationVersion, name: 'x', parameterDefinitions: definitions, steps };
  preprocessJobParameters(defineJobTemplate(document), { P: 3 });
  safePreprocessJobParameters(defineJobTemplate(document), { P: 3 });
  preprocessJobParameters(defineJobTemplate({ ...document, name: '{{Param.P}} {{RawParam.P}}' }), {});
});

test('so does one whose definitions may be left out', () => {
  const build = (definitions?: readonly JobParameterDocument[]) =>
    defineJobTemplate({
      specificationVersion,
      name: '{{Param.P}}',
      ...(definitions && { parameterDefinitions: definitions }),
      steps: [{ name: 'S', script: { actions: { onRun: { command: '{{Param.Q}}', timeout: '{{Param.R}}' } } } }],
    });
  preprocessJobParameters(build(), { P: 3 });
});

test('of definitions that are known, and may be left out, the values are optional', () => {
  const template = defineJobTemplate({
    specificationVersion,
    name: 'x',
    ...(isDebug ? { parameterDefinitions: [{ name: 'P', type: 'INT' }] } : {}),
    steps: [{ name: 'S', script: { actions: { onRun: { command: '{{Param.P}}' } } } }],
  });
  preprocessJobParameters(template, {});
  preprocessJobParameters(template, { P: 3 });
  // @ts-expect-error -- an INT is no text
  preprocessJobParameters(template, { P: 'many' });
  // @ts-expect-error -- there is no parameter Q
  preprocessJobParameters(template, { Q: 3 });
  defineJobTemplate({
    specificationVersion,
    // @ts-expect-error -- neither with nor without the definitions is there a Q
    name: '{{Param.Q}}',
    ...(isDebug ? { parameterDefinitions: [{ name: 'P', type: 'INT' }] } : {}),
    steps,
  });
});

test('of one of two definitions neither value is required', () => {
  const template = defineJobTemplate({
    specificationVersion,
    name: 'x',
    parameterDefinitions: [
      isDebug ? { name: 'P', type: 'INT' } : { name: 'Q', type: 'STRING' },
      { name: 'R', type: 'INT' },
    ],
    steps,
  });
  preprocessJobParameters(template, { P: 3, R: 1 });
  preprocessJobParameters(template, { Q: 'a', R: 1 });
  // @ts-expect-error -- R has no default
  preprocessJobParameters(template, { P: 3 });
});

test('of a list whose length is not known no value is required', () => {
  const all = [
    { name: 'P', type: 'INT' },
    { name: 'Q', type: 'STRING' },
  ] as const;
  const filtered = defineJobTemplate({
    specificationVersion,
    name: 'x',
    parameterDefinitions: all.filter(({ name }) => name !== 'Q'),
    steps,
  });
  preprocessJobParameters(filtered, { P: 3 });
  // @ts-expect-error -- an INT is no text
  preprocessJobParameters(filtered, { P: 'many' });

  const spread = defineJobTemplate({
    specificationVersion,
    name: '{{Param.P}}',
    parameterDefinitions: [{ name: 'P', type: 'INT' }, ...(isDebug ? [{ name: 'Q', type: 'STRING' } as const] : [])],
    steps: [{ name: 'S', script: { actions: { onRun: { command: 'a', args: ['{{Param.Q}}'] } } } }],
  });
  preprocessJobParameters(spread, { P: 3 });
  // @ts-expect-error -- there is no parameter R
  preprocessJobParameters(spread, { P: 3, R: 1 });
});

test('the task parameters of a step that is put together are left to run time', () => {
  const base: StepDocument = { name: 'S' };
  const run = { actions: { onRun: { command: 'a', args: ['{{Task.Param.Frame}}'] } } } as const;
  defineJobTemplate({ specificationVersion, name: 'x', steps: [{ ...base, script: run }] });
  // @ts-expect-error -- this step has none
  defineJobTemplate({ specificationVersion, name: 'x', steps: [{ name: 'S', script: run }] });
});

test('a function that makes a template of a step takes the type of the document', () => {
  const build = (step: StepDocument) => defineJobTemplate({ specificationVersion, name: 'x', steps: [step] });
  preprocessJobParameters(build(steps[0]), {});
});

test('keys that a template does not have are errors', () => {
  // @ts-expect-error -- it is called description
  defineJobTemplate({ specificationVersion, name: 'x', desciption: 'y', steps });
});

test('an environment template has no $schema, unlike a job template', () => {
  defineJobTemplate({ $schema: 'https://example.com/schema.json', specificationVersion, name: 'x', steps });
  const environment = { name: 'E', variables: { A: '1' } };
  defineEnvironmentTemplate({ specificationVersion: 'environment-2023-09', environment });
  // @ts-expect-error -- section 1.2 does not list it
  defineEnvironmentTemplate({ $schema: 'x', specificationVersion: 'environment-2023-09', environment });
});
