// Valid templates, mutated at random, many in one process: safeDecode never throws, never takes more than a second, and
// always says where.
import * as fc from 'fast-check';
import { safeDecodeTemplate } from '@ojd/model';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from '../rules/samples.ts';

const RUNS = 400;
const TEXTS = [JOB_SAMPLE, ENVIRONMENT_SAMPLE].flatMap((sample) => [
  stringify(sample),
  JSON.stringify(sample, null, 1),
  stringify(sample, { collectionStyle: 'flow' }),
]);

/** What may be put into a text: pieces that mean something to YAML, JSON, format strings or expressions. */
const PIECES = [
  '{ } [ ] {{ }} : - ? , " \' | > &a *a !!str !x # % @ << __proto__: \\ \\u0000 --- ...'.split(' '),
  'null true -1 1e999 .nan 0x 9223372036854775808 1- ( ) * ** if for [0]'.split(' '),
  ['\n', '\n  ', '\r\n', '\t', '\0', '\uFEFF', '\ud800', '😀', ' for x in ', '---\n'],
].flat();

const edit = fc.record({
  at: fc.nat({ max: 10_000 }),
  remove: fc.nat({ max: 40 }),
  put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })),
});

function edited(text: string, edits: readonly { at: number; remove: number; put: string }[]): string {
  return edits.reduce((result, { at, remove, put }) => {
    const start = at % (result.length + 1);
    return result.slice(0, start) + put + result.slice(start + remove);
  }, text);
}

function expectSound(input: string | object): void {
  // Time of the processor: other tests run beside this one.
  const start = process.cpuUsage();
  const outcome = safeDecodeTemplate(input);
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  if (outcome.ok) return;
  expect(outcome.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  for (const { range, message } of outcome.diagnostics) {
    expect(message).not.toBe('');
    if (typeof input !== 'string') continue;
    expect(range).toBeDefined();
    expect(range?.start.offset).toBeLessThanOrEqual(range?.end.offset ?? -1);
    expect(range?.end.offset).toBeLessThanOrEqual(input.length);
  }
}

test('texts with random edits', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) =>
      expectSound(edited(text, edits)),
    ),
    { numRuns: RUNS },
  );
});

test('texts made of two halves', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS), fc.nat(), fc.nat(), (a, b, i, j) =>
      expectSound(a.slice(0, i % a.length) + b.slice(j % b.length)),
    ),
    { numRuns: RUNS / 4 },
  );
});

const VALUES = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 2 }),
  fc.constantFrom(...PIECES),
);

/** A copy of a value with another value in place of one of its places. */
function replacedAt(value: unknown, index: { left: number }, put: unknown): unknown {
  if (index.left-- === 0) return put;
  if (Array.isArray(value)) return value.map((item) => replacedAt(item, index, put));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replacedAt(item, index, put)]));
}

test('objects with a random value at a random place', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(fc.constantFrom(JOB_SAMPLE, ENVIRONMENT_SAMPLE), fc.nat({ max: 400 }), VALUES, (sample, index, put) => {
      const mutated = replacedAt(sample, { left: index }, put);
      if (typeof mutated === 'object' && mutated !== null) expectSound(mutated);
    }),
    { numRuns: RUNS },
  );
});

test('the same text gives the same diagnostics', () => {
  fc.assert(
    fc.property(fc.constantFrom(...TEXTS), fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
      const input = edited(text, edits);
      const codes = (): string[] => {
        const outcome = safeDecodeTemplate(input);
        return outcome.ok ? [] : outcome.diagnostics.map(({ code, range }) => `${code} ${range?.start.offset}`);
      };
      expect(codes()).toEqual(codes());
    }),
    { numRuns: RUNS / 8 },
  );
});
