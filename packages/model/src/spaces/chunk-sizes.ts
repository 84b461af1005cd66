// How a run of values is cut into chunks of almost equal size: as few chunks as the wanted count allows, their sizes
// differing by one at most, the longer ones spread evenly. Chunk i of n begins at ceil(i * length / n), so every question
// is one division: no list of chunks exists.

/** How many chunks a run of `length` values makes when a chunk may hold `count`. */
export function chunksIn(length: bigint, count: bigint): bigint {
  return (length + count - 1n) / count;
}

/** Where the chunk of an index begins, counted in values from the start of the run; that of `chunks` is its end. */
export function chunkStart(length: bigint, chunks: bigint, index: bigint): bigint {
  return (index * length + chunks - 1n) / chunks;
}

/** The chunk that holds the value at an offset of the run. */
export function chunkHolding(length: bigint, chunks: bigint, offset: bigint): bigint {
  return (offset * chunks) / length;
}
