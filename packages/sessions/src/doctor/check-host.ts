import os from 'node:os';
import { errorText } from '../errors/error-text.ts';
import { Session } from '../session/session.ts';
import type { SessionUser } from '../users/open-user.ts';
import { PosixSessionUser } from '../users/posix-session-user.ts';
import { WindowsSessionUser } from '../users/windows-session-user.ts';
import { checkLeftBehind } from './check-left-behind.ts';
import { checkClock, checkRoot, checkSpawn } from './check-machine.ts';
import { checkPosixUser } from './check-posix-user.ts';
import { checkWindows } from './check-windows.ts';
import type { HostCheck } from './host-check.ts';

/** Options of {@link checkHost}. */
export interface CheckHostOptions {
  /** Also whether actions can run as this user. */
  readonly user?: SessionUser;
  /** As of `Session.create`. */
  readonly sessionRoot?: string;
}

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
  const { user, sessionRoot } = options;
  const root = await checkRoot(sessionRoot);
  const inRoot = root.path === undefined ? [] : [...checkLeftBehind(root.path), await checkClock(root.path)];
  const machine = [checkSpawn(), ...root.checks, ...inRoot];
  // What a session would only say again is left out.
  const session = hasProblem(machine) ? [] : [await checkSession('session', {}, sessionRoot)];
  const checks = [...machine, ...session];
  if (user === undefined) return checks;
  const needs = await checkNeeds(user);
  const isForThisSystem = process.platform !== 'win32' || user instanceof WindowsSessionUser;
  if (hasProblem([...checks, ...needs]) || !isForThisSystem) return [...checks, ...needs];
  return [...checks, ...needs, await checkSession('user-session', { user }, sessionRoot)];
}

function hasProblem(checks: readonly HostCheck[]): boolean {
  return checks.some(({ state }) => state === 'problem');
}

async function checkSession(
  name: 'session' | 'user-session',
  options: { readonly user?: SessionUser },
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

/** What a session as this user needs. */
async function checkNeeds(user: SessionUser): Promise<readonly HostCheck[]> {
  if (process.platform === 'win32') return [checkWindows()];
  if (process.platform === 'linux' && user instanceof PosixSessionUser) return checkPosixUser(user);
  return [
    {
      name: 'user',
      state: 'problem',
      message: `Actions can run as another user on Linux (PosixSessionUser) and Windows (WindowsSessionUser) only; this is ${process.platform}.`,
    },
  ];
}
