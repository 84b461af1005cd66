// `openjd run` as its user meets it. More than 400 lines, because all of it runs the same few jobs.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, environment, jobTemplate, step, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

/** The lines of a log that start with one of these words, without their timestamps. */
function said(stdout: string, ...words: readonly string[]): readonly string[] {
  return stdout
    .split('\n')
    .map((line) => line.replace(/^[^\t]*\t/, ''))
    .filter((line) => words.some((word) => line.startsWith(word)));
}

const space = (range: string): object => ({ taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range }] });
const render = (name: string, range: string, fields: Readonly<Record<string, unknown>> = {}) =>
  step(name, `echo "TASK ${name} {{Task.Param.Frame}}"`, { parameterSpace: space(range), ...fields });

const job = folder.write(
  'job.json',
  jobTemplate({
    name: 'Demo {{Param.Scene}}',
    parameterDefinitions: [{ name: 'Scene', type: 'STRING', default: 'cat' }],
    jobEnvironments: [environment('Job')],
    steps: [
      render('Late', '1-2', { dependencies: [{ dependsOn: 'Early' }] }),
      render('Early', '7', { stepEnvironments: [environment('Step')] }),
      render('Alone', '9'),
    ],
  }),
);
const outer = folder.write('outer.json', {
  specificationVersion: 'environment-2023-09',
  environment: environment('Outer'),
});

/** An environment template that wraps all that is inside. */
const wrapping = (name: string) => ({
  specificationVersion: 'environment-2023-09',
  extensions: ['WRAP_ACTIONS', 'EXPR'],
  environment: {
    name,
    script: {
      actions: Object.fromEntries(
        ['onEnter', 'onWrapEnvEnter', 'onWrapTaskRun', 'onWrapEnvExit'].map((hook) => [
          hook,
          { command: 'echo', args: [`ENTER ${name}`] },
        ]),
      ),
    },
  },
});

describe('what runs', () => {
  test('all Steps in dependency order, each with its Environments, the outer ones around all', async () => {
    const { exitCode, stdout } = await cli(['run', job, '--env', outer]);
    expect(said(stdout, 'ENTER', 'EXIT', 'TASK')).toEqual([
      'ENTER Outer',
      'ENTER Job',
      'ENTER Step',
      'TASK Early 7',
      'EXIT Step',
      'TASK Late 1',
      'TASK Late 2',
      'TASK Alone 9',
      'EXIT Job',
      'EXIT Outer',
    ]);
    expect(exitCode).toBe(0);
  });

  test.each([
    ['--step runs one', ['--step', 'Late'], ['TASK Late 1', 'TASK Late 2']],
    [
      '--run-dependencies first runs those it depends on',
      ['--step', 'Late', '--run-dependencies'],
      ['TASK Early 7', 'TASK Late 1', 'TASK Late 2'],
    ],
    ['--maximum-tasks counts for each Step', ['--maximum-tasks', '1'], ['TASK Early 7', 'TASK Late 1', 'TASK Alone 9']],
    [
      '--maximum-tasks does not cut what is depended on',
      ['--step', 'Late', '--run-dependencies', '--maximum-tasks', '1'],
      ['TASK Early 7', 'TASK Late 1'],
    ],
    ['--maximum-tasks -1 is all', ['--step', 'Late', '--maximum-tasks', '-1'], ['TASK Late 1', 'TASK Late 2']],
    ['-tp runs one Task', ['--step', 'Late', '-tp', 'Frame=2'], ['TASK Late 2']],
    [
      '--tasks runs those Tasks in that order',
      ['--step', 'Late', '--tasks', '[{"Frame": 2}, {"Frame": "1"}]'],
      ['TASK Late 2', 'TASK Late 1'],
    ],
  ])('%s', async (_, args, tasks) => {
    const { exitCode, stdout } = await cli(['run', job, ...args]);
    expect(said(stdout, 'TASK')).toEqual(tasks);
    expect(exitCode).toBe(0);
  });

  test('--tasks reads a YAML file', async () => {
    const tasks = folder.write('tasks.yaml', '- Frame: 2\n');
    expect(said((await cli(['run', job, '--step', 'Late', '--tasks', `file://${tasks}`])).stdout, 'TASK')).toEqual([
      'TASK Late 2',
    ]);
  });

  test.each([
    [
      ['--step', 'Late', '--tasks', '[{"Frame": 7}, {"Frame": 3}, {}]'],
      " - Task 1: Frame=3 is not in the parameter space of Step 'Late'. The values of 'Frame': 1,2.\n - Task 2: No value is given for 'Frame'.",
    ],
    [
      ['--step', 'Late', '-tp', 'Frame=3'],
      "ERROR: Frame=3 is not in the parameter space of Step 'Late'. The values of 'Frame': 1,2.\n",
    ],
    [
      ['--step', 'Late', '-tp', 'X=1'],
      "ERROR: That can't be run:\n - Step 'Late' has no task parameter 'X'; it has 'Frame'.\n - No value is given for 'Frame'.",
    ],
    [
      ['-tp', 'Frame=1'],
      "Task parameters belong to one Step: choose it with --step. The Steps of this job: 'Late', 'Early', 'Alone'.",
    ],
  ])("Tasks that are not the Step's start nothing: %j", async (args, message) => {
    const { exitCode, stdout } = await cli(['run', job, ...args]);
    expect(stdout).toContain(message);
    expect(said(stdout, 'ENTER')).toEqual([]);
    expect(exitCode).toBe(1);
  });

  test('two wrapping Environments are refused before any is entered', async () => {
    const args = ['A', 'B'].flatMap((name) => ['--env', folder.write(`wrap-${name}.json`, wrapping(name))]);
    const { exitCode, stdout } = await cli(['run', job, '--step', 'Alone', ...args]);
    expect(stdout).toContain(
      "At most one Environment may wrap actions, and the Session of Step 'Alone' has 2: 'A', 'B'.",
    );
    expect(said(stdout, 'ENTER')).toEqual([]);
    expect(exitCode).toBe(1);
  });
});

