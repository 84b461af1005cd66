import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Platform } from '../ports/platform.ts';
import { SessionError } from '../errors/session-error.ts';
import { errorText } from '../errors/error-text.ts';
import { makeDefaultRoot } from './default-root.ts';

/** A root that is fit for use, and what an operator should know about it. */
export interface CheckedRoot {
  readonly path: string;
  readonly warnings: readonly RootWarning[];
}

/** Something that makes a root less safe than it should be. */
export interface RootWarning {
  readonly folder: string;
  readonly reason: 'writable' | 'owner';
  readonly message: string;
}

/**
 * Makes or checks the folder that holds the working directories. A root that the caller names must exist; else it is {@link makeDefaultRoot}.
 */
export async function checkSessionRoot(given: string | undefined, platform: Platform): Promise<CheckedRoot> {
  const root = given === undefined ? await makeDefaultRoot(platform) : await checkGivenRoot(path.resolve(given));
  return { path: root, warnings: platform.name === 'win32' ? [] : await unsafeFolders(root) };
}

/** The folder itself, where a link is given: who exchanges the link later leads no session elsewhere. */
async function checkGivenRoot(root: string): Promise<string> {
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
  return fs.realpath(root);
}

// Who may write to a folder without the sticky bit, or owns it, can replace what lies below it.
async function unsafeFolders(root: string): Promise<RootWarning[]> {
  const folders: string[] = [];
  for (let folder = root; ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (folder === path.dirname(folder)) break;
  }
  const stats = await Promise.all(folders.map(async (folder) => [folder, await fs.stat(folder)] as const));
  const trusted = new Set([0, os.userInfo().uid]);
  const warnings: RootWarning[] = [];
  for (const [folder, { mode, uid }] of stats) {
    if ((mode & 0o002) !== 0 && (mode & 0o1000) === 0) {
      const message = `${folder} may be written to by everybody and has no sticky bit: any user of this host can replace the session's files.`;
      warnings.push({ folder, reason: 'writable', message });
    }
    if (!trusted.has(uid)) {
      const message = `${folder} belongs to the user with id ${uid}, neither to this program's user nor to root: that user can replace the session's files.`;
      warnings.push({ folder, reason: 'owner', message });
    }
  }
  return warnings;
}
