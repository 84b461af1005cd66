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

  test('a user without a rule in sudoers is a problem that says what to write there', async () => {
    const user = new PosixSessionUser({ user: USERS.stranger, group: GROUP });
    const checks = await checkHost({ sessionRoot: sessionRoot(), user });
    expect(checks.find(({ name }) => name === 'user-session')).toMatchObject({
      state: 'problem',
      message: expect.stringContaining(`ALL=(${USERS.stranger}) NOPASSWD: ALL`),
    });
  });

  test('a group that the host is not in is a problem', async () => {
    const user = new PosixSessionUser({ user: USERS.target });
    const checks = await checkHost({ sessionRoot: sessionRoot(), user });
    expect(checks.find(({ name }) => name === 'group')).toMatchObject({
      state: 'problem',
      mend: expect.stringContaining(`usermod -aG ${USERS.target} ${USERS.host}`),
    });
  });
});
