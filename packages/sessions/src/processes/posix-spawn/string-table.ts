const POINTER_BYTES = 8;

/**
 * The `char **` of C: pointers to the strings, a null pointer, then the strings. One piece of memory that is written in a few calls: the FFI's own
 * conversion makes a copy of each string, which for an ordinary environment takes as long as all else that starting a process takes of this thread.
 *
 * No string may hold a NUL character.
 */
export function stringTable(strings: readonly string[], addressOf: (memory: Buffer) => bigint): Buffer {
  const text = strings.length === 0 ? '' : `${strings.join('\0')}\0`;
  const textStart = (strings.length + 1) * POINTER_BYTES;
  const textBytes = Buffer.byteLength(text);
  // Its own memory, aligned for pointers, which the pool's need not be.
  const table = Buffer.allocUnsafeSlow(textStart + textBytes);
  table.write(text, textStart);
  const pointers = new BigUint64Array(table.buffer, 0, strings.length + 1);
  let next = addressOf(table) + BigInt(textStart);
  const isAscii = textBytes === text.length;
  for (const [index, string] of strings.entries()) {
    pointers[index] = next;
    next += BigInt((isAscii ? string.length : Buffer.byteLength(string)) + 1);
  }
  pointers[strings.length] = 0n;
  return table;
}
