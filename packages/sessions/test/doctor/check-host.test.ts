import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkHost, PosixSessionUser } from '@ojd/sessions';
import { temporaryFolder } from '../session/harness.ts';

test('a host on which sessions run has no problem', async () => {
  const checks = await checkHost({ sessionRoot: await temporaryFolder() });
  expect(checks.filter(({ state }) => state === 'problem')).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['spawn', 'session-root', 'clock', 'session']));
});

test('a session root that does not exist is a problem', async () => {
  const sessionRoot = path.join(await temporaryFolder(), 'none');
  const checks = await checkHost({ sessionRoot });
  expect(checks).toContainEqual({
    name: 'session-root',
    state: 'problem',
    message: expect.stringContaining(sessionRoot),
  });
});

test.runIf(process.platform !== 'win32')(
  'a folder that everybody may change, without a sticky bit, is a warning with what to type',
  async () => {
    const open = path.join(await temporaryFolder(), 'open');
    const sessionRoot = path.join(open, 'root');
    await mkdir(sessionRoot, { recursive: true });
    await chmod(open, 0o777);
    expect(await checkHost({ sessionRoot })).toContainEqual({
      name: 'session-root',
      state: 'warning',
      message: expect.stringContaining('sticky bit'),
      mend: `chmod +t ${open}`,
    });
  },
);

test.runIf(process.platform === 'linux')(
  'a user and a group that do not exist are problems, with what to type',
  async () => {
    const user = new PosixSessionUser({ user: 'ojdtest-nobody', group: 'ojdtest-none' });
    const checks = await checkHost({ sessionRoot: await temporaryFolder(), user });
    expect(checks.find(({ name }) => name === 'group')).toMatchObject({
      state: 'problem',
      mend: expect.stringContaining('groupadd ojdtest-none'),
    });
    expect(checks.find(({ name }) => name === 'user-session')).toMatchObject({ state: 'problem' });
  },
);
