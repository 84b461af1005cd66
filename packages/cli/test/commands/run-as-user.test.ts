import { afterAll, expect, test } from 'vitest';
import { cli, jobTemplate, step, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const job = folder.write('job.json', jobTemplate({ steps: [step('Only', 'echo RAN')] }));

test('--group without --user is a usage error', async () => {
  const { exitCode, stderr } = await cli(['run', job, '--group', 'jobs']);
  expect(stderr).toContain("--group is the group of another user's Session: give --user, too.");
  expect(exitCode).toBe(2);
});

test.each(['-u', '#0', '%wheel', 'a b'])(
  '--user=%s, which is no name, is a usage error before anything is read',
  async (user) => {
    const { exitCode, stderr, stdout } = await cli(['run', 'no-such-file', `--user=${user}`]);
    expect(stderr).toContain('user must be the name of a user');
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  },
);

test.runIf(process.platform === 'linux')(
  'a user that can not be had ends the run with the reason, and runs nothing',
  async () => {
    const { exitCode, stdout } = await cli(['run', job, '--user', 'ojdtest-nobody', '--group', 'ojdtest-none']);
    expect(stdout).toContain(
      'There is no user ojdtest-nobody on this host. As root: useradd --create-home --user-group ojdtest-nobody;',
    );
    expect(stdout).not.toContain('group ojdtest-none');
    expect(stdout).not.toMatch(/^\S+\tRAN/m);
    expect(exitCode).toBe(1);
  },
);

test.runIf(process.platform === 'linux')('of a user that there is, an unknown group is told as such', async () => {
  const { exitCode, stdout } = await cli(['run', job, '--user', 'nobody', '--group', 'ojdtest-none']);
  expect(stdout).toContain('There is no group ojdtest-none on this host: groupadd ojdtest-none');
  expect(exitCode).toBe(1);
});
