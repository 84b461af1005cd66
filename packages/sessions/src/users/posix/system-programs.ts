import { accessSync, constants } from 'node:fs';
import { SessionError } from '../../errors/session-error.ts';

/** Where the system keeps its programs. Never looked for in a `PATH`, which somebody else may have shaped (CWE-426). */
const FOLDERS = [
  '/run/wrappers/bin',
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/sbin',
  '/usr/local/bin',
  '/run/current-system/sw/bin',
];

/** The absolute path of a program of the system, or undefined. */
export function findSystemProgram(name: string, folders: readonly string[] = FOLDERS): string | undefined {
  return folders
    .map((folder) => `${folder}/${name}`)
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** The absolute path of a program of the system. Throws a SessionError that says what to install. */
export function systemProgram(name: string): string {
  const path = findSystemProgram(name);
  if (path !== undefined) return path;
  throw new SessionError(
    'user',
    `The program ${name} is needed to run actions as another user, and is in none of ${FOLDERS.join(', ')}: install it.`,
  );
}
