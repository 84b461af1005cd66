import type { IntRangeExpr } from '@ojd/expr';
import type { AxisCursor } from './axis.ts';
import { contiguousStretches } from './contiguous-runs.ts';
import { intervalText, rangeText, runsOf } from './list-chunks.ts';
import type { TaskParameterValue } from './types.ts';

/** Cuts the next chunk off a sequence of integers, its size decided when it is asked for. */
interface ChunkSource {
  /** The next chunk of at most `count` values; undefined when none are left. */
  take(count: bigint): string | undefined;
}

/** A walk along a `CHUNK[INT]` axis whose chunk size may change between two chunks. */
export class AdaptiveChunkCursor implements AxisCursor {
  readonly name: string;
  current: TaskParameterValue;
  readonly #open: () => ChunkSource;
  readonly #count: () => bigint;
  #source: ChunkSource;

  /** @param count the size of the next chunk, asked at every step */
  constructor(name: string, range: IntRangeExpr | readonly bigint[], contiguous: boolean, count: () => bigint) {
    this.name = name;
    this.#count = count;
    this.#open = () => sourceOf(range, contiguous);
    this.#source = this.#open();
    this.current = this.#first();
  }

  advance(): boolean {
    const value = this.#source.take(this.#count());
    if (value !== undefined) {
      this.current = { type: 'CHUNK[INT]', value };
      return false;
    }
    this.#source = this.#open();
    this.current = this.#first();
    return true;
  }

  #first(): TaskParameterValue {
    const value = this.#source.take(this.#count());
    if (value === undefined) throw new RangeError('a range has at least one value');
    return { type: 'CHUNK[INT]', value };
  }
}

function sourceOf(range: IntRangeExpr | readonly bigint[], contiguous: boolean): ChunkSource {
  if (isList(range)) return contiguous ? listRuns(range) : listSlices(range);
  return contiguous ? rangeRuns(range) : rangeSlices(range);
}

function isList(range: IntRangeExpr | readonly bigint[]): range is readonly bigint[] {
  return Array.isArray(range);
}

function listSlices(values: readonly bigint[]): ChunkSource {
  let position = 0;
  return {
    take(count) {
      if (position >= values.length) return undefined;
      const chunk = values.slice(position, position + clamp(count));
      position += chunk.length;
      return rangeText(chunk);
    },
  };
}

function listRuns(values: readonly bigint[]): ChunkSource {
  const runs = runsOf(values);
  let at = 0;
  let position = 0;
  return {
    take(count) {
      const run = runs[at];
      if (run === undefined) return undefined;
      const chunk = run.slice(position, position + clamp(count));
      position += chunk.length;
      if (position === run.length) {
        at++;
        position = 0;
      }
      return intervalText(chunk);
    },
  };
}

function rangeSlices(range: IntRangeExpr): ChunkSource {
  let position = 0n;
  return {
    take(count) {
      if (position >= range.length) return undefined;
      const end = position + count < range.length ? position + count : range.length;
      const chunk = range.slice(position, end);
      position = end;
      return chunk.toString();
    },
  };
}

function rangeRuns(range: IntRangeExpr): ChunkSource {
  const stretches = contiguousStretches(range);
  let at = 0;
  let next = stretches[0]?.start ?? 0n;
  return {
    take(count) {
      const stretch = stretches[at];
      if (stretch === undefined) return undefined;
      const start = next;
      const wanted = stretch.spread ? start : start + count - 1n;
      const end = wanted < stretch.end ? wanted : stretch.end;
      next = end + stretch.step;
      if (next > stretch.end) {
        at++;
        next = stretches[at]?.start ?? 0n;
      }
      return `${start}-${end}`;
    },
  };
}

function clamp(count: bigint): number {
  return Number(count < 1_000_000_000n ? count : 1_000_000_000n);
}
