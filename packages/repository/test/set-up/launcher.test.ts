import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runProgram } from '../../src/run-program.ts';
import { root } from '../../src/workspace.ts';

test('openjd says in one clear line that it is not built yet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ojd-launcher-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'packages/cli/bin'), join(folder, 'bin'), { recursive: true });
  cpSync(join(root, 'packages/cli/package.json'), join(folder, 'package.json'));

  expect(await runProgram(join(folder, 'bin/openjd.js'), ['check', 'job.yaml'])).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: 'openjd: not built yet. Run `npm run build` in the repository, then try again.\n',
  });
});
