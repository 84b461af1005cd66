import os from 'node:os';
import { SessionError } from '../errors/session-error.ts';
import { dropCredentials, keepCredentials } from './windows/credentials.ts';

/** What Windows takes for the name of a user: `actions`, `DOMAIN\actions` or `actions@domain.example`. */
// oxlint-disable-next-line eslint/no-control-regex -- they are what must not be in it
const NAME = /^(?:[^"/\\[\]:;|=,+*?<>\u0000-\u001f]+\\)?[^"/\\[\]:;|=,+*?<>\u0000-\u001f]+$/;
const LONGEST_NAME = 513;
const LONGEST_PASSWORD = 1_024;

/** Who is meant, and how that user is logged on. */
export type WindowsSessionUserOptions =
  | {
      readonly user: string;
      readonly password: string;
      readonly logonToken?: undefined;
    }
  | {
      readonly user: string;
      /** The handle of a primary token, as CreateProcessAsUser takes it. It stays the caller's to close. */
      readonly logonToken: number | bigint;
      readonly password?: undefined;
    };

/**
 * The operating system's user that runs the actions of a session on Windows, when it is not the user of this program.
 *
 * With a password for programs on a desktop; with a logon token for services, which may start no process by a password. `docs/windows.md` says which
 * rights of this program's user each of them needs, and what has never been run on a real Windows.
 *
 * The password and the token are in no property, message or event. They are dropped as soon as no process needs them any more, at the latest by
 * {@link WindowsSessionUser.close}. What can't be dropped is the string that the caller gave: JavaScript has no way to overwrite it.
 *
 * @example
 * ```ts
 * import { Session, WindowsSessionUser } from '@ojd/sessions';
 *
 * async function runAsActions(password: string): Promise<void> {
 *   using user = new WindowsSessionUser({ user: 'actions', password });
 *   await using session = await Session.create({ user });
 *   await session.runSubprocess({ command: 'whoami' }).orThrow();
 * }
 * ```
 */
export class WindowsSessionUser implements Disposable {
  readonly user: string;

  /** @throws {@link SessionError} `invalid-option` for what can't be a name, a password or a token. */
  constructor(options: WindowsSessionUserOptions) {
    this.user = checkedName(options.user);
    const { password, logonToken } = options as { readonly password?: unknown; readonly logonToken?: unknown };
    if ((password === undefined) === (logonToken === undefined)) {
      throw new SessionError(
        'invalid-option',
        `Either password or logonToken must be given for the user ${this.user}; got ${password === undefined ? 'neither' : 'both'}.`,
      );
    }
    if (password !== undefined) keepCredentials(this, { password: checkedPassword(password) });
    else keepCredentials(this, { givenToken: checkedToken(logonToken) });
  }

  /** Whether that is the user that this program runs as: then nothing is done for it. */
  get isProcessUser(): boolean {
    const [name = '', domain] = this.user.split('\\').toReversed();
    if (name.toLowerCase() !== os.userInfo().username.toLowerCase()) return false;
    const own = ['.', process.env['USERDOMAIN'], process.env['COMPUTERNAME']];
    return domain === undefined || own.some((one) => one?.toLowerCase() === domain.toLowerCase());
  }

  /** Drops the password and the token, to be called when its sessions are over. A session that is opened with it afterwards is refused. */
  close(): void {
    dropCredentials(this);
  }

  /** {@link WindowsSessionUser.close}. */
  [Symbol.dispose](): void {
    this.close();
  }
}

function checkedName(name: unknown): string {
  if (typeof name === 'string' && name.length <= LONGEST_NAME && NAME.test(name)) return name;
  throw new SessionError(
    'invalid-option',
    `user must be the name of a user (name, DOMAIN\\name or name@domain, without "/[]:;|=,+*?<>); got ${JSON.stringify(name)}.`,
  );
}

/** What was found is never told: it could be the password of another place. */
function checkedPassword(password: unknown): Buffer {
  if (typeof password === 'string' && password.length <= LONGEST_PASSWORD && !password.includes('\0'))
    return Buffer.from(`${password}\0`, 'utf16le');
  throw new SessionError(
    'invalid-option',
    `password must be a string of at most ${LONGEST_PASSWORD} characters without NUL; got ${typeof password === 'string' ? 'another one' : typeof password}.`,
  );
}

function checkedToken(token: unknown): number {
  const handle = typeof token === 'bigint' ? Number(token) : token;
  if (typeof handle === 'number' && Number.isSafeInteger(handle) && handle > 0) return handle;
  throw new SessionError(
    'invalid-option',
    `logonToken must be a handle (a whole number above 0, or a bigint); got ${typeof token}.`,
  );
}
