// What callers give that is no JSON, and more of it than anyone reads.
import { type AnyInputs, decodeEnvironmentTemplate, decodeJobTemplate, safePreprocessJobParameters } from '@ojd/model';
import { describe, expect, test } from 'vitest';
import { MINIMAL_JOB } from '../rules/samples.ts';

const template = (...parameterDefinitions: object[]) =>
  decodeJobTemplate({ ...MINIMAL_JOB, extensions: ['EXPR'], parameterDefinitions });

const STRINGS = template({ name: 'P', type: 'LIST[STRING]' });
const INTEGERS = template({ name: 'P', type: 'LIST[INT]', item: { maxValue: 1 } });

/** The outcome of values of any kind, as callers in JavaScript give them. */
function outcomeOf(values: unknown, of = STRINGS) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const outcome = safePreprocessJobParameters(of, values as AnyInputs);
  return outcome.ok ? outcome.value : outcome.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

const boom = () => {
  throw new Error('boom');
};
const revoked = (target: object) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const PREFIX = 'object-unsupported-value The job parameters could not be read';

describe('what cannot be read is one problem, and nothing is thrown', () => {
  test.each<[string, unknown, string]>([
    ['a getter that throws', Object.defineProperty({}, 'P', { get: boom, enumerable: true }), 'boom.'],
    ['a proxy that throws', new Proxy({ P: ['a'] }, { get: boom }), 'boom.'],
    ['a proxy whose keys throw', new Proxy({}, { ownKeys: boom }), 'boom.'],
    ['a list that throws', { P: new Proxy(['a'], { get: boom }) }, 'boom.'],
    ['a list of lists of lists that throw', { P: [[new Proxy([], { get: boom })]] }, 'boom.'],
    ['what has been revoked', revoked({}), "Cannot perform 'ownKeys' on a proxy that has been revoked."],
    ['null', null, 'Cannot convert undefined or null to object.'],
    ['undefined', undefined, 'Cannot convert undefined or null to object.'],
  ])('%s', (_, values, message) => {
    expect(outcomeOf(values)).toEqual([`${PREFIX}: ${message}`]);
  });

  test('a revoked list', () => {
    expect(outcomeOf({ P: revoked([]) })).toHaveLength(1);
  });
});

test('what a caller gives is asked once', () => {
  let asked = 0;
  const values = {
    get P() {
      asked += 1;
      return ['a'];
    },
  };
  expect(outcomeOf(values)).toEqual({ P: { type: 'LIST[STRING]', value: ['a'] } });
  expect(asked).toBe(1);
});

test('a proxy of a list is a list', () => {
  const list = new Proxy(['a', 'b'], { get: (target, key) => Reflect.get(target, key) });
  expect(outcomeOf({ P: list })).toEqual({ P: { type: 'LIST[STRING]', value: ['a', 'b'] } });
});

test('a hole of a list is refused, so that no element has the number of another', () => {
  const list = ['x', 'a'];
  // oxlint-disable-next-line typescript/no-array-delete
  delete list[0];
  expect(outcomeOf({ P: list })).toEqual([
    'parameter-value-type Job parameter P[0] (LIST[STRING]): expected a string, found undefined.',
  ]);
});

test('a list without end is refused at once', () => {
  const list: string[] = [];
  list.length = 4_294_967_295;
  const start = performance.now();
  expect(outcomeOf({ P: list })).toEqual([`${PREFIX}: there are more than 1000000.`]);
  expect(performance.now() - start).toBeLessThan(1000);
});

describe('of a million values at fault a thousand are told, within a second', () => {
  const END = 'too-many-problems There are more than 1000 problems, and the rest was not looked at.';
  test.each<[string, unknown]>([
    ['values of another type', Array.from({ length: 1_000_000 }, () => 'a')],
    ['values of another type in JSON', JSON.stringify(Array.from({ length: 900_000 }, () => 'a'))],
    ['values beyond a bound', Array.from({ length: 1_000_000 }, () => 7)],
  ])('%s', (_, value) => {
    const start = process.cpuUsage();
    const told = outcomeOf({ P: value }, INTEGERS);
    const { user, system } = process.cpuUsage(start);
    expect(told).toHaveLength(1001);
    expect(told).toHaveProperty([1000], END);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  test('a thousand are told as a thousand', () => {
    expect(outcomeOf({ P: Array.from({ length: 1000 }, () => 7) }, INTEGERS)).toHaveLength(1000);
    expect(outcomeOf({ P: Array.from({ length: 1000 }, () => 'a') }, INTEGERS)).toHaveLength(1000);
  });

  test('and the template that sets the bound is looked up once', () => {
    const farm = decodeEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      extensions: ['EXPR'],
      parameterDefinitions: [{ name: 'P', type: 'LIST[INT]', item: { maxValue: 1 } }],
      environment: { name: 'E', variables: { A: '1' } },
    });
    const start = process.cpuUsage();
    const P = Array.from({ length: 200_000 }, () => 7);
    const outcome = safePreprocessJobParameters(
      template({ name: 'P', type: 'LIST[INT]' }),
      { P },
      { environmentTemplates: [farm] },
    );
    const { user, system } = process.cpuUsage(start);
    expect(outcome.ok ? [] : outcome.diagnostics.slice(0, 1)).toMatchObject([
      { code: 'parameter-value-too-large', hint: 'The bound is set by the environment template E.' },
    ]);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
