import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { SpawnError } from '../ports/spawn.ts';

/** What the lookup asks of a file system; a table in tests of the other platform. */
export interface FileProbe {
  kind(path: string): 'file' | 'directory' | undefined;
  isExecutable(path: string): boolean;
}

/** The names the lookup needs of a spawn request. */
export interface CommandQuery {
  readonly command: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/**
 * Finds the file that a command means, in the environment of the process to be: `PATH` of its own `env`, relative to its own `cwd`.
 * Done here and not by the system because the ways to spawn differ in whose `PATH` they search, and because
 * a person needs to read what is wrong.
 *
 * Returns a path that is absolute or relative to `cwd`. Throws {@link SpawnError} `ENOENT` or `EACCES`.
 */
export function findCommand(query: CommandQuery, platform: NodeJS.Platform, probe: FileProbe = fileSystem): string {
  if (query.command === '')
    throw new SpawnError('ENOENT', 'command', 'The command is empty: expected the name or path of a program.');
  return platform === 'win32' ? findOnWindows(query, probe) : findOnPosix(query, probe);
}

/**
 * What to hand to the system: a path on POSIX as it is (the system's refusal is explained afterwards, see {@link findProblem}),
 * everything else as {@link findCommand} finds it.
 */
export function commandToStart(query: CommandQuery, platform: NodeJS.Platform): string {
  return platform !== 'win32' && query.command.includes('/') ? query.command : findCommand(query, platform);
}

/** Why the system has refused: the working directory or the command, or undefined if neither. */
export function findProblem(query: CommandQuery, platform: NodeJS.Platform): SpawnError | undefined {
  try {
    checkWorkingDirectory(query.cwd);
    findCommand(query, platform);
    return undefined;
  } catch (error) {
    return error instanceof SpawnError ? error : undefined;
  }
}

/** Throws {@link SpawnError} unless the directory can be a working directory. */
function checkWorkingDirectory(cwd: string): void {
  const kind = fileSystem.kind(cwd);
  if (kind === 'directory') return;
  throw kind === undefined
    ? new SpawnError(
        'ENOENT',
        'workingDirectory',
        `The working directory '${cwd}' does not exist: it was removed or renamed.`,
      )
    : new SpawnError('ENOTDIR', 'workingDirectory', `The working directory '${cwd}' is a file: expected a directory.`);
}

const fileSystem: FileProbe = {
  kind(path) {
    const stats = statOrUndefined(path);
    if (stats === undefined) return undefined;
    return stats.isDirectory() ? 'directory' : 'file';
  },
  isExecutable(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

function statOrUndefined(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // a path through a file, or through a directory that may not be searched
  }
}

function findOnPosix({ command, env, cwd }: CommandQuery, probe: FileProbe): string {
  if (command.includes('/')) {
    const path = posix.resolve(cwd, command);
    const kind = probe.kind(path);
    if (kind === undefined)
      throw new SpawnError(
        'ENOENT',
        'command',
        `The command '${command}' does not exist${path === command ? '' : ` (looked for at '${path}')`}: correct the path, or give the name of a program in PATH.`,
      );
    if (kind === 'directory')
      throw new SpawnError('EACCES', 'command', `The command '${command}' is a directory: expected a program.`);
    if (!probe.isExecutable(path)) throw notExecutable(command);
    return command;
  }
  // As execvp does: a file that may not be executed doesn't end the search, an empty entry is the working directory.
  const searched = env['PATH'] ?? '/bin:/usr/bin';
  let refused: string | undefined;
  for (const entry of searched.split(':')) {
    const candidate = entry === '' ? `./${command}` : posix.join(entry, command);
    const path = posix.resolve(cwd, candidate);
    if (probe.kind(path) !== 'file') continue;
    if (probe.isExecutable(path)) return candidate.includes('/') ? candidate : `./${candidate}`;
    refused ??= candidate;
  }
  if (refused !== undefined) throw notExecutable(refused);
  throw notInPath(command, searched);
}

/** What cmd.exe assumes when the environment doesn't say. */
const DEFAULT_PATHEXT = '.COM;.EXE;.BAT;.CMD';

function findOnWindows({ command, env, cwd }: CommandQuery, probe: FileProbe): string {
  const extensions = (windowsVariable(env, 'PATHEXT') ?? DEFAULT_PATHEXT)
    .split(';')
    .filter((extension) => extension !== '');
  const complete = extensions.some((extension) => command.toLowerCase().endsWith(extension.toLowerCase()));
  // A name that already ends in a known extension is tried as it stands first; any other is never run without one.
  const names = [...(complete ? [command] : []), ...extensions.map((extension) => command + extension)];
  const hasFolder = /[\\/]|^[A-Za-z]:/.test(command);
  const searched = windowsVariable(env, 'PATH') ?? '';
  const folders = hasFolder ? [cwd] : [cwd, ...searched.split(';').filter((entry) => entry !== '')];
  for (const folder of folders) {
    for (const name of names) {
      const path = win32.resolve(cwd, unquoted(folder), name);
      if (probe.kind(path) === 'file') return path;
    }
  }
  if (hasFolder && probe.kind(win32.resolve(cwd, command)) === 'file') {
    throw new SpawnError(
      'EACCES',
      'command',
      `The command '${command}' is not executable: its extension is not one of PATHEXT (${extensions.join(';')}). Name the program that runs it as the command.`,
    );
  }
  if (hasFolder)
    throw new SpawnError('ENOENT', 'command', `The command '${command}' does not exist (tried ${names.join(', ')}).`);
  throw notInPath(command, searched);
}

/** Windows names variables without regard to case. */
function windowsVariable(env: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const [key, value] of Object.entries(env)) if (key.toUpperCase() === name) return value;
  return undefined;
}

function unquoted(entry: string): string {
  return entry.startsWith('"') && entry.endsWith('"') && entry.length > 1 ? entry.slice(1, -1) : entry;
}

function notExecutable(command: string): SpawnError {
  return new SpawnError(
    'EACCES',
    'command',
    `The command '${command}' is not executable: set its execute permission (for an embedded file: 'runnable: true'), or name the program that runs it as the command.`,
  );
}

function notInPath(command: string, searched: string): SpawnError {
  const where = searched === '' ? 'PATH is empty' : `searched PATH: ${searched}`;
  const advice = /\s/.test(command)
    ? 'A command is the name of one program: what follows the first space is probably meant as args.'
    : 'Install it, add its folder to PATH, or give its full path.';
  return new SpawnError('ENOENT', 'command', `The command '${command}' was not found (${where}). ${advice}`);
}
