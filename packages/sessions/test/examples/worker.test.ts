import { createJob, decodeJobTemplate, preprocessJobParameters, type Job } from '@ojd/model';
import { expect, test } from 'vitest';
import { runJobs, type JobOutcome } from '../../../../examples/worker.ts';
import { sh } from '../session/templates.ts';

/** Two steps, the first with an environment of its own, written in the other order. */
function jobOf(name: string, script: string): Job {
  const template = decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    name,
    jobEnvironments: [{ name: 'E', script: { actions: { onEnter: sh('true'), onExit: sh('true') } } }],
    steps: [
      { name: 'Last', dependencies: [{ dependsOn: 'First' }], script: { actions: { onRun: sh(script) } } },
      {
        name: 'First',
        stepEnvironments: [{ name: 'F', script: { actions: { onEnter: sh('true') } } }],
        script: { actions: { onRun: sh('true') } },
      },
    ],
  });
  return createJob(template, preprocessJobParameters(template, {}));
}

const told = ({ jobName, results, report }: JobOutcome) => [
  jobName,
  ...results.map(({ state }) => state),
  report.exits.map(({ state }) => state),
  report.workingDirectoryState,
];

test('the worker runs every job of a queue in order, whatever becomes of those before, and exits what it entered', async () => {
  const outcomes: unknown[] = [];
  const queue = [jobOf('good', 'true'), jobOf('bad', 'exit 3'), jobOf('slow', 'sleep 1000'), jobOf('next', 'true')];
  const options = { signal: new AbortController().signal, taskTimeLimitMs: 1000, closeDeadlineMs: 10_000 };
  for await (const outcome of runJobs(queue, options)) outcomes.push(told(outcome));
  const first = ['success', 'success', 'success', 'success'];
  expect(outcomes).toEqual([
    ['good', ...first, 'success', ['success'], 'removed'],
    ['bad', ...first, 'failed', ['success'], 'removed'],
    ['slow', ...first, 'timeout', ['success'], 'removed'],
    ['next', ...first, 'success', ['success'], 'removed'],
  ]);
});

test('a worker that is told to stop cancels its task, still exits, and takes no other job', async () => {
  const stopping = new AbortController();
  const queue = function* () {
    yield jobOf('running', 'sleep 1000');
    throw new Error('nobody should have asked for another');
  };
  setTimeout(() => stopping.abort('the worker is stopping'), 500);
  const outcomes: JobOutcome[] = [];
  const options = { signal: stopping.signal, taskTimeLimitMs: 60_000, closeDeadlineMs: 10_000 };
  for await (const outcome of runJobs(queue(), options)) outcomes.push(outcome);
  expect(outcomes.map((outcome) => outcome.results.at(-1))).toMatchObject([
    { state: 'canceled', message: 'canceled (the worker is stopping)' },
  ]);
  expect(outcomes[0]?.report).toMatchObject({ exits: [{ state: 'success' }], workingDirectoryState: 'removed' });
});
