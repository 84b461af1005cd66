import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The users of these tests. The two hosts may run anything as the target, one of them on a pseudo-terminal; the stranger is in no group of theirs. */
export const USERS = {
  host: 'ojdtest-host',
  ptyHost: 'ojdtest-pty',
  /** The host once more, by another name. */
  alias: 'ojdtest-alias',
  target: 'ojdtest-target',
  stranger: 'ojdtest-stranger',
} as const;

/** What hosts and target share. */
export const GROUP = 'ojdtest-shared';
export const SUDOERS = '/etc/sudoers.d/ojdtest';
/** In the comment of every user that these tests made: no other is ever removed. */
export const STALE = 'made by the tests of OpenJD sessions';

/** Why these tests can't run here; undefined where they can. */
export function whyNoUsers(): string | undefined {
  if (process.env['OJD_TEST_CREATE_USERS'] !== '1')
    return 'it makes users: set OJD_TEST_CREATE_USERS=1 on a machine of your own';
  if (process.platform !== 'linux') return 'it makes users as Linux does';
  const missing = [
    '/usr/bin/sudo',
    '/usr/sbin/visudo',
    '/usr/sbin/useradd',
    '/usr/bin/getent',
    '/usr/bin/setpriv',
  ].filter((program) => !existsSync(program));
  if (missing.length > 0) return `${missing.join(' and ')} is missing`;
  return process.getuid?.() === 0 || becameHost !== undefined ? undefined : 'only root can make users';
}

let becameHost: string | undefined;

/**
 * Makes this process, for good, one of a host user: every test file has a process of its own. Returns why the tests of the file have to be skipped,
 * or undefined.
 */
export function becomeHost(user: string = USERS.host): string | undefined {
  const why = whyNoUsers();
  if (why !== undefined) return why;
  if (becameHost === user) return undefined;
  (process as NodeJS.Process & { initgroups(user: string, group: string): void }).initgroups(user, user); // @types/node has it not
  process.setgid?.(user);
  process.setuid?.(user);
  process.env['HOME'] = `/home/${user}`;
  process.env['SECRET_OF_THE_HOST'] = 'must not leak';
  becameHost = user;
  return undefined;
}

/** Runs a program as root would have given it to another user: only the target, through the host's own sudo rule. */
export function asTarget(command: string, ...args: string[]): string {
  return execFileSync('/usr/bin/sudo', ['-n', '-u', USERS.target, command, ...args], {
    encoding: 'utf8',
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
