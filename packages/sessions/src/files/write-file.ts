import fs from 'node:fs/promises';

/**
 * Writes a file anew. What was at the place before is removed, not written through: an action could have put a link there that points
 * at a file which only the session's own user may write.
 */
export async function replaceFile(file: string, content: string, mode: 0o600 | 0o700): Promise<void> {
  await fs.rm(file, { recursive: true, force: true });
  const handle = await fs.open(file, 'wx', mode);
  try {
    await handle.writeFile(content, 'utf8');
    await handle.chmod(mode); // the umask may have taken something away
  } finally {
    await handle.close();
  }
}
