// A value of another kind than its place takes: what was expected there, in words, and how what was meant is written.
import { decodeJobTemplate, safeDecodeTemplate, safePreprocessJobParameters } from '@ojd/model';
import { describe, expect, test } from 'vitest';
import { decodeWith, RULES } from '../../src/templates/decode.ts';
import { MINIMAL_JOB } from '../rules/samples.ts';

const told = (document: object | string): string[] => {
  const outcome = safeDecodeTemplate(document);
  return outcome.ok
    ? []
    : outcome.diagnostics.map(({ code, message, hint = '' }) =>
        code === 'wrong-type' ? `${message} ${hint}` : message,
      );
};

const job = (rest: object) => ({ ...MINIMAL_JOB, extensions: ['EXPR'], ...rest });
const parameter = (type: string, rest: object) => job({ parameterDefinitions: [{ name: 'P', type, ...rest }] });
const step = (rest: object) => job({ steps: [{ ...MINIMAL_JOB.steps[0], ...rest }] });

describe('the hint says how it is written', () => {
  test.each<[string, object, RegExp]>([
    ['a mapping for a list', job({ steps: MINIMAL_JOB.steps[0] }), /found a mapping\. Begin each element with "- "\.$/],
    [
      'a list for a mapping',
      step({ script: [{ actions: {} }] }),
      /found a list\. Remove the "- " in front of the keys\.$/,
    ],
    ['a number for a text', job({ name: 12 }), /found the number 12\. Put it in quotes: "12"\.$/],
    ['nothing for a text', job({ name: null }), /Write a value, or remove the key\.$/],
    [
      'nothing for a mapping',
      step({ script: null }),
      /Indent what belongs to this key further than the key, or remove the key\.$/,
    ],
  ])('%s', (_, document, message) => {
    expect(told(document)).toEqual([expect.stringMatching(message)]);
  });
});

describe('what was expected is said in words', () => {
  test.each<[string, object, string]>([
    [
      'lists of lists',
      parameter('LIST[LIST[INT]]', { default: 3 }),
      'Expected a list of lists of integers, found the number 3.',
    ],
    ['truths', parameter('LIST[BOOL]', { default: 3 }), 'Expected a list of true and false, found the number 3.'],
    ['mappings', job({ steps: 3 }), 'Expected a list of mappings, found the number 3.'],
  ])('%s', (_, document, message) => {
    expect(told(document)).toEqual([expect.stringContaining(message)]);
  });
});

test('a parameter of a type that does not exist has a name all the same', () => {
  const outcome = safeDecodeTemplate(job({ parameterDefinitions: [{ type: 'FOO' }] }));
  expect(outcome.ok ? [] : outcome.diagnostics).toMatchObject([
    { code: 'invalid-choice', path: ['parameterDefinitions', 0, 'type'] },
    { code: 'missing-key', path: ['parameterDefinitions', 0] },
  ]);
});

test('a version that is no text is told as that, whatever else is there', () => {
  const version = expect.stringMatching(/^Expected the specification version as a string, found the number 2023\./);
  expect(told({ ...MINIMAL_JOB, specificationVersion: 2023 })).toEqual([version]);
  expect(told({ specificationVersion: 2023 })).toContainEqual(version);
});

test('a rule that fails by itself is no problem of the document', () => {
  const boom = () => {
    throw new RangeError('boom');
  };
  const rules = { ...RULES, shapeChecks: { ...RULES.shapeChecks, StepTemplate: [{ id: 'boom', run: boom }] } };
  expect(() => decodeWith(rules, MINIMAL_JOB, ['job'], {})).toThrow(RangeError);
});

describe('numbers that no double and no exact number holds', () => {
  test('are compared all the same', () => {
    const template = decodeJobTemplate(parameter('FLOAT', { minValue: 1 }));
    const outcome = safePreprocessJobParameters(template, { P: '1e-1000' });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ message }) => message)).toEqual([
      'Job parameter P: expected a number of at least 1, found 1e-1000.',
    ]);
  });

  test('are no integers when they have more digits than anyone writes', () => {
    const timeout = (digits: number) =>
      JSON.stringify(MINIMAL_JOB).replace('"command"', `"timeout": 1.${'0'.repeat(digits)}, "command"`);
    expect(told(timeout(300))).toEqual([]);
    expect(told(timeout(500))).toHaveLength(1);
  });
});
