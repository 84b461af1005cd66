import { spawnSync } from 'node:child_process';
import { windowsSpawnCases } from './windows-spawn-cases.ts';

windowsSpawnCases({
  name: 'Windows',
  skip: process.platform === 'win32' ? undefined : 'this is no Windows; `--project wine` runs the same under Wine',
  runNode(...words) {
    spawnSync(process.execPath, words, { stdio: 'ignore', timeout: 240_000 });
  },
  hasCtrlBreak: true,
});
