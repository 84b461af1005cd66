import fs from 'node:fs/promises';
import type { FileAccess } from '../ports/session-user.ts';

/** Permissions of a file or folder for its owner, and for the group where the session shares its files with one. */
export function modeFor(access: FileAccess, ownerMode: 0o600 | 0o700): number {
  // The group reads, and enters or executes what the owner does; it never writes what the host wrote.
  return access.groupId === undefined ? ownerMode : ownerMode | (ownerMode === 0o700 ? 0o050 : 0o040);
}

/** Makes a folder of the host's, if it is missing, that the session's user can use. */
export async function makeFolder(folder: string, access: FileAccess): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  if (access.groupId === undefined) return;
  await fs.chown(folder, -1, access.groupId);
  await fs.chmod(folder, modeFor(access, 0o700));
}

/**
 * Writes a file anew. What was at the place before is removed, not written through: an action could have put a link there that points
 * at a file which only the session's own user may write.
 */
export async function replaceFile(
  file: string,
  content: string,
  mode: 0o600 | 0o700,
  access: FileAccess = {},
): Promise<void> {
  await fs.rm(file, { recursive: true, force: true });
  const handle = await fs.open(file, 'wx', mode);
  try {
    await handle.writeFile(content, 'utf8');
    // The group first: until then, the mode would open the file to another one.
    if (access.groupId !== undefined) await handle.chown(-1, access.groupId);
    await handle.chmod(modeFor(access, mode)); // the umask may have taken something away
  } finally {
    await handle.close();
  }
}
