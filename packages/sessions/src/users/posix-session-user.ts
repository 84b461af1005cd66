import os from 'node:os';
import { SessionError } from '../errors/session-error.ts';

/** Names as `useradd` and directory services give them. No option (`-u`), number (`#0`) or group (`%wheel`) of sudo's passes. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.@+\\-]*\$?$/;

/**
 * The operating system's user that runs the actions of a session on Linux, when it is not the user of this program.
 *
 * This program's user needs passwordless sudo for it (`host ALL=(actions) NOPASSWD: ALL`), and both must be in `group`, which owns the session's
 * files together with this program's user: use a group that nobody else is in. `openjd doctor --user U` checks all that.
 *
 * @example
 * ```ts
 * import { PosixSessionUser, Session } from '@ojd/sessions';
 *
 * async function runAsActions(): Promise<void> {
 *   await using session = await Session.create({ user: new PosixSessionUser({ user: 'actions', group: 'jobs' }) });
 *   await session.runSubprocess({ command: 'id' }).orThrow();
 * }
 * ```
 */
export class PosixSessionUser {
  readonly user: string;
  /** Default: a group with the user's own name. */
  readonly group: string;

  /** @throws {@link SessionError} `invalid-option` for what can't be a name. */
  constructor(options: { readonly user: string; readonly group?: string }) {
    this.user = checkedName('user', options.user);
    this.group = checkedName('group', options.group ?? options.user);
  }

  /** Whether that is the name of the user that this program runs as: then nothing is done for it. A session compares the numbers of the two as well. */
  get isProcessUser(): boolean {
    return os.userInfo().username === this.user;
  }
}

function checkedName(option: 'user' | 'group', name: string): string {
  if (typeof name === 'string' && name.length <= 256 && NAME.test(name)) return name;
  throw new SessionError(
    'invalid-option',
    `${option} must be the name of a ${option} (letters, digits and _ . @ + \\ -, not first a -); got ${JSON.stringify(name)}.`,
  );
}
