import { getEventListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { LosslessSink } from '@ojd/sessions';
import type { FakeProcess, FakeSpawner } from '@ojd/sessions/testing';
import { fakeSession, outputOf, realSession, runs } from './harness.ts';
import { environment, sh, step } from './templates.ts';

const exitsBy = (name: string) => environment(name, { onExit: { command: `exit-${name}` } });

/** The clock of the test does not wait for a search in the real system. */
const nobodyEscaped = { end: () => Promise.resolve([]) };

/** The clock stands still until the exit has started. */
function started(spawner: FakeSpawner, command: string): Promise<FakeProcess> {
  return vi.waitFor(() => {
    const found = spawner.processes.find(({ request }) => request.command === command);
    if (found === undefined) throw new Error(`${command} has not started`);
    return found;
  });
}

test('closing while a task runs cancels it by its method, then exits in reverse order', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['outer', 'inner']) await session.enterEnvironment(exitsBy(name));
  const rendering = spawner.next();
  const action = session.runTask(
    step({ command: 'render', cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 20 } }),
  );
  const process = (await rendering).trap(() => {});
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
  const exiting = session.exitEnvironment(entering.environmentId);
  const process = await started(spawner, 'exit-E');
  const closing = session.close();
  process.end();
  expect((await exiting).state).toBe('success');
  expect(await closing).toMatchObject({ ok: true, exits: [] });
  expect(process.signals).toEqual([]);
});

test('a shutdown gives the running action half of the deadline and the exits the rest', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['outer', 'inner']) await session.enterEnvironment(exitsBy(name));
  const action = session.runTask(step({ command: 'render', cancelation: { mode: 'NOTIFY_THEN_TERMINATE' } }));
  (await started(spawner, 'render')).trap(() => {});
  const closing = session.shutdown({ deadlineMs: 60_000, reason: 'spot instance' });
  await clock.advance(30_000);
  expect(await action).toMatchObject({
    state: 'canceled',
    reason: { reason: 'spot instance' },
    cancel: { notifyPeriodMs: 30_000 },
  });
  (await started(spawner, 'exit-inner')).trap(() => {});
  await clock.advance(15_000);
  (await started(spawner, 'exit-outer')).trap(() => {});
  await clock.advance(15_000);
  const report = await closing;
  expect(report.exits).toMatchObject([
    { name: 'inner', state: 'canceled', reason: { by: 'close' }, durationMs: 15_000 },
    { name: 'outer', state: 'canceled', reason: { by: 'close' }, durationMs: 15_000 },
  ]);
  expect(report).toMatchObject({ ok: false, notExited: [] });
  expect(existsSync(session.workingDirectory)).toBe(false);
  expect(clock.pending).toBe(0);
});

test('an exit that hangs gets its share of the deadline, and what a quick one leaves over is for the others', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['a', 'b', 'c', 'd']) await session.enterEnvironment(exitsBy(name));
  const closing = session.shutdown({ deadlineMs: 40_000 });
  const d = await started(spawner, 'exit-d');
  await clock.advance(1_000); // of its 10 s
  d.end();
  await started(spawner, 'exit-c'); // hangs
  await clock.advance(13_000); // a third of what was left
  const b = await started(spawner, 'exit-b');
  await clock.advance(12_900);
  b.end();
  const a = await started(spawner, 'exit-a');
  await clock.advance(13_099); // the rest, all but 1 ms
  a.end();
  const report = await closing;
  expect(report.exits.map(({ name, state, durationMs }) => [name, state, durationMs])).toEqual([
    ['d', 'success', 1_000],
    ['c', 'canceled', 13_000],
    ['b', 'success', 12_900],
    ['a', 'success', 13_099],
  ]);
  expect(report.notExited).toEqual([]);
  expect(clock.pending).toBe(0);
});

test('an exit that runs when the shutdown comes has its share of the deadline like those that follow', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['outer', 'inner']) await session.enterEnvironment(exitsBy(name));
  const exiting = session.exitEnvironment('env-2');
  const closing = session.shutdown({ deadlineMs: 10_000 });
  await started(spawner, 'exit-inner');
  await clock.advance(5_000);
  expect(await exiting).toMatchObject({ state: 'canceled', reason: { by: 'close' } });
  (await started(spawner, 'exit-outer')).end();
  expect(await closing).toMatchObject({ exits: [{ name: 'outer', state: 'success' }], notExited: [] });
});

test('a shutdown with a deadline hurries a close that goes on already, and never gives it more time', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const name of ['outer', 'inner']) await session.enterEnvironment(exitsBy(name));
  const closing = session.close();
  const inner = await started(spawner, 'exit-inner');
  await clock.advance(60_000);
  expect(inner.over).toBe(false);
  const hurried = session.shutdown({ deadlineMs: 20_000 });
  void session.shutdown({ deadlineMs: 50_000 });
  await clock.advance(10_000);
  expect(inner.over).toBe(true);
  await started(spawner, 'exit-outer');
  void session.shutdown({ deadlineMs: 1_000 });
  await clock.advance(1_000);
  expect((await closing).exits.map(({ name, durationMs }) => [name, durationMs])).toEqual([
    ['inner', 70_000],
    ['outer', 1_000],
  ]);
  expect(await hurried).toBe(await closing);
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

