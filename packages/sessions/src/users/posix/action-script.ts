import { posix } from 'node:path';
import { SpawnError, type SpawnErrorSubject, type SpawnRequest } from '../../ports/spawn.ts';
import { HELPER_VARIABLE, readTicks } from './helper-script.ts';
import { shellName, shellWord } from './shell-words.ts';

/** Linux takes no argument and no variable longer than this, its NUL included. */
const LONGEST_TEXT_BYTES = 131_072;
/** A quarter of the default stack limit of 8 MiB, less what the kernel keeps for itself. */
const LONGEST_ALTOGETHER_BYTES = 2_097_152 - 8_192;

/**
 * What the shell of the other user runs to become the action: it looks for the command with that user's eyes, says on descriptor 3 that it found it or not,
 * takes on the environment and replaces itself. It is read from a file that only the two users can find, because arguments of
 * processes (those of `env`, say) can be read by everybody. Throws {@link SpawnError} for what no process can receive.
 */
export function actionScript(request: SpawnRequest, name: string, key: string): string {
  checkTexts(request);
  const { command, args, env, cwd } = request;
  const needsEnv = Object.keys(env).find((variable) => OF_THE_SHELL.has(variable));
  const unfit = UNFIT_FOR_ENV.find(({ is }) => is.test(command))?.how;
  if (needsEnv !== undefined && unfit !== undefined) {
    throw new SpawnError(
      'EINVAL',
      'command',
      `The command '${command}' ${unfit}, and can not be started for another user while the variable ${needsEnv} is set, which only env can give it: expected another command, or no such variable.`,
    );
  }
  const say = (what: string): string => `printf '%s\\n' ${shellWord(`${key} ${what}`)} >&3`;
  const refuse = (code: string, subject: SpawnErrorSubject): string =>
    `{ ${say(`refused ${name} ${code} ${subject}`)}; exit 0; }`;
  const directory = shellWord(cwd);
  const variables = Object.entries(env);
  const ofTheShell = variables.filter(([variable]) => OF_THE_SHELL.has(variable)).map(assignment);
  const throughEnv = ofTheShell.length === 0 ? [] : ['/usr/bin/env', ...ofTheShell];
  return [
    'exec 2>&1',
    `[ -e ${directory} ] || ${refuse('ENOENT', 'workingDirectory')}`,
    `[ -d ${directory} ] || ${refuse('ENOTDIR', 'workingDirectory')}`,
    `cd -- ${directory} 2>/dev/null || ${refuse('EACCES', 'workingDirectory')}`,
    ...(command.includes('/') ? checkPath(command, refuse) : searchPath(command, env['PATH'], refuse)),
    // With its own start: by the time that the host hears of it, the number may be another's.
    readTicks('$$'),
    `printf '%s %s\\n' ${shellWord(`${key} started ${name}`)} "$$:$ticks" >&3`,
    // Out of reach of the variables.
    ...(command.includes('/') ? [] : ['set -- "$file"']),
    `unset PWD OLDPWD SHLVL _ ${HELPER_VARIABLE}`,
    // bash sets and exports SHLVL again when it becomes another program; an array is exported by no bash.
    '[ -z "$BASH_VERSION" ] || typeset -a SHLVL',
    ...(env['PATH'] === undefined ? [`unset PATH; PATH=${DEFAULT_PATH}`] : []),
    ...variables
      .filter(([variable]) => !OF_THE_SHELL.has(variable))
      .map((entry) => `export ${assignment(entry)}${warned(entry)}`),
    `exec ${[...throughEnv, program(command), ...args.map(shellWord)].join(' ')} </dev/null 3>&-`,
    '',
  ].join('\n');
}

