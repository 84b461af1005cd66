// What JSON.stringify makes of templates and of their parameter definitions.
import { decodeJobTemplate, decodeTemplate, type JobTemplate, mergeJobParameterDefinitions } from '@ojd/model';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE, MINIMAL_ENVIRONMENT, MINIMAL_JOB } from '../rules/samples.ts';

test.each([
  ['a job template in which every field stands', JOB_SAMPLE],
  ['an environment template in which every field stands', ENVIRONMENT_SAMPLE],
  ['a job template that says as little as possible', MINIMAL_JOB],
  ['an environment template that says as little as possible', MINIMAL_ENVIRONMENT],
])('%s is written as a document that decodes to an equal one', (_, sample) => {
  const template = decodeTemplate(sample);
  const text = JSON.stringify(template);
  const back = decodeTemplate(text);
  expect(back).toEqual(template);
  expect(JSON.stringify(back)).toBe(text);
});

test('a template with little in it is written as its author would', () => {
  expect(JSON.parse(JSON.stringify(decodeTemplate(MINIMAL_JOB)))).toEqual({
    ...MINIMAL_JOB,
    steps: [{ name: 'Step', script: { actions: { onRun: { command: 'echo', args: [] } } } }],
  });
});

const job = (parts: object): JobTemplate => decodeJobTemplate({ ...MINIMAL_JOB, ...parts });
const sent = (template: JobTemplate): JobTemplate => decodeJobTemplate(JSON.stringify(template));

describe('nothing is rounded', () => {
  test('an integer of 64 bits is written as text where a number would not hold it', () => {
    const template = job({
      parameterDefinitions: [
        {
          name: 'Big',
          type: 'INT',
          default: 9007199254740993n,
          maxValue: 9223372036854775807n,
          allowedValues: ['9007199254740993'],
        },
        { name: 'Small', type: 'INT', default: 7, userInterface: { control: 'SPIN_BOX', singleStepDelta: 3 } },
      ],
    });
    expect(JSON.parse(JSON.stringify(template)).parameterDefinitions).toEqual([
      {
        name: 'Big',
        type: 'INT',
        default: '9007199254740993',
        allowedValues: ['9007199254740993'],
        maxValue: '9223372036854775807',
      },
      { name: 'Small', type: 'INT', default: 7, userInterface: { control: 'SPIN_BOX', singleStepDelta: 3 } },
    ]);
    expect(sent(template)).toEqual(template);
  });

  test('a decimal keeps its digits where the document may hold text', () => {
    const template = job({
      parameterDefinitions: [{ name: 'F', type: 'FLOAT', default: '3.500', minValue: '0.10' }],
      steps: [
        {
          ...MINIMAL_JOB.steps[0],
          parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'FLOAT', range: ['0.50', 1.25] }] },
        },
      ],
    });
    expect(sent(template)).toEqual(template);
  });

  test('a combination keeps its parentheses', () => {
    const names = ['A', 'B', 'C', 'D'];
    const combined = (combination: string): JobTemplate =>
      job({
        steps: [
          {
            ...MINIMAL_JOB.steps[0],
            parameterSpace: {
              taskParameterDefinitions: names.map((name) => ({ name, type: 'INT', range: [1, 2] })),
              combination,
            },
          },
        ],
      });
    for (const combination of ['A * (B * C) * D', '((A, B), C) * D', '(A * B, C * D)', 'D*C*B*A']) {
      expect(sent(combined(combination))).toEqual(combined(combination));
    }
  });
});

test('merged definitions are written as a template says them', () => {
  const template = job({ parameterDefinitions: [{ name: 'Samples', type: 'INT', minValue: 4, default: 2n ** 60n }] });
  const [alone] = mergeJobParameterDefinitions({ jobTemplate: template });
  expect(JSON.stringify(alone)).toBe('{"name":"Samples","type":"INT","default":"1152921504606846976","minValue":4}');
  const environment = decodeTemplate({
    ...MINIMAL_ENVIRONMENT,
    parameterDefinitions: [{ name: 'Samples', type: 'INT', minValue: 8 }],
  });
  if (environment.kind !== 'environment') throw new Error('an environment template was decoded');
  const merged = mergeJobParameterDefinitions({ jobTemplate: template, environmentTemplates: [environment] });
  const back = job({ parameterDefinitions: JSON.parse(JSON.stringify(merged)) });
  expect(back.parameterDefinitions).toEqual(merged);
});

test('what writes a template is neither printed nor compared', () => {
  expect(Object.keys(job({}))).not.toContain('toJSON');
  expect(Object.keys(job({}).profile)).not.toContain('toJSON');
});
