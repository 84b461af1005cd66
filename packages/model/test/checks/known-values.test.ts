// What expressions give is checked as soon as it is known: a constant when the template is decoded.
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../rules/problems-of.ts';

const EXTENSIONS = ['EXPR', 'FEATURE_BUNDLE_1', 'TASK_CHUNKING'];

function job(keys: object, step: object = {}, onRun: object = {}): object {
  return {
    specificationVersion: 'jobtemplate-2023-09',
    extensions: EXTENSIONS,
    name: 'Job',
    parameterDefinitions: [
      { name: 'Text', type: 'STRING', default: '' },
      { name: 'Words', type: 'LIST[STRING]', default: [] },
    ],
    steps: [{ name: 'Step', script: { actions: { onRun: { command: 'echo', ...onRun } } }, ...step }],
    ...keys,
  };
}

const action = (keys: object) => problemsOf(job({}, {}, keys)).map((problem) => problem.replace(/steps.*onRun\./, ''));
const variable = (value: string) =>
  problemsOf(job({ jobEnvironments: [{ name: 'E', variables: { A: value } }] })).map((problem) =>
    problem.replace('jobEnvironments[0].variables.', ''),
  );

describe('a constant', () => {
  test.each(['{{ "FOO" }}', '{{ 1 }}', '{{ true }}', '{{ "terminate" }}', 'TERM{{ "inate" }}'])(
    'that is no mode is refused: %s',
    (mode) => {
      expect(action({ cancelation: { mode } })).toEqual(['invalid-choice cancelation.mode']);
    },
  );

  test.each(['{{ "TERMINATE" }}', 'TERM{{ "INATE" }}', '{{ null }}', '{{ Param.Text }}'])(
    'that is a mode, null or no constant is none: %s',
    (mode) => {
      expect(action({ cancelation: { mode } })).toEqual([]);
    },
  );

  test('that is an empty command is refused', () => {
    expect(action({ command: '{{ "" }}' })).toEqual(['string-too-short command']);
    expect(action({ command: '{{ Param.Text }}' })).toEqual([]);
  });

  test('that is no number of seconds is refused', () => {
    expect(action({ timeout: '{{ 1 - 1 }}' })).toEqual(['number-too-small timeout']);
    const cancelation = { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: '{{ 601 }}' };
    expect(action({ cancelation })).toEqual(['number-too-large cancelation.notifyPeriodInSeconds']);
    expect(action({ timeout: '{{ null }}' })).toEqual([]);
  });

  test('may be a `let`', () => {
    const script = { let: ['mode = "NOW"'], actions: { onRun: { command: 'a', cancelation: { mode: '{{ mode }}' } } } };
    expect(problemsOf(job({}, { script }))).toEqual(['invalid-choice steps[0].script.actions.onRun.cancelation.mode']);
  });

  test('keeps the rules of the field that is resolved at job creation', () => {
    expect(problemsOf(job({ name: '{{ "a" * 513 }}' }))).toEqual(['string-too-long name']);
    expect(problemsOf(job({ name: '{{ "a\\n" }}' }))).toEqual(['string-forbidden-character name']);
    expect(problemsOf(job({}, { hostRequirements: { amounts: [{ name: '{{ "a" }}', min: '{{ -1 }}' }] } }))).toEqual([
      'capability-name steps[0].hostRequirements.amounts[0].name',
      'number-too-small steps[0].hostRequirements.amounts[0].min',
    ]);
    const attributes = [{ name: 'attr.a', anyOf: ['{{ ["a", "b c"] }}', '{{ null }}'] }];
    expect(problemsOf(job({}, { hostRequirements: { attributes } }))).toEqual([
      'attribute-value steps[0].hostRequirements.attributes[0].anyOf[0]',
    ]);
  });

  test('may make characters for the host that the template cannot hold', () => {
    expect(action({ args: ['{{ "\\x1b[31m" }}'] })).toEqual([]);
  });
});

describe('the text around expressions', () => {
  test('alone is not too long', () => {
    const around = (length: number) => `${'a'.repeat(length - 5)}{{ Param.Text }}${'b'.repeat(5)}`;
    expect(problemsOf(job({ name: around(512) }))).toEqual([]);
    expect(problemsOf(job({ name: around(513) }))).toEqual(['string-too-long name']);
    expect(variable(around(2048))).toEqual([]);
    expect(variable(around(2049))).toEqual(['string-too-long A']);
    const task = (text: string) =>
      problemsOf(
        job({}, { parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'STRING', range: [text] }] } }),
      );
    expect(task(around(1024))).toEqual([]);
    expect(task(around(1025))).toEqual([
      'string-too-long steps[0].parameterSpace.taskParameterDefinitions[0].range[0]',
    ]);
  });

  test('counts characters, not their halves', () => {
    expect(variable(`${'😀'.repeat(2048)}{{ Param.Text }}`)).toEqual([]);
    expect(variable(`${'😀'.repeat(2049)}{{ Param.Text }}`)).toEqual(['string-too-long A']);
  });
});
