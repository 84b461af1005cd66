// npm run conformance -- FOLDER [--write]
import { statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findVectors } from './find-vectors.ts';
import { countOutcomes, resultsText } from './report.ts';
import { runVectors } from './run-vectors.ts';
import { namesWithoutVector } from './templates/expected-codes.ts';
import type { Vector } from './vector.ts';

const RESULTS = fileURLToPath(new URL('../../../docs/conformance-results.md', import.meta.url));
const USAGE = 'Usage: npm run conformance -- FOLDER [--write]\n  --write  also write docs/conformance-results.md\n';

/** A job that failed brings its whole log. */
const SHOWN_REASON_LINES = 40;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

const SUITE = ['base', 'EXPR', 'FEATURE_BUNDLE_1', 'TASK_CHUNKING', 'WRAP_ACTIONS'];

/** Whether templates of every part of the suite are there, and not those of one folder of it. */
function isWholeSuite(vectors: readonly Vector[]): boolean {
  return SUITE.every((part) => vectors.some(({ path }) => path.split('/').includes(part)));
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0 || !isFolder(folder)) {
    const found =
      folder === undefined ? 'Expected the folder of the vectors.' : `${positionals.join(' ')} is not a folder.`;
    process.stderr.write(`${found}\n${USAGE}`);
    return 2;
  }
  const vectors = findVectors(resolve(folder));
  const results = await runVectors(vectors);
  process.stdout.write(resultsText(results, SHOWN_REASON_LINES));
  const { passed, failed, skipped } = countOutcomes(results.filter(({ vector }) => vector.standing === 'counted'));
  const closing = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  if (values.write) {
    const title = '# Conformance results\n\nWritten by `npm run conformance -- FOLDER --write`.';
    const about =
      'Templates are decoded, jobs are run with `openjd`. [conformance.md](conformance.md) argues every exception.';
    writeFileSync(RESULTS, `${title} ${about}\n\n${closing}\n\n${resultsText(results)}`);
  }
  process.stdout.write(`\n${closing}\n`);
  const stale = isWholeSuite(vectors) ? namesWithoutVector(vectors) : [];
  if (stale.length > 0) process.stdout.write(`Expected codes of names that no vector has: ${stale.join(', ')}\n`);
  return failed === 0 && passed > 0 && stale.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
