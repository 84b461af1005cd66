import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { cli, jobTemplate, step, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const parameters = [
  { name: 'Frames', type: 'INT', minValue: 1, maxValue: 10, description: 'How many.' },
  { name: 'Scene', type: 'STRING', default: 'cat', allowedValues: ['cat', 'dog'] },
];
const job = folder.write('job.json', jobTemplate({ parameterDefinitions: parameters, steps: [step('A', 'true')] }));
const twenty = Array.from({ length: 20 }, (_, index) => ({ name: `P${index}`, type: 'INT' }));
const twentyJob = folder.write(
  'twenty.json',
  jobTemplate({ parameterDefinitions: twenty, steps: [step('A', 'true')] }),
);

/** Each kind of bad input with what its message must say. None may show a stack. */
describe('bad input gets one clear message and exit code 1', () => {
  mkdirSync(join(folder.path, 'empty'));
  const big = folder.write('big.yaml', Buffer.alloc(50 * 1024 * 1024, 'a'));
  const binary = folder.write('binary.yaml', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff, 0xfe]));

  test.each<[string, readonly string[], RegExp]>([
    [
      'a file that is not there',
      ['check', 'no-such.yaml'],
      /Cannot read the template 'no-such.yaml': there is no such file\./,
    ],
    [
      'a folder without a template',
      ['check', join(folder.path, 'empty')],
      /is a folder without template\.yaml, template\.yml, template\.json/,
    ],
    ['a template of 50 MB', ['check', big], /at most 16 MiB are read, and it has 50 MiB\./],
    ['a binary file', ['check', binary], /^.*binary\.yaml document-encoding The byte 0xFF at offset \d+ is not UTF-8/m],
    ['a file in place of a folder', ['check', join(job, 'x')], /a part of the path is not a folder/],
    ['a missing parameter', ['run', job], /Frames/],
    ['a parameter that is not there', ['run', job, '-p', 'Frames=1', '-p', 'Frame=2'], /Frame\b/],
    ['a parameter out of range', ['run', job, '-p', 'Frames=11'], /Frames.*10|10.*Frames/s],
    [
      'a parameter without =',
      ['run', job, '-p', 'Frames'],
      /-p 'Frames': expected NAME=VALUE, file:\/\/PATH or an inline JSON map\./,
    ],
    ['broken inline JSON', ['run', job, '-p', '{"Frames": '], /-p\/--job-param is not JSON: /],
    [
      'a parameter file that is a list',
      ['run', job, '-p', `file://${folder.write('list.json', '[1]')}`],
      /expected a map from parameter name to value, found a list\./,
    ],
    [
      'a parameter file that is not there',
      ['run', job, '-p', 'file://nowhere.json'],
      /nowhere\.json': there is no such file\./,
    ],
    [
      'a null among the parameters',
      ['run', job, '-p', '{"Frames": null}'],
      /expected text, numbers, booleans or lists of these\.\n - 'Frames': found null\./,
    ],
    [
      'values that no parameter can have: all of them are told',
      ['run', job, '-p', '{"Frames": {"a": 1}, "Scene": [["x"], {}]}'],
      / - 'Frames': found a map\.\n - 'Scene': found a list with a map in it\./,
    ],
    ['several parameters without =', ['run', job, '-p', 'A', '-p', 'B'], / - -p 'A': .*\n - -p 'B': /],
    [
      'file:// without a path',
      ['run', job, '-p', 'file://'],
      /-p\/--job-param: expected file:\/\/PATH, found no path\./,
    ],
    ['an empty path', ['check', ''], /Cannot read the template: its path is empty\./],
    [
      'a parameter file with a key twice',
      ['run', job, '-p', `file://${folder.write('twice.yaml', 'Frames: 1\nFrames: 2\n')}`],
      /twice\.yaml:2:1 The key "Frames" stands twice/,
    ],
    [
      'a parameter file that is no YAML',
      ['run', job, '-p', `file://${folder.write('broken.yaml', 'Frames: [1\nScene: {')}`],
      /The file of -p\/--job-param can't be used: .*broken\.yaml:2:1 /,
    ],
    [
      'a tasks file that is not there',
      ['run', job, '-p', 'Frames=1', '--tasks', 'file://nowhere'],
      /nowhere': there is no such file\./,
    ],
    [
      'an events file that cannot be written',
      ['run', job, '-p', 'Frames=1', '--events', folder.path],
      /Cannot write the events to .*: it is a folder\./,
    ],
    [
      'a Step that is not there',
      ['run', job, '-p', 'Frames=1', '--step', 'B'],
      /Step 'B' does not exist in Job 'Demo'\. Its Steps: 'A'\./,
    ],
    [
      'task parameters for a Step without any',
      ['run', job, '-p', 'Frames=1', '-tp', 'X=1'],
      /Step 'A' has no task parameters/,
    ],
    [
      'task parameters that are not NAME=VALUE',
      ['run', job, '-p', 'Frames=1', '-tp', 'X', '-tp', '=2'],
      /'X': expected NAME=VALUE\.\n - '=2': expected NAME=VALUE\./,
    ],
    [
      'tasks that are a map',
      ['run', job, '-p', 'Frames=1', '--tasks', '{}'],
      /--tasks: expected a list of maps from task parameter to value, found a map\./,
    ],
    [
      'path mapping of another version',
      ['run', job, '--path-mapping-rules', '{"version": "2"}'],
      /version: expected "pathmapping-1\.0", found the text "2"\.\n - path_mapping_rules: expected a list, found nothing\./,
    ],
    [
      'a path mapping rule with mistakes',
      [
        'run',
        job,
        '--path-mapping-rules',
        '{"version":"pathmapping-1.0","path_mapping_rules":[{"source_path_format":"MAC","source_path":3,"x":1}]}',
      ],
      /\[0\]\.x: there is no such field.*\[0\]\.source_path_format: expected one of POSIX, WINDOWS, URI, found "MAC".*\[0\]\.source_path: expected text, found 3.*\[0\]\.destination_path: expected text, found nothing/s,
    ],
    ['an environment template that is a job template', ['run', job, '-p', 'Frames=1', '--env', job], /job\.json/],
    [
      'a log file that cannot be written',
      ['run', job, '-p', 'Frames=1', '--log-file', join(folder.path, 'no/log.txt')],
      /Cannot write the log to /,
    ],
  ])('%s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await cli(args);
    expect(stdout).toMatch(/^ERROR: /);
    expect(stdout).toMatch(message);
    expect(stdout).not.toMatch(/^ +at |Unexpected error/m);
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });

  test('20 wrong parameters are 20 problems in one answer', async () => {
    const args = twenty.flatMap(({ name }) => ['-p', `${name}=x`]);
    const { exitCode, stdout } = await cli(['run', twentyJob, ...args]);
    expect(stdout.split('\n').slice(0, 22)).toEqual([
      `ERROR: The job parameters don't fit '${twentyJob}':`,
      '',
      ...twenty.map(({ name }) => ` - Job parameter ${name} (INT): expected a 64-bit integer, found "x".`),
    ]);
    expect(exitCode).toBe(1);
  });

  test('wrong parameters come with the list of those that the template has', async () => {
    const { stdout } = await cli(['run', job]);
    expect(stdout).toContain(
      "  Frames (INT) [required] (range: 1 to 10)\n      How many.\n  Scene (STRING) [default: 'cat'] (allowed: 'cat', 'dog')\n",
    );
    expect((await cli(['summary', job])).stdout).toBe(stdout);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = folder.write('secret.yaml', '');
    chmodSync(path, 0);
    expect((await cli(['check', path])).stdout).toContain('this user may not read it');
  });
});

