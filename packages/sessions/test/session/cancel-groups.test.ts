// What a cancel does to the members of a process group that outlive its leader: `sh -c 'render & wait'`.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { platformRules, type ActionHandle, type SpawnPort } from '@ojd/sessions';
import { FakeSpawner } from '@ojd/sessions/testing';
import { fakeSession, outputOf, realSession, runs } from './harness.ts';
import { notify, sh, step } from './templates.ts';

const render = { command: 'render', ...notify(20) };

/** Cancels once the action has printed a line that begins with this, and gives what it says behind that. */
async function cancelWhenPrinted(action: ActionHandle, beginning: string): Promise<string> {
  for await (const event of action) {
    if (event.type !== 'log' || !event.text.startsWith(beginning)) continue;
    action.cancel();
    return event.text.slice(beginning.length).trim();
  }
  throw new Error(`The action has never printed ${beginning}.`);
}

test('members that outlive a leader that died of the notification are told, and killed when the period is over', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).keepGroup(() => {});
  const beganAtMs = clock.now();
  action.cancel();
  await clock.advance(19_999);
  expect(process.over).toBe(true);
  expect(action.status).toMatchObject({ state: 'canceling' });
  expect(() => session.runTask(step(render))).toThrow(expect.objectContaining({ code: 'session-busy' }));
  expect(process.groupRemains()).toBe(true);
  await clock.advance(1);
  const result = await action;
  expect(result).toMatchObject({
    state: 'canceled',
    signal: 'SIGTERM',
    reason: { kind: 'canceled', by: 'caller' },
    endedAtMs: beganAtMs + 20_000,
    usage: { wallMs: 0 },
    cancel: {
      method: 'NOTIFY_THEN_TERMINATE',
      notifyPeriodMs: 20_000,
      signals: [
        { signal: 'SIGTERM', target: 'leader', atMs: beganAtMs },
        { signal: 'SIGTERM', target: 'group', atMs: beganAtMs },
        { signal: 'SIGKILL', target: 'group', atMs: beganAtMs + 20_000, delivered: true },
      ],
    },
  });
  expect(clock.pending).toBe(0);
});

test('the action ends as soon as the last member does, with all that they printed', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).keepGroup(() => {
    clock.after(3_000, () => process.print('saved the scene\n').endGroup());
  });
  action.cancel();
  await clock.advance(3_000);
  expect(await outputOf(action)).toEqual(['saved the scene']);
  expect((await action).durationMs).toBe(3_000);
  expect(process.signals).not.toContainEqual(expect.objectContaining({ signal: 'SIGKILL' }));
  expect(clock.pending).toBe(0);
});

test('members that do not hold the output are found to be gone a quarter of a second later at most', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).keepGroup(() => {});
  action.cancel();
  await clock.advance(3_000);
  process.closeOutput();
  expect(action.status.state).toBe('canceling');
  process.endGroup();
  await clock.advance(250);
  expect((await action).durationMs).toBeLessThanOrEqual(3_250);
});

test('a leader that exits by itself may have told them: they keep the period without another signal', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).trap(() => process.end(5)).keepGroup(() => {});
  action.cancel();
  await clock.advance(20_000);
  expect(await action).toMatchObject({ state: 'canceled', exitCode: 5 });
  expect(process.signals).toEqual([
    { target: 'leader', signal: 'SIGTERM' },
    { target: 'group', signal: 'SIGKILL' },
  ]);
});

test('a later cancel with a shorter limit rewrites the file and signals the group again; it never prolongs', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).keepGroup(() => {});
  action.cancel();
  await clock.advance(1_000);
  action.cancel({ timeLimitMs: 60_000 });
  expect(process.signals).toHaveLength(2);
  action.cancel({ timeLimitMs: 2_000, markFailed: true });
  expect(process.signals.slice(2)).toEqual([{ target: 'group', signal: 'SIGTERM' }]);
  expect(JSON.parse(await readFile(path.join(session.workingDirectory, 'cancel_info.json'), 'utf8'))).toEqual({
    NotifyEnd: '2024-01-01T00:00:03Z',
  });
  await clock.advance(2_000);
  expect(await action).toMatchObject({ state: 'failed', durationMs: 3_000, cancel: { notifyPeriodMs: 3_000 } });
});

test('a later cancel with a limit of 0 kills the group at once', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).keepGroup(() => {});
  action.cancel();
  await clock.advance(1_000);
  action.cancel({ timeLimitMs: 0 });
  expect((await action).durationMs).toBe(1_000);
  expect(process.signals.at(-1)).toEqual({ target: 'group', signal: 'SIGKILL' });
  expect(clock.pending).toBe(0);
});

test('a time limit gives members of the group the same period, and the result is a timeout', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ ...render, timeout: 60 }));
  (await started).keepGroup(() => {});
  await clock.advance(60_000 + 20_000);
  expect(await action).toMatchObject({
    state: 'timeout',
    reason: { kind: 'timeout', timeLimitMs: 60_000 },
    durationMs: 80_000,
  });
});

test('the deadline of a shutdown ends the period of the group', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step(render));
  (await started).keepGroup(() => {});
  action.cancel();
  await clock.advance(1_000);
  const report = session.shutdown({ deadlineMs: 4_000 });
  await clock.advance(4_000);
  expect((await action).durationMs).toBe(5_000);
  expect((await report).ok).toBe(true);
});

