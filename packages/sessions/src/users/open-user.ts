import { makeSessionFolders, type SessionFolders } from '../files/working-directory.ts';
import { removeTree } from '../files/remove-tree.ts';
import type { Platform } from '../ports/platform.ts';
import type { SessionUserPort } from '../ports/session-user.ts';
import { SessionError } from '../errors/session-error.ts';
import { systemEntry, userIdOf } from './posix/system-entry.ts';
import { openPosixUser, shareFolder } from './posix/open-posix-user.ts';
import { PosixSessionUser } from './posix-session-user.ts';
import { openWindowsUser } from './windows/open-windows-user.ts';
import { WindowsSessionUser } from './windows-session-user.ts';

/** The operating system's user that runs the actions of a session. */
export type SessionUser = PosixSessionUser | WindowsSessionUser;

/** Whether that is the user that this program runs as, by whatever name: Linux gives a number more than one where it is told to (`useradd -o`). */
export async function isProcessUser(user: SessionUser): Promise<boolean> {
  if (user.isProcessUser || !(user instanceof PosixSessionUser) || process.geteuid === undefined)
    return user.isProcessUser;
  return (await userIdOf(user.user)) === process.geteuid();
}

/** Whoever acts for the user of a session, and the session's folders, which that user can use. */
export interface OpenedUser {
  readonly folders: SessionFolders;
  readonly acting: SessionUserPort;
}

/** Throws a SessionError `user` for a user of another system, before anything is made. */
function checkUserOfPlatform(user: SessionUser, platform: Platform): void {
  if (platform.name === 'win32') {
    if (user instanceof WindowsSessionUser) return;
    throw new SessionError(
      'user',
      'On Windows, another user is a WindowsSessionUser, with a password or a logon token; got a PosixSessionUser.',
    );
  }
  if (platform.name !== 'linux')
    throw new SessionError(
      'user',
      `Actions can run as another user on Linux and Windows only; this is ${platform.name}.`,
    );
  if (user instanceof PosixSessionUser) return;
  throw new SessionError('user', 'On Linux, another user is a PosixSessionUser; got a WindowsSessionUser.');
}

/**
 * Makes the folders of a session that another user's actions run in, and starts whoever acts for that user.
 *
 * @param root where the folders are made.
 */
export type OpenUser = (user: SessionUser, root: string, platform: Platform) => Promise<OpenedUser>;

/** Through sudo on Linux, by a logon on Windows. */
export const openUser: OpenUser = async (user, root, platform) => {
  checkUserOfPlatform(user, platform);
  return user instanceof WindowsSessionUser ? openWindowsUser({ user, root }) : openOnPosix(user, root);
};

async function openOnPosix(user: PosixSessionUser, root: string): Promise<OpenedUser> {
  // sudo -i escapes what it hands to the login's shell, but for these two.
  if (/[$\n]/.test(root)) {
    throw new SessionError(
      'working-directory',
      `The session root of another user's session must hold no $ and no line end; got ${JSON.stringify(root)}. Name another sessionRoot.`,
    );
  }
  let folders: SessionFolders | undefined;
  try {
    folders = await makeSessionFolders(root, (folder) => shareFolder(folder, user.group));
    const { workingDirectory, access } = folders;
    return { folders, acting: await openPosixUser({ user, groupId: access.groupId ?? -1, root, workingDirectory }) };
  } catch (error) {
    if (folders !== undefined) await removeTree(folders.workingDirectory);
    throw (await noSuchUser(user.user)) ?? error;
  }
}

/** A group of that name, or sudo, would be blamed for a user that is not there. Looked up only then: it takes a process. */
async function noSuchUser(user: string): Promise<SessionError | undefined> {
  if ((await systemEntry('passwd', user)) !== undefined) return undefined;
  return new SessionError(
    'user',
    `There is no user ${user} on this host. As root: useradd --create-home --user-group ${user}; then \`openjd doctor --user ${user}\` tells what else that user needs.`,
  );
}
