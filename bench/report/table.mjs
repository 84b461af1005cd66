import { cells } from './cells.mjs';

/** The results as lines for a terminal. */
export function textTable(results) {
  return results
    .map(cells)
    .map(
      ({ what, against, value, target, verdict, figures }) =>
        `${verdict.padEnd(12)} ${value.padStart(11)} ${target.padEnd(8)} ${what} | ${against} | ${figures}\n`,
    )
    .join('');
}