describe('job parameters', () => {
  const echo = folder.write(
    'echo.json',
    jobTemplate({
      parameterDefinitions: [
        { name: 'A', type: 'STRING', default: 'a' },
        { name: 'B', type: 'FLOAT', default: '3.500' },
        { name: 'C', type: 'INT', default: 0 },
      ],
      steps: [step('S', 'echo "VALUES {{Param.A}} {{Param.B}} {{Param.C}}"')],
    }),
  );

  test.each([
    ['defaults', [], 'VALUES a 3.500 0'],
    ['K=V is split at the first =, white space around the value stays', ['-p', ' A= x=y '], 'VALUES  x=y  3.500 0'],
    ['-p=K=V', ['-p=A=x'], 'VALUES x 3.500 0'],
    ['inline JSON', ['-p', ' {"A": "j", "B": 1.25, "C": 9007199254740993}'], 'VALUES j 1.25 9007199254740993'],
    ['the last value of a name holds', ['-p', 'A=1', '-p', '{"A": "2"}', '-p', 'C=5'], 'VALUES 2 3.500 5'],
  ])('%s', async (_, args, line) => {
    expect(said((await cli(['run', echo, ...args])).stdout, 'VALUES')).toEqual([line]);
  });

  test('file:// may have white space around it', async () => {
    const path = folder.write('spaced.json', '{"A": "s"}');
    expect(said((await cli(['run', echo, '-p', ` file://${path} `])).stdout, 'VALUES')).toEqual(['VALUES s 3.500 0']);
  });

  test.each([
    ['p.yaml', 'A: yes it is\nC: 7\n'],
    ['p.json', '{"A": "yes it is", "C": 7}'],
  ])('file:// reads %s', async (name, text) => {
    const path = folder.write(name, text);
    expect(said((await cli(['run', echo, '-p', `file://${path}`])).stdout, 'VALUES')).toEqual([
      'VALUES yes it is 3.500 7',
    ]);
  });

  test('a job bundle brings its values, -p overrides them', async () => {
    const bundle = join(folder.path, 'bundle');
    mkdirSync(bundle);
    folder.write('bundle/template.json', readFileSync(echo));
    folder.write(
      'bundle/parameter_values.yaml',
      'parameterValues:\n- {name: A, value: bundled}\n- {name: C, value: 3}\n- {name: "farm:priority", value: 50}\n',
    );
    expect(said((await cli(['run', bundle, '-p', 'C=4'])).stdout, 'VALUES')).toEqual(['VALUES bundled 3.500 4']);
  });
});

