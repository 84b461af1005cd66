import { errorCode } from '../errors/error-text.ts';
import { setTimeout as delay } from 'node:timers/promises';
import { nulInRequest } from '../ports/nul-characters.ts';
import { explainMissingInterpreter } from './missing-interpreter.ts';
import { findProblem } from './find-command.ts';
import { SpawnError, type SpawnErrorSubject, type SpawnRequest } from '../ports/spawn.ts';

type Explanation = readonly [SpawnErrorSubject, (request: SpawnRequest) => string];

/** What the system's refusals mean after the command and the working directory have been found. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ENOENT: ['command', explainMissingInterpreter],
  EACCES: [
    'command',
    ({ command, cwd }) =>
      `The command '${command}' may not be executed in '${cwd}': check the permissions of the file, its folder and its '#!' interpreter.`,
  ],
  ENOEXEC: [
    'command',
    ({ command }) =>
      `The command '${command}' is not a program for this system: expected a native program or a script.`,
  ],
  ETXTBSY: ['command', ({ command }) => `The command '${command}' is still open for writing by another process.`],
  ELIBBAD: ['command', ({ command }) => `The command '${command}' has a damaged '#!' interpreter or library.`],
  E2BIG: [
    'arguments',
    ({ args, env }) =>
      longText({ args, env }) ??
      `The arguments (${byteCount(args)} bytes) and the environment (${byteCount(Object.entries(env).flat())} bytes) are too long for this system: write what is long into an embedded file.`,
  ],
  EMFILE: [
    'host',
    () => 'The host process has no file descriptor left (ulimit -n): run fewer sessions at once or raise the limit.',
  ],
  ENFILE: ['host', () => 'The system has no file descriptor left.'],
  EAGAIN: [
    'host',
    () =>
      'The system refuses another process (ulimit -u, or the limit of the container): run fewer sessions at once or raise the limit.',
  ],
  ENOMEM: ['host', () => 'The system has too little memory for another process.'],
};

/** Names of Node's own that mean the same as a name of the system. */
const SAME_AS: Readonly<Record<string, string>> = {
  ERR_INVALID_ARG_VALUE: 'EINVAL',
  EPERM: 'EACCES',
  UNKNOWN: 'ENOEXEC',
};

/** Refusals that the working directory may be the reason for, or the file that the command names. */
const ABOUT_FILES = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP']);

/** The typed error for what a way to spawn has thrown. */
export function spawnErrorFrom(error: unknown, request: SpawnRequest, platform: NodeJS.Platform): SpawnError {
  // First: looked up, a name with a NUL is only a name that is not found.
  const nul = nulInRequest(request);
  if (nul !== undefined) return new SpawnError('EINVAL', ...nul, { cause: error });
  const thrown = errorCode(error) ?? 'unknown';
  const problem = ABOUT_FILES.has(thrown) ? findProblem(request, platform) : undefined;
  if (problem !== undefined) return problem;
  if (error instanceof SpawnError) return error;
  const code = SAME_AS[thrown] ?? thrown;
  const [subject, explain] = EXPLANATIONS[code] ?? [
    'host',
    () =>
      `The command '${request.command}' could not be started: ${error instanceof Error ? error.message : String(error)}`,
  ];
  return new SpawnError(code, subject, explain(request), { cause: error });
}

/** Linux takes no argument and no variable longer than this, its end included, however much it takes in all. */
const LONGEST_TEXT_BYTES = 128 * 1024;

function longText({ args, env }: Pick<SpawnRequest, 'args' | 'env'>): string | undefined {
  const texts = [
    ...args.map((arg, index) => [`argument args[${index}]`, arg] as const),
    ...Object.entries(env).map(([name, value]) => [`variable ${name}`, `${name}=${value}`] as const),
  ];
  const long =
    process.platform === 'linux' ? texts.find(([, text]) => byteCount([text]) > LONGEST_TEXT_BYTES) : undefined;
  return (
    long &&
    `The ${long[0]} (${byteCount([long[1]]) - 1} bytes) is longer than this system takes one (${LONGEST_TEXT_BYTES - 1} bytes): write what is long into an embedded file.`
  );
}

function byteCount(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
}

const BUSY_ATTEMPTS = 8;

/**
 * ETXTBSY: a program that was just written can't be executed while any process holds it open for writing, and a process that is
 * being started at the same moment on another thread holds copies of all our descriptors until it executes its own program. That lasts
 * milliseconds, so it is worth waiting (1, 2, 4, ... ms, a quarter of a second in all).
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (errorCode(error) !== 'ETXTBSY' || tries === BUSY_ATTEMPTS) throw error;
      await delay(2 ** (tries - 1));
    }
  }
}
