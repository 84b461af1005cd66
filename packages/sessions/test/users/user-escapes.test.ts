import { afterEach, expect, test, vi } from 'vitest';
import type { Helper } from '../../src/users/posix/helper.ts';
import { endEscapedOf } from '../../src/users/posix/user-escapes.ts';

afterEach(() => vi.restoreAllMocks());

/** A helper whose every look takes so long, and leaves it open whether there is more. */
function slowHelper(lookMs: number) {
  let nowMs = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => nowMs);
  const find = vi.fn<Helper['find']>(() => {
    nowMs += lookMs;
    return Promise.resolve({ marked: [], unsure: true });
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the search asks of one
  return { helper: { find, signal: () => {} } as unknown as Helper, find };
}

test('a search that others hold up ends with the first look that takes its whole time', async () => {
  const { helper, find } = slowHelper(31_000);
  expect(await endEscapedOf(helper, undefined)).toEqual([]);
  expect(find).toHaveBeenCalledTimes(1);
});

test('a search that nobody holds up looks again while it is not sure', async () => {
  const { helper, find } = slowHelper(1);
  await endEscapedOf(helper, undefined);
  expect(find.mock.calls.length).toBeGreaterThan(10);
});
