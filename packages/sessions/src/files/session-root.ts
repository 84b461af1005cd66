import fs from 'node:fs/promises';
import path from 'node:path';
import type { Platform } from '../ports/platform.ts';
import { SessionError } from '../session/session-error.ts';
import { errorText } from '../logs/error-text.ts';
import { makeDefaultRoot } from './default-root.ts';

/** A root that is fit for use, and what an operator should know about it. */
export interface CheckedRoot {
  readonly path: string;
  readonly warnings: readonly RootWarning[];
}

/** Something that makes a root less safe than it should be. */
export interface RootWarning {
  readonly folder: string;
  readonly message: string;
}

/**
 * Makes or checks the folder that holds the working directories. A root that the caller names must exist; else it is {@link makeDefaultRoot}.
 */
export async function checkSessionRoot(given: string | undefined, platform: Platform): Promise<CheckedRoot> {
  const root = given === undefined ? await makeDefaultRoot(platform) : path.resolve(given);
  if (given !== undefined) await checkGivenRoot(root);
  return { path: root, warnings: platform.name === 'win32' ? [] : await unsafeParents(root) };
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
async function unsafeParents(root: string): Promise<RootWarning[]> {
  const parents: string[] = [];
  for (let folder = path.dirname(root); ; folder = path.dirname(folder)) {
    parents.push(folder);
    if (folder === path.dirname(folder)) break;
  }
  const stats = await Promise.all(parents.map(async (folder) => [folder, await fs.stat(folder)] as const));
  return stats
    .filter(([, stat]) => (stat.mode & 0o002) !== 0 && (stat.mode & 0o1000) === 0)
    .map(([folder]) => ({
      folder,
      message: `${folder} may be written to by everybody and has no sticky bit: any user of this host can replace the session's files.`,
    }));
}
