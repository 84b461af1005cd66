/**
 * What the reader of lines must give, written down without any thought of chunks, memory or speed: lines of text without their ends, of which long ones
 * are to be glued together again before they are compared.
 */
export function referenceLines(bytes: Uint8Array): string[] {
  const text = referenceDecode(bytes);
  // '\n', '\r\n' and also '\r\r\n' end one line; a lone '\r' ends one unless it would be empty.
  const lines: string[] = [];
  for (const physical of text.split('\n')) {
    const shown = physical.split('\r').filter((part) => part !== '');
    lines.push(...(shown.length === 0 ? [''] : shown));
  }
  if (!text.endsWith('\n')) {
    // What stands behind the last '\n' is a line only if there is something.
    if (text.slice(text.lastIndexOf('\n') + 1).replaceAll('\r', '') === '') lines.pop();
    return lines;
  }
  lines.pop();
  return lines;
}

/** UTF-8 by the platform's own decoder, byte by byte around what it refuses. */
export function referenceDecode(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const length = [1, 2, 3, 4].find((count) => {
      try {
        return index + count <= bytes.length && decoder.decode(bytes.subarray(index, index + count)).length > 0;
      } catch {
        return false;
      }
    });
    text +=
      length === undefined
        ? `\\x${(bytes[index] ?? 0).toString(16).padStart(2, '0')}`
        : decoder.decode(bytes.subarray(index, index + length));
    index += length ?? 1;
  }
  return text;
}
