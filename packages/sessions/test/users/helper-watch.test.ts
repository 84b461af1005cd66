import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { readProcStat } from '../../src/processes/proc-files.ts';
import type { KnownProcess } from '../../src/users/posix/helper-processes.ts';
import { HelperWatch, WATCH_MS, type OrderUnderWay } from '../../src/users/posix/helper-watch.ts';

const self: KnownProcess = { pid: process.pid, startTicks: readProcStat(process.pid)?.startTicks };

let child: ChildProcess | undefined;
afterEach(async () => {
  child?.kill('SIGKILL');
  if (child !== undefined) await once(child, 'exit');
  child = undefined;
});

/** A watch of a helper whose processes all are this one, which has a child that seems to be at work. */
async function busyHelper(): Promise<HelperWatch> {
  child = spawn('/bin/sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return new HelperWatch({ loginShell: self, shell: self, reader: self, starter: self });
}

/** For how long it is looked until the helper is given up, and why. */
function lookUntilGivenUp(watch: HelperWatch, expected: Parameters<HelperWatch['look']>[0]) {
  for (let looks = 1; looks < 10_000; looks++) {
    const why = watch.look(expected);
    if (why !== undefined) return { why, afterMs: looks * WATCH_MS };
  }
  return undefined;
}

describe.skipIf(process.platform !== 'linux')('a helper that is watched', () => {
  test.each([
    ['find', 30_000],
    ['signal', 10_000],
    ['empty', 600_000],
  ] as const)(
    'is given up when an order to %s takes more than %i ms, whoever seems to be at work for it',
    async (kind, mostMs) => {
      const orders = [{ kind, looks: 0 }];
      expect(lookUntilGivenUp(await busyHelper(), { orders })).toEqual({
        why: 'it did not get done what it was told to do',
        afterMs: mostMs + WATCH_MS,
      });
    },
  );

  test('is given up so soon also when it gets new orders all the time', async () => {
    const watch = await busyHelper();
    const orders: OrderUnderWay[] = [{ kind: 'find', looks: 0 }];
    let looks = 0;
    for (; watch.look({ orders }) === undefined && looks < 1_000; looks++) {
      orders.push({ kind: 'signal', looks: 0 });
      watch.begin();
    }
    expect(looks * WATCH_MS).toBe(30_000);
  });

  test('has its whole time for an order that waited for others', async () => {
    const watch = await busyHelper();
    const first: OrderUnderWay = { kind: 'empty', looks: 0 };
    const second: OrderUnderWay = { kind: 'signal', looks: 0 };
    for (let looks = 0; looks < 500; looks++) expect(watch.look({ orders: [first, second] })).toBeUndefined();
    expect(lookUntilGivenUp(watch, { orders: [second] })).toMatchObject({ afterMs: 10_000 + WATCH_MS });
  });

  test('is given up when the process that it said has begun is another by now', async () => {
    const watch = await busyHelper();
    expect(watch.look({ orders: [], action: { process: self } })).toBeUndefined();
    const reused = { ...self, startTicks: (self.startTicks ?? 0) - 1 };
    expect(lookUntilGivenUp(watch, { orders: [], action: { process: reused } })).toEqual({
      why: 'it did not say that the process has ended',
      afterMs: 5 * WATCH_MS,
    });
  });
});
