let ends = new Int32Array(4096);
let lookedAt = '';
let count = 0;

/**
 * Where each line of a text ends: behind its `\n`. Valid until the next call.
 *
 * The last text is remembered, because whoever counts its lines, the history, is followed by the log files that write it: to look for the ends is a good part
 * of what either does.
 */
export function lineEnds(text: string): Int32Array {
  if (text !== lookedAt) {
    count = 0;
    for (let end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', end) + 1) {
      if (count === ends.length) ends = grown(ends);
      ends[count++] = end;
    }
    lookedAt = text;
  }
  return ends.subarray(0, count);
}

function grown(full: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * full.length);
  larger.set(full);
  return larger;
}
