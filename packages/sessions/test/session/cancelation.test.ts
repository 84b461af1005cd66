// Numbers are those of the reference implementation's behaviours, as in ../reference.
import { readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { platformRules, type SpawnPort } from '@ojd/sessions';
import { FakeSpawner } from '@ojd/sessions/testing';
import { fakeSession, outputOf, realSession, runs, temporaryFolder } from './harness.ts';
import { environment, notify, sh, step } from './templates.ts';

const anything = { command: 'render' };

async function notifyEnd(workingDirectory: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(workingDirectory, 'cancel_info.json'), 'utf8'));
}

test('without a declared method, the process group is killed at once', async () => {
  const { session, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(anything));
  const process = await started;
  action.cancel();
  expect(session.state).toBe('canceling');
  expect(process.signals).toEqual([{ target: 'group', signal: 'SIGKILL' }]);
  expect(await action).toMatchObject({
    state: 'canceled',
    signal: 'SIGKILL',
    reason: { kind: 'canceled', by: 'caller' },
  });
  expect(session.state).toBe('readyEnding');
});

test('46: a process that uses 15 s of its notify period of 20 s keeps its exit code and its last lines', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(20) }));
  const process = (await started).trap(() => {
    clock.after(15_000, () => process.print('saved the scene\n').end(7));
  });
  action.cancel({ reason: 'priority' });
  await clock.advance(15_000);
  expect(await outputOf(action)).toEqual(['saved the scene']);
  const result = await action;
  expect(result).toMatchObject({
    state: 'canceled',
    exitCode: 7,
    reason: { kind: 'canceled', by: 'caller', reason: 'priority' },
  });
  expect(result.cancel).toMatchObject({
    method: 'NOTIFY_THEN_TERMINATE',
    notifyPeriodMs: 20_000,
    signals: [{ signal: 'SIGTERM', target: 'leader' }],
  });
  expect(process.signals.filter(({ signal }) => signal === 'SIGKILL')).toHaveLength(1); // only the sweep of what is left of its group
  expect(clock.pending).toBe(0);
});

test('46: a real process uses 2 s of its notify period of 20 s and keeps its exit code and its last lines', async () => {
  const session = await realSession();
  const action = session.runTask(
    step(sh("trap 'sleep 2; echo saved; exit 7' TERM; echo ready; while :; do sleep 0.05; done", notify(20))),
  );
  action.events$.subscribe((event) => {
    if (event.type === 'log' && event.text === 'ready') action.cancel();
  });
  expect(await outputOf(action)).toEqual(['ready', 'saved']);
  const result = await action;
  expect(result).toMatchObject({ state: 'canceled', exitCode: 7 });
  expect(result.durationMs).toBeGreaterThan(1_900);
});

test('47: a process that ignores the notification is killed when its period is over, and not before', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(20) }));
  const process = (await started).trap(() => {});
  action.cancel();
  await clock.advance(19_999);
  expect(process.over).toBe(false);
  await clock.advance(1);
  expect(await action).toMatchObject({
    state: 'canceled',
    signal: 'SIGKILL',
    cancel: {
      signals: [
        { signal: 'SIGTERM', target: 'leader' },
        { signal: 'SIGKILL', target: 'group' },
      ],
    },
  });
});

test.each([
  ['a task', 120],
  ['an environment', 30],
])('the default notify period of %s is %d s', async (what, seconds) => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action =
    what === 'a task'
      ? session.runTask(step({ ...anything, ...notify() }))
      : session.enterEnvironment(environment('E', { onEnter: { ...anything, ...notify() } }));
  const process = (await started).trap(() => {});
  action.cancel();
  await clock.advance(seconds * 1000 - 1);
  expect(process.over).toBe(false);
  await clock.advance(1);
  expect((await action).cancel?.notifyPeriodMs).toBe(seconds * 1000);
});

test('cancel_info.json is there before the signal and says when the period ends', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(20) }));
  const process = await started;
  const told = new Promise((resolve) => {
    process.trap(({ signal }) => {
      if (signal === 'SIGTERM') resolve(notifyEnd(session.workingDirectory));
    });
  });
  action.cancel();
  expect(await told).toEqual({ NotifyEnd: new Date(clock.now() + 20_000).toISOString().replace('.000Z', 'Z') });
  process.end();
  await action;
});

