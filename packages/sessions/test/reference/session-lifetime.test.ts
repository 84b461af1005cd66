// The behaviours of the reference implementation's sessions, numbered as in its list: 1 to 10.
import { existsSync } from 'node:fs';
import { chmod, chown, lchown, mkdir, readdir, realpath, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { platformRules, Session, SessionError, type SessionLogRecord } from '@ojd/sessions';
import { realSession, temporaryFolder } from '../session/harness.ts';
import { sh, step } from '../session/templates.ts';

const posix = process.platform !== 'win32';

test('1: creating a session makes its working directory and the files directory in it, for its user only', async () => {
  const session = await realSession();
  expect(path.dirname(session.filesDirectory)).toBe(session.workingDirectory);
  for (const folder of [session.workingDirectory, session.filesDirectory]) {
    const { mode } = await stat(folder);
    expect(mode & 0o777).toBe(0o700);
  }
});

test('2: a session root that does not exist is refused, by name', async () => {
  await expect(Session.create({ sessionRoot: '/no/such/root' })).rejects.toThrow(
    /\/no\/such\/root.*Make the folder first/,
  );
});

test.runIf(posix)('3: the default session root is made with mode 0755, also under a strict umask', async () => {
  const temporaryDirectory = await temporaryFolder();
  const before = process.umask(0o077);
  try {
    await using session = await Session.create({ ports: { platform: { ...platformRules(), temporaryDirectory } } });
    expect(path.dirname(session.workingDirectory)).toBe(path.join(temporaryDirectory, 'OpenJD'));
    const { mode } = await stat(path.join(temporaryDirectory, 'OpenJD'));
    expect(mode & 0o777).toBe(0o755);
  } finally {
    process.umask(before);
  }
});

test.runIf(posix)('3: a default session root that is a link or a file is refused', async () => {
  const temporaryDirectory = await temporaryFolder();
  const elsewhere = await temporaryFolder();
  await symlink(elsewhere, path.join(temporaryDirectory, 'OpenJD'));
  const create = () => Session.create({ ports: { platform: { ...platformRules(), temporaryDirectory } } });
  await expect(create()).rejects.toThrow(/must be a folder, and is a link/);
  expect(await readdir(elsewhere)).toEqual([]);
});

test.skipIf(process.getuid?.() !== 0)(
  '3: where the name of the default root is taken by another user, one of our own is made, and found again (skipped except for root, who can make one)',
  async () => {
    const temporaryDirectory = await temporaryFolder();
    const create = () => Session.create({ ports: { platform: { ...platformRules(), temporaryDirectory } } });
    const takenBySomebodyElse = async (name: string): Promise<void> => {
      await mkdir(path.join(temporaryDirectory, name));
      await chown(path.join(temporaryDirectory, name), 65_534, 65_534);
    };
    const rootOf = async (): Promise<string> => {
      await using session = await create();
      return path.relative(temporaryDirectory, path.dirname(session.workingDirectory));
    };
    await takenBySomebodyElse('OpenJD');
    expect(await rootOf()).toBe('OpenJD-0');
    await chown(path.join(temporaryDirectory, 'OpenJD-0'), 65_534, 65_534);
    const unforeseen = await rootOf();
    expect(unforeseen).toMatch(/^OpenJD-0-.{6}$/);
    expect((await stat(path.join(temporaryDirectory, unforeseen))).mode & 0o777).toBe(0o755);
    expect(await rootOf()).toBe(unforeseen);
    await takenBySomebodyElse('OpenJD-0-000000');
    expect(await rootOf()).toBe(unforeseen);
  },
);

test.skipIf(process.getuid?.() !== 0)(
  '3: a link that another user put at the place of the default root is not followed (skipped except for root, who can make one)',
  async () => {
    const temporaryDirectory = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await symlink(elsewhere, path.join(temporaryDirectory, 'OpenJD'));
    await lchown(path.join(temporaryDirectory, 'OpenJD'), 65_534, 65_534);
    await using session = await Session.create({
      ports: { platform: { ...platformRules(), temporaryDirectory } },
    });
    expect(path.dirname(session.workingDirectory)).toBe(path.join(temporaryDirectory, 'OpenJD-0'));
    expect(await readdir(elsewhere)).toEqual([]);
  },
);

test('4: closing deletes the working directory and ends the session; closing twice is fine', async () => {
  const session = await realSession();
  await mkdir(path.join(session.workingDirectory, 'deep', 'deeper'), { recursive: true });
  await writeFile(path.join(session.workingDirectory, 'deep', 'deeper', 'file'), 'x');
  const report = await session.close();
  expect(existsSync(session.workingDirectory)).toBe(false);
  expect(session.state).toBe('ended');
  expect(await session.close()).toBe(report);
});

test('5: a retained working directory is kept', async () => {
  const session = await realSession({ retainWorkingDir: true });
  expect(await session.close()).toMatchObject({ ok: true, workingDirectoryState: 'retained' });
  expect(existsSync(session.workingDirectory)).toBe(true);
});

test.runIf(posix)('6: what an action made unreadable is removed all the same', async () => {
  const session = await realSession();
  await session.runTask(
    step(sh('mkdir -p locked/in; echo x > locked/in/file; chmod 000 locked/in/file locked/in locked')),
  );
  expect(await session.close()).toMatchObject({ ok: true, leftovers: [] });
  expect(existsSync(session.workingDirectory)).toBe(false);
});

test('7: await using ends the session', async () => {
  const sessionRoot = await temporaryFolder();
  let outside: Session;
  {
    await using session = await Session.create({ sessionRoot });
    outside = session;
    expect(session.state).toBe('ready');
  }
  expect(outside.state).toBe('ended');
  expect(await readdir(sessionRoot)).toEqual([]);
});

test('7: await using does not hide the error of the block it ends', async () => {
  const sessionRoot = await temporaryFolder();
  const block = async () => {
    await using session = await Session.create({ sessionRoot });
    void session.runTask(step(sh('sleep 1000')));
    throw new Error('the real problem');
  };
  await expect(block()).rejects.toThrow('the real problem');
  expect(await readdir(sessionRoot)).toEqual([]);
});

test.runIf(posix && process.getuid?.() !== 0)(
  '8: a working directory that cannot be made is an error of create',
  async () => {
    const sessionRoot = await temporaryFolder();
    await chmod(sessionRoot, 0o500);
    await expect(Session.create({ sessionRoot })).rejects.toThrow(SessionError);
  },
);

test('8: a session root that is a file is an error of create', async () => {
  const sessionRoot = path.join(await temporaryFolder(), 'file');
  await writeFile(sessionRoot, '');
  await expect(Session.create({ sessionRoot })).rejects.toMatchObject({ code: 'working-directory' });
});

test.runIf(posix).each([
  ['9: a folder above that everybody may write to is warned about', 0o777, 1],
  ['10: with the sticky bit, it is not', 0o1777, 0],
])('%s', async (_, mode, warnings) => {
  const parent = await temporaryFolder();
  const sessionRoot = path.join(parent, 'root');
  await mkdir(sessionRoot);
  await chmod(parent, mode);
  const log = vi.fn<(record: SessionLogRecord) => void>();
  await realSession({ sessionRoot, logger: { log } });

  const told = log.mock.calls.filter(([record]) => record.level === 'warning' && record.text.includes('sticky bit'));
  expect(told).toHaveLength(warnings);
});

test.runIf(posix)(
  'a given root is warned about as the folders above it are, and a link to it is followed once',
  async () => {
    const parent = await temporaryFolder();
    const [root, link] = [path.join(parent, 'root'), path.join(parent, 'link')];
    await mkdir(root);
    await chmod(root, 0o777);
    await symlink(root, link);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chown(root, 54_321, 54_321);
    const log = vi.fn<(record: SessionLogRecord) => void>();
    const session = await realSession({ sessionRoot: link, logger: { log } });
    const told = log.mock.calls.filter(([{ level }]) => level === 'warning').map(([{ text }]) => text);
    const real = await realpath(root);
    expect(told.map((text) => text.split(' ').slice(0, 3).join(' '))).toEqual([
      `${real} may be`,
      ...(isRoot ? [`${real} belongs to`] : []),
    ]);
    expect(path.dirname(session.workingDirectory)).toBe(real);
  },
);
