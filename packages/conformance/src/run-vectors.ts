import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { argueOutcome } from './argued-vectors.ts';
import { jobVectors } from './jobs/job-vectors.ts';
import { templateVectors } from './templates/template-vectors.ts';
import type { Vector, VectorOutcome, VectorResult, VectorRunner } from './vector.ts';

/** Every kind of vector that this program can run. */
const RUNNERS: readonly VectorRunner[] = [templateVectors, jobVectors];

/** Runs vectors side by side, as many as there are processors. The results are in the order of the vectors. */
export async function runVectors(
  vectors: readonly Vector[],
  runners: readonly VectorRunner[] = RUNNERS,
): Promise<VectorResult[]> {
  const queue = new PQueue({ concurrency: availableParallelism() });
  return queue.addAll(vectors.map((vector) => async () => ({ vector, outcome: await runVector(vector, runners) })));
}

async function runVector(vector: Vector, runners: readonly VectorRunner[]): Promise<VectorOutcome> {
  const kind = vector.folder.slice(vector.folder.lastIndexOf('/') + 1);
  const runner = runners.find(({ folders }) => folders.includes(kind));
  if (runner === undefined) return { state: 'skipped', reason: `this program does not run vectors of \`${kind}\` yet` };
  try {
    return argueOutcome(vector, await runner.run(vector));
  } catch (error) {
    return { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