describe('failures', () => {
  const failing = folder.write(
    'failing.json',
    jobTemplate({
      jobEnvironments: [environment('Job')],
      steps: [
        step(
          'Bad',
          'echo "TASK {{Task.Param.Frame}}"; [ {{Task.Param.Frame}} != 2 ] || { echo "openjd_fail: no film"; exit 3; }',
          {
            parameterSpace: space('1-3'),
            stepEnvironments: [environment('Step')],
          },
        ),
        step('Never', 'echo TASK never', { dependencies: [{ dependsOn: 'Bad' }] }),
      ],
    }),
  );

  test('the first one ends the run, the Environments are exited, and the result says what, why and how long', async () => {
    const { exitCode, stdout } = await cli(['run', failing]);
    expect(said(stdout, 'ENTER', 'EXIT', 'TASK')).toEqual([
      'ENTER Job',
      'ENTER Step',
      'TASK 1',
      'TASK 2',
      'EXIT Step',
      'EXIT Job',
    ]);
    expect(stdout).toContain('exited with code: 3');
    expect(stdout.slice(stdout.indexOf('--- Results'))).toMatch(
      /^--- Results of local session ---\n\nSession ended with errors; see Task logs for details\n\nJob: Demo\nStep: Bad\nDuration: [\d.]+ seconds\nChunks run: 1\nSteps:\n  Bad    failed     1 of 3  [\d.]+ s\n  Never  not run\nFailed: Task of Step 'Bad' \(Frame=2\): exited with code 3: no film\nLog: above\n$/,
    );
    expect(exitCode).toBe(1);
  });

  test("an action's own words can do nothing to the terminal from the result", async () => {
    const path = folder.write(
      'escape.json',
      jobTemplate({ steps: [step('S', String.raw`printf 'openjd_fail: \033[2Jgone\n'; exit 4`)] }),
    );
    const { stdout } = await cli(['run', path]);
    expect(stdout.slice(stdout.indexOf('--- Results'))).toContain(
      String.raw`Failed: Task of Step 'S': exited with code 4: \u001b[2Jgone`,
    );
  });

  test('in JSON they are data', async () => {
    const { exitCode, stdout } = await cli(['run', failing, '--output', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'error',
      message: 'Session ended with errors; see Task logs for details',
      job_name: 'Demo',
      chunks_run: 1,
      duration: expect.any(Number),
      steps: [
        { name: 'Bad', state: 'failed', chunks_run: 1 },
        { name: 'Never', state: 'not-run' },
      ],
      failures: [{ action: 'run-task', name: 'Bad', task: 'Frame=2', state: 'failed', exit_code: 3 }],
    });
    expect(exitCode).toBe(1);
  });

  test.each([
    [
      'an onEnter that fails',
      { jobEnvironments: [environment('Job', 'echo ENTER Job; exit 4')] },
      "Entering Environment 'Job': exited with code 4",
      ['ENTER Job', 'EXIT Job'],
    ],
    [
      'an onExit that fails',
      { jobEnvironments: [environment('Job', 'echo ENTER Job', 'echo EXIT Job; exit 5')] },
      "Exiting Environment 'Job': exited with code 5",
      ['ENTER Job', 'TASK ok', 'EXIT Job'],
    ],
    [
      'a command that does not exist',
      { steps: [{ name: 'S', script: { actions: { onRun: { command: 'no-such-program' } } } }] },
      "Task of Step 'S': could not start",
      [],
    ],
    ['a signal', { steps: [step('S', 'kill -9 $$')] }, "Task of Step 'S': ended by signal SIGKILL", []],
  ])('%s', async (_, fields, message, lines) => {
    const path = folder.write('one.json', jobTemplate({ steps: [step('S', 'echo TASK ok')], ...fields }));
    const { exitCode, stdout } = await cli(['run', path]);
    expect(stdout).toContain(`Failed: ${message}`);
    expect(said(stdout, 'ENTER', 'EXIT', 'TASK')).toEqual(lines);
    expect(exitCode).toBe(1);
  });
});

