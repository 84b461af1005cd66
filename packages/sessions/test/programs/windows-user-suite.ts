import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  Session,
  SessionError,
  WindowsSessionUser,
  type ActionHandle,
  type SessionOptions,
  type SessionUser,
} from '@ojd/sessions';
import type * as Koffi from 'koffi';
import { loadWin32 } from '../../src/processes/windows-spawn/win32.ts';
import { checkRights } from '../../src/doctor/check-windows.ts';
import { RIGHTS } from '../../src/users/windows/log-on.ts';
import { loadWin32Users, type Win32Users } from '../../src/users/windows/win32-users.ts';
import { sessionRootAccess } from '../../src/users/windows/access-lists.ts';
import { openWindowsUser } from '../../src/users/windows/open-windows-user.ts';
import { isAlive } from '../ports/run-process.ts';
import { step } from '../session/templates.ts';

// Runs on Windows (or Wine): a session as another user, whom the caller has made. It writes what it saw as JSON into a file.
const [, , resultFile = '', name = userInfo().username, passwordFile = ''] = process.argv;
const isWine = passwordFile === '';
// In a file and not in an argument, which every process could read.
const password = isWine ? 'no password of anybody' : readFileSync(passwordFile, 'utf8');
process.env['SECRET_OF_THE_HOST'] = 'must not leak';

const users = isWine ? withoutLogon(loadWin32Users()) : loadWin32Users();
const calls = { processes: loadWin32(), users };
const ports = {
  openUser: (as: SessionUser, root: string) =>
    Promise.resolve(openWindowsUser({ user: as as WindowsSessionUser, root, calls })),
};
// Under Wine the user is the host itself, for whom a session would do nothing special.
const user = new (class extends WindowsSessionUser {
  override get isProcessUser(): boolean {
    return false;
  }
})({ user: name, password });

const root = join(process.env['PUBLIC'] ?? 'C:\\users\\Public', `ojd-sessions-${process.pid}`);
users.makeFolder(root, sessionRootAccess(users.sidOf()));

const withSession = async <T>(use: (session: Session) => Promise<T>, options: SessionOptions = {}): Promise<T> => {
  const session = await Session.create({ user, sessionRoot: root, ports, ...options });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
};

async function linesOf(action: ActionHandle): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of action)
    if (event.type === 'log' && event.content === 'command-output') lines.push(event.text);
  return lines;
}

const nameOf = new Map([
  [users.sidOf(), 'host'],
  ['SY', 'system'],
]);

/** What a program in Node, which the user must be able to run, prints. */
const node = (script: string, ...args: string[]) => ({ command: process.execPath, args: ['-e', script, ...args] });
const KEEP_RUNNING = 'setInterval(() => {}, 1000)';

