import { afterAll, expect, test } from 'vitest';
import { cli, environment, jobTemplate, step, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const huge = '1-1000000000000000000';
const job = folder.write(
  'job.json',
  jobTemplate({
    name: 'Film {{Param.Scene}}',
    parameterDefinitions: [
      { name: 'Scene', type: 'STRING', default: 'cat', description: 'What to show.' },
      { name: 'Frames', type: 'INT', default: 3 },
    ],
    jobEnvironments: [{ ...environment('Job'), description: 'Around all.' }],
    steps: [
      step('Render', 'true', {
        stepEnvironments: [environment('Step')],
        parameterSpace: {
          taskParameterDefinitions: [
            { name: 'Frame', type: 'INT', range: '1-{{Param.Frames}}' },
            { name: 'Eye', type: 'STRING', range: ['left', 'right'] },
          ],
        },
      }),
      step('Encode', 'true', { dependencies: [{ dependsOn: 'Render' }] }),
    ],
  }),
);

test('a job: parameters with their values, Steps with their Tasks, Environments', async () => {
  const { exitCode, stdout } = await cli(['summary', job, '-p', 'Frames=5']);
  expect(stdout).toBe(`
--- Summary for 'Film cat' ---

Parameters:
  - Scene (STRING): cat
  - Frames (INT): 5

Total steps: 2
Total tasks: 11
Total environments: 2

--- Steps in 'Film cat' ---

1. 'Render' (10 total Tasks)
  Task parameters:
    - Frame (INT)
    - Eye (STRING)
  1 environments

2. 'Encode' (1 total Tasks)
  1 dependencies: 'Render'

--- Environments in 'Film cat' ---
  - Job (from 'root')
    Around all.
  - Step (from 'Render')
`);
  expect(exitCode).toBe(0);
});

test('in JSON it has the fields of the reference, empty ones left out', async () => {
  const { stdout } = await cli(['summary', job, '--output', 'json']);
  expect(JSON.parse(stdout)).toEqual({
    status: 'success',
    message: "Summary for 'Film cat'",
    name: 'Film cat',
    parameter_definitions: [
      { name: 'Scene', description: 'What to show.', type: 'STRING', value: 'cat' },
      { name: 'Frames', type: 'INT', value: '3' },
    ],
    total_steps: 2,
    total_tasks: 7,
    total_environments: 2,
    root_environments: [{ name: 'Job', description: 'Around all.', parent: 'root' }],
    steps: [
      {
        name: 'Render',
        parameter_definitions: [
          { name: 'Frame', type: 'INT' },
          { name: 'Eye', type: 'STRING' },
        ],
        total_tasks: 6,
        environments: [{ name: 'Step', parent: 'Render' }],
      },
      { name: 'Encode', total_tasks: 1, dependencies: [{ step_name: 'Render' }] },
    ],
  });
});

test('one Step', async () => {
  expect((await cli(['summary', job, '--step', 'Encode'])).stdout).toBe(`
--- Summary for Step 'Encode' in Job 'Film cat' ---

Total tasks: 1
Total task parameters: 0
Total environments: 0

Dependencies (1):
- 'Render'
`);
  expect(JSON.parse((await cli(['summary', job, '--step', 'Render', '--output', 'json'])).stdout)).toMatchObject({
    job_name: 'Film cat',
    step_name: 'Render',
    total_parameters: 2,
    total_tasks: 6,
    total_environments: 1,
  });
});

test('a Step that is not there is an error with those that are', async () => {
  const { exitCode, stdout } = await cli(['summary', job, '--step', 'X']);
  expect(stdout).toBe("ERROR: Step 'X' does not exist in Job 'Film cat'. Its Steps: 'Render', 'Encode'.\n");
  expect(exitCode).toBe(1);
});

test('10^18 Tasks are counted at once and exactly', async () => {
  const path = folder.write(
    'huge.json',
    jobTemplate({
      steps: [
        step('S', 'true', { parameterSpace: { taskParameterDefinitions: [{ name: 'N', type: 'INT', range: huge }] } }),
      ],
    }),
  );
  expect((await cli(['summary', path])).stdout).toContain('Total tasks: 1000000000000000000');
  expect((await cli(['summary', path, '--output', 'json'])).stdout).toContain('"total_tasks": 1000000000000000000');
});

test('in YAML it has the form that the reference commands give it', async () => {
  const { stdout } = await cli(['summary', job, '--step', 'Encode', '--output', 'yaml']);
  expect(stdout).toBe(`status: success
message: Summary for Step 'Encode' in Job 'Film cat'
job_name: Film cat
step_name: Encode
total_tasks: 1
dependencies:
- step_name: Render
`);
  expect((await cli(['summary', job, '--output', 'yaml'])).stdout).toContain(
    "- name: Frames\n  type: INT\n  value: '3'\n",
  );
});

test('the Environments of environment templates bring their parameters', async () => {
  const env = folder.write('env.json', {
    specificationVersion: 'environment-2023-09',
    parameterDefinitions: [{ name: 'License', type: 'STRING', default: 'free' }],
    environment: environment('Outer'),
  });
  expect((await cli(['summary', job, '--env', env])).stdout).toContain('  - License (STRING): free\n');
});