test('48: a later cancel shortens the period, rewrites the file and signals again; it never prolongs', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(100) }));
  const process = (await started).trap(() => {});
  action.cancel();
  await clock.advance(10_000);
  action.cancel({ timeLimitMs: 500_000 });
  expect(process.signals).toHaveLength(1);
  action.cancel({ timeLimitMs: 5_000 });
  expect(process.signals).toHaveLength(2);
  expect(await notifyEnd(session.workingDirectory)).toEqual({ NotifyEnd: '2024-01-01T00:00:15Z' });
  action.cancel();
  action.cancel({ timeLimitMs: 60_000 });
  expect(process.signals).toHaveLength(2);
  await clock.advance(5_000);
  expect((await action).cancel).toMatchObject({ notifyPeriodMs: 15_000 });
});

test('49: a time limit caps the declared period, and a longer one does not prolong it', async () => {
  const { session, clock, spawner } = await fakeSession();
  for (const [timeLimitMs, period] of [
    [3_000, 3_000],
    [90_000, 20_000],
  ] as const) {
    const started = spawner.next();
    // A failed action ends the session for tasks: each gets its own.
    const own = timeLimitMs === 3_000 ? session : (await fakeSession({ ports: { spawn: spawner, clock } })).session;
    const action = own.runTask(step({ ...anything, ...notify(20) }));
    (await started).trap(() => {});
    action.cancel({ timeLimitMs });
    await clock.advance(period);
    expect((await action).cancel?.notifyPeriodMs).toBe(period);
  }
});

test('a time limit of 0 still writes the file and notifies, then kills at once', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(20) }));
  const process = (await started).trap(() => {});
  action.cancel({ timeLimitMs: 0 });
  expect(process.signals.map(({ signal }) => signal)).toEqual(['SIGTERM', 'SIGKILL']);
  expect(await notifyEnd(session.workingDirectory)).toEqual({
    NotifyEnd: new Date(clock.now()).toISOString().replace('.000Z', 'Z'),
  });
  await action;
});

test('a cancel before the process exists keeps it from being started', async () => {
  const { session, spawner } = await fakeSession();
  const action = session.runTask(step(anything));
  action.cancel();
  const result = await action;
  expect(result).toMatchObject({
    state: 'canceled',
    reason: { kind: 'canceled', by: 'caller' },
    cancel: { signals: [] },
  });
  expect(result.exitCode).toBeUndefined();
  expect(spawner.processes).toHaveLength(0);
});

test('an AbortSignal that was aborted before cancels the action, and the session stays usable for exits', async () => {
  const { session, spawner } = await fakeSession();
  const entered = session.enterEnvironment(environment('E', { onExit: anything }));
  await entered;
  expect(await session.runTask(step(anything), {}, { signal: AbortSignal.abort('stop') })).toMatchObject({
    state: 'canceled',
    reason: { kind: 'canceled', by: 'signal', reason: 'stop' },
  });
  spawner.behave((process) => process.end());
  expect(await session.exitEnvironment(entered.environmentId)).toMatchObject({ state: 'success' });
});

test('a cancel while the process is being started reaches it', async () => {
  const spawner = new FakeSpawner();
  const spawn: SpawnPort = {
    name: 'slow',
    async spawn(request) {
      const process = await spawner.spawn(request);
      session.cancel();
      return process;
    },
  };
  const { session } = await fakeSession({ ports: { spawn } });
  expect(await session.runTask(step(anything))).toMatchObject({ state: 'canceled', signal: 'SIGKILL' });
  expect(spawner.processes[0]?.signals).toEqual([{ target: 'group', signal: 'SIGKILL' }]);
});

test('a cancel gives up a process whose start takes longer than a second', async () => {
  const spawn: SpawnPort = {
    name: 'hindered',
    spawn: (_request, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(new Error('given up')));
      }),
  };
  const session = await realSession({ ports: { spawn } });
  const action = session.runTask(step(anything));
  const startedAtMs = performance.now();
  setTimeout(() => action.cancel(), 50);
  expect(await action).toMatchObject({ state: 'canceled', reason: { kind: 'canceled', by: 'caller' } });
  expect(performance.now() - startedAtMs).toBeGreaterThan(1_000);
});

