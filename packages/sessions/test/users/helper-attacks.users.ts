// What processes of the actions user can do to the helper, which is a process of the same user: never more than to fail its own actions.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Session, SessionError, type ActionResult } from '@ojd/sessions';
import { sh, step } from '../session/templates.ts';
import { asTarget, becomeHost, USERS } from './test-users.ts';
import { closeSessionsAfterEach, eventually, processesOf, sessionRoot, target, userSession } from './user-session.ts';

const skip = becomeHost();

describe.skipIf(skip !== undefined)(`attacks on the helper${skip === undefined ? '' : `, skipped: ${skip}`}`, () => {
  closeSessionsAfterEach();
  const uid = skip === undefined ? Number(asTarget('/usr/bin/id', '-u')) : -1;
  // The attacker's own daemons, which took the marks of the session off.
  afterEach(() => {
    for (const pid of processesOf(uid).filter((other) => commandOf(other) !== '/bin/sh\0'))
      inTargetShell(`kill -KILL ${pid}`);
  });

  let targetShell: ChildProcessByStdio<Writable, null, null> | undefined;
  const inTargetShell = (command: string): void => void targetShell?.stdin.write(`${command} 2>/dev/null\n`);
  beforeAll(() => {
    targetShell = spawn('/usr/bin/sudo', ['-n', '-u', USERS.target, '/bin/sh'], {
      cwd: '/',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  });
  afterAll(async () => {
    const shell = targetShell;
    if (shell === undefined) return;
    // It is no process of any session, so nothing but the end of its input may end it.
    expect([shell.exitCode, shell.signalCode]).toEqual([null, null]);
    const ended = once(shell, 'close');
    shell.stdin.end();
    await ended;
  });

  /** Starts a daemon that carries no mark of the session. */
  const daemon = (script: string): string =>
    `env -i PATH=/usr/bin:/bin setsid sh -c '${script.replaceAll("'", `'"'"'`)}' >/dev/null 2>&1 </dev/null &`;

  test('who takes the orders out of the helper’s pipe fails an action, and nothing hangs', async () => {
    const session = await userSession();
    const { starter } = await helperOf(session, uid);
    // Many readers of one pipe: the shell that waits for its turn is one of them.
    const thieves = `for i in 1 2 3 4 5 6 7 8 9 10 11 12; do cat /proc/${starter}/fd/0 & done; wait`;
    await session.runTask(step(sh(`${daemon(thieves)} sleep 0.3`))).orThrow();
    let result: ActionResult | undefined;
    for (let attempt = 0; attempt < 50 && session.state === 'ready'; attempt++)
      result = await session.runTask(step(sh('true')));
    expect(result).toMatchObject({ state: 'failed' });
    expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed' });
  }, 90_000);

  test('who keeps the helper busy fails the next action, and nothing hangs', async () => {
    const session = await userSession();
    await session.runTask(step(sh(await plant(session, uid, 'sleep 75')))).orThrow();
    const result = await session.runTask(step(sh('true')));
    expect(result.message).toContain('it did not say that the action has begun');
    expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed' });
    await eventually(() => !processesOf(uid).some((pid) => commandOf(pid).includes('75')), 'the intruder to be ended');
  }, 60_000);

  test('who keeps the helper busy keeps no cancel waiting', async () => {
    const session = await userSession();
    await session.runTask(step(sh(await plant(session, uid, 'sleep 78')))).orThrow();
    const action = session.runTask(step(sh('true')));
    await delay(300);
    const canceledAtMs = performance.now();
    action.cancel();
    expect(await action).toMatchObject({ state: 'canceled', reason: { kind: 'canceled', by: 'caller' } });
    expect(performance.now() - canceledAtMs).toBeLessThan(8_000);
    expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed' });
    await eventually(() => !processesOf(uid).some((pid) => commandOf(pid).includes('78')), 'the intruder to be ended');
  }, 60_000);

  test('who stops whatever the helper starts keeps no session from closing', async () => {
    const session = await userSession();
    const { reader } = await helperOf(session, uid);
    const stopper = [
      `while [ -d /proc/${reader} ]; do`,
      `  kids=; read -r kids </proc/${reader}/task/${reader}/children`,
      // Not who searches itself, but what it starts for it: so that somebody always seems to be at work.
      '  for kid in $kids; do all=; read -r all </proc/$kid/task/$kid/children; [ -z "$all" ] || kill -STOP $all; done',
      'done',
    ].join('\n');
    await session.runTask(step(sh(daemon(stopper)))).orThrow();
    await delay(300);
    const startedAtMs = performance.now();
    const report = await session.close();
    expect(performance.now() - startedAtMs).toBeLessThan(60_000);
    expect(report.problems.join()).toMatch(/did not get done what it was told to do|could not be looked for/);
    expect(report.workingDirectoryState).toBe('removed');
  }, 120_000);

  test('who speaks in the place of the helper can lie about its own actions, and reach nobody else', async () => {
    const session = await userSession();
    // It keeps the channel, and lies about whatever action writes its name.
    const lies = ['started $name 1', 'started $name 0', 'started $name -1', 'done 1 1 0 -1 x', 'refused $name X Y'];
    const liar = [
      '( while ! [ -s name ]; do sleep 0.01; done; read -r name <name',
      `say() { printf "%s\\n" "${keyOf(session)} $*" >&3; }`,
      ...lies.map((lie) => `say ${lie}`),
      'say ready 1 root 1; say; for turn in 1 2 3 4 5 6 7 8 9; do say ended $turn code 0; done ) 2>/dev/null &',
    ].join('\n');
    await session.runTask(step(sh(await plant(session, uid, liar)))).orThrow();
    const action = session.runTask(
      step(sh('path=$(readlink /proc/$$/fd/1); path=${path% (deleted)}; echo "${path##*/}" > name; exec sleep 76')),
    );
    // It believed the lie about the end of its own action, which goes on; no signal went anywhere for it.
    const result = await action;
    expect(result).toMatchObject({ state: 'success', exitCode: 0 });
    expect(result.durationMs).toBeLessThan(20_000);
    expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed' });
    await eventually(() => !processesOf(uid).some((pid) => commandOf(pid).includes('76')), 'the action to be ended');
    expect(process.kill(process.pid, 0)).toBe(true);
  }, 90_000);

  test('killed while a session opens: it is refused or works, and nothing is left', async () => {
    for (let round = 0; round < 40; round++) {
      const root = sessionRoot();
      const opening = Session.create({ user: target, sessionRoot: root });
      const attack = delay((round % 20) * 5).then(() =>
        inTargetShell(String.raw`pkill -KILL -U ${uid} -f 'helper\\?\.sh'`),
      );
      const opened: unknown = await opening.catch((error: unknown) => error);
      if (opened instanceof Session) {
        await opened.runTask(step(sh('true')));
        await opened.close();
      }
      await attack;
      expect([Session, SessionError].some((kind) => opened instanceof kind) ? 'as promised' : opened).toBe(
        'as promised',
      );
      await eventually(
        () => !processesOf(uid).some((pid) => /(helper|turn)\.sh/.test(commandOf(pid))),
        `round ${round}: no process of the helper`,
      );
      expect(readdirSync(root)).toEqual([]);
    }
  }, 120_000);

  test('killed at any moment, one of its processes or all: every action ends, and nothing of the session is left', async () => {
    for (let round = 0; round < 10; round++) {
      const root = sessionRoot();
      const session = await userSession({ sessionRoot: root });
      const results: ActionResult[] = [];
      const pids = Object.values(await helperOf(session, uid));
      const one = pids[round % 5];
      const victims = one === undefined ? pids : [one];
      setTimeout(() => inTargetShell(`kill -KILL ${victims.join(' ')}`), round * 4);
      for (let index = 0; index < 3 && session.state === 'ready'; index++)
        results.push(await session.runTask(step(sh('setsid sleep 77 & echo done'))));
      const report = await session.close();
      expect({ round, left: report.leftovers, directory: report.workingDirectoryState }).toEqual({
        round,
        left: [],
        directory: 'removed',
      });
      for (const { state, reason } of results)
        expect([state, reason.kind]).toSatisfy(
          ([ended, kind]) => ended === 'success' || kind === 'lost' || kind === 'could-not-start',
        );
      await eventually(
        () => !processesOf(uid).some((pid) => /sleep|(helper|turn)\.sh/.test(commandOf(pid))),
        `round ${round}: no process of the session`,
      );
      expect(readdirSync(root)).toEqual([]);
    }
  }, 120_000);
});

/** A command that has the helper run a script in the place of an action: as its user, who may write into its pipe. */
async function plant(session: Session, uid: number, script: string): Promise<string> {
  const { starter } = await helperOf(session, uid);
  const { workingDirectory } = session;
  const name = `../${workingDirectory.split('/').at(-1) ?? ''}/planted`;
  return `cat > planted.in <<'END'\ncd '${workingDirectory}'\n${script}\nEND\necho ${name} > /proc/${starter}/fd/0`;
}

/** The key of the helper, which its user can read. */
function keyOf(session: Session): string {
  const root = join(session.workingDirectory, '..');
  const folder = readdirSync(root).find((name) => name.startsWith('h-')) ?? '';
  return /ojd-[0-9a-f]{24}/.exec(readFileSync(join(root, folder, 'helper.sh'), 'utf8'))?.[0] ?? '';
}

/** The processes of the newest helper: its login's shell, the shell, the reader and the starter of its pipeline. */
async function helperOf(session: Session, uid: number) {
  const root = join(session.workingDirectory, '..');
  let pids: number[] = [];
  // It is ready a moment before it starts its pipeline. A pid that is missing would be a signal to somebody else.
  await eventually(() => {
    pids = processesOf(uid)
      .filter((pid) => ['helper.sh', root].every((part) => commandOf(pid).includes(part)))
      .toSorted((a, b) => a - b);
    return pids.length >= (hasLogin(pids) ? 4 : 3);
  }, 'the processes of the helper');
  // The shell of the login is not there any more where it has become the helper's, as bash does. Younger ones are on their way to become
  // the shell of an action.
  const login = hasLogin(pids) ? pids.shift() : undefined;
  const [shell, reader, starter] = pids as [number, number, number];
  return { starter, reader, shell, ...(login !== undefined && { login }) };
}

function hasLogin([oldest = 0]: readonly number[]): boolean {
  return commandOf(oldest).includes('\0-c\0');
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\\', '');
  } catch {
    return '';
  }
}
