import fs from 'node:fs/promises';
import path from 'node:path';
import type { FileAccess } from '../ports/session-user.ts';
import { holdFolder, holdMade, identify, type HeldFolder } from './held-folder.ts';
import { modeFor } from './write-file.ts';
import { SessionError } from '../errors/session-error.ts';
import { errorText } from '../errors/error-text.ts';

/**
 * The folders of one session.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface SessionFolders {
  readonly access: FileAccess;
  /** `Session.WorkingDirectory`, the current directory of every process. */
  readonly workingDirectory: string;
  /** Inside it: embedded files, the path mapping file. */
  readonly filesDirectory: string;
  /** For writing into the working directory itself. To be released. */
  readonly holdWorkingDirectory: () => HeldFolder;
  /** For writing into the folder of the files. To be released. */
  readonly holdFiles: () => HeldFolder;
}

/** Notes which folders they are, before an action can put others in their place. */
export function foldersJustMade(workingDirectory: string, filesDirectory: string, access: FileAccess): SessionFolders {
  const [working, files] = [identify(workingDirectory), identify(filesDirectory)];
  return {
    workingDirectory,
    filesDirectory,
    access,
    holdWorkingDirectory: () => holdFolder(working),
    holdFiles: () => holdMade(working, files),
  };
}

/**
 * Makes the folders of a session, for its user only. The name is short and random: session ids may be long, paths on Windows may not.
 *
 * @param share gives the working directory to a group; tells its number.
 */
export async function makeSessionFolders(
  root: string,
  share?: (folder: string) => Promise<number>,
): Promise<SessionFolders> {
  let workingDirectory: string | undefined;
  try {
    // 0700 by mkdtemp.
    workingDirectory = await fs.mkdtemp(path.join(root, 's-'));
    const filesDirectory = path.join(workingDirectory, '.openjd');
    // The host's own, made before anybody else can enter: what it holds is never written through something planted.
    await fs.mkdir(filesDirectory, { mode: 0o700 });
    const access: FileAccess = share === undefined ? {} : { groupId: await share(workingDirectory) };
    if (access.groupId !== undefined) {
      await fs.chown(filesDirectory, -1, access.groupId);
      await fs.chmod(filesDirectory, modeFor(access, 0o700));
    }
    return foldersJustMade(workingDirectory, filesDirectory, access);
  } catch (error) {
    if (workingDirectory !== undefined) await fs.rm(workingDirectory, { recursive: true, force: true });
    if (error instanceof SessionError) throw error;
    throw new SessionError(
      'working-directory',
      `The working directory cannot be made in ${root}: ${errorText(error)}. The user of this program must be able to write there; or name another sessionRoot.`,
      { cause: error },
    );
  }
}
