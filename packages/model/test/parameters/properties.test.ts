import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  preprocessJobParameters,
  safeMergeJobParameterDefinitions,
  safePreprocessJobParameters,
} from '../../src/index.ts';
import { environmentWith, jobWith } from './templates.ts';

const optional = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(some, { nil: undefined });

function ordered<T>([a, b]: readonly [T, T]): readonly [T, T] {
  return a <= b ? [a, b] : [b, a];
}

/** Definitions of one type whose bounds do not contradict themselves, and values near the bounds. */
const kinds = fc.constantFrom('INT', 'FLOAT', 'STRING', 'LIST[INT]');

function definition(type: string): fc.Arbitrary<object> {
  const isNumber = type === 'INT' || type === 'FLOAT';
  const [least, most] = isNumber ? (['minValue', 'maxValue'] as const) : (['minLength', 'maxLength'] as const);
  const bounds = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })).map(ordered);
  const items = type === 'LIST[INT]' ? optional(bounds) : fc.constant(undefined);
  return fc.tuple(bounds, fc.boolean(), fc.boolean(), items).map(([[low, high], hasLow, hasHigh, item]) => {
    const parts: Record<string, unknown> = { name: 'P', type };
    if (hasLow) parts[least] = low;
    if (hasHigh) parts[most] = high;
    if (item !== undefined) parts['item'] = { minValue: item[0], maxValue: item[1] };
    return parts;
  });
}

function value(type: string): fc.Arbitrary<string | number | number[]> {
  if (type === 'STRING') return fc.string({ maxLength: 7, unit: 'grapheme' });
  if (type === 'LIST[INT]') return fc.array(fc.integer({ min: -1, max: 7 }), { minLength: 1, maxLength: 7 });
  return type === 'INT' ? fc.integer({ min: -1, max: 7 }) : fc.integer({ min: -2, max: 14 }).map((half) => half / 2);
}

test('merged bounds take a value exactly when every definition takes it', () => {
  const cases = kinds.chain((type) =>
    fc.tuple(fc.array(definition(type), { minLength: 1, maxLength: 4 }), value(type)),
  );
  fc.assert(
    fc.property(cases, ([definitions, given]) => {
      const takes = (some: readonly object[]): boolean => {
        const [job, ...environments] = some;
        const environmentTemplates = environments.map((one) => environmentWith([one], { extensions: ['EXPR'] }));
        return safePreprocessJobParameters(
          jobWith(job === undefined ? [] : [job], ['EXPR']),
          { P: given },
          { environmentTemplates },
        ).ok;
      };
      expect(takes(definitions)).toBe(definitions.every((one) => takes([one])));
    }),
    { numRuns: 500 },
  );
});

test('merging is the same in any order, but for the default', () => {
  const cases = kinds.chain((type) => fc.tuple(definition(type), definition(type), definition(type)));
  const merged = (...all: readonly object[]): unknown => {
    const environmentTemplates = all.map((one) => environmentWith([one], { extensions: ['EXPR'] }));
    const outcome = safeMergeJobParameterDefinitions({ environmentTemplates });
    return outcome.ok ? outcome.value : 'conflict';
  };
  fc.assert(
    fc.property(cases, ([a, b, c]) => {
      expect(merged(a, b, c)).toEqual(merged(c, a, b));
      expect(merged(a, b, a)).toEqual(merged(a, b));
    }),
  );
});

test('what was read is read again as itself', () => {
  const inputs = fc.oneof(
    fc.record({ type: fc.constant('INT'), given: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }),
    fc.record({ type: fc.constant('FLOAT'), given: fc.double({ noDefaultInfinity: true, noNaN: true }) }),
    fc.record({ type: fc.constant('BOOL'), given: fc.constantFrom(true, false, 0, 1, 'Yes', 'oFF') }),
    fc.record({
      type: fc.constant('STRING'),
      given: fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
    }),
    fc.record({ type: fc.constant('LIST[INT]'), given: fc.array(fc.bigInt({ min: -9n, max: 9n })) }),
  );
  fc.assert(
    fc.property(inputs, ({ type, given }) => {
      const template = jobWith([{ name: 'P', type }], ['EXPR']);
      const first = preprocessJobParameters(template, { P: given });
      const again = first['P']?.value;
      expect(preprocessJobParameters(template, again === undefined ? {} : { P: again })).toEqual(first);
    }),
  );
});

test('anything may be given: the answer is a value or diagnostics, never another error', () => {
  const types = fc.constantFrom(
    'STRING',
    'PATH',
    'INT',
    'FLOAT',
    'BOOL',
    'RANGE_EXPR',
    'LIST[STRING]',
    'LIST[LIST[INT]]',
  );
  fc.assert(
    fc.property(types, fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 3 }), (type, given) => {
      const template = jobWith([{ name: 'P', type }], ['EXPR']);
      const outcome = safePreprocessJobParameters(template, { P: given as string }, { currentDir: '/c' });
      expect(outcome.ok || outcome.diagnostics.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
