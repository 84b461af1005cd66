import type { DocumentProblem } from './problem.ts';

/** Text from bytes. JavaScript engines without an encoding API exist, so UTF-8 is decoded here. */
export function decodeUtf8(bytes: Uint8Array): { ok: true; text: string } | { ok: false; problem: DocumentProblem } {
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) {
    const message = `The document is ${utf16}. Save it as UTF-8.`;
    return { ok: false, problem: { code: 'document-encoding', message } };
  }
  const chunks: string[] = [];
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = sequenceLength(lead);
    const point = length === 0 ? undefined : codePointAt(bytes, at, length);
    if (point === undefined) {
      const hex = lead.toString(16).padStart(2, '0').toUpperCase();
      const message = `The byte 0x${hex} at offset ${at} is not UTF-8. Save the file as UTF-8.`;
      return { ok: false, problem: { code: 'document-encoding', message } };
    }
    if (point > 0xffff) units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff));
    else units.push(point);
    if (units.length >= 8192) {
      chunks.push(String.fromCharCode(...units));
      units = [];
    }
    at += length;
  }
  chunks.push(String.fromCharCode(...units));
  return { ok: true, text: chunks.join('') };
}

function utf16Kind(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return 'UTF-16 (big endian)';
  if (first === 0xff && second === 0xfe) return 'UTF-16 (little endian)';
  if (bytes.length < 2) return undefined;
  if (first === 0 && second !== 0) return 'UTF-16 (big endian, without a byte order mark)';
  if (first !== 0 && second === 0) return 'UTF-16 (little endian, without a byte order mark)';
  return undefined;
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 0;
}

const SMALLEST_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000];

function codePointAt(bytes: Uint8Array, at: number, length: number): number | undefined {
  const lead = bytes[at] ?? 0;
  if (length === 1) return lead;
  let point = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  if (surrogate || point < (SMALLEST_OF_LENGTH[length] ?? 0) || point > 0x10ffff) return undefined;
  return point;
}

/** Whether a text needs more than `limit` bytes in UTF-8. */
export function exceedsUtf8Bytes(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is two units and four bytes.
    if (unit >= 0x80) bytes += unit >= 0x800 && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes > limit;
}
