// Memory that stays after much work, compared with an open session that has run one task.
import { StepParameterSpaceIterator } from '@ojd/model';
import { Session } from '@ojd/sessions';
import { jobOf, TRUE } from './jobs.mjs';
import { oneCommand, threeDimensions } from './templates.mjs';

export async function measure({ quick }) {
  const tasks = quick ? 1000 : 10_000;
  const gigabytes = quick ? 0.1 : 1;
  return [
    await grown(`${tasks.toLocaleString('en')} tasks in one session`, async (session, step) => {
      for (let task = 0; task < tasks; task++) await session.runTask(step).orThrow();
    }),
    await grown(`${gigabytes} GB of output`, async (session) => {
      const lines = Math.round((gigabytes * 1e9) / 80);
      const script = `yes 'a line of eighty characters, with its line end, as a renderer would write it. ' | head -n ${lines}`;
      await session.runSubprocess({ command: '/bin/sh', args: ['-c', script] }).orThrow();
    }),
    await grown('a space of 10^18 tasks, 1,000,000 of them visited', () => {
      const million = '1-1000000';
      const job = jobOf(threeDimensions({ A: million, B: million, C: million }));
      const space = new StepParameterSpaceIterator(job.steps[0].parameterSpace);
      const stride = space.size / 1_000_000n;
      for (let index = 0n; index < 1_000_000n; index++) space.at(index * stride);
    }),
  ];
}

async function grown(name, work) {
  const job = jobOf(oneCommand(TRUE));
  const session = await Session.create({ job });
  for (let task = 0; task < 50; task++) await session.runTask(job.steps[0]).orThrow();
  const before = settled();
  await work(session, job.steps[0]);
  const after = settled();
  await session.close();
  return {
    what: `memory: ${name}`,
    against: 'its own start',
    value: (after - before) / 2 ** 20,
    unit: 'MB more',
    target: { atMost: 40 },
    figures: `${(after / 2 ** 20).toFixed(0)} MB : ${(before / 2 ** 20).toFixed(0)} MB resident`,
  };
}

/** Resident bytes after what can be collected was collected. */
function settled() {
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage.rss();
}
