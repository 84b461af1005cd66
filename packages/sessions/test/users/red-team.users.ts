// Each attack of docs/security.md, tried: from the side of an action, and from the side of a user who is nobody to the session.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PosixSessionUser, Session } from '@ojd/sessions';
import { sh, step } from '../session/templates.ts';
import { strangerShell } from './stranger.ts';
import { asTarget, becomeHost, GROUP, USERS } from './test-users.ts';
import {
  closeSessionsAfterEach,
  eventually,
  firstLine,
  linesOf,
  processesOf,
  sessionRoot,
  target,
  userSession,
} from './user-session.ts';

const asStranger = strangerShell();
const skip = becomeHost();

describe.skipIf(skip !== undefined)(`attacks${skip === undefined ? '' : `, skipped: ${skip}`}`, () => {
  closeSessionsAfterEach();
  const uid = skip === undefined ? Number(asTarget('/usr/bin/id', '-u')) : -1;

  describe('files', () => {
    test('a third user can neither read, list nor enter anything of a session', async () => {
      const session = await userSession();
      const task = step(
        { command: '{{Task.File.Script}}' },
        {
          embeddedFiles: [
            { name: 'Script', data: '#!/bin/sh\necho output > made; echo ready; exec sleep 71', runnable: true },
          ],
        },
      );
      const action = session.runTask(task);
      await firstLine(action);
      const places = [
        session.workingDirectory,
        join(session.workingDirectory, 'made'),
        session.filesDirectory,
        ...readdirSync(session.filesDirectory, { recursive: true }).map((name) =>
          join(session.filesDirectory, String(name)),
        ),
        ...helperFolders(session),
      ];
      expect(places.length).toBeGreaterThan(5);
      expect(await asStranger('id -un')).toBe(`${USERS.stranger}\n`);
      for (const place of places) {
        const attempts = ['ls', 'cat', 'cd', 'echo x >', 'rm -rf'].map((attempt) => `${attempt} ${place}`);
        // Each in a shell of its own, and by what it came to: shells word their refusals each in its own way.
        const answer = await asStranger(
          [...attempts, `echo x > ${place}/planted`]
            .map((attempt) => `( ${attempt} ) >/dev/null 2>&1 && echo 'open: ${attempt}'`)
            .join('\n'),
        );
        expect(answer).toBe('');
        expect(existsSync(place) || place.endsWith('.in')).toBe(true);
      }
      action.cancel();
      await action;
    });

    test('the target can read and run the embedded files, and change none of what the host wrote', async () => {
      const session = await userSession();
      const attempts = [
        'echo x >> "$FILE"',
        'rm -f "$FILE"',
        'rm -rf .openjd',
        'mv .openjd elsewhere',
        'ln -s /etc/passwd .openjd/link',
        'chmod 777 .openjd',
      ];
      const script = `FILE=$0; for attempt in ${attempts.map((text) => `'${text}'`).join(' ')}; do eval "$attempt" 2>/dev/null && echo "open: $attempt"; done; echo done`;
      const task = step(
        { command: '{{Task.File.Script}}' },
        { embeddedFiles: [{ name: 'Script', data: `#!/bin/sh\n${script}\n`, runnable: true }] },
      );
      expect(await linesOf(session.runTask(task))).toEqual(['done']);
    });

    test('links planted in the working directory lead neither the host’s writes nor its cleanup elsewhere', async () => {
      const root = sessionRoot();
      const precious = join(root, 'precious');
      mkdirSync(precious);
      writeFileSync(join(precious, 'file'), 'keep');
      const session = await userSession({ sessionRoot: root });
      const cancelation = { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 5 };
      const action = session.runTask(
        step(
          sh(
            `ln -s ${precious}/file cancel_info.json; ln -s ${precious} folder; ln -s ${precious} .openjd/x; mkdir deep; ln -s / deep/root; echo ready; exec sleep 72`,
            { cancelation },
          ),
        ),
      );
      await firstLine(action);
      action.cancel();
      await action;
      expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed', leftovers: [] });
      expect(readFileSync(join(precious, 'file'), 'utf8')).toBe('keep');
      expect(readdirSync(root)).toEqual(['precious']);
    });

    test('a folder that keeps being replaced by a link during the cleanup leads nowhere', async () => {
      const root = sessionRoot();
      const precious = join(root, 'precious');
      mkdirSync(precious);
      for (let index = 0; index < 50; index++) writeFileSync(join(precious, String(index)), 'keep');
      const session = await userSession({ sessionRoot: root });
      // It takes the markers of the session off, so that nobody finds it: then it swaps for as long as there is something to swap.
      const swap = `while [ -d "$0" ]; do mkdir -p "$0/a/b" && mv "$0/a" "$0/c" && ln -s ${precious} "$0/a"; rm -rf "$0/a" "$0/c"; done`;
      await session
        .runTask(
          step(
            sh(
              `for i in 1 2 3 4 5 6 7 8; do mkdir -p d$i/x; done; env -i setsid sh -c '${swap.replaceAll("'", `'"'"'`)}' "$PWD" >/dev/null 2>&1 &`,
            ),
          ),
        )
        .orThrow();
      const report = await session.close();
      for (const pid of processesOf(uid))
        spawnSync('/usr/bin/sudo', ['-n', '-u', USERS.target, '/bin/kill', '-KILL', String(pid)]);
      expect(readdirSync(precious)).toHaveLength(50);
      // It may have won the race for its own folder; then the report says so.
      expect(report.workingDirectoryState === 'removed' || report.leftovers.length > 0).toBe(true);
      spawnSync('/usr/bin/sudo', ['-n', '-u', USERS.target, '/bin/rm', '-rf', session.workingDirectory]);
      rmSync(session.workingDirectory, { recursive: true, force: true });
    }, 20_000);

    test('6: folders that the target made unreadable are removed as the target', async () => {
      const root = sessionRoot();
      const session = await userSession({ sessionRoot: root });
      await session
        .runTask(
          step(sh('mkdir -p a/b/c; echo x > a/b/c/file; chmod 000 a/b/c a/b a; mkdir .hidden "..odd" "with space"')),
        )
        .orThrow();
      expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed', leftovers: [], ok: true });
      expect(readdirSync(root)).toEqual([]);
    });

    test('a session root that somebody else put in the place of ours is not used, and stops nobody', async () => {
      const root = sessionRoot();
      const temporary = join(root, 'tmp');
      mkdirSync(temporary, { mode: 0o1777 });
      chmodSync(temporary, 0o1777);
      asTarget('/bin/mkdir', join(temporary, 'OpenJD'));
      const { platformRules } = await import('@ojd/sessions');
      const platform = { ...platformRules(), temporaryDirectory: temporary };
      await using session = await Session.create({ user: target, ports: { platform } });
      expect(dirname(session.workingDirectory)).toBe(join(temporary, `OpenJD-${String(process.getuid?.())}`));
      await session.runTask(step({ command: 'true' })).orThrow();
      expect(readdirSync(join(temporary, 'OpenJD'))).toEqual([]);
      asTarget('/bin/rm', '-rf', join(temporary, 'OpenJD'));
    });
  });

  describe('the helper', () => {
    test('its folder can be listed by nobody but the host, and an action finds no pipe in it', async () => {
      const session = await userSession();
      const [folder = ''] = helperFolders(session);
      expect(
        await linesOf(session.runTask(step(sh(`ls ${folder} 2>&1; echo > ${folder}/planted; exec 2>&1; true`)))),
      ).toEqual([expect.stringMatching(/denied/), expect.stringMatching(/denied|cannot create/i)]);
    });

    test('no descriptor of the channel reaches an action', async () => {
      const session = await userSession();
      const lines = await linesOf(session.runTask(step(sh('ls -l /proc/self/fd | grep -v "/proc/" | tail -n +2'))));
      expect(lines.map((line) => / (\d+) ->/.exec(line)?.[1])).toEqual(['0', '1', '2']);
    });

    test('the values of variables are in the arguments of no process', async () => {
      const secret = 'hunter2-in-no-argument';
      const session = await userSession({ envVars: { SECRET: secret } });
      const seen: string[] = [];
      const watch = setInterval(() => {
        for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
          try {
            const text = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
            if (text.includes(secret)) seen.push(text);
          } catch {
            // It ended.
          }
        }
      }, 1);
      for (let index = 0; index < 30; index++) await session.runTask(step({ command: 'true' })).orThrow();
      clearInterval(watch);
      expect(seen).toEqual([]);
    });

    test('what an action prints in the words of the helper is output, and nothing else', async () => {
      const session = await userSession();
      const [folder = ''] = helperFolders(session);
      const key = /ojd-[0-9a-f]{24}/.exec(readFileSync(join(folder, 'helper.sh'), 'utf8'))?.[0] ?? '';
      expect(key).not.toBe('');
      const action = session.runTask(step(sh(`echo "${key} ended 0 code 0"; echo "${key} started 0 1"; exit 5`)));
      expect(await action).toMatchObject({ state: 'failed', exitCode: 5 });
    });

    test('a PATH, IFS or ENV of an action changes nothing for the helper', async () => {
      const session = await userSession({
        envVars: { IFS: '/x', ENV: '/nowhere', BASH_ENV: '/nowhere', CDPATH: '/tmp' },
      });
      asTarget(
        '/bin/sh',
        '-c',
        'mkdir -p ~/evil; for name in setsid grep find kill env; do printf "#!/bin/sh\\ntouch ~/evil/ran\\n" > ~/evil/$name; chmod +x ~/evil/$name; done; echo "PATH=~/evil:\\$PATH; export PATH" > ~/.profile',
      );
      try {
        const hijacked = await userSession();
        await hijacked.runTask(step({ command: '/bin/true' })).orThrow();
        await hijacked.close();
        await session.runTask(step(sh('PATH=/evil; true'))).orThrow();
        expect(asTarget('/bin/sh', '-c', 'ls ~/evil').split('\n')).not.toContain('ran');
      } finally {
        asTarget('/bin/sh', '-c', 'rm -rf ~/evil ~/.profile');
      }
    });

    test('sudo is not looked for in the host’s PATH', async () => {
      const root = sessionRoot();
      writeFileSync(join(root, 'sudo'), `#!/bin/sh\ntouch ${root}/ran\n`, { mode: 0o755 });
      const before = process.env['PATH'];
      process.env['PATH'] = `${root}:${before ?? ''}`;
      try {
        await (await userSession()).runTask(step({ command: 'true' })).orThrow();
      } finally {
        process.env['PATH'] = before;
      }
      expect(existsSync(join(root, 'ran'))).toBe(false);
    });
  });

  describe('signals', () => {
    test('a third user can signal neither the action nor the helper', async () => {
      const session = await userSession();
      const action = session.runTask(step(sh('echo ready; exec sleep 73')));
      await firstLine(action);
      for (const pid of processesOf(uid)) expect(await asStranger(`kill -KILL ${pid}`)).toMatch(/not permitted/);
      action.cancel();
      expect(await action).toMatchObject({ state: 'canceled', signal: 'SIGKILL' });
    });

    test('an action can not signal the host', async () => {
      const session = await userSession();
      expect(
        (await linesOf(session.runTask(step(sh(`kill -TERM ${process.pid} 2>&1; true`))))).filter(Boolean),
      ).toEqual([expect.stringMatching(/not permitted/)]);
    });

    test('a process that has ended is not signalled, whoever has its number then', async () => {
      const session = await userSession();
      const bystander = session.runTask(step(sh('setsid sleep 74 >/dev/null 2>&1 & echo $!')));
      await bystander;
      expect(session.state).toBe('ready');
      bystander.cancel(); // too late: nothing may happen
      await eventually(
        () => processesOf(uid).filter((pid) => commandOf(pid).startsWith('sleep')).length === 1,
        'setsid to have become sleep',
      );
    });
  });

  describe('arguments and names', () => {
    test.each(['-u', '#0', '%wheel', 'a b', 'root;id', '', '-', 'x\ny'])(
      'the user name %j is refused before anything is started',
      (user) => {
        expect(() => new PosixSessionUser({ user })).toThrow(/must be the name of a user/);
        expect(() => new PosixSessionUser({ user: 'fine', group: user })).toThrow(/must be the name of a group/);
      },
    );

    test('texts of a template are never a program of the shell', async () => {
      const session = await userSession();
      const nasty = [`$(touch pwned)`, '`touch pwned`', `'; touch pwned; '`, '"', '\\', '\n touch pwned\n', '-n', '*'];
      const { workingDirectory } = session;
      const action = session.runSubprocess({
        command: 'printf',
        args: ['%s|', ...nasty],
        envVars: { NASTY: nasty.join('') },
      });
      const lines = await linesOf(action);
      expect(lines.join('\n')).toBe(nasty.map((text) => `${text}|`).join(''));
      expect(readdirSync(workingDirectory)).not.toContain('pwned');
      expect(await session.runSubprocess({ command: `./'; touch pwned; '` })).toMatchObject({
        state: 'failed',
        reason: { code: 'ENOENT' },
      });
      expect(readdirSync(workingDirectory)).not.toContain('pwned');
    });
  });

  describe('users that can not be had', () => {
    test('without a rule in sudoers the error says what to write there', async () => {
      await expect(
        Session.create({
          sessionRoot: sessionRoot(),
          user: new PosixSessionUser({ user: USERS.stranger, group: GROUP }),
        }),
      ).rejects.toThrow(/NOPASSWD: ALL/);
    });

    test('a user or group that does not exist is named', async () => {
      const root = sessionRoot();
      await expect(
        Session.create({ sessionRoot: root, user: new PosixSessionUser({ user: 'ojdtest-nobody', group: GROUP }) }),
      ).rejects.toThrow(/^There is no user ojdtest-nobody on this host\. As root: useradd/);
      await expect(
        Session.create({
          sessionRoot: root,
          user: new PosixSessionUser({ user: USERS.target, group: 'ojdtest-none' }),
        }),
      ).rejects.toThrow(/no group ojdtest-none/);
      expect(readdirSync(root)).toEqual([]);
    });

    test('60: a group that the host is not in is refused, with what to type', async () => {
      await expect(
        Session.create({ sessionRoot: sessionRoot(), user: new PosixSessionUser({ user: USERS.target }) }),
      ).rejects.toThrow(/usermod -aG ojdtest-target/);
    });
  });
});

/** The folders in which a session and its helpers meet. */
function helperFolders(session: Session): string[] {
  const root = join(session.workingDirectory, '..');
  return readdirSync(root)
    .filter((name) => name.startsWith('h-'))
    .map((name) => join(root, name));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
