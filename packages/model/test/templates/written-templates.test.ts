// What JSON.stringify and stringifyTemplate make of templates and of their parameter definitions.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  decodeJobTemplate,
  decodeTemplate,
  type JobTemplate,
  mergeJobParameterDefinitions,
  stringifyTemplate,
} from '@ojd/model';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
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

describe('numbers that JavaScript does not hold', () => {
  const LISTS = `
specificationVersion: jobtemplate-2023-09
extensions: [EXPR]
name: Lists
parameterDefinitions:
  - { name: I, type: "LIST[INT]", default: [9007199254740993, -9223372036854775808], item: { maxValue: 9223372036854775807, allowedValues: [9007199254740993, -9223372036854775808] } }
  - { name: L, type: "LIST[LIST[INT]]", default: [[9007199254740993], []], item: { item: { minValue: -9223372036854775807 } } }
  - { name: F, type: "LIST[FLOAT]", default: [1.50, 0.1234567890123456789, -2.0e-3, 7], item: { minValue: -1e10, maxValue: 900719925474099300.10 } }
  - { name: S, type: FLOAT, default: 1.50, userInterface: { control: SPIN_BOX, singleStepDelta: 0.10 } }
steps:
  - name: One
    hostRequirements: { amounts: [{ name: amount.worker.memory, min: 2.50 }] }
    script: { actions: { onRun: { command: echo } } }
`;

  test('stringifyTemplate writes them digit for digit', () => {
    const template = decodeJobTemplate(LISTS);
    const text = stringifyTemplate(template);
    expect(decodeJobTemplate(text)).toEqual(template);
    expect(text).toContain('"default":[1.50,0.1234567890123456789,-2.0e-3,7]');
    expect(text).toContain('"min":2.50');
    expect(stringifyTemplate(decodeJobTemplate(text))).toBe(text);
    const [integers] = mergeJobParameterDefinitions({ jobTemplate: template });
    expect(integers === undefined ? '' : stringifyTemplate(integers)).toContain('"maxValue":9223372036854775807');
  });

  test('decimals that JSON cannot write as they are keep their value', () => {
    const template = decodeJobTemplate(LISTS.replace('[1.50, ', '[.5, -.5, 5., 007.50, -00.0, 3.e2, '));
    expect(stringifyTemplate(template)).toContain('"default":[0.5,-0.5,5,7.50,-0.0,3e2,0.1234567890123456789,');
  });

  describe('JSON.stringify', () => {
    const rawJson = Object.getOwnPropertyDescriptor(JSON, 'rawJSON');
    afterEach(() => {
      if (rawJson === undefined) Reflect.deleteProperty(JSON, 'rawJSON');
      else Object.defineProperty(JSON, 'rawJSON', rawJson);
    });

    test('writes them too where the engine can', () => {
      // Node 20 has it behind a flag, for contexts that are made from then on.
      setFlagsFromString('--harmony-json-parse-with-source');
      Object.defineProperty(JSON, 'rawJSON', { value: runInNewContext('JSON.rawJSON'), configurable: true });
      const template = decodeJobTemplate(LISTS);
      expect(JSON.stringify(template)).toBe(stringifyTemplate(template));
    });

    test('throws elsewhere rather than write another value, and says what to use', () => {
      Reflect.deleteProperty(JSON, 'rawJSON');
      expect(() => JSON.stringify(decodeJobTemplate(LISTS))).toThrow(
        'JSON.stringify would round 9007199254740993 in this engine. Use stringifyTemplate.',
      );
      const exact = decodeJobTemplate(LISTS.replaceAll(/9007\d+(?:\.\d+)?|922\d+|0\.12\d+/g, '12'));
      const text = JSON.stringify(exact);
      expect(text).toContain('"default":[1.5,12,-0.002,7]');
      expect(text).toContain('"min":2.5');
      expect(decodeJobTemplate(text).steps).toMatchObject([{ hostRequirements: { amounts: [{ min: '2.5' }] } }]);
    });
  });

  test('a template comes back the same whatever its numbers are', () => {
    const integer = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const decimal = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.stringMatching(/^(?:\.[0-9]{1,20})?(?:e-?[0-9])?$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(integer), integer, fc.array(decimal), decimal, (integers, bound, decimals, amount) => {
        const template = decodeJobTemplate(`
specificationVersion: jobtemplate-2023-09
extensions: [EXPR]
name: Lists
parameterDefinitions:
  - { name: I, type: "LIST[INT]", default: [${integers.join()}] }
  - { name: J, type: "LIST[INT]", item: { allowedValues: [${bound}] } }
  - { name: L, type: "LIST[LIST[INT]]", default: [[${integers.join()}]], item: { item: { minValue: ${-(2n ** 63n)} } } }
  - { name: F, type: "LIST[FLOAT]", default: [${decimals.map((text, at) => (at % 2 === 0 ? text : `-${text}`)).join()}] }
  - { name: S, type: FLOAT, userInterface: { control: SPIN_BOX, singleStepDelta: ${amount} } }
steps:
  - name: One
    hostRequirements: { amounts: [{ name: amount.worker.memory, min: ${amount} }] }
    script: { actions: { onRun: { command: echo } } }
`);
        expect(decodeJobTemplate(stringifyTemplate(template))).toEqual(template);
      }),
    );
  });
});