test('a cancel after the end changes nothing and signals nobody', async () => {
  const { session, spawner } = await fakeSession();
  spawner.behave((process) => process.end());
  const action = session.runTask(step(anything));
  const result = await action;
  action.cancel();
  session.cancel();
  expect(await action).toBe(result);
  expect(result.state).toBe('success');
  expect(spawner.processes[0]?.signals).toEqual([]);
  expect(session.state).toBe('ready');
});

test('53: the mark as failed sticks over later cancels', async () => {
  const { session, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(anything));
  await started;
  action.cancel({ markFailed: true });
  action.cancel({ markFailed: false });
  expect(await action).toMatchObject({ state: 'failed', reason: { kind: 'canceled', by: 'caller' } });
});

test('a canceled process that exits 0 is canceled all the same', async () => {
  const { session, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(20) }));
  const process = (await started).trap(() => process.end(0));
  action.cancel();
  expect(await action).toMatchObject({ state: 'canceled', exitCode: 0 });
});

test('a cancel_info.json that cannot be written means an immediate end, and the receipt says so', async () => {
  const { session, spawner } = await fakeSession();
  await mkdir(path.join(session.workingDirectory, 'cancel_info.json'));
  await writeFile(path.join(session.workingDirectory, 'cancel_info.json', 'in the way'), '');
  const started = spawner.next();
  const action = session.runTask(step({ ...anything, ...notify(20) }));
  const process = (await started).trap(() => {});
  action.cancel();
  expect(process.signals.map(({ signal }) => signal)).toEqual(['SIGKILL']);
  const { cancel } = await action;
  expect(cancel).toMatchObject({ method: 'TERMINATE' });
  expect(cancel?.degraded).toContain('cancel_info.json');
  await rm(path.join(session.workingDirectory, 'cancel_info.json'), { recursive: true });
});

test.each([
  ['can be notified', true, ['CTRL_BREAK', 'TERMINATE_TREE'], 'NOTIFY_THEN_TERMINATE'],
  ['cannot be notified', false, ['CTRL_BREAK', 'TERMINATE_TREE'], 'TERMINATE'],
] as const)(
  'on Windows, a process that %s is canceled by that method, and the receipt says so',
  async (_, canBeAsked, signals, method) => {
    const spawner = new FakeSpawner();
    const spawn: SpawnPort = {
      name: 'windows',
      async spawn(request) {
        const process = await spawner.spawn(request);
        return {
          pid: process.pid,
          output: process.output,
          exit: process.exit,
          signal: (target, signal) => (signal === 'SIGTERM' ? canBeAsked : process.signal(target, signal)),
        };
      },
    };
    const sessionRoot = await temporaryFolder();
    const { session, clock } = await fakeSession({
      sessionRoot,
      ports: { spawn, platform: { ...platformRules('win32'), pathFormat: 'POSIX' } },
    });
    const started = spawner.next();
    const action = session.runTask(step({ ...anything, ...notify(20) }));
    await started;
    action.cancel();
    if (canBeAsked) await clock.advance(20_000);
    const { cancel } = await action;
    expect(cancel).toMatchObject({ method, signals: signals.map((signal) => ({ signal })) });
    expect(cancel?.degraded === undefined).toBe(canBeAsked);
  },
);

test('a cancel of the session does nothing while nothing runs', async () => {
  const { session } = await fakeSession();
  session.cancel();
  expect(session.state).toBe('ready');
});

test.runIf(process.platform === 'linux')(
  'a descendant that left the process group is ended and reported, and holds nothing up',
  async () => {
    const session = await realSession();
    const action = session.runTask(step(sh("setsid sh -c 'echo child $$; while :; do sleep 0.1; done' & wait")));
    let child = 0;
    for await (const event of action) {
      if (event.type !== 'log' || !event.text.startsWith('child')) continue;
      child = Number(event.text.split(' ')[1]);
      action.cancel();
    }
    const result = await action;
    expect(result.cancel?.escaped).toContainEqual({ pid: child, command: 'sh', ended: true });
    expect(result.durationMs).toBeLessThan(900); // less than the grace for held output
    expect(runs(child)).toBe(false);
  },
);
