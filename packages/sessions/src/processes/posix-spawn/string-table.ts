const POINTER_BYTES = 8;
const HALF = 2 ** 32;

/**
 * The `char **` of C: pointers to the strings, a null pointer, then the strings. One piece of memory that is written in a few calls: the FFI's own
 * conversion makes a copy of each string, which for an ordinary environment takes as long as all else that starting a process takes of this thread.
 *
 * Undefined if one of the strings holds a NUL character: C would lose what stands behind it without a word.
 */
export function stringTable(strings: readonly string[], addressOf: (memory: Buffer) => bigint): Buffer | undefined {
  const text = strings.length === 0 ? '' : `${strings.join('\0')}\0`;
  // Looked for here and not in each string: to look into one that was put together of pieces makes another of it first.
  if (countNuls(text) !== strings.length) return undefined;
  const textStart = (strings.length + 1) * POINTER_BYTES;
  const textBytes = Buffer.byteLength(text);
  // Its own memory, aligned for pointers, which the pool's need not be.
  const table = Buffer.allocUnsafeSlow(textStart + textBytes);
  table.write(text, textStart);
  // In halves, low word first as on every machine that is supported: an address is exact as a number, and 64-bit integers would each be an object.
  const words = new Uint32Array(table.buffer, 0, 2 * (strings.length + 1));
  let address = Number(addressOf(table)) + textStart;
  const isAscii = textBytes === text.length;
  let word = 0;
  for (const string of strings) {
    words[word++] = address % HALF;
    words[word++] = Math.floor(address / HALF);
    address += (isAscii ? string.length : Buffer.byteLength(string)) + 1;
  }
  words.fill(0, word);
  return table;
}

function countNuls(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) count++;
  return count;
}
