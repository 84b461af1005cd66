import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment, sh, step } from '../session/templates.ts';
import { asTarget, USERS } from './test-users.ts';
import {
  closeSessionsAfterEach,
  eventually,
  firstLine,
  linesOf,
  processesOf,
  sessionRoot,
  userSession,
} from './user-session.ts';

/** What a session promises when its actions run as another user; for each way that sudo may be set up. */
export function crossUserSuite(how: string, skip: string | undefined): void {
  describe.skipIf(skip !== undefined)(
    `a session as another user ${how}${skip === undefined ? '' : `, skipped: ${skip}`}`,
    () => {
      const uid = skip === undefined ? Number(asTarget('/usr/bin/id', '-u')) : -1;
      closeSessionsAfterEach();

      describe('the environment of an action', () => {
        test('it runs as the user, with the groups of a login', async () => {
          const session = await userSession();
          const [line = ''] = await linesOf(session.runTask(step(sh('id'))));
          expect(line).toMatch(
            new RegExp(`^uid=${uid}\\(${USERS.target}\\) gid=\\d+\\(${USERS.target}\\) groups=.*ojdtest-shared`),
          );
        });

        test('40: it has the variables of the login and the session, and none of the host', async () => {
          const session = await userSession({ envVars: { ADDED: 'by the session', MAIL: null } });
          const lines = await linesOf(session.runTask(step({ command: 'env' })));
          const names = lines.map((line) => line.slice(0, line.indexOf('='))).toSorted();
          expect(lines).toContain(`HOME=/home/${USERS.target}`);
          expect(lines).toContain(`USER=${USERS.target}`);
          expect(lines).toContain('ADDED=by the session');
          expect(lines.join('\n')).not.toContain('must not leak');
          expect(names.filter((name) => /^(SUDO_|SECRET|PWD|OLDPWD|MAIL|_$|OJD_TEST_)/.test(name))).toEqual([]);
        });

        test('variables that an environment sets reach later actions, whatever they hold', async () => {
          const session = await userSession();
          await session
            .enterEnvironment(environment('Env', { onEnter: sh(`printf '%s\\n' 'openjd_env: "A=x\\ny'"'"'$(id)"'`) }))
            .orThrow();
          expect(await linesOf(session.runTask(step(sh('printf "%s\\n" "$A"'))))).toEqual(['x', "y'$(id)"]);
        });

        test('variables that mean something to shells, loaders and interpreters reach the action as they are, and the helper never', async () => {
          const envVars = {
            OPTIND: 'abc',
            UID: 'x',
            SHLVL: '7',
            PIPESTATUS: 'x',
            EPOCHSECONDS: 'x',
            SRANDOM: 'x',
            BASH_COMMAND: 'x',
            LC_ALL: 'no_SUCH',
            PPID: '-',
            RANDOM: 'not',
            SHELLOPTS: 'xtrace',
            IFS: '/x \t',
            ENV: '/nowhere/env',
            BASH_ENV: '/nowhere/bash-env',
            PYTHONPATH: '/nowhere/python',
            LD_LIBRARY_PATH: '/nowhere/lib',
            PS4: '$(touch /tmp/ojd-pwned)',
          };
          const session = await userSession({ envVars });
          for (let round = 0; round < 2; round++) {
            const lines = await linesOf(session.runTask(step({ command: 'env' })));
            expect(lines.join('\n')).not.toContain('warning');
            expect(lines).toEqual(
              expect.arrayContaining(Object.entries(envVars).map(([name, value]) => `${name}=${value}`)),
            );
          }
          expect(readdirSync('/tmp')).not.toContain('ojd-pwned');
        });

        test('a session root may have any name that sudo hands on, and another is refused', async () => {
          const root = join(sessionRoot(), `a b'c"d\\e;f&g*(h)`);
          mkdirSync(root);
          const session = await userSession({ sessionRoot: root });
          const action = session.runTask(step(sh('setsid sleep 69 >/dev/null 2>&1 & pwd')));
          expect(await linesOf(action)).toEqual([session.workingDirectory]);
          expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed', escaped: [{ ended: true }] });
          for (const name of ['$HOME', 'line\nend']) {
            const bad = join(sessionRoot(), name);
            mkdirSync(bad);
            await expect(userSession({ sessionRoot: bad })).rejects.toThrow(/must hold no \$ and no line end/);
          }
        });

        test('a name that no shell can export is refused, with the reason', async () => {
          const session = await userSession({ envVars: { 'not a name': '1' } });
          expect(await session.runTask(step(sh('true')))).toMatchObject({
            state: 'failed',
            reason: { kind: 'could-not-start', code: 'EINVAL' },
          });
        });

        test('what the login prints, in whatever amount, is in no action', async () => {
          asTarget(
            '/bin/sh',
            '-c',
            'echo \'i=0; while [ $i -lt 2000 ]; do echo noise $i "ojd-1 ready 1 2 3"; echo more >&2; i=$((i+1)); done; LOGIN=yes; export LOGIN\' > ~/.profile',
          );
          try {
            const session = await userSession();
            expect(await linesOf(session.runTask(step(sh('echo "$LOGIN"'))))).toEqual(['yes']);
          } finally {
            asTarget('/bin/sh', '-c', 'rm ~/.profile');
          }
        });
      });

      describe('output', () => {
        test('100,000 lines, bytes that are no UTF-8 and a line of 200 KiB pass', async () => {
          const session = await userSession({ history: { maxEvents: 200_000, maxBytes: 100_000_000 } });
          const startedAtMs = Date.now();
          const lines = await linesOf(
            session.runTask(
              step(sh("seq 100000; printf 'caf\\351\\n'; head -c 200000 /dev/zero | tr '\\0' x; echo; echo err >&2")),
            ),
          );
          expect(lines.slice(0, 100_000)).toEqual(Array.from({ length: 100_000 }, (_, index) => String(index + 1)));
          expect(lines[100_000]).toBe('caf\\xe9');
          expect(lines.slice(100_001, -1).join('')).toBe('x'.repeat(200_000));
          expect(lines.at(-1)).toBe('err');
          expect(Date.now() - startedAtMs).toBeLessThan(5_000);
        });

        test('it is not held back: a line is there while the process goes on', async () => {
          const session = await userSession();
          const action = session.runTask(step(sh('echo early; exec sleep 30')));
          expect(await firstLine(action)).toBe('early');
          expect(action.status.state).toBe('running');
          action.cancel();
          await action;
        });
      });

      describe('cancel and time limits', () => {
        test('TERMINATE ends the whole tree, and what left it', async () => {
          const session = await userSession();
          const action = session.runTask(step(sh("setsid sh -c 'echo left; exec sleep 61' & sleep 62 & wait")));
          expect(await firstLine(action)).toBe('left');
          action.cancel();
          const result = await action;
          expect(result).toMatchObject({ state: 'canceled', signal: 'SIGKILL' });
          expect(result.cancel?.escaped).toMatchObject([{ pid: expect.any(Number), ended: true }]);
          expect(processesOf(uid).filter((pid) => !isOfHelper(pid))).toEqual([]);
        });

        test('a cancel at any moment of the beginning ends the action as canceled', async () => {
          for (let waitMs = 0; waitMs < 12; waitMs++) {
            const session = await userSession();
            const action = session.runTask(step(sh('exec sleep 60')));
            setTimeout(() => action.cancel(), waitMs);
            expect(await action).toMatchObject({ state: 'canceled', reason: { kind: 'canceled', by: 'caller' } });
            await session.close();
          }
          expect(processesOf(uid)).toEqual([]);
        }, 20_000);

        test('NOTIFY_THEN_TERMINATE asks first: the process reads how long it has, and keeps its exit code', async () => {
          const session = await userSession();
          const script = `trap 'cat "$OPENJD_SESSION_WORKING_DIR/cancel_info.json"; exit 7' TERM; echo ready; while :; do sleep 0.05; done`;
          const action = session.runTask(
            step(sh(script, { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 20 } })),
          );
          await firstLine(action);
          const lines = linesOf(action);
          action.cancel();
          expect(await action).toMatchObject({ state: 'canceled', exitCode: 7 });
          expect((await lines).at(-1)).toMatch(/^\{"NotifyEnd":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\}$/);
        });

        test('who does not listen is killed when the notify period ends', async () => {
          const session = await userSession();
          const action = session.runTask(
            step(
              sh(`trap '' TERM; echo ready; sleep 63`, {
                cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 1 },
              }),
            ),
          );
          await firstLine(action);
          action.cancel();
          expect(await action).toMatchObject({
            state: 'canceled',
            signal: 'SIGKILL',
            cancel: { signals: [{ signal: 'SIGTERM' }, { signal: 'SIGKILL', target: 'group', delivered: true }] },
          });
        });

        test('what outlives a shell that died of the notification is told, and has the rest of the period', async () => {
          const session = await userSession();
          const child = `trap 'sleep 1; echo saved; exit 0' TERM; echo ready; while :; do sleep 0.05; done`;
          const action = session.runTask(
            step(
              sh(`(${child}) & wait`, {
                cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 20 },
              }),
            ),
          );
          await firstLine(action);
          const lines = linesOf(action);
          action.cancel();
          expect(await action).toMatchObject({
            state: 'canceled',
            signal: 'SIGTERM',
            cancel: {
              signals: [
                { signal: 'SIGTERM', target: 'leader' },
                { signal: 'SIGTERM', target: 'group', delivered: true },
              ],
            },
          });
          expect((await action).durationMs).toBeLessThan(15_000);
          expect((await lines).at(-1)).toBe('saved');
        }, 20_000);

        test('a time limit ends the action', async () => {
          const session = await userSession();
          expect(await session.runTask(step(sh('sleep 64', { timeout: 1 })))).toMatchObject({
            state: 'timeout',
            reason: { kind: 'timeout', timeLimitMs: 1000 },
          });
        });

        test('the end of the session ends daemons that its actions left', async () => {
          const session = await userSession();
          await session.runTask(step(sh('setsid sleep 65 >/dev/null 2>&1 &'))).orThrow();
          const report = await session.close();
          expect(report.escaped).toEqual([
            { pid: expect.any(Number), command: expect.stringMatching(/sleep|setsid/), ended: true },
          ]);
          expect(processesOf(uid)).toEqual([]);
        });
      });

      test('the end of the session ends what is between two programs at that moment', async () => {
        const session = await userSession();
        await session.runTask(step(sh(`printf '#!/bin/sh\\nexec "$0"\\n' > chameleon; chmod +x chameleon`))).orThrow();
        await session.runTask(step(sh('setsid ./chameleon >/dev/null 2>&1 & sleep 0.05'))).orThrow();
        expect(await session.close()).toMatchObject({ escaped: [{ ended: true }] });
        expect(processesOf(uid)).toEqual([]);
      });

      describe('a helper that dies', () => {
        test.for([0, 1, 2, 3])(
          'its process %i is killed: the action fails with the reason, its processes are ended',
          { timeout: 20_000 },
          async (which, context) => {
            const session = await userSession();
            const action = session.runTask(step(sh('setsid sleep 66 & sleep 67 & echo ready; wait')));
            await firstLine(action);
            const helper = helperPids(uid);
            expect([3, 4]).toContain(helper.length);
            if (which === helper.length) {
              action.cancel();
              await action;
              context.skip('the shell of the login has become the helper');
            }
            asTarget('/bin/kill', '-KILL', String(helper[which]));
            const result = await action;
            expect(result).toMatchObject({ state: 'failed', reason: { kind: 'lost' } });
            expect(result.message).toContain(`the helper that acts as ${USERS.target} is gone`);
            await eventually(() => isAtRest(uid), 'no process but those of a new helper');
            expect(await session.close()).toMatchObject({ leftovers: [], workingDirectoryState: 'removed' });
            await eventually(() => processesOf(uid).length === 0, 'no process of the user');
          },
        );

        test('one that was stopped does not keep a cancel from ending the action', async () => {
          const session = await userSession();
          const action = session.runTask(step(sh('echo ready; exec sleep 68')));
          await firstLine(action);
          for (const pid of helperPids(uid)) asTarget('/bin/kill', '-STOP', String(pid));
          action.cancel();
          expect(await action).toMatchObject({ state: 'canceled' });
          await session.close();
          await eventually(() => processesOf(uid).length === 0, 'no process of the user');
        }, 20_000);
      });

      test('1,000 actions leave no process, descriptor, file or folder of either user', async () => {
        const root = sessionRoot();
        const session = await userSession({ sessionRoot: root });
        const task = step({ command: 'true' });
        const more = async (count: number): Promise<void> => {
          for (let index = 0; index < count; index++) await session.runTask(task).orThrow();
        };
        await more(10);
        const descriptors = (): number => readdirSync('/proc/self/fd').length;
        const before = descriptors();
        await more(990);
        expect(descriptors()).toBe(before);
        await eventually(() => isAtRest(uid), 'no process but those of the helper');
        const temporary = readdirSync('/tmp').filter((name) => name.startsWith('ojd-output-'));
        expect(await session.close()).toMatchObject({ ok: true, escaped: [], leftovers: [] });
        expect(readdirSync(root)).toEqual([]);
        expect(readdirSync('/tmp').filter((name) => name.startsWith('ojd-output-'))).toEqual(temporary);
        await eventually(() => processesOf(uid).length === 0, 'no process of the user');
      }, 60_000);
    },
  );
}

/** Whether there is nobody but a helper that has nothing to do: its own processes, the shell of the next action and the setsid that waits for it. */
function isAtRest(uid: number): boolean {
  const own = helperPids(uid).length;
  return (own === 3 || own === 4) && processesOf(uid).length === own + 2 && processesOf(uid).every(isOfHelper);
}

/** The login's shell (bash becomes the helper's instead), the helper's, and the two of its pipeline. */
function helperPids(uid: number): number[] {
  return processesOf(uid).filter((pid) => /helper\\?\.sh/.test(commandOf(pid)));
}

/** Also those that wait for an action. */
function isOfHelper(pid: number): boolean {
  return /(helper|turn)\\?\.sh/.test(commandOf(pid));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
