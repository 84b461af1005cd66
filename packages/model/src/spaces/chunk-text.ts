import { IntRangeExpr } from '@ojd/expr';
import { parseInt64 } from '../parameters/numbers.ts';
import { lastWhere } from './axis.ts';
import type { ResolvedTaskParameter } from './types.ts';

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
  const parsed = IntRangeExpr.safeParse(text, { maxParts: Infinity });
  return parsed.ok ? parsed.value : undefined;
}

/** Whether a chunk names some part of the range of a chunked parameter, in the form that its constraint asks for. */
export function admitsChunk(parameter: ResolvedTaskParameter, text: string): boolean {
  const { range, chunks } = parameter;
  if (chunks?.rangeConstraint === 'CONTIGUOUS' && parseInterval(text) === undefined) return false;
  const chunk = parseChunk(text);
  if (chunk === undefined) return false;
  return isSubset(chunk, range instanceof IntRangeExpr ? range : IntRangeExpr.fromValues(new Set(integersOf(range))));
}

/** Whether all values of one range lie in another, by arithmetic on their runs. */
function isSubset(part: IntRangeExpr, whole: IntRangeExpr): boolean {
  return part.ranges.every((run) => {
    let at = run.start;
    while (at <= run.end) {
      if (!whole.has(at)) return false;
      const home = lastWhere(whole.ranges, (candidate) => candidate.start <= at);
      // As long as the step of the part is a multiple of the other's, all that follows in that run is contained too.
      at =
        run.step % home.step === 0n && home.end >= at
          ? at + ((home.end - at) / run.step + 1n) * run.step
          : at + run.step;
    }
    return true;
  });
}

/** The values of an integer parameter whose range is a list. */
export function integersOf(texts: readonly string[]): bigint[] {
  return texts.map((text) => {
    const value = parseInt64(text);
    if (value === undefined)
      throw new TypeError(`expected the text of a 64-bit integer, found ${JSON.stringify(text)}`);
    return value;
  });
}
