import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { timestampWriter } from '../../src/render/timestamps.ts';

const START = Date.UTC(2026, 0, 31, 12, 0, 0, 0);

test.each([
  [0, '0:00:00.000'],
  [1, '0:00:00.001'],
  [61_234, '0:01:01.234'],
  [3_600_000 * 27 + 59_999, '27:00:59.999'],
  [-5, '0:00:00.000'],
])('relative: %d ms after the start is %s', (elapsed, text) => {
  expect(timestampWriter('relative', START)(START + elapsed)).toBe(text);
});

test('utc is ISO 8601 with the offset +00:00', () => {
  expect(timestampWriter('utc', 0)(START + 7)).toBe('2026-01-31T12:00:00.007+00:00');
});

test.each([
  [-330, '2026-01-31T17:30:00.000+05:30'],
  [210, '2026-01-31T08:30:00.000-03:30'],
])('local has the offset of its time zone (%d minutes)', (offset, text) => {
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset);
  expect(timestampWriter('local', 0)(START)).toBe(text);
});

test('local and utc name the same moment', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom('local' as const, 'utc' as const),
      (time, format) => {
        expect(Date.parse(timestampWriter(format, 0)(time))).toBe(time);
      },
    ),
  );
});
