// A clock that a test moves waits for what a session does in the time of the system: a user's test of a notify period tests that, whatever files its action has.
import { setTimeout as delay } from 'node:timers/promises';
import type { SpawnPort } from '@ojd/sessions';
import { FakeSpawner, VirtualClock } from '@ojd/sessions/testing';
import { expect, test } from 'vitest';
import { fakeSession } from '../session/harness.ts';
import { environment, notify, step, type FileText } from '../session/templates.ts';

/** So many that writing them takes a good many turns of the event loop. */
const embeddedFiles: readonly FileText[] = Array.from({ length: 40 }, (_, index) => ({
  name: `F${index}`,
  data: `text ${index}`,
}));

test('an action that has files to write is a process after an advance, and a cancel gives it its notify period', async () => {
  const { session, clock, spawner } = await fakeSession();
  const action = session.runTask(step({ command: 'render', ...notify(120) }, { embeddedFiles }));
  await clock.advance(0);
  spawner.processes[0]?.trap(() => {});
  action.cancel();
  await clock.advance(120_000);
  expect((await action).cancel).toMatchObject({
    method: 'NOTIFY_THEN_TERMINATE',
    signals: [{ signal: 'SIGTERM' }, { signal: 'SIGKILL' }],
  });
});

test('a time limit begins with the process, also if its files take the system a while', async () => {
  const { session, clock } = await fakeSession();
  const action = session.runTask(step({ command: 'render', timeout: 60 }, { embeddedFiles }));
  await clock.advance(60_000);
  expect(await action).toMatchObject({ state: 'timeout', durationMs: 60_000 });
});

test('a time limit begins with the process, also where starting one takes real time', async () => {
  const spawner = new FakeSpawner();
  const slow: SpawnPort = {
    name: 'slow',
    spawn: async (request) => {
      await delay(50);
      return spawner.spawn(request);
    },
  };
  const { session, clock } = await fakeSession({ ports: { spawn: slow } });
  const action = session.runTask(step({ command: 'render', timeout: 60 }));
  await clock.advance(60_000);
  expect(await action).toMatchObject({ state: 'timeout' });
});

test('actions that follow each other are all over after one advance', async () => {
  const { session, clock, spawner } = await fakeSession();
  spawner.behave((process) => clock.after(1_000, () => process.end()));
  const done: string[] = [];
  void (async () => {
    for (const frame of ['1', '2', '3']) {
      // oxlint-disable-next-line eslint/no-await-in-loop -- one after the other is the point
      const { state } = await session.runTask(step({ command: 'render', args: [frame] }, { embeddedFiles }));
      done.push(`${frame} ${state}`);
    }
  })();
  await clock.advance(3_000);
  expect(done).toEqual(['1 success', '2 success', '3 success']);
});

test('closing searches and cleans up in no time of the clock: however far it is moved, the report has no problem', async () => {
  const { session, clock, spawner } = await fakeSession();
  spawner.behave((process) => process.end());
  await session.enterEnvironment(environment('E', { onExit: { command: 'clean' } }, { embeddedFiles })).orThrow();
  let report: unknown;
  void session.close().then((given) => (report = given));
  await clock.advance(3_600_000);
  expect(report).toMatchObject({ ok: true, problems: [] });
});

test('work that fails lets the clock go on as well', async () => {
  const clock = new VirtualClock(0);
  let over = false;
  const work = new Promise((_, reject) => {
    setTimeout(() => {
      over = true;
      reject(new Error('the disk is full'));
    }, 20);
  });
  clock.busy(work);
  const fired: boolean[] = [];
  clock.after(10, () => fired.push(over));
  await clock.advance(10);
  expect(fired).toEqual([true]);
  await expect(work).rejects.toThrow('the disk is full');
});