describe('output', () => {
  test('JSON on standard output is JSON and nothing else; the log is on standard error and in logs', async () => {
    const { exitCode, stdout, stderr } = await cli(['run', job, '--step', 'Late', '--output', 'json']);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      status: 'success',
      message: 'Session ended successfully',
      job_name: 'Demo cat',
      step_name: 'Late',
      chunks_run: 2,
      log: 'standard error',
    });
    expect(result.logs.map(({ message }: { message: string }) => message)).toContain('TASK Late 2');
    expect(result.logs[0].timestamp).toMatch(/^0:00:00\.\d{3}$/);
    expect(said(stderr, 'TASK')).toEqual(['TASK Late 1', 'TASK Late 2']);
    expect(exitCode).toBe(0);
  });

  test('the log tells the parameters of a Task in the words of the reference commands', async () => {
    const { stdout } = await cli(['run', job, '--step', 'Late', '-tp', 'Frame=2']);
    expect(stdout.replaceAll(/^\d:\d\d:\d\d\.\d{3}\t/gm, '')).toMatch(
      /\n={46}\n--------- Running Task of Late\n={46}\nParameter values:\nFrame\(INT\) = 2\n/,
    );
  });

  test('YAML is the same data', async () => {
    const { parse } = await import('yaml');
    const { stdout } = await cli(['run', job, '--step', 'Late', '--output', 'yaml']);
    const result = parse(stdout);
    expect(result).toMatchObject({ status: 'success', step_name: 'Late', chunks_run: 2 });
    expect(result.logs.map(({ message }: { message: string }) => message)).toContain('TASK Late 1');
  });

  test('--log-file has the log, the terminal only the result', async () => {
    const log = join(folder.path, 'run.log');
    const { stdout } = await cli(['run', job, '--step', 'Alone', '--log-file', log]);
    expect(said(readFileSync(log, 'utf8'), 'TASK')).toEqual(['TASK Alone 9']);
    expect(stdout).toMatch(/^\n--- Results/);
    expect(stdout).toContain(`Log: ${log}`);
  });

  test('--preserve keeps the working directory and says where it is', async () => {
    const { stdout } = await cli(['run', job, '--step', 'Alone', '--preserve']);
    const [, path = ''] = /^Working directory preserved at: (.+)$/m.exec(stdout) ?? [];
    expect(existsSync(path)).toBe(true);
    rmSync(path, { recursive: true });
  });

  test.each([
    ['relative', /^0:00:00\.\d{3}\tTASK/m],
    ['utc', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00\tTASK/m],
    ['local', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d\tTASK/m],
  ])('--timestamp-format %s', async (format, line) => {
    expect((await cli(['run', job, '--step', 'Alone', '--timestamp-format', format])).stdout).toMatch(line);
  });

  test('what a command was given is logged with --verbose only: it may be long, and it may be secret', async () => {
    const shown = /Running sh -c "echo/;
    expect((await cli(['run', job, '--step', 'Alone'])).stdout).not.toMatch(shown);
    expect((await cli(['run', job, '--step', 'Alone', '--verbose'])).stdout).toMatch(shown);
  });
});

