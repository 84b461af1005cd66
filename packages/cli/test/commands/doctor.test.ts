import { expect, test } from 'vitest';
import { cli } from './cli.ts';

test.runIf(process.platform === 'linux')('doctor says of each check how it went, and what to type', async () => {
  const { exitCode, stdout } = await cli(['doctor', '--user', 'ojdtest-nobody', '--group', 'ojdtest-none']);
  expect(stdout).toMatch(/^(ok     |warning) {2}spawn: /m);
  expect(stdout).toMatch(
    /^PROBLEM {2}group: There is no group ojdtest-none\.\n +to mend it: As root: groupadd ojdtest-none/m,
  );
  expect(exitCode).toBe(1);
});

test('doctor as JSON has the checks', async () => {
  const { exitCode, stdout } = await cli(['doctor', '--output', 'json']);
  const result = JSON.parse(stdout);
  expect(result.checks).toContainEqual(expect.objectContaining({ name: 'session', state: 'ok' }));
  expect(exitCode).toBe(0);
});

test('doctor --group without --user is a usage error', async () => {
  expect(await cli(['doctor', '--group', 'jobs'])).toMatchObject({ exitCode: 2 });
});
