import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { placeEmbeddedFiles, writeEmbeddedFiles } from '../../src/files/embedded-files.ts';
import { makeSessionFolders } from '../../src/files/working-directory.ts';
import { temporaryFolder } from '../session/harness.ts';

/** What a daemon that an action left behind could do: the folder is a link, and a folder again, thousands of times a second. */
const EXCHANGE = `
  const fs = require('node:fs');
  const [folder, target] = process.argv.slice(1);
  for (;;) {
    try { fs.renameSync(folder, folder + '-away'); } catch {}
    try { fs.symlinkSync(target, folder); } catch {}
    try { fs.rmSync(folder, { recursive: true, force: true }); } catch {}
    try { fs.renameSync(folder + '-away', folder); } catch {}
  }`;

test.runIf(process.platform === 'linux')(
  'while a process keeps exchanging the folder of the files for a link, no file is written where the link leads',
  async () => {
    const [root, target] = [await temporaryFolder(), await temporaryFolder()];
    await fs.writeFile(path.join(target, 'data.txt'), 'precious');
    const folders = await makeSessionFolders(root);
    const folder = path.join(folders.filesDirectory, 'task');
    const file = { name: 'Data', filename: 'data.txt', runnable: false } as Parameters<
      typeof placeEmbeddedFiles
    >[0][number];
    const files = placeEmbeddedFiles([file], folder).map((placed) => ({ placed, content: 'from the template' }));
    await writeEmbeddedFiles(folders, 'task', files);
    const exchanger = spawn(process.execPath, ['-e', EXCHANGE, folder, target], { stdio: 'ignore' });
    let written = 0;
    for (const until = Date.now() + 2_000; Date.now() < until;) {
      // A refusal is as good as a file in its place.
      await writeEmbeddedFiles(folders, 'task', files).then(
        () => (written += 1),
        () => undefined,
      );
    }
    exchanger.kill('SIGKILL');
    await once(exchanger, 'exit');
    expect(await fs.readdir(target)).toEqual(['data.txt']);
    expect(await fs.readFile(path.join(target, 'data.txt'), 'utf8')).toBe('precious');
    expect(written).toBeGreaterThan(10);
  },
);