test.each([
  [
    'a sink',
    { sinks: [{ write: () => {}, full: false, whenRoom: () => {}, close: fail }] },
    'A sink could not be closed: broken',
  ],
  [
    'a search for escaped processes',
    { ports: { escapes: { end: fail } } },
    'The processes that are left could not be looked for: broken',
  ],
])('%s that throws instead of rejecting is in the report, and the session ends', async (_, options, problem) => {
  const { session } = await fakeSession(options);
  expect(await session.close()).toMatchObject({ ok: false, problems: [problem], workingDirectoryState: 'removed' });
  expect(session.state).toBe('ended');
});

test('a sink that never finishes holds up a shutdown until its deadline, and is in the report', async () => {
  const stuck = { write: () => {}, full: false, whenRoom: () => {}, close: () => new Promise<undefined>(() => {}) };
  const { session, clock } = await fakeSession({ sinks: [stuck] });
  const closing = session.shutdown({ deadlineMs: 20_000 });
  await vi.waitFor(() => expect(existsSync(session.workingDirectory)).toBe(false));
  await clock.advance(20_000);
  expect(await closing).toMatchObject({ ok: false, problems: ['A sink could not be closed: no answer for 20 s'] });
});

test('a sink that never finishes holds close() for 30 s', async () => {
  const stuck: LosslessSink = { write() {}, full: false, whenRoom() {}, close: () => new Promise(() => {}) };
  const { session, clock } = await fakeSession({ sinks: [stuck] });
  const closing = session.close();
  await clock.advance(29_999);
  expect(session.state).not.toBe('ended');
  await clock.advance(1);
  expect(await closing).toMatchObject({ ok: false, problems: ['A sink could not be closed: no answer for 30 s'] });
  expect(clock.pending).toBe(0);
});

test('a deadline that comes while a sink does not finish closing holds for it', async () => {
  const stuck: LosslessSink = { write() {}, full: false, whenRoom() {}, close: () => new Promise(() => {}) };
  const { session, clock } = await fakeSession({ sinks: [stuck] });
  const closing = session.close();
  await clock.advance(2000);
  void session.shutdown({ deadlineMs: 7000 });
  await clock.advance(6999);
  expect(session.state).not.toBe('ended');
  await clock.advance(1);
  expect((await closing).problems).toEqual(['A sink could not be closed: no answer for 9 s']);
});

test('a sink that takes no more output does not hold a canceled action beyond the time limit of its cancel', async () => {
  const full = { write: () => {}, full: true, whenRoom: () => {}, close: () => Promise.resolve(undefined) };
  const { session, clock, spawner } = await fakeSession({ sinks: [full], ports: { escapes: nobodyEscaped } });
  const rendering = spawner.next();
  const action = session.runTask(step({ command: 'render' }));
  const process = (await rendering).holdOutput();
  process.print('held back\n');
  action.cancel();
  await clock.advance(15_000);
  expect(action.status.state).toBe('canceling');
  action.cancel({ timeLimitMs: 10_000 });
  await clock.advance(9_999);
  expect(action.status.state).toBe('canceling');
  await clock.advance(1);
  expect(await action).toMatchObject({ state: 'canceled' });
  expect(await session.shutdown({ deadlineMs: 0 })).toMatchObject({ workingDirectoryState: 'removed' });
  expect(clock.pending).toBe(0);
});

test('a sink that takes no more output holds a timed out action for 30 s, and the report says that output is lost', async () => {
  const full = { write: () => {}, full: true, whenRoom: () => {}, close: () => Promise.resolve(undefined) };
  const { session, clock, spawner } = await fakeSession({ sinks: [full], ports: { escapes: nobodyEscaped } });
  const rendering = spawner.next();
  const action = session.runTask(step({ command: 'render', timeout: 5 }));
  (await rendering).holdOutput().print('held back\n');
  await clock.advance(5_000 + 29_999);
  expect(action.status.state).toBe('canceling');
  await clock.advance(1);
  expect(await action).toMatchObject({ state: 'timeout' });
  expect(await session.close()).toMatchObject({
    ok: false,
    problems: [expect.stringMatching(/sink .*took no more.* lost/) as string],
  });
});

test('a session that is closed while a slow sink is behind loses no output of a process that has ended', async () => {
  let full = true;
  const waiting: (() => void)[] = [];
  const seen: string[] = [];
  const slow: LosslessSink = {
    write: (event) => void (event.type === 'log' && event.content === 'command-output' && seen.push(event.text)),
    get full() {
      return full;
    },
    whenRoom: (resume) => void waiting.push(resume),
    close: () => Promise.resolve(undefined),
  };
  const { session, clock, spawner } = await fakeSession({ sinks: [slow] });
  const rendering = spawner.next();
  const action = session.runTask(step({ command: 'render' }));
  (await rendering).print('1\n').print('2\n').print('3\n').end();
  await vi.waitFor(() => expect(action.status.exitCode).toBe(0));
  const closing = session.close();
  await clock.advance(20_000);
  expect(seen).toEqual(['1']);
  full = false;
  for (const resume of waiting) resume();
  await action;
  expect(seen).toEqual(['1', '2', '3']);
  expect(await closing).toMatchObject({ ok: true, problems: [] });
});

test.skipIf(process.platform === 'win32')(
  'the end of a session ends a background process that cleared its environment, and the daemons of environments live until then',
  async () => {
    const session = await realSession();
    const [first] = await outputOf(
      session.runSubprocess({ command: 'sh', args: ['-c', 'env -i sleep 300 > /dev/null 2>&1 & echo $!'] }),
    );
    await session.runSubprocess({ command: 'true' }).orThrow();
    const pid = Number(first);
    expect(runs(pid)).toBe(true);
    expect(await session.close()).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(runs(pid)).toBe(false));
  },
);

function fail(): never {
  throw new Error('broken');
}
