import type { IntRangeExpr } from '@ojd/expr';

/**
 * A stretch of a range: `spread` false: all integers from `start` to `end`; `spread` true: values `step` apart, each of
 * them a run of its own.
 */
export interface Stretch {
  readonly start: bigint;
  readonly end: bigint;
  readonly step: bigint;
  readonly spread: boolean;
}

/**
 * The maximal runs of consecutive integers in a range, in ascending order. Runs of one value that are evenly apart stay
 * together in one stretch: `1-1000000:2` is one stretch, not half a million runs.
 */
export function contiguousStretches(range: IntRangeExpr): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end, step } of range.ranges) {
    const last = start + ((end - start) / step) * step;
    if (step === 1n || last === start) append(stretches, { start, end: last, step: 1n, spread: false });
    else appendSpread(stretches, start, last, step);
  }
  return stretches;
}

function append(stretches: Stretch[], next: Stretch): void {
  const previous = stretches.at(-1);
  if (previous === undefined || previous.end + 1n !== next.start) {
    stretches.push(next);
    return;
  }
  stretches.pop();
  if (!previous.spread) {
    append(stretches, { ...previous, end: next.end });
    return;
  }
  // The last of the spread values touches the next run: it leaves its stretch and joins that run.
  if (previous.end > previous.start)
    stretches.push(spread(previous.start, previous.end - previous.step, previous.step));
  stretches.push({ start: previous.end, end: next.end, step: 1n, spread: false });
}

function appendSpread(stretches: Stretch[], start: bigint, end: bigint, step: bigint): void {
  // The first value may touch what came before: it goes through `append`, the others cannot.
  append(stretches, { start, end: start, step: 1n, spread: false });
  const joined = stretches.at(-1);
  if (joined !== undefined && joined.start === start) {
    stretches.pop();
    stretches.push(spread(start, end, step));
  } else {
    stretches.push(spread(start + step, end, step));
  }
}

function spread(start: bigint, end: bigint, step: bigint): Stretch {
  return start === end ? { start, end, step: 1n, spread: false } : { start, end, step, spread: true };
}