test('TERMINATE kills leader and members at once', async () => {
  const { session, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ command: 'render' }));
  const process = (await started).keepGroup(() => {});
  action.cancel();
  expect((await action).durationMs).toBe(0);
  expect(process.groupRemains()).toBe(false);
});

test('on Windows, CTRL_BREAK has reached the whole group: it is not sent to what is left of it', async () => {
  const { session, clock, spawner } = await fakeSession({
    ports: { platform: { ...platformRules('win32'), pathFormat: 'POSIX' } },
  });
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).trap(() => process.end(1)).keepGroup(() => {});
  action.cancel();
  await clock.advance(1_000);
  action.cancel({ timeLimitMs: 1_000 });
  await clock.advance(1_000);
  const { cancel } = await action;
  expect(cancel?.degraded).toBeUndefined();
  expect(cancel?.signals.map(({ signal, target }) => `${signal} ${target}`)).toEqual([
    'CTRL_BREAK leader',
    'TERMINATE_TREE group',
  ]);
});

test('where nothing is known of a group without its leader, it is killed with the end of the leader', async () => {
  const spawner = new FakeSpawner();
  const spawn: SpawnPort = {
    name: 'unknowing',
    async spawn(request) {
      const process = await spawner.spawn(request);
      const { pid, output, exit } = process;
      return { pid, output, exit, signal: (target, signal) => process.signal(target, signal) };
    },
  };
  const { session } = await fakeSession({ ports: { spawn } });
  const started = spawner.next();
  const action = session.runTask(step(render));
  const process = (await started).keepGroup(() => {});
  action.cancel();
  expect((await action).durationMs).toBe(0);
  expect(process.signals.at(-1)).toEqual({ target: 'group', signal: 'SIGKILL' });
});

test.each([
  ['that a shell waits for', '& wait'],
  ['that runs in the foreground of a shell', '; exit'],
])('a real process %s uses 1 s of its period of 20 s after the shell has died of the notification', async (_, how) => {
  const session = await realSession();
  const child = `/bin/sh -c 'trap "sleep 1; echo saved; exit 0" TERM; echo child $$; while :; do sleep 0.05; done'`;
  const action = session.runTask(step(sh(`${child} ${how}`, notify(20))));
  const pid = Number(await cancelWhenPrinted(action, 'child'));
  const lines = await outputOf(action);
  expect(lines.at(-1)).toBe('saved');
  const result = await action;
  expect(result).toMatchObject({ state: 'canceled', signal: 'SIGTERM', cancel: { notifyPeriodMs: 20_000 } });
  expect(result.cancel?.signals.map(({ signal, target }) => `${signal} ${target}`)).toEqual([
    'SIGTERM leader',
    'SIGTERM group',
  ]);
  expect(result.durationMs).toBeGreaterThan(1_000);
  expect(result.durationMs).toBeLessThan(10_000);
  expect(runs(pid)).toBe(false);
});

test('a real process that ignores the notification is killed at the end of the period, also without its leader', async () => {
  const session = await realSession();
  const action = session.runTask(
    step(sh("trap 'exit 5' TERM; (trap '' TERM; exec sleep 1000) & echo child $!; wait", notify(1))),
  );
  const pid = Number(await cancelWhenPrinted(action, 'child'));
  const canceledAtMs = Date.now();
  expect(await action).toMatchObject({ state: 'canceled', exitCode: 5, cancel: { notifyPeriodMs: 1_000 } });
  expect(Date.now() - canceledAtMs).toBeGreaterThan(900);
  await expect.poll(() => runs(pid)).toBe(false);
});

test('real processes that hand over to younger ones, none of which is old, keep the period', async () => {
  const session = await realSession();
  const next = `[ "$1" -gt 0 ] || { echo last; exit; }; sleep 0.1; /bin/sh chain.sh $(($1 - 1)) &`;
  const chain = `printf '%s\n' '${next}' >chain.sh; (trap '' TERM; echo started; exec /bin/sh chain.sh 20) & wait`;
  const action = session.runTask(step(sh(chain, notify(20))));
  await cancelWhenPrinted(action, 'started');
  expect(await outputOf(action)).toEqual(['started', 'last']);
  expect(await action).toMatchObject({ state: 'canceled', signal: 'SIGTERM' });
  expect((await action).durationMs).toBeLessThan(15_000);
});

const PERL = '/usr/bin/perl';
test.runIf(process.platform === 'linux' && existsSync(PERL))(
  'a member that has ended, and that nobody waits for, holds nobody up',
  async () => {
    const session = await realSession();
    // A member's parent has left the group, and never asks how its child in it has ended: so the group never becomes empty for the kernel.
    const script =
      'my $group = getpgrp(); if (fork() == 0) { setpgrp(0, 0); if (fork() == 0) { setpgrp(0, $group); exit 0; } sleep 1; $| = 1; print "left\\n"; close STDOUT; close STDERR; sleep 1000; }';
    const action = session.runTask(
      step({ command: '/bin/sh', args: ['-c', `${PERL} -e "$0"; sleep 1000`, script], ...notify(60) }),
    );
    await cancelWhenPrinted(action, 'left');
    const canceledAtMs = Date.now();
    expect(await action).toMatchObject({ state: 'canceled', signal: 'SIGTERM' });
    expect(Date.now() - canceledAtMs).toBeLessThan(20_000);
  },
);
