import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findSystemProgram } from './system-programs.ts';

const execute = promisify(execFile);

/** The exit code of getent for a name that is in none of the data bases. */
const NOT_FOUND = 2;

/** An entry of the system's data bases, by its fields; undefined if there is none, `unknown` if nothing here can look it up. */
export async function systemEntry(
  base: 'passwd' | 'group',
  key: string,
): Promise<readonly string[] | undefined | 'unknown'> {
  const getent = findSystemProgram('getent');
  if (getent === undefined) return 'unknown';
  try {
    const { stdout } = await execute(getent, [base, key], { env: {} });
    return stdout.trim().split(':');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === NOT_FOUND ? undefined : 'unknown';
  }
}

/** The number of a user; undefined where there is none, or nothing here can look it up. */
export async function userIdOf(user: string): Promise<number | undefined> {
  const entry = await systemEntry('passwd', user);
  const id = Array.isArray(entry) ? Number(entry[2]) : Number.NaN;
  return Number.isInteger(id) ? id : undefined;
}
