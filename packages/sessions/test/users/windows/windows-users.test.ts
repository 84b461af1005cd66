import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { windowsUserCases } from './windows-user-cases.ts';

const USER = 'ojdtest-actions';

function whyNot(): string | undefined {
  if (process.platform !== 'win32') return 'this is no Windows; `--project wine` runs what Wine can';
  return process.env['OJD_TEST_CREATE_USERS'] === '1'
    ? undefined
    : 'it makes a user: set OJD_TEST_CREATE_USERS=1 on a machine of your own, as an administrator';
}

windowsUserCases({
  name: 'Windows',
  skip: whyNot(),
  makeUser(folder) {
    spawnSync('net', ['user', USER, '/delete'], { stdio: 'ignore' }); // what a run left that was killed
    // Windows asks for at most 14 characters of `net user`, of several kinds.
    const password = `Aa1-${randomBytes(5).toString('hex')}`;
    execFileSync('net', ['user', USER, password, '/add'], { stdio: 'ignore' });
    const file = join(folder, 'password');
    writeFileSync(file, password, { mode: 0o600 });
    return [USER, file];
  },
  removeUser: () => void spawnSync('net', ['user', USER, '/delete'], { stdio: 'ignore' }),
  runNode(...words) {
    spawnSync(process.execPath, words, { stdio: 'ignore', timeout: 240_000 });
  },
  isReal: true,
});
