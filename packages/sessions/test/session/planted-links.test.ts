// An action owns its working directory: whatever it puts there, the session writes nowhere else.
import { readdir, readFile, rename, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Session } from '@ojd/sessions';
import { outputOf, realSession, temporaryFolder } from './harness.ts';
import { environment, sh, step } from './templates.ts';

const withFile = step(sh('cat "{{Task.File.Data}}"'), {
  embeddedFiles: [{ name: 'Data', filename: 'data.txt', data: 'from the template' }],
});

/** A folder of the same user that is none of the session's business. */
async function elsewhere(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'data.txt'), 'precious');
  return folder;
}

async function untouched(folder: string): Promise<void> {
  expect(await readdir(folder)).toEqual(['data.txt']);
  expect(await readFile(path.join(folder, 'data.txt'), 'utf8')).toBe('precious');
}

async function ranInto(session: Session): Promise<readonly string[]> {
  return outputOf(session.runTask(withFile));
}

test.skipIf(process.platform === 'win32').each([
  ['the file', 'mkdir -p .openjd/task && ln -sf "$0/data.txt" .openjd/task/data.txt'],
  ['the folder of the files', 'rm -rf .openjd/task; ln -s "$0" .openjd/task'],
  ['the folder, by a link that leads nowhere', 'rm -rf .openjd/task; ln -s "$0/new" .openjd/task'],
  ['the folder, by a file', 'rm -rf .openjd/task; echo > .openjd/task'],
  ['the file, by a folder with a link in it', 'mkdir -p .openjd/task/data.txt && ln -s "$0" .openjd/task/data.txt/x'],
])("an action that replaces %s has the next one's file written in its right place", async (_, plant) => {
  const target = await elsewhere();
  const session = await realSession();
  await session.runTask(step({ command: '/bin/sh', args: ['-c', plant, target] })).orThrow();
  expect(await ranInto(session)).toEqual(['from the template']);
  await untouched(target);
  expect(await session.close()).toMatchObject({ ok: true, workingDirectoryState: 'removed' });
  await untouched(target);
});

test.skipIf(process.platform === 'win32').each([
  ['.openjd', 'mv .openjd ..gone; ln -s "$0" .openjd'],
  ['.openjd, by a folder of its own', 'mv .openjd ..gone; mkdir .openjd'],
])('an action that replaces %s makes the next one with files fail, and says why', async (_, plant) => {
  const target = await elsewhere();
  const session = await realSession();
  await session.runTask(step({ command: '/bin/sh', args: ['-c', plant, target] })).orThrow();
  const result = await session.runTask(withFile);
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'setup' } });
  expect(result.message).toContain(
    `${session.filesDirectory} is not the folder that the session made: an action has put something else in its place`,
  );
  await untouched(target);
});

test.skipIf(process.platform === 'win32')(
  'a working directory that was replaced gets neither files nor cancel_info.json',
  async () => {
    const target = await elsewhere();
    const session = await realSession();
    const moved = `${session.workingDirectory}-moved`;
    await session.enterEnvironment(environment('E')).orThrow();
    const action = session.runTask(
      step(sh('echo ready; sleep 60', { cancelation: { mode: 'NOTIFY_THEN_TERMINATE' } })),
    );
    for await (const event of action) if (event.type === 'log' && event.text === 'ready') break;
    await rename(session.workingDirectory, moved);
    await symlink(target, session.workingDirectory);
    action.cancel();
    expect((await action).cancel?.degraded).toContain('is not the folder that the session made');
    await untouched(target);
    await unlink(session.workingDirectory);
    await rename(moved, session.workingDirectory);
  },
);

test('a file that was removed with its folder is written again; without the folder of all files the action fails and says so', async () => {
  const session = await realSession();
  await session.runTask(withFile).orThrow();
  await session.runTask(step(sh('rm -r .openjd/task'))).orThrow();
  expect(await ranInto(session)).toEqual(['from the template']);
  await session.runTask(step(sh('rm -r .openjd'))).orThrow();
  expect((await session.runTask(withFile)).message).toContain(
    `${session.filesDirectory} is not there any more: an action has removed or renamed it`,
  );
});
