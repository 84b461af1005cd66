// Processes that not even SIGKILL ends: one that waits for a network disk that does not answer, for example.
import { expect, test } from 'vitest';
import { fakeSession } from './harness.ts';
import { environment, step } from './templates.ts';

const anything = { command: 'render' };

test('a process that survives SIGKILL ends its action after 30 s, which names the process', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(anything));
  const process = (await started).print('reading\n').surviveKill();
  action.cancel({ reason: 'priority' });
  await clock.advance(29_999);
  expect(session.state).toBe('canceling');
  await clock.advance(1);
  const result = await action;
  expect(result).toMatchObject({
    state: 'canceled',
    reason: { kind: 'canceled', by: 'caller', reason: 'priority' },
    message: `canceled (priority); process ${process.pid} is still there, not even SIGKILL ended it`,
    cancel: { signals: [{ signal: 'SIGKILL', delivered: true }], survivorPid: process.pid },
    usage: {},
  });
  expect(result).not.toHaveProperty('exitCode');
  expect(session.state).toBe('readyEnding');
  expect(clock.pending).toBe(0);
});

test.each([
  ['timeout', { timeout: 60 }, 60_000],
  ['failed', {}, 0],
] as const)('it ends as %s where that is the reason of the cancel', async (state, more, untilCancelMs) => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...more }));
  (await started).surviveKill();
  await clock.advance(untilCancelMs);
  if (state === 'failed') action.cancel({ markFailed: true });
  await clock.advance(30_000);
  expect(await action).toMatchObject({ state, cancel: { survivorPid: expect.any(Number) as number } });
});

test('a cancel with a time limit waits for it no longer than that, but at least 5 s; a later one shortens the wait', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(anything));
  (await started).surviveKill();
  action.cancel();
  await clock.advance(1_000);
  action.cancel({ timeLimitMs: 0 });
  await clock.advance(3_999);
  expect(action.status.state).toBe('canceling');
  await clock.advance(1);
  expect(await action).toMatchObject({ state: 'canceled', durationMs: 5_000 });
});

test('closing goes on to the exits and reports the process', async () => {
  const { session, clock, spawner } = await fakeSession();
  await session.enterEnvironment(environment('E', { onExit: { command: 'exit' } }));
  const started = spawner.next();
  const action = session.runTask(step(anything));
  const process = (await started).surviveKill();
  const closing = session.shutdown({ deadlineMs: 20_000 });
  spawner.behave((exit) => exit.end());
  await clock.advance(10_000);
  expect(await closing).toMatchObject({
    ok: false,
    exits: [{ name: 'E', state: 'success' }],
    survivors: [{ pid: process.pid, actionId: action.id }],
    workingDirectoryState: 'removed',
  });
});

test('one that ends later is reaped then, and no longer reported', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(anything));
  const process = (await started).surviveKill();
  action.cancel();
  await clock.advance(30_000);
  await action;
  process.exitWith({ exitCode: null, signal: 'SIGKILL' });
  expect(await session.close()).toMatchObject({ ok: true, survivors: [] });
});

test('a search for escaped processes that does not come back costs an action and the session 30 s each, and is told', async () => {
  const { session, clock, spawner } = await fakeSession({ ports: { escapes: { end: () => new Promise(() => {}) } } });
  const started = spawner.next();
  const action = session.runTask(step(anything));
  await started;
  action.cancel();
  await clock.advance(30_000);
  expect(await action).toMatchObject({ state: 'canceled', cancel: { escaped: [] } });
  const closing = session.close();
  await clock.advance(30_000);
  expect(await closing).toMatchObject({
    ok: false,
    problems: ['The processes that are left could not be looked for: no answer for 30 s'],
  });
});
