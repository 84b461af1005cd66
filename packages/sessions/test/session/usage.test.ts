import { expect, test } from 'vitest';
import { fakeSession, realSession } from './harness.ts';
import { node, sh, step } from './templates.ts';

test('the result says how long the process took', async () => {
  const session = await realSession();
  const { usage, durationMs } = await session.runTask(step(sh('sleep 0.1')));
  expect(usage.wallMs).toBeGreaterThanOrEqual(90);
  expect(usage.wallMs).toBeLessThanOrEqual(durationMs);
});

test('figures that the platform gave are in the result, and those that it did not give are absent, not 0', async () => {
  const { session, spawner } = await fakeSession();
  spawner.behave((process) =>
    process.exitWith({ exitCode: 0, signal: null, usage: { userCpuMs: 20, systemCpuMs: 10, peakMemoryBytes: 4096 } }),
  );
  expect((await session.runTask(step({ command: 'x' }))).usage).toEqual({
    wallMs: 0,
    userCpuMs: 20,
    systemCpuMs: 10,
    peakMemoryBytes: 4096,
  });
  spawner.behave((process) => process.end());
  expect((await session.runTask(step({ command: 'x' }))).usage).toEqual({ wallMs: 0 });
  spawner.failNext('ENOENT');
  expect((await session.runTask(step({ command: 'x' }))).usage).toEqual({});
});

test.runIf(process.platform === 'linux')(
  'a sample has the processor time and memory of the whole process group',
  async () => {
    const session = await realSession();
    const action = session.runTask(
      step(
        sh(
          `"${process.execPath}" -e 'while (process.cpuUsage().user < 300_000); console.log("worked"); setTimeout(() => {}, 1e6)' & wait`,
        ),
      ),
    );
    for await (const event of action) if (event.type === 'log' && event.text === 'worked') break;
    const sample = await action.sampleUsage();
    expect(sample.processes).toBeGreaterThanOrEqual(2);
    expect(sample.userCpuMs).toBeGreaterThan(100);
    expect(sample.memoryBytes).toBeGreaterThan(20 * 1024 * 1024);
    action.cancel();
    await action;
    expect(await action.sampleUsage()).toEqual({
      atMs: expect.any(Number) as number,
      wallMs: expect.any(Number) as number,
    });
  },
);

test('a SIGKILL that the session did not send is called likely out of memory only where the kernel counted one more', async () => {
  let kills = 3;
  const { session, spawner } = await fakeSession({ ports: { outOfMemoryKills: () => kills } });
  spawner.behave((process) => {
    kills += 1;
    process.exitWith({ exitCode: null, signal: 'SIGKILL' });
  });
  const result = await session.runTask(step({ command: 'x' }));
  expect(result.reason).toEqual({ kind: 'signal', signal: 'SIGKILL', likelyOutOfMemory: true });
  expect(result.message).toBe('ended by signal SIGKILL, probably because the host ran out of memory');
});

test.each([[() => 3], [() => undefined]])('without such a count it is only a signal', async (outOfMemoryKills) => {
  const { session, spawner } = await fakeSession({ ports: { outOfMemoryKills } });
  spawner.behave((process) => process.exitWith({ exitCode: null, signal: 'SIGKILL' }));
  expect((await session.runTask(step({ command: 'x' }))).reason).toEqual({ kind: 'signal', signal: 'SIGKILL' });
});

test('a real process that kills itself is not out of memory', async () => {
  const session = await realSession();
  expect((await session.runTask(step(node('process.kill(process.pid, "SIGKILL")')))).reason).toEqual({
    kind: 'signal',
    signal: 'SIGKILL',
  });
});
