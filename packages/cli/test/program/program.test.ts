import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environment, jobTemplate, step, TestFolder } from '../commands/cli.ts';
import { buildProgram, noTerminal, openjd, openjdOnTerminal } from './openjd.ts';

const folder = new TestFolder();
beforeAll(() => buildProgram());
afterAll(() => folder[Symbol.dispose]());

const job = folder.write(
  'job.json',
  jobTemplate({ jobEnvironments: [environment('E')], steps: [step('S', 'echo TASK')] }),
);

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await openjd(['--version'])).toEqual({ exitCode: 0, stdout: `openjd ${version}\n`, stderr: '' });
});

test.each(['json', 'yaml'])('--version --output %s is data', async (format) => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const { exitCode, stdout, stderr } = await openjd(['--version', '--output', format]);
  expect(parse(stdout)).toEqual({ status: 'success', message: `openjd ${version}`, version });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
});

test('the bundled program runs a job, and standard output of --output json is JSON alone', async () => {
  const { exitCode, stdout, stderr } = await openjd(['run', job, '--output', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'success', job_name: 'Demo', chunks_run: 1 });
  expect(stderr).toMatch(/ENTER E[^]*TASK[^]*EXIT E/);
  expect(exitCode).toBe(0);
});

test('every command works from the bundle', async () => {
  const all = await Promise.all([
    openjd(['check', job]),
    openjd(['summary', job]),
    openjd(['explain', job]),
    openjd(['schema', '--version', 'environment-2023-09']),
    openjd(['run', job, '--help']),
    openjd(['check', job, job, '--output', 'sarif']),
    openjd(['summary', job, '--output', 'yaml']),
    openjd(['run', job, '--output', 'yaml', '--log-file', `${folder.path}/log`]),
  ]);
  expect(all.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual(
    all.map(() => ({ exitCode: 0, stderr: '' })),
  );
});

test('the names of characters are found where an expression uses one', async () => {
  const path = folder.write(
    'names.json',
    jobTemplate({ extensions: ['EXPR'], steps: [step('S', "echo {{ '\\N{GREEK SMALL LETTER ALPHA}' }}")] }),
  );
  const { exitCode, stdout } = await openjd(['run', path]);
  expect(stdout).toContain('\tα\n');
  expect(exitCode).toBe(0);
});

test('a template comes in through a pipe', async () => {
  const { exitCode, stdout } = await openjd(['check', '-'], { input: readFileSync(job, 'utf8') });
  expect(stdout).toBe("Template at '<stdin>' passes validation checks.\n");
  expect(exitCode).toBe(0);
});

test.skipIf(process.platform === 'win32')('a current folder that is gone is told without a stack', async () => {
  const script = `mkdir '${folder.path}/gone' && cd '${folder.path}/gone' && rmdir '${folder.path}/gone' && exec "$0" "$@"`;
  const launcher = new URL('../../bin/openjd.js', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, launcher, 'check', 'job.yaml'], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('ERROR: The current folder is gone: go to another one with cd.\n');
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

test.skipIf(noTerminal() !== undefined)('a terminal without a size has the status line all the same', async () => {
  // `script` without a terminal of its own gives its child one of 0 columns.
  const program = openjdOnTerminal(['run', job], { env: { CI: '' } });
  await program.waitFor(/Step 'S': Task 1 of 1/);
  expect((await program.end).exitCode).toBe(0);
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test('under the log does not end the job: the Environments are exited, and it is told', async () => {
    const { exitCode, stdout, stderr } = await openjd(['run', job, '--log-file', '/dev/full']);
    expect(stderr).toContain(
      "openjd: Cannot write the log to '/dev/full': the disk is full. The rest of it is lost.\n",
    );
    expect(stdout).toContain('Session ended successfully');
    expect(exitCode).toBe(0);
  });

  const lost = "Cannot write the events to '/dev/full': the disk is full. The rest of it is lost.";

  test('under the events is told at once and in the result, and changes no exit code', async () => {
    const { exitCode, stdout, stderr } = await openjd(['run', job, '--events', '/dev/full']);
    expect(stderr).toBe(`openjd: ${lost}\n`);
    expect(stdout).toContain('Session ended successfully');
    expect(stdout).toMatch(new RegExp(`\n${lost}\n$`));
    expect(exitCode).toBe(0);
  });

  test('under the events is a field of the JSON result', async () => {
    const { exitCode, stdout } = await openjd(['run', job, '--events', '/dev/full', '--output', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'success', events_problem: lost });
    expect(exitCode).toBe(0);
  });

  test.each([[['check', job]], [['--version']]])(
    'under standard output is told, without a stack, with exit code 1: %j',
    async (args) => {
      const launcher = new URL('../../bin/openjd.js', import.meta.url).pathname;
      const full = openSync('/dev/full', 'w');
      const child = spawn(process.execPath, [launcher, ...args], { stdio: ['ignore', full, 'pipe'] });
      let stderr = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      const exitCode = await new Promise((resolve) => child.on('close', resolve));
      closeSync(full);
      expect(stderr).toMatch(/^openjd: cannot write to standard output: ENOSPC[^\n]*\n$/);
      expect(exitCode).toBe(1);
    },
  );
});

test('a reader that leaves early does not keep the Environments from being exited', async () => {
  const proof = `${folder.path}/exited`;
  const path = folder.write(
    'talkative.json',
    jobTemplate({ jobEnvironments: [environment('E', 'true', `touch ${proof}`)], steps: [step('S', 'seq 1 200000')] }),
  );
  const launcher = new URL('../../bin/openjd.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [launcher, 'run', path], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  expect(readFileSync(proof, 'utf8')).toBe('');
});
