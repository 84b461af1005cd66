import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { runNpm, runProgram } from '../../src/run-program.ts';

const printed = [
  'Entering DemoJobEnv',
  'Entering DemoStepEnv',
  ...Array.from({ length: 10 }, (_, index) => `Foo=12 Bar=${index + 1}`),
  'Exiting DemoStepEnv',
  'Exiting DemoJobEnv',
  'DemoJob: 10 tasks succeeded',
];

test('npm start, when all is built, runs the demo job and costs under 3 s beside it', { timeout: 60_000 }, async () => {
  const start = performance.now();
  const alone = await runProgram('examples/dist/running-a-session.js', []);
  const between = performance.now();
  const throughNpm = await runNpm(['start', '--silent']);
  const end = performance.now();

  expect(alone).toEqual({ exitCode: 0, stdout: `${printed.join('\n')}\n`, stderr: '' });
  expect(throughNpm).toEqual({ ...alone, stderr: expect.not.stringMatching(/Installing|Building/) });
  const jobMs = between - start;
  const startMs = end - between;
  expect(startMs - jobMs).toBeLessThan(3_000);
});
