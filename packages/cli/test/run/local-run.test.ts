import {
  createEnvironment,
  createJob,
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  type Job,
  preprocessJobParameters,
} from '@ojd/model';
import { FakeSpawner, type FakeProcess } from '@ojd/sessions/testing';
import { describe, expect, test } from 'vitest';
import { describeFailure, LocalRun, planRun, type RunReport, type RunSelection } from '../../src/run/index.ts';

const action = (name: string): object => ({ command: name });
const environment = (name: string): object => ({
  name,
  script: { actions: { onEnter: action(`enter-${name}`), onExit: action(`exit-${name}`) } },
});

const template = decodeJobTemplate({
  specificationVersion: 'jobtemplate-2023-09',
  name: 'Demo',
  jobEnvironments: [environment('Job')],
  steps: [
    {
      name: 'One',
      stepEnvironments: [environment('Step')],
      parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-3' }] },
      script: { actions: { onRun: action('run-One') } },
    },
    { name: 'Two', script: { actions: { onRun: action('run-Two') } }, dependencies: [{ dependsOn: 'One' }] },
  ],
});
const parameters = preprocessJobParameters(template, {});
const job: Job = createJob(template, parameters);
const outer = createEnvironment(
  decodeEnvironmentTemplate({ specificationVersion: 'environment-2023-09', environment: environment('Outer') }),
  parameters,
);

interface Ran {
  readonly commands: readonly string[];
  readonly report: RunReport;
  readonly processes: readonly FakeProcess[];
}

/** Runs the job; `behave` sees each process and the run, so that it can interrupt at a chosen moment. */
async function ran(
  behave: (process: FakeProcess, run: LocalRun) => void = (process) => process.end(0),
  selection: RunSelection = {},
): Promise<Ran> {
  const spawn = new FakeSpawner();
  const run = new LocalRun(planRun(job, selection, [outer]), { jobParameters: parameters, ports: { spawn } });
  spawn.behave((process) => behave(process, run));
  const report = await run.run();
  return { report, processes: spawn.processes, commands: spawn.processes.map(({ request }) => request.command) };
}

const ENTER = ['enter-Outer', 'enter-Job'];
const EXIT = ['exit-Job', 'exit-Outer'];
const ONE = ['enter-Step', 'run-One', 'run-One', 'run-One', 'exit-Step'];

test('a job runs in order, Environments around it, and everything is in the report', async () => {
  const { commands, report } = await ran();
  expect(commands).toEqual([...ENTER, ...ONE, 'run-Two', ...EXIT]);
  expect(report).toMatchObject({
    state: 'success',
    jobName: 'Demo',
    tasksSucceeded: 4,
    failures: [],
    steps: [
      { name: 'One', state: 'success', tasksSucceeded: 3, tasksPlanned: 3 },
      { name: 'Two', state: 'success', tasksSucceeded: 1, tasksPlanned: 1 },
    ],
    session: { workingDirectoryState: 'removed', notExited: [] },
  });
});

describe('whatever fails, what was entered or attempted is exited in reverse order', () => {
  test.each([
    ['enter-Outer', ['enter-Outer', 'exit-Outer'], "Entering Environment 'Outer': exited with code 3"],
    ['enter-Job', [...ENTER, ...EXIT], "Entering Environment 'Job': exited with code 3"],
    ['enter-Step', [...ENTER, 'enter-Step', 'exit-Step', ...EXIT], "Entering Environment 'Step': exited with code 3"],
    [
      'run-One',
      [...ENTER, 'enter-Step', 'run-One', 'exit-Step', ...EXIT],
      "Task of Step 'One' (Frame=1): exited with code 3",
    ],
    ['exit-Step', [...ENTER, ...ONE, ...EXIT], "Exiting Environment 'Step': exited with code 3"],
    ['run-Two', [...ENTER, ...ONE, 'run-Two', ...EXIT], "Task of Step 'Two': exited with code 3"],
    ['exit-Job', [...ENTER, ...ONE, 'run-Two', ...EXIT], "Exiting Environment 'Job': exited with code 3"],
    ['exit-Outer', [...ENTER, ...ONE, 'run-Two', ...EXIT], "Exiting Environment 'Outer': exited with code 3"],
  ])('%s', async (failing, expected, message) => {
    const { commands, report } = await ran((process) => process.end(process.request.command === failing ? 3 : 0));
    expect(commands).toEqual(expected);
    expect(report.state).toBe('failed');
    expect(report.failures.map(describeFailure)).toEqual([message]);
  });

  test('several failures are all told, the first one first', async () => {
    const bad = new Set(['run-Two', 'exit-Job']);
    const { report } = await ran((process) => process.end(bad.has(process.request.command) ? 1 : 0));
    expect(report.failures.map(({ name }) => name)).toEqual(['Two', 'Job']);
  });
});

