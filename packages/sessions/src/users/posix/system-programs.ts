import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
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

/** What a session as another user starts, always by absolute paths. */
export const USER_PROGRAMS: Readonly<Record<string, { readonly package: string; readonly isOfHelper?: true }>> = {
  sudo: { package: 'sudo' },
  mkfifo: { package: 'coreutils' },
  chgrp: { package: 'coreutils' },
  rm: { package: 'coreutils' },
  setsid: { package: 'util-linux', isOfHelper: true },
  env: { package: 'coreutils', isOfHelper: true },
  find: { package: 'findutils', isOfHelper: true },
  grep: { package: 'grep', isOfHelper: true },
  sed: { package: 'sed', isOfHelper: true },
  tr: { package: 'coreutils', isOfHelper: true },
  sort: { package: 'coreutils', isOfHelper: true },
  id: { package: 'coreutils', isOfHelper: true },
};

/** Those of busybox lack what the helper asks of them: `--fork`, `-o` with `-z`, `-delete`. */
const MORE_THAN_BUSYBOX = new Set(['setsid', 'grep', 'find']);

/** Whether it is a program of busybox that has to be another's. */
export function isTooSmall(name: string, path: string): boolean {
  return MORE_THAN_BUSYBOX.has(name) && existsSync(path) && basename(realpathSync(path)) === 'busybox';
}

/** The paths of what the helper starts: the shell of busybox would take programs of its own. Throws a SessionError that says what to install. */
export function helperPrograms(): Readonly<Record<string, string>> {
  const programs = Object.entries(USER_PROGRAMS).filter(([, { isOfHelper }]) => isOfHelper === true);
  return Object.fromEntries(
    programs.map(([name, { package: wanted }]) => {
      const path = systemProgram(name);
      if (!isTooSmall(name, path)) return [name, path];
      throw new SessionError(
        'user',
        `${path} is the one of busybox, which can't do what running actions as another user takes: install the package ${wanted} (Alpine: apk add util-linux findutils grep).`,
      );
    }),
  );
}
