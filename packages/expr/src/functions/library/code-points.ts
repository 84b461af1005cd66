import type { Call } from '../call.ts';

const SURROGATE = /[\ud800-\udfff]/;

/** Whether every UTF-16 unit of a text is a code point. */
export function isPlain(text: string): boolean {
  return !SURROGATE.test(text);
}

/** The characters of a text, each a code point. */
export function codePoints(text: string, call: Call): readonly string[] {
  call.meter.reserveItems(text.length);
  return Array.from(text);
}

/** The number of code points. */
export function codePointLength(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    // The second half of a pair is counted with the first.
    const unit = text.charCodeAt(i);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}

/** The UTF-16 offset of a text as an index in code points; -1 stays -1. */
export function codePointIndex(text: string, offset: number): number {
  return offset <= 0 ? offset : codePointLength(text.slice(0, offset));
}