describe('an interrupt', () => {
  test('cancels what runs, starts no further Task, and exits all', async () => {
    const { commands, report } = await ran((process, run) => {
      if (process.request.command === 'run-One') run.interrupt('SIGINT');
      else process.end(0);
    });
    expect(commands).toEqual([...ENTER, 'enter-Step', 'run-One', 'exit-Step', ...EXIT]);
    expect(report).toMatchObject({
      state: 'interrupted',
      interruptedBy: 'SIGINT',
      steps: [
        { name: 'One', state: 'canceled' },
        { name: 'Two', state: 'not-run' },
      ],
      failures: [{ name: 'One', result: { state: 'canceled', reason: { kind: 'canceled', reason: 'SIGINT' } } }],
    });
  });

  test('that comes when an action has just ended starts nothing more', async () => {
    const { commands, report } = await ran((process, run) => {
      process.end(0);
      if (process.request.command === 'enter-Job') run.interrupt('SIGTERM');
    });
    expect(commands.slice(0, 2)).toEqual(ENTER);
    expect(commands.slice(-2)).toEqual(EXIT);
    expect(commands).not.toContain('run-One');
    expect(report).toMatchObject({ state: 'interrupted', interruptedBy: 'SIGTERM' });
  });

  test('that comes before anything was started starts nothing', async () => {
    const spawn = new FakeSpawner((process) => process.end(0));
    const run = new LocalRun(planRun(job), { jobParameters: parameters, ports: { spawn } });
    run.interrupt('SIGINT');
    expect(await run.run()).toMatchObject({ state: 'interrupted', tasksSucceeded: 0 });
    expect(spawn.processes).toEqual([]);
  });

  test('during an exit lets that exit go on, for it is what an interrupt asks for', async () => {
    const { commands, report } = await ran((process, run) => {
      if (process.request.command === 'exit-Step') run.interrupt('SIGINT');
      process.end(0);
    });
    expect(commands).toEqual([...ENTER, ...ONE, ...EXIT]);
    expect(report).toMatchObject({
      state: 'interrupted',
      failures: [],
      environments: [
        { name: 'Step', exit: 'success' },
        { name: 'Job', exit: 'success' },
        { name: 'Outer', exit: 'success' },
      ],
    });
  });

  test('again during an exit cuts that exit short, the others still run, and the report says which is which', async () => {
    const { commands, report } = await ran((process, run) => {
      if (process.request.command !== 'exit-Job') return process.end(0);
      run.interrupt('SIGINT');
      run.interrupt('SIGINT');
    });
    expect(commands.slice(-2)).toEqual(EXIT);
    expect(report.failures.map(describeFailure)).toEqual(["Exiting Environment 'Job': canceled (SIGINT)"]);
    expect(report.environments).toEqual([
      { name: 'Step', exit: 'success' },
      { name: 'Job', exit: 'canceled' },
      { name: 'Outer', exit: 'success' },
    ]);
  });

  test('again: each one ends the action that then runs at once', async () => {
    const { commands, processes } = await ran((process, run) => {
      if (!process.request.command.startsWith('exit-') && process.request.command !== 'run-One') process.end(0);
      else run.interrupt('SIGINT');
    });
    expect(commands).toEqual([...ENTER, 'enter-Step', 'run-One', 'exit-Step', ...EXIT]);
    const killed = processes.filter(({ signals }) => signals.some(({ signal }) => signal === 'SIGKILL'));
    expect(killed.map(({ request }) => request.command)).toEqual(['run-One', 'exit-Step', ...EXIT]);
  });
});

test('a Session that cannot be made is a failure without an action, and nothing is run', async () => {
  const spawn = new FakeSpawner((process) => process.end(0));
  const run = new LocalRun(planRun(job), { jobParameters: parameters, sessionId: '', ports: { spawn } });
  const report = await run.run();
  expect(report).toMatchObject({
    state: 'failed',
    tasksSucceeded: 0,
    steps: [{ state: 'not-run' }, { state: 'not-run' }],
    environments: [],
  });
  expect(report.failures).toEqual([{ message: expect.stringContaining('sessionId') }]);
  expect(spawn.processes).toEqual([]);
});
