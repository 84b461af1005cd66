import { execFile } from 'node:child_process';
import { rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkSessionRoot } from '../files/session-root.ts';
import { errorText } from '../logs/error-text.ts';
import { platformRules } from '../ports/platform.ts';
import { chooseSpawnPort } from '../processes/choose-spawn.ts';
import { Session } from '../session/session.ts';
import { findSystemProgram } from '../users/posix/system-programs.ts';
import type { PosixSessionUser } from '../users/posix-session-user.ts';

/** One thing that was looked at. */
export interface HostCheck {
  readonly name: 'spawn' | 'session-root' | 'clock' | 'session' | 'programs' | 'group' | 'user-session';
  /** `warning`: sessions run, but not as well or as safely as they could. `problem`: they don't. */
  readonly state: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What to type, or to do, about it. */
  readonly mend?: string;
}

/** Options of {@link checkHost}. */
export interface CheckHostOptions {
  /** Also whether actions can run as this user. */
  readonly user?: PosixSessionUser;
  /** As of `Session.create`. */
  readonly sessionRoot?: string;
}

/** Beyond this, times of files and of the host can't be compared. */
const MOST_SKEW_MS = 2_000;

/**
 * Looks whether sessions can run on this host, and what would make them better: each check is done as a session would do it.
 *
 * @example
 * ```ts
 * import { checkHost } from '@ojd/sessions';
 *
 * const checks = await checkHost();
 * const problems = checks.filter(({ state }) => state === 'problem');
 * checks[0]?.name; // => 'spawn'
 * ```
 */
export async function checkHost(options: CheckHostOptions = {}): Promise<readonly HostCheck[]> {
  const root = await checkRoot(options.sessionRoot);
  return [
    checkSpawn(),
    ...root.checks,
    ...(root.path === undefined ? [] : [await checkClock(root.path)]),
    await checkSession('session', {}, options.sessionRoot),
    ...(options.user === undefined ? [] : await checkUser(options.user, options.sessionRoot)),
  ];
}

function checkSpawn(): HostCheck {
  const name = 'spawn';
  try {
    const way = chooseSpawnPort(process.env['OJD_SPAWN']).name;
    return way === 'child_process' && process.env['OJD_SPAWN'] === undefined
      ? {
          name,
          state: 'warning',
          message:
            'Processes are started by child_process, which holds the program up for milliseconds each time: koffi can not be loaded.',
          mend: 'npm install koffi',
        }
      : { name, state: 'ok', message: `Processes are started by ${way}.` };
  } catch (error) {
    return { name, state: 'problem', message: errorText(error), mend: 'unset OJD_SPAWN' };
  }
}

async function checkRoot(
  given: string | undefined,
): Promise<{ readonly path?: string; readonly checks: readonly HostCheck[] }> {
  const name = 'session-root';
  try {
    const { path, warnings } = await checkSessionRoot(given, platformRules());
    const unsafe = warnings.map((message): HostCheck => ({
      name,
      state: 'warning',
      message,
      mend: `chmod +t ${message.split(' ')[0] ?? ''}`,
    }));
    return { path, checks: [...unsafe, { name, state: 'ok', message: `Sessions work in ${path}.` }] };
  } catch (error) {
    return { checks: [{ name, state: 'problem', message: errorText(error) }] };
  }
}

async function checkClock(root: string): Promise<HostCheck> {
  const name = 'clock';
  const file = join(root, `clock-${process.pid}`);
  try {
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
    const skewMs = Math.round((await stat(file)).mtimeMs - Date.now());
    if (Math.abs(skewMs) <= MOST_SKEW_MS)
      return { name, state: 'ok', message: `The file system's clock is ours (${skewMs} ms).` };
    return {
      name,
      state: 'warning',
      message: `The clock of the file system of ${root} differs from the host's by ${skewMs} ms.`,
      mend: 'Set both by the same time server (chronyc makestep), or use a sessionRoot on a local disk.',
    };
  } catch (error) {
    return { name, state: 'problem', message: `No file can be written in ${root}: ${errorText(error)}` };
  } finally {
    await rm(file, { force: true });
  }
}

