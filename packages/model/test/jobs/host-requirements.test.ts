import { describe, expect, test } from 'vitest';
import { codesOf, problemsOf, stepOf } from './jobs.ts';
import type { Sketch } from './jobs.ts';

const text = (name: string, value: string) => ({ name, type: 'STRING', default: value });

function requirements(hostRequirements: object, value = '', other = ''): Sketch {
  return {
    extensions: ['FEATURE_BUNDLE_1'],
    parameters: [text('N', value), text('M', other)],
    step: { hostRequirements },
  };
}

const amounts = (...list: object[]) => ({ amounts: list });
const attributes = (...list: object[]) => ({ attributes: list });

describe('amounts', () => {
  test('are decimals as they were written', () => {
    const step = stepOf(
      requirements(
        amounts(
          { name: 'amount.worker.vcpu', min: '{{Param.N}}', max: 8 },
          { name: 'amount.site.{{Param.M}}', min: '{{Param.N}}0', max: 9.5 },
        ),
        '2.5',
        'tokens',
      ),
    );
    expect(step.hostRequirements).toEqual({
      amounts: [
        { name: 'amount.worker.vcpu', min: '2.5', max: '8' },
        { name: 'amount.site.tokens', min: '2.50', max: '9.5' },
      ],
      attributes: [],
    });
  });

  test.each([
    ['min', 'abc', 'invalid-number'],
    ['max', 'abc', 'invalid-number'],
    ['min', '-1', 'number-too-small'],
    ['max', '0', 'number-too-small'],
    ['min', '1e999', 'invalid-number'],
    ['min', '', 'invalid-number'],
  ])('a %s of %j is refused', (key, value, code) => {
    expect(codesOf(requirements(amounts({ name: 'amount.worker.vcpu', [key]: '{{Param.N}}' }), value))).toEqual([
      `steps.0.hostRequirements.amounts.0.${key} ${code}`,
    ]);
  });

  test('min is at most max, once both are known', () => {
    const amount = { name: 'amount.worker.vcpu', min: '{{Param.N}}', max: '{{Param.M}}' };
    expect(codesOf(requirements(amounts(amount), '4', '4'))).toEqual([]);
    expect(codesOf(requirements(amounts(amount), '5', '4'))).toEqual([
      'steps.0.hostRequirements.amounts.0.min amount-bounds-crossed',
    ]);
  });
});

describe('names of capabilities', () => {
  test.each([
    ['amount.worker.memory', []],
    ['AMOUNT.Worker.MEMORY', []],
    ['acme:amount.tokens', []],
    ['amount.site.tokens_2', []],
    ['worker.memory', ['name capability-name']],
    ['amount', ['name capability-name']],
    ['amount.', ['name capability-name']],
    ['amount.1st', ['name capability-name']],
    ['attr.site', ['name capability-name']],
    ['', ['name string-too-short']],
    [`amount.${'x'.repeat(93)}`, []],
    [`amount.${'x'.repeat(94)}`, ['name string-too-long']],
    ['amount.worker.licenses', ['name capability-reserved']],
    ['amount.job.x', ['name capability-reserved']],
    ['amount.Step.x', ['name capability-reserved']],
    ['amount.task.x', ['name capability-reserved']],
  ])('an amount called %j', (name, expected) => {
    expect(codesOf(requirements(amounts({ name: '{{Param.N}}', min: 1 }), name))).toEqual(
      expected.map((code) => `steps.0.hostRequirements.amounts.0.${code}`),
    );
  });

  test.each([
    ['attr.site', []],
    ['attr.worker.os.family', []],
    ['attr.worker.os.version', ['name capability-reserved']],
    ['amount.site', ['name capability-name']],
  ])('an attribute called %j', (name, expected) => {
    expect(codesOf(requirements(attributes({ name: '{{Param.N}}', anyOf: ['linux'] }), name))).toEqual(
      expected.map((code) => `steps.0.hostRequirements.attributes.0.${code}`),
    );
  });

  test('are unique once resolved, whatever their case', () => {
    const [problem] = problemsOf(
      requirements(amounts({ name: 'amount.site.x', min: 1 }, { name: 'amount.SITE.{{Param.N}}', min: 1 }), 'X'),
    );
    expect(problem).toMatchObject({
      code: 'capability-repeated',
      path: ['steps', 0, 'hostRequirements', 'amounts', 1, 'name'],
      message: 'Capability amount.SITE.X is required twice.',
      related: [{ message: 'first here', path: ['steps', 0, 'hostRequirements', 'amounts', 0, 'name'] }],
    });
    expect(problem?.related?.[0]).not.toHaveProperty('range');
    expect(
      codesOf(
        requirements(
          attributes({ name: '{{Param.N}}', anyOf: ['a'] }, { name: '{{Param.M}}', anyOf: ['b'] }),
          'attr.x',
          'attr.x',
        ),
      ),
    ).toEqual(['steps.0.hostRequirements.attributes.1.name capability-repeated']);
  });
});

