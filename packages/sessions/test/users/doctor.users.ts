import { describe, expect, test } from 'vitest';
import { checkHost, PosixSessionUser } from '@ojd/sessions';
import { becomeHost, GROUP, USERS } from './test-users.ts';
import { sessionRoot, target } from './user-session.ts';

const skip = becomeHost();

describe.skipIf(skip !== undefined)(`the doctor${skip === undefined ? '' : `, skipped: ${skip}`}`, () => {
  test('a user that is set up well has no problem; who else is in the group is told', async () => {
    const checks = await checkHost({ sessionRoot: sessionRoot(), user: target });
    expect(checks.filter(({ state }) => state === 'problem')).toEqual([]);
    expect(checks.find(({ name }) => name === 'user-session')?.message).toContain(`An action ran as ${USERS.target}`);
    expect(checks.find(({ name }) => name === 'group')).toMatchObject({
      state: 'warning',
      message: expect.stringContaining(USERS.ptyHost),
    });
  });

  test('a user whom sudo gives only for a password is a problem that says what to write, and where', async () => {
    const user = new PosixSessionUser({ user: USERS.stranger, group: USERS.stranger });
    const checks = await checkHost({ sessionRoot: sessionRoot(), user });
    expect(checks.find(({ name }) => name === 'sudo')).toEqual({
      name: 'sudo',
      state: 'problem',
      message: `sudo asks ${USERS.host} for a password before it acts as ${USERS.stranger}, and nobody is there to type it.`,
      mend: `As root: echo '${USERS.host} ALL=(${USERS.stranger}) NOPASSWD: ALL' > /etc/sudoers.d/openjd && chmod 440 /etc/sudoers.d/openjd`,
    });
    expect(checks.map(({ name }) => name)).not.toContain('user-session');
  });

  test('a group that the host is not in is a problem', async () => {
    const user = new PosixSessionUser({ user: USERS.target });
    const checks = await checkHost({ sessionRoot: sessionRoot(), user });
    expect(checks.find(({ name }) => name === 'group')).toMatchObject({
      state: 'problem',
      message: `${USERS.host} is not in the group ${USERS.target}, or not since this login.`,
      mend: `As root: usermod -aG ${USERS.target} ${USERS.host}; then log in again as ${USERS.host}.`,
    });
  });

  test('a group that the user of the actions is not in is a problem', async () => {
    const user = new PosixSessionUser({ user: USERS.stranger, group: GROUP });
    const checks = await checkHost({ sessionRoot: sessionRoot(), user });
    expect(checks.find(({ name }) => name === 'group')).toMatchObject({
      state: 'problem',
      message: `${USERS.stranger} is not in the group ${GROUP}.`,
      mend: `As root: usermod -aG ${GROUP} ${USERS.stranger}.`,
    });
  });

  test('a user without a login shell is a problem', async () => {
    const checks = await checkHost({ sessionRoot: sessionRoot(), user: new PosixSessionUser({ user: 'daemon' }) });
    expect(checks.find(({ name }) => name === 'user')).toMatchObject({
      state: 'problem',
      mend: 'As root: usermod --shell /bin/sh daemon',
    });
  });

  test('every problem and every warning says what to type or to do', async () => {
    for (const user of [target, new PosixSessionUser({ user: 'ojdtest-nobody', group: 'ojdtest-none' })]) {
      const checks = await checkHost({ sessionRoot: sessionRoot(), user });
      expect(checks.filter(({ state, mend }) => state !== 'ok' && mend === undefined)).toEqual([]);
    }
  });
});
