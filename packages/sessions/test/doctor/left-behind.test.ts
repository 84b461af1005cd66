import { chmod, mkdir, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkHost } from '@ojd/sessions';
import { hostRecord } from '../../src/users/posix/host-record.ts';
import { temporaryFolder } from '../session/harness.ts';

type Changes = Readonly<Record<string, unknown>>;

/** The two folders of a session as the user `actions`, with a record that says something else of its host. */
async function sessionFolders(root: string, changes: Changes) {
  const working = await mkdtemp(path.join(root, 's-'));
  const helper = await mkdtemp(path.join(root, 'h-'));
  const record = JSON.parse(hostRecord('actions', working)) as Changes;
  await writeFile(path.join(helper, 'host'), JSON.stringify({ ...record, ...changes }), { mode: 0o600 });
  return { working, helper };
}

async function toldOf(root: string) {
  const checks = await checkHost({ sessionRoot: root });
  return checks.filter(({ name }) => name === 'left-behind');
}

const DEAD = { startTicks: 1 };

describe.skipIf(process.platform !== 'linux')('what hosts that were killed have left', () => {
  test('is told, with what to type', async () => {
    const root = await temporaryFolder();
    const { working, helper } = await sessionFolders(root, DEAD);
    expect(await toldOf(root)).toEqual([
      {
        name: 'left-behind',
        state: 'warning',
        message: `The process ${process.pid}, which is dead, left the folders of a session as actions: ${working}, ${helper}.`,
        mend: [
          `cd / && sudo -u 'actions' find '${working}' -mindepth 1 -user 'actions' -type d ! -perm -700 -exec chmod u+rwx {} ';'`,
          `sudo -u 'actions' find '${working}' -mindepth 1 -user 'actions' -delete`,
          `rm -rf -- '${working}' && rm -rf -- '${helper}'`,
        ].join('; '),
      },
    ]);
  });

  test('is told after a restart of the machine, whoever has the number now', async () => {
    const root = await temporaryFolder();
    await sessionFolders(root, { bootId: 'another' });
    expect(await toldOf(root)).toHaveLength(1);
  });

  test.each<[string, Changes]>([
    ['a session that is open', {}],
    [
      'a session of another machine, which has its own boots and numbers',
      { ...DEAD, machine: 'another', bootId: 'another' },
    ],
    ['a session of another container', { ...DEAD, pidNamespace: 'pid:[1]' }],
    ['a record that says nothing', { ...DEAD, user: undefined }],
  ])('is not %s', async (_what, changes) => {
    const root = await temporaryFolder();
    await sessionFolders(root, changes);
    expect(await toldOf(root)).toEqual([]);
  });

  test('is nothing that others could have planted: links, and folders that they may write to', async () => {
    const root = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    const { helper } = await sessionFolders(elsewhere, DEAD);
    await symlink(helper, path.join(root, 'h-link'));
    await mkdir(path.join(root, 'h-linked'));
    await symlink(path.join(helper, 'host'), path.join(root, 'h-linked', 'host'));
    const shared = await sessionFolders(root, DEAD);
    await chmod(shared.helper, 0o777);
    expect(await toldOf(root)).toEqual([]);
  });

  test('leads to no folder outside the session root', async () => {
    const root = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    const { helper } = await sessionFolders(root, { ...DEAD, workingDirectory: path.join(elsewhere, 's-x') });
    await mkdir(path.join(elsewhere, 's-x'));
    expect((await toldOf(root))[0]?.mend).toBe(`rm -rf -- '${helper}'`);
    expect(JSON.parse(await readFile(path.join(helper, 'host'), 'utf8'))).toMatchObject({ user: 'actions' });
  });
});
