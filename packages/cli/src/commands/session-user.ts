import { PosixSessionUser, SessionError, type SessionUser, WindowsSessionUser } from '@ojd/sessions';
import type { OptionValues } from '../command-line/options.ts';
import { CliError, EXIT } from '../errors.ts';

/** The password of `--user` on Windows. Everybody may read command lines; the variable is removed as soon as it is read. */
export const PASSWORD_VARIABLE = 'OPENJD_USER_PASSWORD';

/** Where the names of users mean something. */
export interface UserHost {
  readonly platform: string;
  readonly env: Record<string, string | undefined>;
}

/** Whoever the actions run as, checked before anything is read. */
export function sessionUser(options: OptionValues, host: UserHost = process): SessionUser | undefined {
  const { user, group } = options;
  if (user === undefined) {
    if (group === undefined) return undefined;
    throw new CliError("--group is the group of another user's Session: give --user, too.", { exitCode: EXIT.usage });
  }
  return checked(() => (host.platform === 'win32' ? windowsUser(user, group, host.env) : posixUser(user, group)));
}

/** The same, but that a user of Windows whose password is not given is only a name: its rights can be checked all the same. */
export function checkedUser(options: OptionValues, host: UserHost = process): SessionUser | undefined {
  const { user, group } = options;
  if (user === undefined || host.platform !== 'win32' || host.env[PASSWORD_VARIABLE] !== undefined)
    return sessionUser(options, host);
  return checked(() => posixUser(user, group));
}

function posixUser(user: string, group: string | undefined): PosixSessionUser {
  return new PosixSessionUser({ user, ...(group === undefined ? {} : { group }) });
}

function windowsUser(user: string, group: string | undefined, env: UserHost['env']): WindowsSessionUser {
  const password = env[PASSWORD_VARIABLE];
  delete env[PASSWORD_VARIABLE];
  if (group !== undefined)
    throw new CliError('--group is for Linux: on Windows, access lists share the files of the Session.', {
      exitCode: EXIT.usage,
    });
  if (password === undefined)
    throw new CliError(
      `--user needs the password of ${user} on Windows: set the variable ${PASSWORD_VARIABLE} to it; openjd removes it before anything runs.`,
      { exitCode: EXIT.usage },
    );
  return new WindowsSessionUser({ user, password });
}

function checked<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    throw new CliError(`--user, --group: ${error.message}`, { exitCode: EXIT.usage });
  }
}
