import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { errorText } from '../../errors/error-text.ts';
import type { SessionUserPort } from '../../ports/session-user.ts';
import { SessionError } from '../../errors/session-error.ts';
import type { PosixSessionUser } from '../posix-session-user.ts';
import { HelperFolder } from './helper-folder.ts';
import { SYSTEM_SHELL } from './helper-script.ts';
import { SudoSpawn } from './sudo-spawn.ts';
import { userIdOf } from './system-entry.ts';
import { systemProgram } from './system-programs.ts';
import { endEscapedOf } from './user-escapes.ts';

const execute = promisify(execFile);

/**
 * Owner and group may do anything, others nothing; new files belong to the group (set-group-ID); and nobody renames or removes what is another's
 * (sticky): so the action's user can't put a folder or link of its own in the place of the host's.
 */
const SHARED_FOLDER_MODE = 0o3770;

/** Gives a folder of the host's to the group. Returns the group's number. */
export async function shareFolder(folder: string, group: string): Promise<number> {
  try {
    await execute(systemProgram('chgrp'), ['--', group, folder], { env: {} });
  } catch (error) {
    const unknown = /invalid group/.test(errorText(error));
    throw new SessionError(
      'user',
      unknown
        ? `There is no group ${group} on this host: groupadd ${group}, and put this program's user and the session's user into it; or name another group.`
        : `The working directory can't be given to the group ${group}: this program's user must be in it (usermod -aG ${group} <this user>, then log in again). ${errorText(error)}`,
      { cause: error },
    );
  }
  await chmod(folder, SHARED_FOLDER_MODE);
  return (await stat(folder)).gid;
}

/** Starts the helper of a session. Throws a SessionError `user` that says what to do. */
export async function openPosixUser(options: {
  readonly user: PosixSessionUser;
  readonly groupId: number;
  /** Where the folder of the helper is made. */
  readonly root: string;
  readonly workingDirectory: string;
  /** The path of the helper's shell. */
  readonly shell?: string;
}): Promise<SessionUserPort> {
  const { user, groupId, root, workingDirectory, shell = SYSTEM_SHELL } = options;
  const folder = await HelperFolder.make({ user: user.user, root, groupId, workingDirectory, shell });
  try {
    const userId = await userIdOf(user.user);
    const { helper, loginVariables } = await folder.startHelper(user.user, userId);
    const endMarked = async (actionId?: string) => endEscapedOf(await spawn.anyHelper(), actionId);
    const spawn = new SudoSpawn({ user: user.user, userId, folder, first: helper, endMarked });
    return {
      spawn,
      hostVariables: loginVariables,
      escapes: {
        end: async (search) => {
          try {
            return await endMarked(search.actionId);
          } catch {
            return endMarked(search.actionId); // that helper was gone: a new one
          }
        },
      },
      emptyWorkingDirectory: async () => {
        await (await spawn.anyHelper()).empty();
      },
      removeWorkingDirectory: () => removeAsHost(workingDirectory),
      close: async () => {
        await spawn.close();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}

/**
 * By the system's own `rm`, which goes from folder to folder by descriptors and never through a link: in Node, a folder that a surviving process
 * of the other user replaces by a link between two calls would lead the host elsewhere.
 */
async function removeAsHost(folder: string): Promise<readonly { readonly path: string; readonly reason: string }[]> {
  try {
    await execute(systemProgram('rm'), ['-rf', '--', folder], { env: { LC_ALL: 'C' }, maxBuffer: 16 * 1024 * 1024 });
    return [];
  } catch (error) {
    if (!existsSync(folder)) return [];
    const said =
      typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : errorText(error);
    const named = said
      .split('\n')
      .map((line) => /cannot remove '(.*)': (.*)$/.exec(line))
      .filter((match) => match !== null)
      .map(([, path = folder, reason = '']) => ({ path, reason }));
    return named.length > 0 ? named : [{ path: folder, reason: said.trim() }];
  }
}
