import { getEventListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeSession, realSession } from './harness.ts';
import { environment, sh, step } from './templates.ts';

const exitsBy = (name: string) => environment(name, { onExit: { command: `exit-${name}` } });

test('closing while a task runs cancels it by its method, then exits in reverse order', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['outer', 'inner']) await session.enterEnvironment(exitsBy(name));
  const started = spawner.next();
  const action = session.runTask(
    step({ command: 'render', cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 20 } }),
  );
  const process = (await started).trap(() => {});
  spawner.behave((exit) => exit.end());
  const closing = session.close();
  await clock.advance(20_000);
  const report = await closing;
  expect(process.signals.map(({ signal }) => signal)).toEqual(['SIGTERM', 'SIGKILL']);
  expect(await action).toMatchObject({ state: 'canceled', reason: { kind: 'canceled', by: 'close' } });
  expect(spawner.processes.map(({ request }) => request.command)).toEqual(['render', 'exit-inner', 'exit-outer']);
  expect(report).toMatchObject({
    ok: true,
    canceledAction: { actionId: action.id },
    exits: [{ name: 'inner' }, { name: 'outer' }],
  });
});

test('closing waits for an exit that runs, and does not cancel it', async () => {
  const { session, spawner } = await fakeSession();
  const entering = session.enterEnvironment(exitsBy('E'));
  await entering;
  const started = spawner.next();
  const exiting = session.exitEnvironment(entering.environmentId);
  const process = await started;
  const closing = session.close();
  process.end();
  expect((await exiting).state).toBe('success');
  expect(await closing).toMatchObject({ ok: true, exits: [] });
  expect(process.signals).toEqual([]);
});

test('a shutdown gives the running action half of the deadline and the exits the rest', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['outer', 'inner']) await session.enterEnvironment(exitsBy(name));
  const started = spawner.next();
  const action = session.runTask(step({ command: 'render', cancelation: { mode: 'NOTIFY_THEN_TERMINATE' } }));
  (await started).trap(() => {});
  const closing = session.shutdown({ deadlineMs: 60_000, reason: 'spot instance' });
  const innerExit = spawner.next();
  await clock.advance(30_000);
  expect(await action).toMatchObject({
    state: 'canceled',
    reason: { reason: 'spot instance' },
    cancel: { notifyPeriodMs: 30_000 },
  });
  (await innerExit).trap(() => {});
  await clock.advance(30_000);
  const report = await closing;
  expect(report.exits).toMatchObject([{ name: 'inner', state: 'canceled', reason: { by: 'close' } }]);
  expect(report.notExited).toEqual([
    { environmentId: 'env-1', name: 'outer', reason: 'the deadline of the shutdown had passed' },
  ]);
  expect(report.ok).toBe(false);
  expect(existsSync(session.workingDirectory)).toBe(false);
  expect(clock.pending).toBe(0);
});

test('a failing exit does not stop the others', async () => {
  const { session, spawner } = await fakeSession();
  for (const name of ['a', 'b', 'c']) await session.enterEnvironment(exitsBy(name));
  spawner.behave((process) => process.end(process.request.command === 'exit-b' ? 9 : 0));
  const report = await session.close();
  expect(report.exits.map(({ name, state }) => `${name} ${state}`)).toEqual(['c success', 'b failed', 'a success']);
  expect(report).toMatchObject({ ok: false, notExited: [] });
});

test('an aborted session signal cancels the task but never the exits', async () => {
  const controller = new AbortController();
  const session = await realSession({ signal: controller.signal });
  await session.enterEnvironment(environment('E', { onExit: sh('sleep 0.3; echo done > ../exited') })).orThrow();
  const action = session.runTask(step(sh('sleep 1000')));
  controller.abort(new Error('Ctrl-C'));
  expect(await action).toMatchObject({
    state: 'canceled',
    reason: { kind: 'canceled', by: 'session-signal', reason: 'Ctrl-C' },
  });
  const report = await session.close();
  expect(report.exits).toMatchObject([{ state: 'success', exitCode: 0 }]);
});

test('after the abort of the session signal, a new action ends canceled without a process', async () => {
  const { session, spawner } = await fakeSession({ signal: AbortSignal.abort() });
  expect(await session.runTask(step({ command: 'x' }))).toMatchObject({
    state: 'canceled',
    reason: { by: 'session-signal' },
  });
  expect(spawner.processes).toHaveLength(0);
});

test('a session that is being closed takes no more actions', async () => {
  const { session } = await fakeSession();
  const closing = session.close();
  expect(() => session.runTask(step({ command: 'x' }))).toThrow(expect.objectContaining({ code: 'session-ended' }));
  await closing;
  expect(() => session.runTask(step({ command: 'x' }))).toThrow(/has ended/);
  expect(session.state).toBe('ended');
});

test('one signal may serve many sessions and actions: no warning, and no listener stays behind', async () => {
  const { signal } = new AbortController();
  const sessions = await Promise.all(Array.from({ length: 20 }, () => fakeSession({ signal })));
  for (const { session, spawner } of sessions) {
    spawner.behave((process) => process.end());
    for (let index = 0; index < 3; index += 1) await session.runTask(step({ command: 'x' }), {}, { signal });
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(20);
  for (const { session } of sessions) await session.close();
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
