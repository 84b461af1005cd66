import { IntRangeExpr } from '@ojd/expr';
import { parseInt64 } from '../parameters/numbers.ts';

const INTERVAL = /^(-?\d+)-(-?\d+)$/;

/** The interval that a contiguous chunk names: `a-b`, also when both are the same. */
export function parseInterval(text: string): { readonly start: bigint; readonly end: bigint } | undefined {
  const [, first, last] = INTERVAL.exec(text) ?? [];
  const start = first === undefined ? undefined : parseInt64(first);
  const end = last === undefined ? undefined : parseInt64(last);
  return start === undefined || end === undefined || start > end ? undefined : { start, end };
}

/** The values that a chunk names. */
export function parseChunk(text: string): IntRangeExpr | undefined {
  const parsed = IntRangeExpr.safeParse(text);
  return parsed.ok ? parsed.value : undefined;
}
