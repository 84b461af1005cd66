import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { errorCode, errorText } from '../errors/error-text.ts';
import type { FileAccess } from '../ports/session-user.ts';
import type { HeldFolder } from './held-folder.ts';

/** Permissions of a file or folder for its owner, and for the group where the session shares its files with one. */
export function modeFor(access: FileAccess, ownerMode: 0o600 | 0o700): number {
  // The group reads, and enters or executes what the owner does; it never writes what the host wrote.
  return access.groupId === undefined ? ownerMode : ownerMode | (ownerMode === 0o700 ? 0o050 : 0o040);
}

/** A name that nobody can have put something under. */
export function freshName(): string {
  return `.${randomBytes(16).toString('hex')}`;
}

/**
 * Writes a file anew, under a fresh name first: what was at its place before is replaced, not written through. An action could have put a link
 * there that points at a file which only the session's own user may write.
 */
export async function replaceFile(
  folder: HeldFolder,
  name: string,
  content: string,
  mode: 0o600 | 0o700,
  access: FileAccess = {},
): Promise<void> {
  try {
    const fresh = folder.entry(freshName());
    const handle = await fs.open(fresh, 'wx', mode);
    try {
      await handle.writeFile(content, 'utf8');
      // The group first: until then, the mode would open the file to another one.
      if (access.groupId !== undefined) await handle.chown(-1, access.groupId);
      await handle.chmod(modeFor(access, mode)); // the umask may have taken something away
    } finally {
      await handle.close();
    }
    await moveTo(fresh, folder, name);
  } catch (error) {
    throw new Error(`${path.join(folder.path, name)} cannot be written: ${errorCode(error) ?? errorText(error)}`, {
      cause: error,
    });
  }
}

async function moveTo(fresh: string, folder: HeldFolder, name: string): Promise<void> {
  const place = folder.entry(name);
  try {
    await fs.rename(fresh, place);
  } catch (error) {
    if (!FOLDER_IN_PLACE.has(errorCode(error) ?? '')) throw error;
    // A folder is moved away: to remove what is in it could lead anywhere.
    await fs.rename(place, folder.entry(freshName()));
    await fs.rename(fresh, place);
  }
}

/** Windows calls it EPERM. */
const FOLDER_IN_PLACE: ReadonlySet<string> = new Set(['EISDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM']);
