import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { checkClock, checkSpawn } from '../../src/doctor/check-machine.ts';
import { checkPrograms } from '../../src/doctor/check-posix-user.ts';
import { checkRights, checkWindows } from '../../src/doctor/check-windows.ts';
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
    mend: `mkdir -p '${sessionRoot}'`,
  });
});

test.runIf(process.platform !== 'win32')(
  'a folder that everybody may change, without a sticky bit, is a warning with what to type',
  async () => {
    const open = path.join(await temporaryFolder(), 'open to all');
    const sessionRoot = path.join(open, 'root');
    await mkdir(sessionRoot, { recursive: true });
    await chmod(open, 0o777);
    expect(await checkHost({ sessionRoot })).toContainEqual({
      name: 'session-root',
      state: 'warning',
      message: expect.stringContaining('sticky bit'),
      mend: `As root: chmod +t '${open}'`,
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
    expect(checks.find(({ name }) => name === 'user')).toEqual({
      name: 'user',
      state: 'problem',
      message: 'There is no user ojdtest-nobody.',
      mend: 'As root: useradd --create-home --user-group ojdtest-nobody',
    });
    expect(checks.map(({ name }) => name)).not.toContain('user-session');
  },
);

test('without koffi sessions run, more slowly, and what to install is told', () => {
  vi.stubEnv('OJD_SPAWN', undefined); // whoever asks for child_process lacks nothing
  expect(checkSpawn(() => ({ name: 'child_process' }))).toMatchObject({
    state: 'warning',
    message: expect.stringContaining('koffi can not be loaded'),
    mend: 'npm install koffi',
  });
  expect(checkSpawn(() => ({ name: 'posix_spawn' }))).toMatchObject({ state: 'ok' });
});

test('a file system whose clock goes wrong is a warning', async () => {
  const root = await temporaryFolder();
  expect(await checkClock(root, () => Date.now() + 60_000)).toMatchObject({
    state: 'warning',
    message: expect.stringMatching(/differs from the host's by -(59|60)\d{3} ms/),
    mend: expect.stringContaining('chronyc makestep'),
  });
  expect(await checkClock(root)).toMatchObject({ state: 'ok' });
});

test('a system without sudo is told what to install', () => {
  const missing = new Set(['sudo', 'setsid']);
  expect(checkPrograms((program) => (missing.has(program) ? undefined : `/usr/bin/${program}`))).toEqual({
    name: 'programs',
    state: 'problem',
    message: 'The system lacks sudo, setsid.',
    mend: 'As root: apt-get install sudo util-linux',
  });
});

test('programs of busybox are told by what has to be installed in their place', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'busybox'), '', { mode: 0o755 });
  await Promise.all(['setsid', 'grep', 'sed'].map((name) => symlink('busybox', path.join(folder, name))));
  const find = (program: string) =>
    ['setsid', 'grep', 'sed'].includes(program) ? path.join(folder, program) : `/usr/bin/${program}`;
  // Its sed does.
  expect(checkPrograms(find)).toEqual({
    name: 'programs',
    state: 'problem',
    message: 'The system lacks setsid (that of busybox can do too little), grep (that of busybox can do too little).',
    mend: 'As root: apk add util-linux grep',
  });
});

describe('the rights to act as another user on Windows', () => {
  const rights = (names: readonly string[], service = false) =>
    checkRights({ privileges: () => names.map((name) => ({ name, enabled: false })), isService: () => service });

  test('all of them are fine', () => {
    expect(rights(['SeAssignPrimaryTokenPrivilege', 'SeIncreaseQuotaPrivilege'], true)).toMatchObject({ state: 'ok' });
  });

  test('a service that lacks one can do nothing, and is told its name and where to give it', () => {
    const check = rights(['SeIncreaseQuotaPrivilege'], true);
    expect(check).toMatchObject({
      state: 'problem',
      message: expect.stringContaining('"Replace a process level token" (SeAssignPrimaryTokenPrivilege)'),
      mend: expect.stringMatching(/LocalSystem.*secpol\.msc/),
    });
    expect(check.message).not.toContain('SeIncreaseQuotaPrivilege');
  });

  test('on a desktop a password does without them', () => {
    expect(rights([])).toMatchObject({ state: 'warning', message: expect.stringContaining("that user's password") });
  });

  test('without koffi nothing can be done, and what to install is told', () => {
    const check = checkWindows(() => {
      throw new Error('koffi is missing');
    });
    expect(check).toEqual({ name: 'rights', state: 'problem', message: 'koffi is missing', mend: 'npm install koffi' });
  });
});
