import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, environment, jobTemplate, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const proof = join(folder.path, 'it-ran');
const job = folder.write(
  'job.json',
  jobTemplate({
    parameterDefinitions: [{ name: 'Scene', type: 'PATH', default: 'cat.blend' }],
    jobEnvironments: [{ ...environment('Job', `touch ${proof}`), variables: { SCENE: '{{Param.Scene}}' } }],
    steps: [
      {
        name: 'Render',
        parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-100' }] },
        script: {
          embeddedFiles: [
            {
              name: 'Run',
              type: 'TEXT',
              filename: 'run.sh',
              data: 'render {{Param.Scene}}\n--frame {{Task.Param.Frame}}\n',
            },
          ],
          actions: {
            onRun: {
              command: 'touch',
              args: [proof, '{{Task.File.Run}}', "it's {{Task.Param.Frame}}"],
              timeout: 60,
              cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 15 },
            },
          },
        },
      },
    ],
  }),
);
const rules = JSON.stringify({
  version: 'pathmapping-1.0',
  path_mapping_rules: [{ source_path_format: 'POSIX', source_path: folder.path, destination_path: '/render' }],
});

test('each Task with its command line, files, variables, mapped paths and limits; nothing is run', async () => {
  const { exitCode, stdout } = await cli(['explain', job, '--limit', '2', '--path-mapping-rules', rules]);
  expect(stdout).toContain("Enter Environment 'Job'\n  command     sh -c ");
  expect(stdout).toContain("Step 'Render', Task 1 of 100: Frame=1\n");
  expect(stdout).toContain("Step 'Render', Task 2 of 100: Frame=2\n");
  expect(stdout).not.toContain('Task 3 of 100');
  expect(stdout).toContain(
    "\n\n... and 98 more of Step 'Render': --limit N shows N of them.\n\nExit Environment 'Job'\n",
  );
  expect(stdout).toMatch(/command {5}touch \S+it-ran '?<Session\.WorkingDirectory>\/\S*run\.sh'? 'it'\\''s 1'/);
  expect(stdout).toContain('SCENE=/render/cat.blend');
  expect(stdout).toMatch(/file {8}\S*run\.sh\n {12}\| render \/render\/cat\.blend\n {12}\| --frame 1/);
  expect(stdout).toContain('time limit  60 s');
  expect(stdout).toContain('cancelation NOTIFY_THEN_TERMINATE after 15 s');
  expect(stdout).toContain('time limit  300 s (the default)\n  cancelation TERMINATE (the default)');
  expect(existsSync(proof)).toBe(false);
  expect(exitCode).toBe(0);
});

test('in JSON it is data', async () => {
  const { stdout } = await cli(['explain', job, '--limit', '1', '--output', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    status: 'success',
    job_name: 'Demo',
    steps: [{ name: 'Render', total_tasks: 100 }],
    actions: [
      { action: 'enter-environment', name: 'Job', command: 'sh' },
      {
        action: 'run-task',
        name: 'Render',
        task_parameters: { Frame: '1' },
        command: 'touch',
        time_limit: '60 s',
        files: [{ content: expect.stringContaining('--frame 1') }],
      },
      { action: 'exit-environment', name: 'Job' },
    ],
  });
});

const hook = (name: string) => ({
  command: 'docker',
  args: ['exec', name, '{{WrappedAction.Command}}', '{{WrappedAction.Args}}'],
});

test('a wrapped Task is shown as the wrapping Environment would run it', async () => {
  const wrapper = folder.write('wrapper.json', {
    specificationVersion: 'environment-2023-09',
    extensions: ['WRAP_ACTIONS', 'EXPR'],
    environment: {
      name: 'Container',
      script: {
        actions: {
          onEnter: { command: 'docker', args: ['run'] },
          onWrapEnvEnter: hook('e'),
          onWrapTaskRun: hook('t'),
          onWrapEnvExit: hook('x'),
        },
      },
    },
  });
  const { stdout } = await cli(['explain', job, '--limit', '1', '--env', wrapper]);
  expect(stdout).toContain('command     docker exec t touch ');
});

test('chunks that adapt to their time have their first size here', async () => {
  const chunks = { defaultTaskCount: 2, targetRuntimeSeconds: 60, rangeConstraint: 'CONTIGUOUS' };
  const path = folder.write(
    'adaptive.json',
    jobTemplate({
      extensions: ['TASK_CHUNKING'],
      steps: [
        {
          name: 'S',
          parameterSpace: { taskParameterDefinitions: [{ name: 'C', type: 'CHUNK[INT]', range: '1-30', chunks }] },
          script: { actions: { onRun: { command: 'echo', args: ['{{Task.Param.C}}'] } } },
        },
      ],
    }),
  );
  const { exitCode, stdout } = await cli(['explain', path, '--limit', '2']);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Step 'S', Task 2 of 15: C=3-4");
  expect(stdout).toContain('... and 13 more');
});

test('control characters of a template do nothing to the terminal, in explain, summary and help', async () => {
  const path = folder.write(
    'escape.json',
    jobTemplate({
      parameterDefinitions: [
        { name: 'P', type: 'STRING', default: 'a\u001B[31mb', allowedValues: ['a\u001B[31mb', 'c'] },
      ],
      steps: [{ name: 'S', script: { actions: { onRun: { command: 'echo', args: ['{{Param.P}}'] } } } }],
    }),
  );
  for (const args of [
    ['explain', path],
    ['summary', path],
    ['run', path, '--help'],
  ]) {
    // oxlint-disable-next-line eslint/no-await-in-loop
    const { stdout } = await cli(args);
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toContain(String.raw`a\u001b[31mb`);
  }
});

test('what a run could not prepare is an error here too', async () => {
  const path = folder.write(
    'fails.json',
    jobTemplate({
      extensions: ['EXPR'],
      steps: [
        {
          name: 'S',
          script: {
            actions: {
              onRun: {
                command: 'echo',
                args: ["{{ fail('no ' + string(Session.WorkingDirectory.name)[0:0] + 'way') }}"],
              },
            },
          },
        },
      ],
    }),
  );
  const { exitCode, stdout } = await cli(['explain', path]);
  expect(stdout).toMatch(
    /Step 'S', Task 1 of 1\n {2}ERROR: could not be prepared: .*\n[^]*\^[^]*\n\nERROR: Task of Step 'S': could not be prepared: .*\n$/,
  );
  expect(stdout).toContain('no way');
  expect(exitCode).toBe(1);
});

test('the rules that paths go through, and the file in which actions find them', async () => {
  const { stdout } = await cli(['explain', job, '--limit', '1', '--path-mapping-rules', rules]);
  expect(stdout).toContain(
    `\n\nPath mapping, which actions find in .openjd/path_mapping.json:\n  POSIX ${folder.path} -> /render\n\n`,
  );
  const json = await cli(['explain', job, '--limit', '1', '--path-mapping-rules', rules, '--output', 'json']);
  expect(JSON.parse(json.stdout)).toMatchObject({
    path_mapping: {
      file: '.openjd/path_mapping.json',
      rules: [{ source_path_format: 'POSIX', source_path: folder.path, destination_path: '/render' }],
    },
  });
});

describe('a wrap hook', () => {
  const wrapper = folder.write(
    'box.json',
    JSON.stringify({
      specificationVersion: 'environment-2023-09',
      extensions: ['EXPR', 'WRAP_ACTIONS'],
      environment: {
        name: 'Box',
        script: {
          actions: {
            onWrapEnvEnter: { command: 'enter-box' },
            onWrapTaskRun: { command: 'box', args: ['{{WrappedAction.Command}}'], timeout: 90 },
            onWrapEnvExit: { command: 'leave-box' },
          },
        },
      },
    }),
  );

  test('is told with the action in whose place it runs, and what that one declares', async () => {
    const { stdout } = await cli(['explain', job, '--limit', '1', '--env', wrapper]);
    expect(stdout).toContain('  command     enter-box\n');
    expect(stdout).toContain("  in place of onEnter: it is onWrapEnvEnter of Environment 'Box'\n");
    expect(stdout).toContain(
      [
        '  time limit  90 s',
        '  cancelation TERMINATE (the default)',
        "  in place of onRun: it is onWrapTaskRun of Environment 'Box'",
        '              time limit of onRun: 60 s',
        '              cancelation of onRun: NOTIFY_THEN_TERMINATE after 15 s',
        '',
      ].join('\n'),
    );
  });

  test('whose Environment has nothing to enter or exit has no limits there', async () => {
    const { stdout } = await cli(['explain', job, '--limit', '1', '--env', wrapper, '--output', 'json']);
    const { actions } = JSON.parse(stdout) as { actions: readonly object[] };
    expect(actions[0]).toEqual({ action: 'enter-environment', name: 'Box' });
    expect(actions.at(-1)).toEqual({ action: 'exit-environment', name: 'Box' });
  });

  test('has a field of its own in JSON', async () => {
    const { stdout } = await cli(['explain', job, '--limit', '1', '--env', wrapper, '--output', 'json']);
    const { actions } = JSON.parse(stdout) as { actions: readonly { action: string }[] };
    expect(actions.find(({ action }) => action === 'run-task')).toMatchObject({
      command: 'box',
      time_limit: '90 s',
      in_place_of: { action: 'onRun', hook: 'onWrapTaskRun', environment: 'Box', time_limit: '60 s' },
    });
  });
});

test('a file that its user may run is told apart', async () => {
  const runnable = folder.write(
    'runnable.json',
    jobTemplate({
      steps: [
        {
          name: 'Only',
          script: {
            embeddedFiles: [
              { name: 'Go', type: 'TEXT', filename: 'go.sh', runnable: true, data: 'exit 0' },
              { name: 'Words', type: 'TEXT', filename: 'words.txt', data: 'one' },
            ],
            actions: { onRun: { command: '{{Task.File.Go}}' } },
          },
        },
      ],
    }),
  );
  const { stdout } = await cli(['explain', runnable]);
  expect(stdout).toMatch(/file {8}\S*go\.sh \(executable\)\n/);
  expect(stdout).toMatch(/file {8}\S*words\.txt\n/);
});
