import { expect, test } from 'vitest';
import { fuzzOutput } from './fuzz-output.ts';

test('ten million random lines: no throw, no lost line, no secret let through', () => {
  const seed = Number(process.env['OJD_FUZZ_SEED'] ?? Date.now() % 2 ** 31);
  const report = fuzzOutput({ lines: 10_000_000, seed });
  expect({ seed, wrong: report.wrong }).toEqual({ seed, wrong: [] });
  expect(report.lines).toBe(10_000_000);
  for (const count of [report.messages, report.masks, report.escapes, report.cutLines])
    expect(count).toBeGreaterThan(1_000);
}, 1_800_000);
