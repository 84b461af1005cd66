import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { AdaptiveChunkSize } from '../../src/run/adaptive-chunks.ts';

test('few tasks measured: a quarter of the way to the estimate', () => {
  // 1 task took 1 s, the target is 100 s: the estimate is 100.
  expect(new AdaptiveChunkSize(100).next(1, 1, 1000)).toBe(25);
});

test('a smaller estimate holds at once', () => {
  expect(new AdaptiveChunkSize(1).next(8, 8, 8000)).toBe(1);
});

test('after ten tasks the estimate holds', () => {
  const size = new AdaptiveChunkSize(100);
  expect(size.next(10, 10, 10_000)).toBe(100);
});

test('all chunks so far count, not only the last', () => {
  const size = new AdaptiveChunkSize(10);
  size.next(10, 10, 10_000);
  expect(size.next(10, 10, 30_000)).toBe(5);
});

test('nothing measured: the size stays', () => {
  expect(new AdaptiveChunkSize(100).next(7, 1, 0)).toBe(7);
});

test('the size is always a whole number that chunks can have', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 86_400 }),
      fc.array(fc.record({ tasks: fc.nat(1e6), ms: fc.float({ min: 0, max: 1e7, noNaN: true }) }), { maxLength: 20 }),
      (target, chunks) => {
        const size = new AdaptiveChunkSize(target);
        let current = 1;
        for (const { tasks, ms } of chunks) {
          current = size.next(current, tasks, ms);
          expect(Number.isSafeInteger(current) && current >= 1).toBe(true);
        }
      },
    ),
  );
});
