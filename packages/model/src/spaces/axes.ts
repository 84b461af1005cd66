import { IntRangeExpr } from '@ojd/expr';
import { decimalKey } from '../documents/numbers.ts';
import { parseInt64 } from '../parameters/numbers.ts';
import type { Axis } from './axis.ts';
import { AdaptiveChunkCursor } from './adaptive-chunks.ts';
import { ContiguousChunkAxis, NoncontiguousChunkAxis } from './chunk-axes.ts';
import { integersOf, parseChunk, parseInterval } from './chunk-text.ts';
import { ListAxis } from './list-axis.ts';
import type { ValueKey } from './list-axis.ts';
import { chunksOfList } from './list-chunks.ts';
import { RangeAxis } from './range-axis.ts';
import type { TaskParameterType } from '../templates/types.ts';
import type { ResolvedTaskParameter } from './types.ts';

/** What two texts of a type must share to be the same value. */
const KEYS: Readonly<Record<TaskParameterType, ValueKey>> = {
  INT: (text) => parseInt64(text)?.toString(),
  FLOAT: decimalKey,
  STRING: (text) => text,
  PATH: (text) => text,
  'CHUNK[INT]': (text) => parseChunk(text)?.toString(),
};

/** The axis of a task parameter. Chunks hold `chunkTaskCount` values, as far as the range allows. */
export function axisOf(parameter: ResolvedTaskParameter, chunkTaskCount: number): Axis {
  const { name, type, range, chunks } = parameter;
  if (chunks === undefined) {
    return range instanceof IntRangeExpr
      ? new RangeAxis(name, type, range)
      : new ListAxis(name, type, range, KEYS[type]);
  }
  const count = BigInt(chunkTaskCount);
  const contiguous = chunks.rangeConstraint === 'CONTIGUOUS';
  if (range instanceof IntRangeExpr) {
    return contiguous ? new ContiguousChunkAxis(name, range, count) : new NoncontiguousChunkAxis(name, range, count);
  }
  const keyOf: ValueKey = (text) => (contiguous && parseInterval(text) === undefined ? undefined : KEYS[type](text));
  return new ListAxis(name, type, chunksOfList(integersOf(range), count, contiguous), keyOf);
}

/** A walk along a chunked parameter whose chunk size is asked for at every chunk. */
export function adaptiveCursorOf(parameter: ResolvedTaskParameter, count: () => bigint): AdaptiveChunkCursor {
  const { name, range, chunks } = parameter;
  const integers = range instanceof IntRangeExpr ? range : integersOf(range);
  return new AdaptiveChunkCursor(name, integers, chunks?.rangeConstraint === 'CONTIGUOUS', count);
}
