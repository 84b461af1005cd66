// How a run of values is cut into chunks of almost equal size: as few chunks as the wanted count allows, their sizes
// differing by one at most, the longer ones spread evenly. Everything by arithmetic: no list of chunks exists.

/** How many chunks a run of `length` values makes when a chunk may hold `count`. */
export function chunksIn(length: bigint, count: bigint): bigint {
  return (length + count - 1n) / count;
}

/** Where the chunk of an index begins, counted in values from the start of the run. `chunks` is where the run ends. */
export function chunkStart(length: bigint, chunks: bigint, index: bigint): bigint {
  const size = length / chunks;
  const longer = length % chunks;
  // The i-th longer chunk is chunk floor(i * chunks / longer): ceil(index * longer / chunks) of them come before.
  return index * size + (index * longer + chunks - 1n) / chunks;
}

/** The chunk that holds the value at an offset of the run. */
export function chunkHolding(length: bigint, chunks: bigint, offset: bigint): bigint {
  let index = (offset * chunks) / length;
  while (index > 0n && chunkStart(length, chunks, index) > offset) index--;
  while (chunkStart(length, chunks, index + 1n) <= offset) index++;
  return index;
}