describe('on a terminal', () => {
  const path = folder.write(
    'on-terminal.json',
    jobTemplate({
      jobEnvironments: [environment('E')],
      steps: [
        step('S', 'echo "openjd_progress: 42"; echo "openjd_status: baking"; sleep 0.2; false', {
          parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '7-9' }] },
        }),
      ],
    }),
  );

  test('a line at the bottom says which of how many Tasks runs and how far it is, and is gone in the end', async () => {
    const { stdout } = await cli(['run', path], { isTTY: true, env: { NO_COLOR: '1', TERM: 'xterm' } });
    expect(stdout).toContain("Step 'S': Task 1 of 3 (Frame=7), 42 %, baking");
    const shown = stdout.split('\n').map((line) => line.slice(line.lastIndexOf('\u001B[K') + 1));
    expect(shown.filter((line) => line.startsWith("Step 'S'"))).toEqual([]);
    expect(shown.slice(-7).join('\n')).toMatch(
      /^Duration: .*\nChunks run: 0\nSteps:\n {2}S {2}failed {5}0 of 3 {2}[\d.]+ s\nFailed: .*\nLog: above\n$/,
    );
  });

  test('with colours, times are dim and headlines bold', async () => {
    const { stdout } = await cli(['run', path], { isTTY: true, env: { TERM: 'xterm' } });
    expect(stdout.replaceAll('\u001B', 'ESC')).toMatch(
      /ESC\[2m0:00:\d\d\.\d{3}ESC\[0m\tESC\[1m--------- Entering Environment: EESC\[0m\n/,
    );
    expect(stdout).toContain("\u001B[31mFailed:\u001B[0m Task of Step 'S' (Frame=7): exited with code 1");
  });

  test.each([{ CI: '1' }, { TERM: 'dumb' }])('%j has neither', async (env) => {
    const { stdout } = await cli(['run', path], { isTTY: true, env });
    expect(stdout).not.toContain('\u001B');
    expect(stdout).not.toContain("Step 'S': Task");
  });

  test('a log file has neither, and the line is shown all the same', async () => {
    const log = `${folder.path}/terminal-log`;
    const { stdout } = await cli(['run', path, '--log-file', log], { isTTY: true, env: { TERM: 'xterm' } });
    expect(readFileSync(log, 'utf8')).not.toContain('\u001B');
    expect(stdout).toContain("Step 'S': Task 1 of 3 (Frame=7)");
  });
});

describe('path mapping', () => {
  const path = folder.write(
    'paths.json',
    jobTemplate({
      parameterDefinitions: [{ name: 'In', type: 'PATH' }],
      steps: [step('S', 'echo "PATHS {{Param.In}} {{RawParam.In}}"')],
    }),
  );
  const rules = JSON.stringify({
    version: 'pathmapping-1.0',
    path_mapping_rules: [{ source_path_format: 'POSIX', source_path: '/mnt/a', destination_path: '/mnt/b' }],
  });

  test('rules are applied inline and from a file', async () => {
    const file = folder.write('rules.json', rules);
    for (const argument of [rules, `file://${file}`]) {
      const { stdout } = await cli(['run', path, '-p', 'In=/mnt/a/x', '--path-mapping-rules', argument]);
      expect(said(stdout, 'PATHS')).toEqual(['PATHS /mnt/b/x /mnt/a/x']);
    }
  });
});

describe('--events', () => {
  test('a file of NDJSON: the stream, every event of every action in order, the report', async () => {
    const file = join(folder.path, 'events.ndjson');
    await cli(['run', job, '--step', 'Late', '--events', file]);
    const events = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events[0]).toMatchObject({ type: 'stream-started', version: '1.0', jobName: 'Demo cat' });
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', report: { state: 'success', tasksSucceeded: 2 } });
    expect(events.every(({ type, timestampMs }) => typeof type === 'string' && timestampMs > 0)).toBe(true);
    const seqs = new Map<string, number[]>();
    for (const { actionId, seq } of events)
      if (actionId !== undefined) seqs.set(actionId, [...(seqs.get(actionId) ?? []), seq]);
    expect(seqs.size).toBe(4);
    for (const list of seqs.values()) expect(list).toEqual(list.map((_, index) => index + 1));
  });

  test('- is standard output: NDJSON and nothing else; the log and the result are on standard error', async () => {
    const { stdout, stderr } = await cli(['run', job, '--step', 'Late', '--events', '-']);
    const types = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).type);
    expect(types.at(-1)).toBe('run-ended');
    expect(said(stderr, 'TASK', 'Session ended')).toEqual(['TASK Late 1', 'TASK Late 2', 'Session ended successfully']);
  });
});