async function checkSession(
  name: 'session' | 'user-session',
  options: { readonly user?: PosixSessionUser },
  sessionRoot: string | undefined,
): Promise<HostCheck> {
  const startedAtMs = performance.now();
  try {
    const session = await Session.create({ ...options, ...(sessionRoot !== undefined && { sessionRoot }) });
    const openMs = Math.round(performance.now() - startedAtMs);
    const result = await session.runSubprocess({
      command: process.platform === 'win32' ? 'whoami' : 'id',
      timeLimitMs: 60_000,
    });
    const report = await session.close();
    const who = options.user?.user ?? os.userInfo().username;
    if (result.state !== 'success') return { name, state: 'problem', message: `An action as ${who} ${result.message}` };
    if (!report.ok)
      return {
        name,
        state: 'problem',
        message: `A session as ${who} left something: ${JSON.stringify(report.leftovers)}`,
      };
    return {
      name,
      state: 'ok',
      message: `An action ran as ${who} (session ${openMs} ms, action ${Math.round(result.durationMs)} ms).`,
    };
  } catch (error) {
    return { name, state: 'problem', message: errorText(error) };
  }
}

/** What the two sides of a session as another user start, always by absolute paths. */
const PROGRAMS: Readonly<Record<string, string>> = {
  sudo: 'sudo',
  setsid: 'util-linux',
  mkfifo: 'coreutils',
  chgrp: 'coreutils',
  rm: 'coreutils',
  env: 'coreutils',
  find: 'findutils',
  grep: 'grep',
};

async function checkUser(user: PosixSessionUser, sessionRoot: string | undefined): Promise<readonly HostCheck[]> {
  if (process.platform !== 'linux') {
    return [
      {
        name: 'user-session',
        state: 'problem',
        message: `Actions can run as another user on Linux only; this is ${process.platform}.`,
      },
    ];
  }
  const missing = Object.keys(PROGRAMS).filter((program) => findSystemProgram(program) === undefined);
  const programs: HostCheck =
    missing.length === 0
      ? { name: 'programs', state: 'ok', message: `The system has ${Object.keys(PROGRAMS).join(', ')}.` }
      : {
          name: 'programs',
          state: 'problem',
          message: `The system lacks ${missing.join(', ')}.`,
          mend: `apt-get install ${[...new Set(missing.map((program) => PROGRAMS[program]))].join(' ')}`,
        };
  return [programs, await checkGroup(user), await checkSession('user-session', { user }, sessionRoot)];
}

async function checkGroup({ user, group }: PosixSessionUser): Promise<HostCheck> {
  const name = 'group';
  const getent = findSystemProgram('getent');
  if (getent === undefined)
    return { name, state: 'warning', message: `The members of ${group} can't be looked up: there is no getent.` };
  const host = os.userInfo().username;
  const entry = await promisify(execFile)(getent, ['group', group], { env: {} }).catch(() => undefined);
  if (entry === undefined) {
    return {
      name,
      state: 'problem',
      message: `There is no group ${group}.`,
      mend: `groupadd ${group} && usermod -aG ${group} ${host} && usermod -aG ${group} ${user}`,
    };
  }
  const [, , id, members = ''] = entry.stdout.trim().split(':');
  if (process.getuid?.() !== 0 && process.getgroups?.().includes(Number(id)) !== true) {
    return {
      name,
      state: 'problem',
      message: `${host} is not in the group ${group}, or not since this login.`,
      mend: `usermod -aG ${group} ${host}, then log in again`,
    };
  }
  const others = members.split(',').filter((member) => member !== '' && member !== host && member !== user);
  if (others.length === 0) return { name, state: 'ok', message: `Nobody else is in the group ${group}.` };
  return {
    name,
    state: 'warning',
    message: `${others.join(', ')} can read the files of the sessions: they are in the group ${group}, too.`,
    mend: `Use a group of ${host} and ${user} alone.`,
  };
}
