import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EscapedProcessReport } from '../../results/action-result.ts';
import { removeTree } from '../../files/remove-tree.ts';
import { foldersJustMade, type SessionFolders } from '../../files/working-directory.ts';
import { errorText } from '../../errors/error-text.ts';
import type { SessionUserPort } from '../../ports/session-user.ts';
import { createProcessSpawn } from '../../processes/windows-spawn/create-process.ts';
import { type Handle, loadWin32, type Win32 } from '../../processes/windows-spawn/win32.ts';
import { NativeCallsUnavailableError } from '../../processes/native-calls.ts';
import { SessionError } from '../../errors/session-error.ts';
import type { WindowsSessionUser } from '../windows-session-user.ts';
import { hasTrustedOwner, hostFilesAccess, type SessionOwners, workingDirectoryAccess } from './access-lists.ts';
import { logOn } from './log-on.ts';
import { loadWin32Users, type Win32Users } from './win32-users.ts';

/** The system calls; fakes in tests. */
export interface WindowsCalls {
  readonly processes: Win32;
  readonly users: Win32Users;
}

export function loadWindowsCalls(): WindowsCalls {
  try {
    return { processes: loadWin32(), users: loadWin32Users() };
  } catch (error) {
    if (!(error instanceof NativeCallsUnavailableError)) throw error;
    throw new SessionError(
      'user',
      `Actions can run as another user on Windows only through the optional package koffi: npm install koffi. ${error.message}`,
      { cause: error },
    );
  }
}

/** Logs the user of a session on and makes the session's folders for it. Throws a SessionError that says what to do. */
export function openWindowsUser(options: {
  readonly user: WindowsSessionUser;
  /** Where the working directory is made. */
  readonly root: string;
  readonly calls?: WindowsCalls;
}): { readonly folders: SessionFolders; readonly acting: SessionUserPort } {
  const { user, root, calls = loadWindowsCalls() } = options;
  const { processes, users } = calls;
  const { token, owner } = logOn(user, users);
  let profile: Handle | undefined;
  let job: Handle | undefined;
  const close = (): void => {
    if (job !== undefined) processes.close(job);
    if (profile !== undefined) users.unloadProfile(token, profile);
    users.close(token);
  };
  try {
    // Only within a console can an action be asked to end (CTRL_BREAK).
    if (users.isService()) processes.ensureConsole();
    // Who logs on for each process has its profile loaded with it.
    profile = 'token' in owner ? users.loadProfile(token, user.user) : undefined;
    const variables = users.environmentOf(token);
    const sessionJob = processes.createJob();
    job = sessionJob;
    const folders = makeFolders(root, { host: users.sidOf(), user: users.sidOf(token) }, users);
    const { workingDirectory } = folders;
    const see = <T>(look: () => T): T => users.impersonate(token, look);
    const spawn = createProcessSpawn(processes, { owner, within: sessionJob, variables: () => variables, see });
    return {
      folders,
      acting: {
        spawn,
        hostVariables: variables,
        // A cancel ends the job of the action, which nothing can leave; at the end of the session, its job has whatever is left.
        escapes: {
          end: ({ actionId }) => (actionId === undefined ? endJob(processes, sessionJob) : Promise.resolve([])),
        },
        emptyWorkingDirectory: () => emptyAsUser(spawn, variables, workingDirectory),
        removeWorkingDirectory: () => removeTree(workingDirectory),
        close: () => Promise.resolve(close()),
      },
    };
  } catch (error) {
    close();
    if (error instanceof SessionError) throw error;
    throw new SessionError('user', `A session as ${user.user} could not be opened: ${errorText(error)}`);
  }
}

/** Made with their access lists: there is no moment in which anybody else could enter them. */
function makeFolders(root: string, owners: SessionOwners, users: Win32Users): SessionFolders {
  if (!hasTrustedOwner(users.accessOf(root), owners.host)) {
    throw new SessionError(
      'working-directory',
      `The session root ${root} belongs to another user, who could put something else in the place of the session's files. Name a sessionRoot of this program's own user.`,
    );
  }
  const workingDirectory = path.join(root, `s-${randomBytes(4).toString('hex')}`);
  const filesDirectory = path.join(workingDirectory, '.openjd');
  users.makeFolder(workingDirectory, workingDirectoryAccess(owners));
  try {
    users.makeFolder(filesDirectory, hostFilesAccess(owners));
    return foldersJustMade(workingDirectory, filesDirectory, {});
  } catch (error) {
    rmSync(workingDirectory, { recursive: true, force: true });
    throw error;
  }
}

/** Ends all that the session started and that still runs, and waits until it is gone. */
async function endJob(processes: Win32, job: Handle): Promise<readonly EscapedProcessReport[]> {
  const left = processes.processesIn(job);
  if (left.length === 0) return [];
  processes.terminateJob(job);
  const deadlineMs = Date.now() + MOST_WAIT_MS;
  // oxlint-disable-next-line eslint/no-await-in-loop -- until the system has done it
  while (processes.processesIn(job).length > 0 && Date.now() < deadlineMs) await delay(POLL_MS);
  const surviving = new Set(processes.processesIn(job));
  return left.map((pid) => ({ pid, ended: !surviving.has(pid) }));
}

const MOST_WAIT_MS = 2_000;
const POLL_MS = 10;

/** What the host may not remove, its maker may. `rd` removes junctions and links, and follows none; it leaves the current directory itself. */
async function emptyAsUser(
  spawn: ReturnType<typeof createProcessSpawn>,
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<void> {
  const command = path.win32.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'cmd.exe');
  const started = await spawn.spawn({ command, args: ['/d', '/c', 'rd /s /q .'], env, cwd });
  const ended = new Promise<void>((resolve) => {
    started.output.onEnd(resolve);
  });
  started.output.onData(() => undefined);
  await started.exit;
  started.output.destroy();
  await ended;
}
