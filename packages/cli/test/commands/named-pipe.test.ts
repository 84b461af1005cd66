import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, jobTemplate, type Printed, step, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const template = JSON.stringify(
  jobTemplate({
    parameterDefinitions: [{ name: 'Scene', type: 'PATH', default: 'cats/cat.blend' }],
    steps: [step('A', 'true')],
  }),
);

/** Runs a command while somebody writes into the pipe that it reads. */
async function piped(name: string, text: string, args: (pipe: string) => readonly string[]): Promise<Printed> {
  const pipe = join(folder.path, name);
  execFileSync('mkfifo', [pipe], { stdio: 'pipe' });
  const [printed] = await Promise.all([cli(args(pipe), { cwd: process.cwd() }), writeFile(pipe, text)]);
  return printed;
}

describe.skipIf(process.platform === 'win32')('a named pipe, as <(make-template) is one', () => {
  test('is a template, read to its end', async () => {
    // More than a pipe holds at once.
    const long = template + ' '.repeat(300_000);
    const { exitCode, stdout } = await piped('check', long, (pipe) => ['check', pipe]);
    expect(stdout).toMatch(/^Template at '\S+check' passes validation checks\.\n$/);
    expect(exitCode).toBe(0);
  });

  test('has mistakes told by line, as any file', async () => {
    const { exitCode, stdout } = await piped('wrong', 'name: 1\n', (pipe) => ['check', pipe]);
    expect(stdout).toMatch(/wrong:1:1 /);
    expect(exitCode).toBe(1);
  });

  test('has relative PATH defaults in the working directory: it has no folder of its own', async () => {
    const { stdout } = await piped('summary', template, (pipe) => ['summary', pipe]);
    expect(stdout).toContain(`Scene (PATH): ${join(process.cwd(), 'cats/cat.blend')}\n`);
  });

  test('gives parameter values by file://', async () => {
    const job = folder.write('job.json', template);
    const { stdout } = await piped('values', 'Scene: /dog.blend\n', (pipe) => ['summary', job, '-p', `file://${pipe}`]);
    expect(stdout).toContain('Scene (PATH): /dog.blend\n');
  });
});
