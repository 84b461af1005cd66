import { templateVectors } from './templates/template-vectors.ts';
import type { Vector, VectorResult, VectorRunner } from './vector.ts';

/** Every kind of vector that this program can run. The runner of `jobs` belongs here too. */
export const RUNNERS: readonly VectorRunner[] = [templateVectors];

/** Runs vectors one after the other. */
export async function runVectors(
  vectors: readonly Vector[],
  runners: readonly VectorRunner[] = RUNNERS,
): Promise<VectorResult[]> {
  const results: VectorResult[] = [];
  for (const vector of vectors) {
    const kind = vector.folder.slice(vector.folder.lastIndexOf('/') + 1);
    const runner = runners.find(({ folders }) => folders.includes(kind));
    const outcome =
      runner === undefined
        ? ({ state: 'skipped', reason: `this program does not run vectors of \`${kind}\` yet` } as const)
        : await runner.run(vector);
    results.push({ vector, outcome });
  }
  return results;
}
