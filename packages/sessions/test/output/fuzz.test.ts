import { expect, test } from 'vitest';
import { fuzzOutput } from './fuzz-output.ts';

test.each([1, 2, 3])(
  '100,000 random lines (seed %i): no throw, no lost line, no secret let through',
  (seed) => {
    const report = fuzzOutput({ lines: 100_000, seed });
    expect(report.wrong).toEqual([]);
    expect(report.lines).toBe(100_000);
    for (const count of [report.messages, report.masks, report.escapes, report.cutLines])
      expect(count).toBeGreaterThan(50);
  },
  60_000,
);