const cases: Readonly<Record<string, () => unknown>> = {
  ownSid: () => /^S-1-5-21(-\d+){4}$/.test(users.sidOf()),
  rights: () => users.privileges().every((right) => /^Se\w+Privilege$/.test(right.name)),
  doctor: () => checkRights(loadWin32Users()),
  whoRuns: () =>
    withSession(async (session) => {
      const script = 'console.log(require("node:os").userInfo().username)';
      return (await linesOf(session.runSubprocess(node(script)))).map(
        (line) => line.toLowerCase() === name.toLowerCase(),
      );
    }),
  variables: () =>
    withSession(
      async (session) => {
        const wanted = ['ADDED', 'SECRET_OF_THE_HOST', 'USERPROFILE', 'SYSTEMROOT', 'OPENJD_SESSION_WORKING_DIR'];
        const script = `console.log(JSON.stringify(${JSON.stringify(wanted)}.map((name) => process.env[name] ?? null)))`;
        const [line = 'null'] = await linesOf(session.runSubprocess(node(script)));
        const [added, secret, profile, systemRoot, directory] = JSON.parse(line) as (string | null)[];
        return {
          added,
          secret,
          hasProfile: profile !== null,
          hasSystemRoot: systemRoot !== null,
          directory: directory === session.workingDirectory,
        };
      },
      { envVars: { ADDED: 'é by the session' } },
    ),
  arguments: () =>
    withSession(async (session) => {
      const args = ['', 'a b', '"q"', 'back\\slash\\', 'b\\"q', 'é🎬', '%PATH%', '^&|<>'];
      const [line = ''] = await linesOf(
        session.runSubprocess(node('console.log(JSON.stringify(process.argv.slice(1)))', ...args)),
      );
      return line === JSON.stringify(args) ? 'same' : line;
    }),
  foundByTheUsersPath: () =>
    withSession(async (session) => (await session.runSubprocess({ command: 'cmd', args: ['/c', 'exit 3'] })).exitCode),
  notFound: () => withSession(async (session) => (await session.runSubprocess({ command: 'no-such-command' })).reason),
  manyLines: () =>
    withSession(
      async (session) => {
        const lines = await linesOf(
          session.runSubprocess(
            node('let s = ""; for (let i = 0; i < 20000; i++) s += i + "\\n"; process.stdout.write(s)'),
          ),
        );
        return lines.length === 20_000 && lines.every((line, index) => line === String(index));
      },
      { history: { maxEvents: 50_000, maxBytes: 50_000_000 } },
    ),
  embeddedFile: () =>
    withSession(async (session) => {
      const task = step(
        { command: process.execPath, args: ['{{Task.File.Script}}'] },
        {
          embeddedFiles: [
            {
              name: 'Script',
              filename: 'script.cjs',
              data: 'console.log("embedded"); require("node:fs").writeFileSync("made", "x");',
            },
          ],
        },
      );
      const lines = await linesOf(session.runTask(task));
      return { lines, made: existsSync(join(session.workingDirectory, 'made')) };
    }),
  whoMayEnter: () =>
    withSession((session) =>
      Promise.resolve(
        [session.workingDirectory, session.filesDirectory].map((folder) => {
          const access = users.accessOf(folder).replace(/^.*D:/, '');
          return [...access.matchAll(/;;;([^)]*)\)/g)].map(([, who = '']) => nameOf.get(who) ?? who).toSorted();
        }),
      ),
    ),
  hostsFilesAreSafe: () =>
    withSession(async (session) => {
      const attempts = [
        'fs.appendFileSync(file, "x")',
        'fs.rmSync(file)',
        'fs.renameSync(".openjd", "elsewhere")',
        'fs.renameSync(".", "../elsewhere")',
      ];
      const script = `const fs = require("node:fs"); const file = process.argv[1]; for (const attempt of ${JSON.stringify(attempts)}) try { eval(attempt); console.log("open: " + attempt); } catch {} console.log("done");`;
      const task = step(
        { command: process.execPath, args: ['-e', script, '{{Task.File.Data}}'] },
        { embeddedFiles: [{ name: 'Data', data: 'kept' }] },
      );
      return linesOf(session.runTask(task));
    }),
  terminate: () =>
    withSession(async (session) => {
      const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(KEEP_RUNNING)}], { stdio: 'inherit' }); console.log('ready'); ${KEEP_RUNNING}`;
      const action = session.runSubprocess(node(script));
      await firstLine(action);
      action.cancel();
      const { state, signal } = await action;
      return { state, signal };
    }),
  notify: () =>
    withSession(async (session) => {
      const script = `process.on('SIGBREAK', () => process.exit(42)); console.log('ready'); ${KEEP_RUNNING}`;
      const cancelation = { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 5 };
      const action = session.runTask(step({ ...node(script), cancelation }));
      await firstLine(action);
      action.cancel();
      const { state, exitCode } = await action;
      return { state, exitCode };
    }),
  leftRunning: async () => {
    const session = await Session.create({ user, sessionRoot: root, ports });
    const script = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(KEEP_RUNNING)}], { stdio: 'ignore', detached: true }); child.unref(); console.log(child.pid)`;
    const [pid = ''] = await linesOf(session.runSubprocess(node(script)));
    const { escaped } = await session.close();
    return {
      escaped: escaped.map((one) => ({ isIt: String(one.pid) === pid, ended: one.ended })),
      lives: isAlive(Number(pid)),
    };
  },
  timeLimit: () =>
    withSession(async (session) => (await session.runSubprocess({ ...node(KEEP_RUNNING), timeLimitMs: 1_000 })).state),
  cleanUp: async () => {
    const session = await Session.create({ user, sessionRoot: root, ports });
    // Wine makes no junctions.
    const script =
      'const fs = require("node:fs"); fs.mkdirSync("a/b", { recursive: true }); fs.writeFileSync("a/b/c", "x"); try { fs.symlinkSync(process.env.WINDIR, "junction", "junction"); } catch {}';
    const { exitCode } = await session.runSubprocess(node(script));
    const { workingDirectoryState, leftovers } = await session.close();
    return { exitCode, workingDirectoryState, leftovers, windows: existsSync(process.env['WINDIR'] ?? '') };
  },
  token: async () => {
    // The other way in: a token that the caller has made.
    const token = users.logon(name, null, Buffer.from(`${password}\0`, 'utf16le'));
    const byToken = new WindowsSessionUser({ user: name, logonToken: token });
    try {
      const { acting, folders } = openWindowsUser({ user: byToken, root, calls });
      const started = await acting.spawn.spawn({
        ...node('process.exit(9)'),
        env: acting.hostVariables,
        cwd: folders.workingDirectory,
      });
      started.output.onData(() => undefined);
      const { exitCode } = await started.exit;
      await new Promise<void>((resolve) => {
        started.output.onEnd(resolve);
      });
      await acting.emptyWorkingDirectory();
      const left = await acting.removeWorkingDirectory();
      await acting.close();
      return { exitCode, left };
    } finally {
      byToken.close();
      users.close(token);
    }
  },
  secretIsNowhere: () =>
    withSession(async (session) => {
      const result = await session.runSubprocess(node('1'));
      const seen = [
        JSON.stringify(user),
        inspect(user, { depth: 9, showHidden: true }),
        JSON.stringify(result),
        inspect(session, { depth: 9 }),
      ];
      return seen.every((text) => !text.includes(password));
    }),
  wrongPassword: async () => {
    if (isWine) return 'Wine believes every password';
    const wrong = new WindowsSessionUser({ user: name, password: `${password}-wrong` });
    const error: unknown = await Session.create({ user: wrong, sessionRoot: root }).catch((reason: unknown) => reason);
    return error instanceof SessionError ? error.message : error;
  },
  closedUser: async () => {
    user.close();
    const error: unknown = await Session.create({ user, sessionRoot: root, ports }).catch((reason: unknown) => reason);
    return error instanceof SessionError ? error.message : error;
  },
};

/** Wine's LogonUser says yes to anybody and gives a token that is none, and no user has the right to use one: so it is this process's own token there. */
function withoutLogon(real: Win32Users): Win32Users {
  const koffi: typeof Koffi = createRequire(import.meta.url)('koffi');
  const open = koffi
    .load('advapi32.dll')
    .func('int __stdcall OpenProcessToken(intptr_t process, uint32_t access, void *token)');
  return {
    ...real,
    logon() {
      const token = new BigUint64Array(1);
      if (open(-1, 0xf01ff, token) === 0) throw new Error('OpenProcessToken failed');
      return Number(token[0]);
    },
    privileges: () => [...real.privileges(), ...Object.keys(RIGHTS).map((right) => ({ name: right, enabled: false }))],
  };
}

async function firstLine(action: ActionHandle): Promise<void> {
  for await (const event of action) if (event.type === 'log' && event.content === 'command-output') return;
}

const results: Record<string, unknown> = {};
for (const [title, check] of Object.entries(cases)) {
  try {
    results[title] = await check();
  } catch (error) {
    results[title] = `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  writeFileSync(resultFile, JSON.stringify(results));
}
mkdirSync(root, { recursive: true });
rmSync(root, { recursive: true, force: true });
process.exit(0);
