import fs from 'node:fs/promises';
import path from 'node:path';
import type { Leftover } from '../results/session-report.ts';
import { errorCode, errorText } from '../errors/error-text.ts';

/**
 * Removes a folder and everything in it, and says what it could not remove instead of stopping there. Folders that a job made
 * unreadable are opened first; links are removed, never followed.
 */
export async function removeTree(root: string): Promise<readonly Leftover[]> {
  try {
    await fs.rm(root, { recursive: true, force: true, maxRetries: 2, retryDelay: 50 });
    return [];
  } catch {
    const leftovers: Leftover[] = [];
    await removeEntry(root, leftovers);
    return leftovers;
  }
}

async function removeFolder(folder: string, leftovers: Leftover[]): Promise<void> {
  await fs.chmod(folder, 0o700).catch(() => {});
  let names: string[];
  try {
    names = await fs.readdir(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') leftovers.push(leftover(folder, error));
    return;
  }
  await Promise.all(names.map((name) => removeEntry(path.join(folder, name), leftovers)));
  const before = leftovers.length;
  try {
    await fs.rmdir(folder);
  } catch (error) {
    // Reported only where nothing inside it is to blame.
    if (before === 0) leftovers.push(leftover(folder, error));
  }
}

async function removeEntry(entry: string, leftovers: Leftover[]): Promise<void> {
  try {
    const stat = await fs.lstat(entry);
    if (stat.isDirectory()) await removeFolder(entry, leftovers);
    else await fs.unlink(entry);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') leftovers.push(leftover(entry, error));
  }
}

function leftover(entry: string, error: unknown): Leftover {
  return { path: entry, reason: errorCode(error) ?? errorText(error) };
}