describe('adaptive chunks', () => {
  test('all Tasks run once, and the chunk size follows the time they take', async () => {
    const path = folder.write(
      'chunks.json',
      jobTemplate({
        extensions: ['TASK_CHUNKING'],
        steps: [
          step('S', 'echo "TASK {{Task.Param.Frame}}"', {
            parameterSpace: {
              taskParameterDefinitions: [
                {
                  name: 'Frame',
                  type: 'CHUNK[INT]',
                  range: '1-50',
                  chunks: { defaultTaskCount: 1, targetRuntimeSeconds: 60, rangeConstraint: 'CONTIGUOUS' },
                },
              ],
            },
          }),
        ],
      }),
    );
    const { exitCode, stdout } = await cli(['run', path]);
    const spans = said(stdout, 'TASK').map((line) => (line.match(/\d+/g) ?? []).map(Number));
    expect(spans[0]).toEqual([1, 1]);
    expect(spans.length).toBeLessThan(5);
    expect(
      spans.flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
    ).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(stdout).toMatch(/Adjusting chunk size from 1 to \d+/);
    expect(exitCode).toBe(0);
  });
});

describe('help', () => {
  test('run TEMPLATE --help lists the parameters that the template has', async () => {
    const { exitCode, stdout } = await cli(['run', job, '--help']);
    expect(stdout).toContain(`Usage: openjd run ${job} [OPTIONS]`);
    expect(stdout).toContain("  Scene (STRING) [default: 'cat']\n");
    expect(stdout).toContain('--task-param <K=V>');
    expect(exitCode).toBe(0);
  });

  test('of a template with errors it lists the parameters and the errors', async () => {
    const path = folder.write(
      'wrong.json',
      jobTemplate({
        description: 'Of little use.',
        parameterDefinitions: [{ name: 'Size', type: 'FLOAT', minValue: 0.5, description: 'How large.' }],
        steps: [step('S', '{{Param.Sizes}}')],
      }),
    );
    const { exitCode, stdout } = await cli(['run', path, '-h']);
    expect(stdout).toContain('Of little use.\n');
    expect(stdout).toContain('  Size (FLOAT) [required] (minimum: 0.5)\n      How large.\n');
    expect(stdout).toMatch(/ERROR: .* failed checks: 1 error\.[^]*Param\.Sizes/);
    expect(exitCode).toBe(1);
  });

  describe('with --environment', () => {
    const environmentFile = folder.write('packages.json', {
      specificationVersion: 'environment-2023-09',
      parameterDefinitions: [
        { name: 'Packages', type: 'STRING', description: 'What to install.' },
        { name: 'Scene', type: 'STRING' },
      ],
      environment: { name: 'E', variables: { A: '1' } },
    });

    test('lists the parameters of environment templates too, a default of the job counting for both', async () => {
      const { exitCode, stdout } = await cli(['run', job, '--help', '--env', environmentFile]);
      expect(stdout).toContain("Job Parameters (-p/--job-param NAME=VALUE):\n  Scene (STRING) [default: 'cat']\n");
      expect(stdout).toContain(
        `Job Parameters of environment template '${environmentFile}' (-p/--job-param NAME=VALUE):\n` +
          "  Packages (STRING) [required]\n      What to install.\n  Scene (STRING) [default: 'cat']\n",
      );
      expect(exitCode).toBe(0);
    });

    test('shows the help and what is wrong with an environment template', async () => {
      const wrong = folder.write('wrong-environment.json', { specificationVersion: 'environment-2023-09' });
      const { exitCode, stdout } = await cli(['run', job, '--help', '--environment', wrong]);
      expect(stdout).toContain('Job Parameters (-p');
      expect(stdout).toMatch(/ERROR: '.*wrong-environment\.json' failed checks/);
      expect(exitCode).toBe(1);
    });

    test('an error in the parameters shows those of the environment template, too', async () => {
      const { exitCode, stdout } = await cli(['run', job, '--env', environmentFile]);
      expect(stdout).toContain('ERROR: The job parameters');
      expect(stdout).toContain(`Job Parameters of environment template '${environmentFile}'`);
      expect(exitCode).toBe(1);
    });
  });

  test('run --help alone is the help of the command', async () => {
    expect(await cli(['run', '--help'])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('Usage: openjd run TEMPLATE'),
    });
  });
});

test.each([['no-such.yaml'], ['bad.json']])(
  '--events - keeps standard output for events when %s can not be run',
  async (name) => {
    folder.write('bad.json', '{"specificationVersion": "jobtemplate-2023-09"}');
    const { exitCode, stdout, stderr } = await cli(['run', name, '--events', '-'], { cwd: folder.path });
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  },
);
