import { isAscii, isUtf8 } from 'node:buffer';

/** Bytes as text: UTF-8, and each byte that is not part of a valid character as `\xNN`. Never throws, never drops a byte. */
export function decodeBytes(bytes: Buffer): string {
  return decodeUtf8(bytes) ?? decodeWithEscapes(bytes);
}

/** Bytes as text, or undefined where they are not UTF-8. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1'); // twice as fast
  return isUtf8(bytes) ? bytes.toString() : undefined;
}

function decodeWithEscapes(bytes: Buffer): string {
  let text = '';
  let validStart = 0;
  let index = 0;
  while (index < bytes.length) {
    const length = characterLength(bytes, index);
    if (length > 0) {
      index += length;
      continue;
    }
    text +=
      bytes.toString('utf8', validStart, index) + String.raw`\x` + (bytes[index] ?? 0).toString(16).padStart(2, '0');
    validStart = ++index;
  }
  return text + bytes.toString('utf8', validStart);
}

/**
 * The smallest and largest second byte after each lead byte of two, three and four byte characters (Unicode, table 3-7): they exclude
 * overlong forms, surrogates and what is beyond U+10FFFF.
 */
function secondByteBounds(lead: number): readonly [number, number] {
  switch (lead) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
}

/** How many bytes a character has by its lead byte; 0 when no character starts so. */
function announcedLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** Length of the valid character at `index`, or 0. */
function characterLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  const length = announcedLength(lead);
  if (length <= 1) return length;
  if (index + length > bytes.length) return 0;
  const [low, high] = secondByteBounds(lead);
  const second = bytes[index + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let offset = 2; offset < length; offset++) {
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/**
 * How many of the first `length` bytes can be decoded without cutting a character that goes on behind them: `length`, or up to three less.
 */
export function wholeCharacters(bytes: Uint8Array, length: number): number {
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue; // in the middle of a character: its lead byte is further back
    return announcedLength(byte) > back ? length - back : length;
  }
  return length;
}
