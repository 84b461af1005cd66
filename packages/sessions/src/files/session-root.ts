import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Platform } from '../ports/platform.ts';
import { SessionError } from '../session/session-error.ts';
import { errorCode, errorText } from '../logs/error-text.ts';

/** A root that is fit for use, and what an operator should know about it. */
export interface CheckedRoot {
  readonly path: string;
  readonly warnings: readonly string[];
}

/** The root that is used when the caller names none. */
export function defaultSessionRoot(platform: Platform): string {
  return platform.name === 'win32'
    ? path.win32.join(process.env['PROGRAMDATA'] ?? 'C:\\ProgramData', 'OpenJD')
    : path.posix.join(platform.temporaryDirectory, 'OpenJD');
}

/**
 * Makes or checks the folder that holds the working directories. The default one is made when it is missing, and must be a real folder of our own:
 * anybody may write to the temporary directory, so it could have been put there by somebody else. A root that the caller names must exist.
 */
export async function checkSessionRoot(given: string | undefined, platform: Platform): Promise<CheckedRoot> {
  const root = path.resolve(given ?? defaultSessionRoot(platform));
  if (given === undefined) await makeDefaultRoot(root, platform);
  else await checkGivenRoot(root);
  return { path: root, warnings: platform.name === 'win32' ? [] : await unsafeParents(root) };
}

async function makeDefaultRoot(root: string, platform: Platform): Promise<void> {
  try {
    await fs.mkdir(root, { recursive: platform.name === 'win32', mode: 0o755 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      throw new SessionError(
        'working-directory',
        `The session root ${root} cannot be made: ${errorText(error)}. Name another sessionRoot.`,
        {
          cause: error,
        },
      );
    }
  }
  const stat = await fs.lstat(root);
  if (!stat.isDirectory()) {
    throw new SessionError(
      'working-directory',
      `The session root ${root} must be a folder, and is ${stat.isSymbolicLink() ? 'a link' : 'a file'}. Remove it, or name another sessionRoot.`,
    );
  }
  if (platform.name === 'win32') return;
  const { uid } = os.userInfo();
  if (stat.uid !== uid) {
    throw new SessionError(
      'working-directory',
      `The session root ${root} belongs to user ${stat.uid}, not to user ${uid} who runs the session: its owner could change what actions run. Name another sessionRoot.`,
    );
  }
  await fs.chmod(root, 0o755);
}

async function checkGivenRoot(root: string): Promise<void> {
  const stat = await fs.stat(root).catch((error: unknown) => {
    throw new SessionError(
      'working-directory',
      `The session root ${root} cannot be used: ${errorText(error)}. Make the folder first; only the default root is made for you.`,
      { cause: error },
    );
  });
  if (!stat.isDirectory())
    throw new SessionError(
      'working-directory',
      `The session root ${root} must be a folder, and is a file. Name another sessionRoot.`,
    );
}

// A folder that everybody may write to, without the sticky bit, lets everybody replace what lies below it.
async function unsafeParents(root: string): Promise<string[]> {
  const parents: string[] = [];
  for (let folder = path.dirname(root); ; folder = path.dirname(folder)) {
    parents.push(folder);
    if (folder === path.dirname(folder)) break;
  }
  const stats = await Promise.all(parents.map(async (folder) => [folder, await fs.stat(folder)] as const));
  return stats
    .filter(([, stat]) => (stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0)
    .map(
      ([folder]) =>
        `${folder} may be written to by everybody and has no sticky bit: any user of this host can replace the session's files.`,
    );
}