/** Names that a shell keeps for itself, or takes no such value for. They are given by env, whose arguments can be read by everybody for a moment: none of them is a place for a secret. */
const OF_THE_SHELL = new Set(
  [
    'BASHOPTS BASHPID BASH_ALIASES BASH_ARGC BASH_ARGV BASH_CMDS BASH_COMMAND BASH_LINENO BASH_MONOSECONDS BASH_SOURCE',
    'BASH_SUBSHELL BASH_VERSINFO DIRSTACK EPOCHREALTIME EPOCHSECONDS EUID FUNCNAME GROUPS HISTCMD LINENO OPTIND PIPESTATUS',
    'PPID RANDOM SECONDS SHELLOPTS SHLVL SRANDOM UID _',
  ].flatMap((names) => names.split(' ')),
);

/** Commands that env would not take for the program: it tells assignments from programs by the sign alone, and the path that was found may hold one. */
const UNFIT_FOR_ENV = [
  { is: /=/, how: 'holds a "="' },
  { is: /^-[^/]*$/, how: 'looks like an option' },
] as const;

/** bash warns at once of a locale that the system lacks, and that would be in the output of the action. */
function warned([variable]: readonly [string, string]): string {
  return /^(LC_|LANG)/.test(variable) ? ' 2>/dev/null' : '';
}

function assignment([variable, value]: readonly [string, string]): string {
  return `${variable}=${shellWord(value)}`;
}

/**
 * How `exec` is told the program. A name is looked up by it once more, and is the first argument as it was given; one that looks like an option is told by the
 * path that was found: bash would take it as its own, run nothing and end well, and dash knows no `--`.
 */
function program(command: string): string {
  if (!command.startsWith('-')) return shellWord(command);
  return command.includes('/') ? shellWord(noOption(command)) : '"$1"';
}

function noOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}

const DEFAULT_PATH = '/bin:/usr/bin';

type Refuse = (code: string, subject: SpawnErrorSubject) => string;

function checkPath(command: string, refuse: Refuse): readonly string[] {
  const path = shellWord(command);
  return [
    `[ -e ${path} ] || ${refuse('ENOENT', 'command')}`,
    `[ -f ${path} ] && [ -x ${path} ] || ${refuse('EACCES', 'command')}`,
  ];
}

function searchPath(command: string, searched = DEFAULT_PATH, refuse: Refuse): readonly string[] {
  const candidates = searched
    .split(':')
    .map((entry) => shellWord(entry === '' ? `./${command}` : noOption(posix.join(entry, command))));
  return [
    `found=no; for file in ${candidates.join(' ')}; do`,
    '  [ -f "$file" ] || continue',
    '  if [ -x "$file" ]; then found=yes; break; else found=refused; fi',
    'done',
    `[ $found != refused ] || ${refuse('EACCES', 'command')}`,
    `[ $found = yes ] || ${refuse('ENOENT', 'command')}`,
  ];
}

function checkTexts({ command, args, env }: SpawnRequest): void {
  if (command === '')
    throw new SpawnError('ENOENT', 'command', 'The command is empty: expected the name or path of a program.');
  for (const name of Object.keys(env)) {
    if (!shellName.test(name) && !name.includes('\0')) {
      throw new SpawnError(
        'EINVAL',
        'arguments',
        `The variable ${JSON.stringify(name)} can not be given to another user's process: expected a name of letters, digits and _, as a shell has them.`,
      );
    }
  }
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const texts = [command, ...args, ...variables];
  if (texts.some((text) => text.includes('\0'))) {
    throw new SpawnError(
      'EINVAL',
      'arguments',
      `The command '${command}', one of its arguments or a variable of its environment holds a NUL character.`,
    );
  }
  const sizes = texts.map((text) => Buffer.byteLength(text) + 1);
  const allBytes = sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.every((size) => size <= LONGEST_TEXT_BYTES) && allBytes <= LONGEST_ALTOGETHER_BYTES) return;
  throw new SpawnError(
    'E2BIG',
    'arguments',
    `The arguments and the environment (${allBytes} bytes, the longest text ${Math.max(...sizes)}) are too long for this system, which takes ${LONGEST_TEXT_BYTES} bytes in one and ${LONGEST_ALTOGETHER_BYTES} in all: write what is long into an embedded file.`,
  );
}