describe('a file that is no template is told so once, with what to do', () => {
  const others = {
    'script.py': '#!/usr/bin/env python3\nimport os, sys\n\ndef main():\n    print("a: b")\n\nmain()\n',
    'log.txt': '0:00:00.016\tSession starts: now\n0:00:00.017\tERROR: no\n--- Results ---\nx: [\n',
    'page.md': '# Title\n\nText: with [links](https://example.com).\n\n---\n\n- more: text\n',
    'half.json': '{"scripts": {',
  };
  test.each(Object.entries(others))('%s', async (name, text) => {
    const path = folder.write(name, text);
    const { exitCode, stdout } = await cli(['check', path]);
    expect(stdout).toMatch(
      /^ERROR: '.*' is not a template: "specificationVersion" stands nowhere in it\. Is it the right file\?\n/,
    );
    expect(stdout.split('\n').filter((line) => line.startsWith(`${path}:`))).toHaveLength(1);
    expect(exitCode).toBe(1);
    expect((await cli(['run', path])).stdout).toBe(stdout);
  });

  test('while all mistakes of a text that is meant as one are told', async () => {
    const path = folder.write('draft.yaml', 'specificationVersion: jobtemplate-2023-09\nname: [\n---\nsteps: {\n');
    const { stdout } = await cli(['check', path]);
    expect(stdout).toMatch(/^ERROR: '.*' failed checks: [2-9] errors\.\n/);
  });
});

