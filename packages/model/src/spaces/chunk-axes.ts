import type { IntRangeExpr } from '@ojd/expr';
import { IndexCursor, lastWhere, SHARED_VALUES } from './axis.ts';
import type { Axis, AxisCursor, Index } from './axis.ts';
import { chunkHolding, chunkStart, chunksIn } from './chunk-sizes.ts';
import { parseChunk, parseInterval } from './chunk-text.ts';
import { contiguousStretches } from './contiguous-runs.ts';
import type { Stretch } from './contiguous-runs.ts';
import type { TaskParameterValue } from './types.ts';

/** What both kinds of chunks over a range expression share. */
abstract class ChunkAxis implements Axis {
  readonly name: string;
  readonly type = 'CHUNK[INT]';
  abstract readonly length: bigint;
  readonly #shared = new Map<Index, TaskParameterValue>();

  constructor(name: string) {
    this.name = name;
  }

  at(index: Index): TaskParameterValue {
    let value = this.#shared.get(index);
    if (value === undefined) {
      value = { type: this.type, value: this.textAt(BigInt(index)) };
      if (this.length <= SHARED_VALUES) this.#shared.set(index, value);
    }
    return value;
  }

  cursor(): AxisCursor {
    return new IndexCursor(this);
  }

  abstract indicesOf(value: string): readonly bigint[];
  protected abstract textAt(index: bigint): string;
}

interface Segment {
  readonly stretch: Stretch;
  /** Chunks before this stretch. */
  readonly chunksBefore: bigint;
  readonly chunks: bigint;
}

/** Chunks that are intervals: each run of consecutive integers is cut on its own. Finds any of them in O(log runs). */
export class ContiguousChunkAxis extends ChunkAxis {
  readonly length: bigint;
  readonly #segments: readonly Segment[];
  readonly #range: IntRangeExpr;

  constructor(name: string, range: IntRangeExpr, count: bigint) {
    super(name);
    let chunksBefore = 0n;
    this.#range = range;
    this.#segments = contiguousStretches(range).map((stretch) => {
      const chunks = stretch.spread
        ? (stretch.end - stretch.start) / stretch.step + 1n
        : chunksIn(stretch.end - stretch.start + 1n, count);
      const segment = { stretch, chunks, chunksBefore };
      chunksBefore += chunks;
      return segment;
    });
    this.length = chunksBefore;
  }

  protected textAt(index: bigint): string {
    const segment = lastWhere(this.#segments, (candidate) => candidate.chunksBefore <= index);
    const [start, end] = bounds(segment, index - segment.chunksBefore);
    return `${start}-${end}`;
  }

  indicesOf(value: string): readonly bigint[] {
    const interval = parseInterval(value);
    if (interval === undefined || !this.#range.has(interval.start)) return [];
    const segment = lastWhere(this.#segments, (candidate) => candidate.stretch.start <= interval.start);
    const { stretch } = segment;
    const offset = interval.start - stretch.start;
    const inside = stretch.spread
      ? offset / stretch.step
      : chunkHolding(stretch.end - stretch.start + 1n, segment.chunks, offset);
    const [start, end] = bounds(segment, inside);
    return start === interval.start && end === interval.end ? [segment.chunksBefore + inside] : [];
  }
}

/** First and last value of the chunk with an index inside one stretch. */
function bounds({ stretch, chunks }: Segment, index: bigint): readonly [bigint, bigint] {
  if (stretch.spread) {
    const value = stretch.start + index * stretch.step;
    return [value, value];
  }
  const length = stretch.end - stretch.start + 1n;
  return [
    stretch.start + chunkStart(length, chunks, index),
    stretch.start + chunkStart(length, chunks, index + 1n) - 1n,
  ];
}

/** Chunks that are any part of the range: neighbours in the order of the range, whatever lies between them. */
export class NoncontiguousChunkAxis extends ChunkAxis {
  readonly length: bigint;
  readonly #range: IntRangeExpr;

  constructor(name: string, range: IntRangeExpr, count: bigint) {
    super(name);
    this.#range = range;
    this.length = chunksIn(range.length, count);
  }

  protected textAt(index: bigint): string {
    return this.#slice(index).toString();
  }

  indicesOf(value: string): readonly bigint[] {
    const chunk = parseChunk(value);
    const offset = chunk === undefined ? -1n : this.#range.indexOf(chunk.at(0));
    if (chunk === undefined || offset < 0n) return [];
    const index = chunkHolding(this.#range.length, this.length, offset);
    return this.#slice(index).equals(chunk) ? [index] : [];
  }

  #slice(index: bigint): IntRangeExpr {
    const { length } = this.#range;
    return this.#range.slice(chunkStart(length, this.length, index), chunkStart(length, this.length, index + 1n));
  }
}
