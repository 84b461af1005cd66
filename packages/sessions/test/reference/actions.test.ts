// The behaviours of the reference implementation's sessions, numbered as in its list: 11 to 27.
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ActionState } from '@ojd/sessions';
import { fakeSession, outputOf, realSession } from '../session/harness.ts';
import { environment, sh, step } from '../session/templates.ts';

test('11: a task that succeeds leaves the session ready', async () => {
  const session = await realSession();
  expect(await session.runTask(step(sh('true')))).toMatchObject({ state: 'success' });
  expect(session.state).toBe('ready');
});

test('12: exit code 1 is a failure and leaves only exits', async () => {
  const session = await realSession();
  expect(await session.runTask(step(sh('exit 1')))).toMatchObject({ state: 'failed', exitCode: 1 });
  expect(session.state).toBe('readyEnding');
});

test('13: embedded files that cannot be written are a failure without an exit code', async () => {
  const session = await realSession({ retainWorkingDir: true });
  await rm(session.workingDirectory, { recursive: true });
  const result = await session.runTask(step(sh('true'), { embeddedFiles: [{ name: 'file', data: 'x' }] }));
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'setup' } });
  expect(result.exitCode).toBeUndefined();
});

test('14: an unknown command is a failure that names the command', async () => {
  const session = await realSession();
  const result = await session.runTask(step({ command: '/no/such/command' }));
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'could-not-start', code: 'ENOENT' } });
  expect(result.message).toContain('/no/such/command');
});

test('15: a second action while one runs is refused at once, and the first goes on', async () => {
  const { session, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ command: 'render' }));
  expect(() => session.runTask(step({ command: 'render' }))).toThrow(expect.objectContaining({ code: 'session-busy' }));
  expect(() => session.enterEnvironment(environment('E'))).toThrow(/run-1 is running/);
  expect(session.state).toBe('running');
  (await started).end();
  expect((await action).state).toBe('success');
});

test('16: a task after a failure is refused', async () => {
  const session = await realSession();
  await session.runTask(step(sh('exit 1')));
  expect(() => session.runTask(step(sh('true')))).toThrow(expect.objectContaining({ code: 'session-ending' }));
  expect(() => session.enterEnvironment(environment('E'))).toThrow(/only takes exitEnvironment/);
  expect(session.state).toBe('readyEnding');
});

test('17: there is no status before the first action', async () => {
  const session = await realSession();
  expect(session.actionStatus).toBeUndefined();
});

test('18: running is reported before the end, for every action, however fast it is over', async () => {
  const { session, spawner } = await fakeSession();
  spawner.behave((process) => process.end());
  for (let index = 0; index < 50; index += 1) {
    const action = session.runTask(step({ command: 'true' }));
    expect(action.status.state).toBe('running');
    const types: string[] = [];
    for await (const event of action) types.push(event.type);
    expect([types[0], types.at(-1)]).toEqual(['started', 'ended']);
  }
});

test('19: progress is in the status when its event arrives', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('echo "openjd_progress: 25"; echo "openjd_progress: 50"')));
  const seen: [number, number | undefined][] = [];
  action.events$.subscribe((event) => {
    if (event.type === 'progress') seen.push([event.progress, session.actionStatus?.progress]);
  });
  await action;
  expect(seen).toEqual([
    [25, 25],
    [50, 50],
  ]);
});

test('20: each action starts with a fresh status', async () => {
  const session = await realSession();
  await session.runTask(step(sh('echo "openjd_progress: 25"; echo "openjd_status: busy"')));
  expect(session.actionStatus).toMatchObject({ progress: 25, statusMessage: 'busy' });
  const action = session.runTask(step(sh('true')));
  expect(session.actionStatus).toEqual({ state: 'running' });
  await action;
});

test('21: an environment without onEnter is a success without an exit code or a process', async () => {
  const { session, spawner } = await fakeSession();
  const entering = session.enterEnvironment(environment('E'));
  const result = await entering;
  expect(result).toMatchObject({ state: 'success', reason: { kind: 'nothing-to-run' } });
  expect(result.exitCode).toBeUndefined();
  expect(await session.exitEnvironment(entering.environmentId)).toMatchObject({ state: 'success' });
  expect(spawner.processes).toHaveLength(0);
});

test('22: an id that is entered already is refused', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E'), { environmentId: 'mine' });
  expect(() => session.enterEnvironment(environment('F'), { environmentId: 'mine' })).toThrow(
    expect.objectContaining({ code: 'duplicate-environment' }),
  );
  expect(session.environmentsEntered).toEqual(['mine']);
  expect(session.state).toBe('ready');
});

test('23: exiting out of order is refused', async () => {
  const session = await realSession();
  for (const id of ['outer', 'inner']) await session.enterEnvironment(environment(id), { environmentId: id });
  expect(() => session.exitEnvironment('outer')).toThrow(/"inner" comes before "outer"/);
  expect(session.state).toBe('ready');
});

test('24: exiting an unknown id is refused, and the message lists what is entered', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E'), { environmentId: 'known' });
  expect(() => session.exitEnvironment('unknown')).toThrow(/"unknown".*"known"/);
});

test('25: after an exit the session is ending', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(environment('E'));
  await entering;
  await session.exitEnvironment(entering.environmentId);
  expect(session.state).toBe('readyEnding');
});

test('26: unless it is to be kept running', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(environment('E'));
  await entering;
  await session.exitEnvironment(entering.environmentId, { keepSessionRunning: true });
  expect(session.state).toBe('ready');
  expect((await session.runTask(step(sh('true')))).state).toBe('success');
});

test('26: keeping it running does not revive a session in which something failed', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(environment('E'));
  await entering;
  await session.runTask(step(sh('exit 1')));
  await session.exitEnvironment(entering.environmentId, { keepSessionRunning: true });
  expect(session.state).toBe('readyEnding');
});

test('27: an environment that failed to enter is exited', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(environment('E', { onEnter: sh('exit 4'), onExit: sh('echo exiting') }));
  expect(await entering).toMatchObject({ state: 'failed', exitCode: 4 });
  expect(session.environmentsEntered).toEqual([entering.environmentId]);
  expect(await outputOf(session.exitEnvironment(entering.environmentId))).toEqual(['exiting']);
  expect(session.environmentsEntered).toEqual([]);
});

test('the next action may be started in the handler of the end of the last one', async () => {
  const session = await realSession();
  const states: ActionState[] = [];
  const finished = new Promise<void>((resolve) => {
    const run = (left: number): void => {
      session.runTask(step(sh('true'))).events$.subscribe((event) => {
        if (event.type !== 'ended') return;
        states.push(event.result.state);
        if (left > 1) run(left - 1);
        else resolve();
      });
    };
    run(3);
  });
  await finished;
  expect(states).toEqual(['success', 'success', 'success']);
});
