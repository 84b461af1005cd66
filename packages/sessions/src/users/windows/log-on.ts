import { type Handle, type ProcessOwner, Win32Error } from '../../processes/windows-spawn/win32.ts';
import { SessionError } from '../../errors/session-error.ts';
import type { WindowsSessionUser } from '../windows-session-user.ts';
import { credentialsOf, keepCredentials } from './credentials.ts';
import type { Win32Users } from './win32-users.ts';

/** The rights that CreateProcessAsUser asks of this program's user, by the names of the local security policy. */
export const RIGHTS: Readonly<Record<string, string>> = {
  SeAssignPrimaryTokenPrivilege: 'Replace a process level token',
  SeIncreaseQuotaPrivilege: 'Adjust memory quotas for a process',
};

/** A user that was logged on. */
export interface LoggedOn {
  /** This session's own copy, to be closed by it. */
  readonly token: Handle;
  /** How its processes are started. */
  readonly owner: ProcessOwner;
}

/**
 * Logs the user of a session on. With the rights for it, and always for a given token, processes are started by the token, and a password is dropped here and now. Without them a password
 * is needed for every process, so it is kept until the user is closed.
 */
export function logOn(who: WindowsSessionUser, system: Win32Users): LoggedOn {
  const credentials = credentialsOf(who);
  if (credentials === undefined) {
    throw new SessionError(
      'user',
      `The user ${who.user} was closed: make a new WindowsSessionUser for another session.`,
    );
  }
  const missing = missingRights(system);
  const { givenToken, password } = credentials;
  if (missing.length > 0 && (password === undefined || system.isService())) throw rightsError(who.user, missing);
  try {
    if (givenToken !== undefined) return byToken(system.duplicate(givenToken));
    const [name = '', domain = null] = who.user.split('\\').toReversed();
    let { logon } = credentials;
    if (logon === undefined) {
      const token = system.logon(name, domain, password ?? Buffer.alloc(2));
      logon = { token, close: () => system.close(token) };
      keepCredentials(who, missing.length === 0 ? { logon } : { ...credentials, logon });
    }
    const own = system.duplicate(logon.token);
    return password === undefined || missing.length === 0
      ? byToken(own)
      : { token: own, owner: { user: name, domain, password } };
  } catch (error) {
    throw logonError(who.user, error);
  }
}

function byToken(token: Handle): LoggedOn {
  return { token, owner: { token } };
}

/** Which of {@link RIGHTS} this program's user doesn't have. */
export function missingRights(system: Pick<Win32Users, 'privileges'>): readonly string[] {
  const held = new Set(system.privileges().map(({ name }) => name));
  return Object.keys(RIGHTS).filter((name) => !held.has(name));
}

function rightsError(user: string, missing: readonly string[]): SessionError {
  const named = missing.map((name) => `'${RIGHTS[name] ?? ''}' (${name})`).join(' and ');
  return new SessionError(
    'user',
    `To start processes as ${user}, this program's user needs ${named}: run it as an administrator's service or as LocalSystem, or give the right in secpol.msc, Local Policies, User Rights Assignment, and log on again. Only outside of services a password does without it.`,
  );
}

const ADVICE: Readonly<Record<number, string>> = {
  6: 'The logon token is no handle, or was closed.',
  1314: "This program's user lacks a right for it: openjd doctor says which.",
  1326: 'The name or the password is wrong.',
  1327: 'The account is restricted: an empty password, or hours or machines that it may not use.',
  1331: 'The account is disabled.',
  1385: 'The account may not log on here: give it "Allow log on locally" in secpol.msc.',
  1907: 'The password has to be changed first.',
  1909: 'The account is locked.',
};

function logonError(user: string, error: unknown): SessionError {
  // The cause is no part of it: what libraries put in their errors is not ours to vouch for.
  const number = error instanceof Win32Error ? error.number : undefined;
  const why = error instanceof Win32Error ? error.message : 'a call of the system failed';
  const advice = number === undefined ? undefined : ADVICE[number];
  return new SessionError(
    'user',
    `The user ${user} could not be logged on: ${why}.${advice === undefined ? '' : ` ${advice}`}`,
  );
}
