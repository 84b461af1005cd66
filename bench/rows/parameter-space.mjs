// How fast the tasks of a step are walked and entered at random: 5,000,000 tasks in three dimensions.
import { StepParameterSpaceIterator } from '@ojd/model';
import { interleave } from '../measure/interleave.mjs';
import { elapsedMs } from '../measure/time.mjs';
import { pythonPeer } from '../peers/python.mjs';
import { jobOf } from './jobs.mjs';
import { threeDimensions } from './templates.mjs';

export async function measure({ quick }) {
  const document = threeDimensions();
  const tasks = new StepParameterSpaceIterator(jobOf(document).steps[0].parameterSpace);
  const size = Number(tasks.size);
  const python = await pythonPeer();
  const cases = [
    {
      name: 'walk',
      peer: 'iterate',
      run: (count) => {
        let left = count;
        for (const set of tasks) if (set.C === undefined || --left === 0) break;
      },
    },
    {
      name: 'random access',
      peer: 'random',
      run: (count) => {
        for (let index = 0; index < count; index++) tasks.at((index * 7919) % size);
      },
    },
  ];
  const results = [];
  for (const { name, peer, run } of cases) {
    const count = 2_000_000;
    const pythonCount = 200_000;
    const medians = await interleave(
      {
        ours: async () => (await elapsedMs(() => run(count))) / count,
        ...('ask' in python && {
          python: async () =>
            (await python.ask({ measure: peer, template: document, count: pythonCount })) / pythonCount,
        }),
      },
      { rounds: quick ? 3 : 7 },
    );
    const result = {
      what: `parameter space of three dimensions: ${name}`,
      against: 'Python openjd-model',
      target: { atLeast: 10 },
    };
    results.push(
      'python' in medians
        ? {
            ...result,
            value: medians.python / medians.ours,
            figures: `${rate(medians.ours)} : ${rate(medians.python)} million tasks/s`,
          }
        : { ...result, missing: python.missing, figures: `${rate(medians.ours)} million tasks/s` },
    );
  }
  python.close?.();
  return results;
}

/** Millions per second, of milliseconds for one. */
function rate(ms) {
  return (1 / ms / 1000).toFixed(2);
}
