// Global set-up of the project `users`: real users of the machine, made as root where OJD_TEST_CREATE_USERS=1 asks for it, and removed again.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { GROUP, STALE, SUDOERS, USERS, whyNoUsers } from './test-users.ts';

export default function makeUsers(): (() => void) | undefined {
  if (whyNoUsers() !== undefined) return undefined;
  removeUsers(); // what a run left that was killed
  try {
    execFileSync('/usr/sbin/groupadd', [GROUP]);
    for (const user of Object.values(USERS)) {
      execFileSync('/usr/sbin/useradd', [
        '--create-home',
        '--user-group',
        '--comment',
        STALE,
        '--shell',
        '/bin/sh',
        ...(user === USERS.alias ? ['--non-unique', '--uid', numberOf(USERS.host)] : []),
        user,
      ]);
    }
    for (const user of [USERS.host, USERS.ptyHost, USERS.target])
      execFileSync('/usr/sbin/usermod', ['-aG', GROUP, user]);
    const rules = [
      `${USERS.host} ALL=(${USERS.target}) NOPASSWD: ALL`,
      `${USERS.ptyHost} ALL=(${USERS.target}) NOPASSWD: ALL`,
      `Defaults:${USERS.ptyHost} use_pty`,
    ];
    writeFileSync(SUDOERS, `${rules.join('\n')}\n`, { mode: 0o440 });
    execFileSync('/usr/sbin/visudo', ['-cqf', SUDOERS]);
  } catch (error) {
    removeUsers();
    throw error;
  }
  return removeUsers;
}

function numberOf(user: string): string {
  return execFileSync('/usr/bin/id', ['-u', user], { encoding: 'utf8' }).trim();
}

function removeUsers(): void {
  rmSync(SUDOERS, { force: true });
  for (const user of Object.values(USERS)) {
    const comment = succeeds('/usr/bin/getent', ['passwd', user]);
    if (comment === undefined) continue;
    if (!comment.includes(STALE))
      throw new Error(`There is a user ${user} that these tests did not make: they touch nothing.`);
    succeeds('/usr/bin/pkill', ['-KILL', '-U', user]);
    succeeds('/usr/sbin/userdel', ['--remove', '--force', user]);
  }
  if (succeeds('/usr/bin/getent', ['group', GROUP]) !== undefined) execFileSync('/usr/sbin/groupdel', [GROUP]);
  if (existsSync(SUDOERS)) throw new Error(`${SUDOERS} could not be removed.`);
}

function succeeds(program: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
