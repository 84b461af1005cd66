import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { runNpm, runProgram, type ProgramRun } from '../../src/run-program.ts';

const printed = [
  'Entering DemoJobEnv',
  'Entering DemoStepEnv',
  ...Array.from({ length: 10 }, (_, index) => `Foo=12 Bar=${index + 1}`),
  'Exiting DemoStepEnv',
  'Exiting DemoJobEnv',
  'DemoJob: 10 tasks succeeded',
];
const job = (): Promise<ProgramRun> => runProgram('examples/dist/running-a-session.js', []);
const npmStart = (): Promise<ProgramRun> => runNpm(['start', '--silent']);

test('the demo job prints what the README promises and exits with 0', { timeout: 60_000 }, async () => {
  expect(await job()).toEqual({ exitCode: 0, stdout: `${printed.join('\n')}\n`, stderr: '' });
});

test('npm start, when all is built, installs nothing and shows the job', { timeout: 60_000 }, async () => {
  const { exitCode, stdout, stderr } = await npmStart();
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${printed.join('\n')}\n` });
  expect(stderr).not.toContain('Installing');
});

// The best of three: other tests run at the same time.
test('npm start, when all is built, costs under 3 s beside the job', { timeout: 60_000, retry: 2 }, async () => {
  const [jobMs, startMs] = [await timed(job), await timed(npmStart)];
  expect(startMs - jobMs).toBeLessThan(3_000);
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
