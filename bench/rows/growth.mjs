// How the cost grows with the work: the exponent is 1 where ten times the work takes ten times as long.
import { createEnvironment, decodeEnvironmentTemplate, decodeJobTemplate } from '@ojd/model';
import { Session } from '@ojd/sessions';
import { FakeSpawner } from '@ojd/sessions/testing';
import { growthExponent, median } from '../measure/interleave.mjs';
import { elapsedMs, msPerCall, WARM_UP_MS } from '../measure/time.mjs';
import { jobOf, TRUE } from './jobs.mjs';
import { manySteps, oneCommand } from './templates.mjs';

export async function measure({ quick }) {
  const last = quick ? 4 : 5;
  return [
    await growth(
      `tasks 10^2 to 10^${last} in one session (processes that exist only in memory)`,
      sizes(2, last),
      tasks,
    ),
    await growth('secrets 1 to 10^4 told and looked for in as many lines', sizes(0, 4), secrets),
    await growth('decoding 1 to 10^3 steps', sizes(0, 3), steps),
    ...(quick ? [] : [await growth('decoding 10^2 to 10^4 steps', sizes(2, 4), steps, {})]),
  ];
}

function sizes(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}

async function growth(name, counts, cost, bound = { target: { atMost: 1.1 } }) {
  // Else the small sizes would be measured compiled and the large ones, which are called three times, not.
  for (const start = performance.now(); performance.now() - start < WARM_UP_MS;) await cost(counts.at(-2));
  const points = [];
  for (const size of counts) {
    const times = [];
    for (let round = 0; round < 3; round++) times.push(await cost(size));
    points.push([size, median(times)]);
  }
  return {
    what: `growth: ${name}`,
    against: 'straight line',
    // Of the upper two decades: below them fixed costs would hide what grows.
    value: growthExponent(points.slice(-3)),
    unit: 'exponent',
    ...bound,
    figures: points.map(([size, ms]) => `${size}: ${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`).join(', '),
  };
}

async function tasks(count) {
  const job = jobOf(oneCommand(TRUE));
  const session = await Session.create({
    job,
    ports: { spawn: new FakeSpawner((process) => process.print('a line\n').end(0)) },
  });
  const ms = await elapsedMs(async () => {
    for (let task = 0; task < count; task++) await session.runTask(job.steps[0]).orThrow();
  });
  await session.close();
  return ms;
}

async function secrets(count) {
  const names = Array.from({ length: count }, (_, index) => `SECRET_${index}=hush-${index}-${index * 7919}-quiet`);
  const told = names.map((assignment) => `openjd_redacted_env: ${assignment}\n`).join('');
  const lines = 'some output that holds no secret at all, as most output does\n'.repeat(count);
  const environment = createEnvironment(
    decodeEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      extensions: ['REDACTED_ENV_VARS'],
      environment: { name: 'Secrets', script: { actions: { onEnter: { command: TRUE } } } },
    }),
    {},
  );
  const session = await Session.create({
    ports: { spawn: new FakeSpawner((process) => process.print(told).print(lines).end(0)) },
  });
  const ms = await elapsedMs(() => session.enterEnvironment(environment).orThrow());
  await session.close();
  return ms;
}

function steps(count) {
  const document = manySteps(count);
  return msPerCall(() => decodeJobTemplate(document));
}
