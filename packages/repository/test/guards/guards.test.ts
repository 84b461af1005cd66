import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

interface Outcome {
  readonly status: string;
  readonly message: string;
}

describe('a test that breaks a rule of the house fails, and only that one', () => {
  let outcomes: ReadonlyMap<string, Outcome>;
  let fileMessage: string;

  beforeAll(async () => {
    ({ outcomes, fileMessage } = await runFixture());
  }, 60_000);

  test.each([
    ['prints with console.log', /console\.log: left over from debugging/],
    ['prints to stderr', /process\.stderr: a stray line/],
    ['raises a process warning', /process warning Warning: too many listeners/],
  ])('%s', (title, message) => {
    expect(outcomes.get(title)).toEqual({ status: 'failed', message: expect.stringMatching(message) });
  });

  test.skipIf(process.platform === 'win32')('leaks a child (Windows has no cheap way to list children)', () => {
    expect(outcomes.get('leaks a child')).toEqual({
      status: 'failed',
      message: expect.stringMatching(/pid \d+ .*setInterval/),
    });
  });

  test('what is allowed passes', () => {
    const allowed = [...outcomes].filter(([title]) => title.startsWith('allowed'));
    expect(allowed.map(([, { status }]) => status)).toEqual(['passed', 'passed', 'passed']);
  });

  test.skipIf(process.platform !== 'linux')(
    'a file whose processes outlive their parents fails (only Linux shows a process its environment)',
    () => {
      expect(fileMessage).toMatch(/Processes started by this file still run.*\n\s*pid \d+ .*setInterval/);
    },
  );
});

/** Runs the fixture with the guards in a vitest of its own. */
async function runFixture(): Promise<{ outcomes: Map<string, Outcome>; fileMessage: string }> {
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  const vitest = fileURLToPath(new URL('node_modules/vitest/vitest.mjs', `file://${root}`));
  const config = fileURLToPath(new URL('fixture.config.ts', import.meta.url));
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [vitest, 'run', '--config', config, '--reporter=json'],
      { cwd: root },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
  const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1)) as Report;
  const assertions = report.testResults.flatMap((file) => file.assertionResults);
  return {
    outcomes: new Map(
      assertions.map(({ title, status, failureMessages }) => [title, { status, message: failureMessages.join('\n') }]),
    ),
    fileMessage: report.testResults.map((file) => file.message).join('\n'),
  };
}

interface Report {
  testResults: { message: string; assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
}
