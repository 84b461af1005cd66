import type { VectorResult } from './vector.ts';

const STATES = ['passed', 'failed', 'skipped'] as const;
type Counts = Record<(typeof STATES)[number], number>;

export function countOutcomes(results: readonly VectorResult[]): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { outcome } of results) counts[outcome.state] += 1;
  return counts;
}

/**
 * The results as Markdown: a table for each standing, then whatever did not pass, with its reason.
 *
 * @param reasonLines how much to show of a reason; a job that failed brings its whole log
 */
export function resultsText(results: readonly VectorResult[], reasonLines = 1): string {
  const counted = results.filter(({ vector }) => vector.standing === 'counted');
  const parts = [table(counted)];
  for (const standing of ['proposed', 'superseded'] as const) {
    const apart = results.filter(({ vector }) => vector.standing === standing);
    if (apart.length > 0)
      parts.push(`Not counted, because upstream keeps them under \`${standing}/\`:\n\n${table(apart)}`);
  }
  const failures = reasons(results, 'failed', reasonLines);
  if (failures !== '') parts.push(`Failed:\n\n${failures}`);
  const skips = skipReasons(results);
  if (skips !== '') parts.push(`Skipped:\n\n${skips}`);
  return `${parts.join('\n\n')}\n`;
}

function table(results: readonly VectorResult[]): string {
  const folders = new Set(results.map(({ vector }) => vector.folder));
  const rows = [...folders].map((folder) => {
    const own = results.filter(({ vector }) => vector.folder === folder);
    const { passed, failed, skipped } = countOutcomes(own);
    return `| ${folder} | ${passed} | ${failed} | ${skipped} |`;
  });
  return ['| folder | passed | failed | skipped |', '| --- | ---: | ---: | ---: |', ...rows].join('\n');
}

function reasons(results: readonly VectorResult[], state: 'failed', lines: number): string {
  return results
    .flatMap(({ vector, outcome }) => {
      if (outcome.state !== state) return [];
      const reason = outcome.reason.split('\n').slice(0, lines).join('\n    ');
      return [`- \`${vector.path}\`: ${reason}`];
    })
    .join('\n');
}

/** Skips by reason: usually one reason holds for a whole folder. */
function skipReasons(results: readonly VectorResult[]): string {
  const counts = new Map<string, number>();
  for (const { outcome } of results) {
    if (outcome.state === 'skipped') counts.set(outcome.reason, (counts.get(outcome.reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `- ${count}: ${reason}`).join('\n');
}
