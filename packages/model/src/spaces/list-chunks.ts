import { IntRangeExpr } from '@ojd/expr';
import { chunkStart, chunksIn } from './chunk-sizes.ts';

// Chunks of a range that is written as a list. The list keeps its order, so a run is a part of it in which every value is
// one more than the one before.

/** The texts of all chunks of a list of integers. */
export function chunksOfList(values: readonly bigint[], count: bigint, contiguous: boolean): string[] {
  return contiguous
    ? runsOf(values).flatMap((run) => cut(run, count).map(intervalText))
    : cut(values, count).map(rangeText);
}

/** The parts of a list in which every value is one more than the one before. */
export function runsOf(values: readonly bigint[]): bigint[][] {
  const runs: bigint[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === value - 1n) run.push(value);
    else runs.push([value]);
  }
  return runs;
}

export function intervalText(run: readonly bigint[]): string {
  return `${run[0]}-${run.at(-1)}`;
}

export function rangeText(values: readonly bigint[]): string {
  return IntRangeExpr.fromValues(new Set(values)).toString();
}

function cut(values: readonly bigint[], count: bigint): (readonly bigint[])[] {
  const length = BigInt(values.length);
  const chunks = chunksIn(length, count);
  return Array.from({ length: Number(chunks) }, (_, index) =>
    values.slice(
      Number(chunkStart(length, chunks, BigInt(index))),
      Number(chunkStart(length, chunks, BigInt(index) + 1n)),
    ),
  );
}
