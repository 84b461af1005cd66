import fs from 'node:fs/promises';
import path from 'node:path';
import { SessionError } from '../session/session-error.ts';
import { errorText } from '../logs/error-text.ts';

/** The folders of one session. */
export interface SessionFolders {
  /** `Session.WorkingDirectory`, the current directory of every process. */
  readonly workingDirectory: string;
  /** Inside it: embedded files, the path mapping file. */
  readonly filesDirectory: string;
}

/** Makes the folders of a session, for its user only. The name is short and random: session ids may be long, paths on Windows may not. */
export async function makeSessionFolders(root: string): Promise<SessionFolders> {
  try {
    // 0700 by mkdtemp.
    const workingDirectory = await fs.mkdtemp(path.join(root, 's-'));
    const filesDirectory = path.join(workingDirectory, '.openjd');
    await fs.mkdir(filesDirectory, { mode: 0o700 });
    return { workingDirectory, filesDirectory };
  } catch (error) {
    throw new SessionError(
      'working-directory',
      `The working directory cannot be made in ${root}: ${errorText(error)}`,
      { cause: error },
    );
  }
}
