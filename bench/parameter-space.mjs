// How fast the tasks of a step are walked and entered at random: 5,000,000 tasks in three dimensions.
// node bench/parameter-space.mjs   after a build; exit code 1 if a target is missed
// With OJD_PEER_PYTHON naming an interpreter that has openjd-model, the same is measured there and the ratio is printed.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { createJob, decodeJobTemplate, preprocessJobParameters, StepParameterSpaceIterator } from '@ojd/model';

const RANGES = { A: '1-100', B: '1-100', C: '1-500' };
const document = {
  specificationVersion: 'jobtemplate-2023-09',
  name: 'Bench',
  steps: [
    {
      name: 'Step',
      parameterSpace: {
        taskParameterDefinitions: Object.entries(RANGES).map(([name, range]) => ({ name, type: 'INT', range })),
      },
      script: { actions: { onRun: { command: 'true' } } },
    },
  ],
};

const template = decodeJobTemplate(document);
const [step] = createJob(template, preprocessJobParameters(template, {})).steps;
const tasks = new StepParameterSpaceIterator(step.parameterSpace);
const size = Number(tasks.size);

const cases = [
  {
    name: 'walk',
    target: 8,
    ratio: 10,
    run: () => {
      let count = 0;
      for (const set of tasks) if (set.C !== undefined) count++;
      return count;
    },
  },
  {
    name: 'random access',
    target: 3.6,
    ratio: 10,
    run: () => {
      const count = 2_000_000;
      for (let index = 0; index < count; index++) tasks.at((index * 7919) % size);
      return count;
    },
  },
  {
    name: 'search (indexOf)',
    run: () => {
      const count = 200_000;
      for (let index = 0; index < count; index++) tasks.indexOf(tasks.at((index * 7919) % size));
      return count;
    },
  },
];

const peer = peerFigures();
let missed = false;
for (const { name, target, ratio, run } of cases) {
  const rates = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    const count = run();
    rates.push(count / (performance.now() - start) / 1000);
  }
  const rate = rates.toSorted((a, b) => a - b)[2];
  const other = peer?.[name];
  const factor =
    other === undefined ? '' : `, ${(rate / other).toFixed(1)} times the ${other.toFixed(2)} of openjd-model`;
  const goal = target === undefined ? '' : `, target ${target}`;
  console.log(`${name}: ${rate.toFixed(2)} million tasks per second${goal}${factor}`);
  missed ||=
    (target !== undefined && rate < target) || (ratio !== undefined && other !== undefined && rate / other < ratio);
}
process.exitCode = missed ? 1 : 0;

/** Millions of tasks per second of the Python implementation, where an interpreter with it is named. */
function peerFigures() {
  const python = process.env.OJD_PEER_PYTHON;
  if (python === undefined) return undefined;
  const program = `
import json, sys, time
from openjd.model import create_job, decode_job_template, StepParameterSpaceIterator
space = create_job(job_template=decode_job_template(template=json.load(sys.stdin)), job_parameter_values={}).steps[0].parameterSpace
tasks = StepParameterSpaceIterator(space=space)
start, count = time.perf_counter(), 0
for task in tasks:
    count += 1
    if count == 1000000: break
walk = count / (time.perf_counter() - start) / 1e6
start, size = time.perf_counter(), len(tasks)
for index in range(300000): tasks[(index * 7919) % size]
print(json.dumps({"walk": walk, "random access": 0.3 / (time.perf_counter() - start)}))
`;
  const { stdout, stderr, status } = spawnSync(python, ['-c', program], {
    input: JSON.stringify(document),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${python} failed: ${stderr}`);
  return JSON.parse(stdout);
}