describe('values of attributes', () => {
  test('are resolved', () => {
    expect(
      stepOf(
        requirements(
          attributes({ name: 'attr.site', anyOf: ['a', '{{Param.N}}-c'], allOf: ['{{Param.M}}'] }),
          'b',
          '_d',
        ),
      ).hostRequirements,
    ).toEqual({
      amounts: [],
      attributes: [{ name: 'attr.site', anyOf: ['a', 'b-c'], allOf: ['_d'] }],
    });
  });

  test.each([
    ['3rd', 'attribute-value'],
    ['a b', 'attribute-value'],
    ['-a', 'attribute-value'],
    ['é', 'attribute-value'],
    ['', 'string-too-short'],
    ['x'.repeat(101), 'string-too-long'],
  ])('%j is refused', (value, code) => {
    for (const key of ['anyOf', 'allOf']) {
      expect(codesOf(requirements(attributes({ name: 'attr.site', [key]: ['ok', '{{Param.N}}'] }), value))).toEqual([
        `steps.0.hostRequirements.attributes.0.${key}.1 ${code}`,
      ]);
    }
  });

  test('of a standard attribute are those of the specification', () => {
    const family = (value: string) =>
      codesOf(requirements(attributes({ name: 'attr.worker.os.family', anyOf: ['{{Param.N}}'] }), value));
    expect(family('Linux')).toEqual([]);
    for (const other of ['ubuntu', 'Windows 10']) {
      expect(family(other)).toEqual(['steps.0.hostRequirements.attributes.0.anyOf.0 attribute-value-unknown']);
    }
    expect(
      codesOf(requirements(attributes({ name: '{{Param.N}}', allOf: ['linux', 'macos'] }), 'attr.worker.os.family')),
    ).toEqual(['steps.0.hostRequirements.attributes.0.allOf attribute-single-valued']);
  });
});

test('a value that cannot be calculated is one problem, and nothing is concluded from it', () => {
  const failing = { ...requirements({}), extensions: ['EXPR', 'FEATURE_BUNDLE_1'] as const };
  const attribute = attributes({ name: 'attr.site', anyOf: ['a', '{{ [1][int(Param.N)] }}'] });
  expect(codesOf({ ...failing, parameters: [text('N', '5')], step: { hostRequirements: attribute } })).toEqual([
    'steps.0.hostRequirements.attributes.0.anyOf.1 expr-index-out-of-range',
  ]);
  const amount = { name: 'amount.{{ b }}', min: 1 };
  const step = {
    let: ['b = ["x"][int(Param.N)]'],
    hostRequirements: amounts(amount, { ...amount, name: 'amount.{{b}}' }),
  };
  expect(codesOf({ ...failing, parameters: [text('N', '5')], step })).toEqual([
    'steps.0.let.0 expr-index-out-of-range',
  ]);
});