test('--output json makes every error JSON', async () => {
  const { stdout, exitCode } = await cli(['run', job, '--output', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'error', diagnostics: [{ severity: 'error' }] });
  expect(exitCode).toBe(1);
});

test('a folder for temporary files that is not there is told with the variable that names it', async () => {
  vi.stubEnv('TMPDIR', join(folder.path, 'nowhere'));
  vi.stubEnv('TEMP', join(folder.path, 'nowhere'));
  const variable = process.platform === 'win32' ? 'TEMP' : 'TMPDIR';
  const hint = `Set ${variable} to a folder that this user can write to.`;
  const plain = await cli(['run', job, '-p', 'Frames=1']);
  expect(plain.stdout).toContain(`nowhere`);
  expect(plain.stdout.split(hint)).toHaveLength(2);
  expect(plain.stdout).not.toContain('Log:');
  const json = await cli(['run', job, '-p', 'Frames=1', '--output', 'json']);
  expect(JSON.parse(json.stdout)).toEqual({
    status: 'error',
    message: expect.stringMatching(/^Cannot keep the logs of the result in .*nowhere: there is no such folder\. Set /),
  });
  expect([plain.exitCode, json.exitCode]).toEqual([1, 1]);
  vi.unstubAllEnvs();
});

const linked = join(folder.path, 'linked.json');
symlinkSync(job, linked);
const bundled = folder.write('template.json', '{}');
const values = folder.write('values.json', '{}');

test.each([
  [['run', job, '--maximum-tasks', 'x'], "--maximum-tasks: expected a whole number, found 'x'."],
  [['run', job, '--events', '-', '--output', 'json'], '--events - and --output json both want standard output'],
  [['run', job, '--events', 'f', '--log-file', 'f'], "can't write to the same file 'f'"],
  [['run', job, '--events', './f', '--log-file', 'f'], "can't write to the same file 'f'"],
  [['run', job, '--log-file', job], `--log-file would overwrite '${job}', which this run reads: name another file.`],
  [['run', job, '--events', linked], `--events would overwrite '${linked}'`],
  [['run', folder.path, '--events', bundled], `--events would overwrite '${bundled}'`],
  [['run', job, '--env', linked, '--events', linked], `--events would overwrite '${linked}'`],
  [['run', job, '-p', `file://${values}`, '--log-file', values], `--log-file would overwrite '${values}'`],
  [['run', job, '--log-file='], '--log-file: expected a path, found an empty text.'],
  [['run', job, '--events='], '--events: expected a path, found an empty text.'],
  [['run', job, '--log-file', '-'], '--log-file: - is no file.'],
  [['check', '-', job, '-'], 'standard input (-) can be read only once'],
  [['run', '-', '--env', '-'], 'standard input (-) can be read only once'],
  [['explain', job, '--limit', '0'], "--limit: expected a whole number of at least 1, found '0'."],
])('options that make no sense are a usage error: %j', async (args, message) => {
  const { exitCode, stdout, stderr } = await cli(args);
  expect(stderr).toContain(message);
  expect(stderr).toContain(`See 'openjd ${args[0]} --help'.`);
  expect(stdout).toBe('');
  expect(exitCode).toBe(2);
});
