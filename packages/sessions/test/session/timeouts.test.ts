// Numbers are those of the reference implementation's behaviours, as in ../reference.
import { expect, test } from 'vitest';
import { fakeSession, realSession } from './harness.ts';
import { environment, sh, step } from './templates.ts';

const anything = { command: 'render' };

test('51: a task that does not end in its time is a timeout, not a cancel', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, timeout: 60 }));
  const process = await started;
  await clock.advance(59_999);
  expect(process.over).toBe(false);
  await clock.advance(1);
  const result = await action;
  expect(result).toMatchObject({
    state: 'timeout',
    reason: { kind: 'timeout', timeLimitMs: 60_000 },
    cancel: { by: 'timeout' },
  });
  expect(result.message).toBe('did not end within its time limit of 60 s');
});

test('a timeout goes through the declared cancelation method', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(
    step({ ...anything, timeout: 10, cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 40 } }),
  );
  const process = (await started).trap(() => {
    clock.after(30_000, () => process.print('cleaned up\n').end(3));
  });
  await clock.advance(10_000);
  expect(process.signals).toEqual([{ target: 'leader', signal: 'SIGTERM' }]);
  await clock.advance(30_000);
  expect(await action).toMatchObject({ state: 'timeout', exitCode: 3 });
});

test.each([
  { declaredSeconds: undefined, givenMs: 5000, limitMs: 5000 },
  { declaredSeconds: 60, givenMs: 5000, limitMs: 5000 },
  { declaredSeconds: 60, givenMs: 90_000, limitMs: 60_000 },
])(
  'a task with the time limit $givenMs ms of its caller and $declaredSeconds s of its template has $limitMs ms',
  async ({ declaredSeconds, givenMs, limitMs }) => {
    const { session, clock, spawner } = await fakeSession();
    const started = spawner.next();
    const action = session.runTask(
      step({ ...anything, ...(declaredSeconds !== undefined && { timeout: declaredSeconds }) }),
      {},
      { timeLimitMs: givenMs },
    );
    const process = await started;
    await clock.advance(limitMs - 1);
    expect(process.over).toBe(false);
    await clock.advance(1);
    expect(await action).toMatchObject({ state: 'timeout', reason: { kind: 'timeout', timeLimitMs: limitMs } });
  },
);

test('the time limit of a caller holds for entering and exiting, too: an exit has 300 s at most', async () => {
  const { session, clock, spawner } = await fakeSession();
  const entering = spawner.next();
  const entered = session.enterEnvironment(environment('E', { onEnter: anything, onExit: anything }), {
    timeLimitMs: 2000,
  });
  await entering;
  await clock.advance(2000);
  expect(await entered).toMatchObject({ state: 'timeout', reason: { timeLimitMs: 2000 } });
  const exiting = spawner.next();
  const exited = session.exitEnvironment(entered.environmentId, { timeLimitMs: 3000 });
  await exiting;
  await clock.advance(3000);
  expect(await exited).toMatchObject({ state: 'timeout', reason: { timeLimitMs: 3000 } });
});

test.each([
  ['onEnter', undefined],
  ['onRun', undefined],
  ['onExit', 300_000],
] as const)('52: without a declared timeout, %s has the limit %s ms', async (place, limitMs) => {
  const { session, clock, spawner } = await fakeSession();
  const start = async () => {
    if (place === 'onRun') return session.runTask(step(anything));
    if (place === 'onEnter') return session.enterEnvironment(environment('E', { onEnter: anything }));
    const entering = session.enterEnvironment(environment('E', { onExit: anything }));
    await entering;
    return session.exitEnvironment(entering.environmentId);
  };
  const started = spawner.next();
  const starting = start();
  const process = await started;
  await clock.advance((limitMs ?? 3_600_000 * 24 * 365) - 1);
  expect(process.over).toBe(false);
  if (limitMs === undefined) process.end();
  else await clock.advance(1);
  // The handle is a promise itself: what is awaited is the result.
  expect((await starting).state).toBe(limitMs === undefined ? 'success' : 'timeout');
});

test('a real process is ended by its timeout', async () => {
  const session = await realSession();
  expect(await session.runTask(step(sh('sleep 1000', { timeout: 1 })))).toMatchObject({
    state: 'timeout',
    signal: 'SIGKILL',
  });
});

test('a process that is over in time leaves no timer behind', async () => {
  const { session, clock, spawner } = await fakeSession();
  spawner.behave((process) => process.end());
  await session.runTask(step({ ...anything, timeout: 60 }));
  expect(clock.pending).toBe(0);
});
