import { describe, expect, test } from 'vitest';
import { PosixSessionUser, Session } from '@ojd/sessions';
import { becomeHost, USERS } from './test-users.ts';
import { closeSessionsAfterEach, linesOf, sessionRoot } from './user-session.ts';

const skip = becomeHost();

describe.skipIf(skip !== undefined)(`the user of this program${skip === undefined ? '' : `, skipped: ${skip}`}`, () => {
  closeSessionsAfterEach();

  // No rule of sudo lets the host act as it: as another user, it would be refused.
  test.each([USERS.host, USERS.alias])('by the name %s is no other user: nothing is done for it', async (user) => {
    await using session = await Session.create({ user: new PosixSessionUser({ user }), sessionRoot: sessionRoot() });
    const lines = await linesOf(session.runSubprocess({ command: 'id', args: ['-u'] }));
    expect(lines).toEqual([String(process.getuid?.())]);
  });
});
