import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { platformRules, PosixSessionUser, Session } from '@ojd/sessions';
import { temporaryFolder } from './harness.ts';

test.each(['win32', 'darwin'] as const)(
  'on %s another user is refused with the reason, and nothing is left',
  async (name) => {
    const sessionRoot = await temporaryFolder();
    const user = new PosixSessionUser({ user: 'actions', group: 'jobs' });
    await expect(Session.create({ sessionRoot, user, ports: { platform: platformRules(name) } })).rejects.toThrow(
      name === 'win32' ? /a WindowsSessionUser, with a password/ : /on Linux and Windows only; this is darwin/,
    );
    expect(readdirSync(sessionRoot)).toEqual([]);
  },
);
