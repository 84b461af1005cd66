import { lineEnds } from '../events/line-ends.ts';
import type { OutputLines } from './lossless-sink.ts';

/** What a copy by words may write behind its end, or read. */
const WORD = 8;

/** Memory that text is put together in. */
export interface TextMemory {
  readonly bytes: Buffer;
  /** All of it. */
  readonly words: DataView;
}

export function textMemory(size: number): TextMemory {
  const bytes = Buffer.allocUnsafeSlow(size);
  return { bytes, words: new DataView(bytes.buffer, bytes.byteOffset, size) };
}

/** What is put before each line. */
export interface AsciiPrefix {
  readonly length: number;
  /** Of eight bytes; the last may reach behind the end. */
  readonly words: Float64Array;
}

/** Undefined for a text that is not ASCII. */
export function asciiPrefix(text: string): AsciiPrefix | undefined {
  const words = new Float64Array(Math.ceil((3 * text.length) / WORD));
  const length = Buffer.from(words.buffer).write(text);
  return length === text.length ? { length, words: words.subarray(0, Math.ceil(length / WORD)) } : undefined;
}

/** How much room {@link writePrefixedLines} needs, the most. */
export function roomForPrefixedLines({ text, count }: OutputLines, prefix: AsciiPrefix): number {
  return 3 * text.length + count * prefix.length + 2 * WORD;
}

/**
 * Writes lines with a prefix before each of them and gives how many bytes these are; undefined where the lines are not ASCII. Only numbers
 * are moved: texts that the engine puts together of twice as many pieces as there are lines take it longer, and its garbage collector too.
 *
 * The lines are written as they are first, so far behind their place that what is moved never reaches what is still to be moved.
 */
export function writePrefixedLines(
  { text, count }: OutputLines,
  prefix: AsciiPrefix,
  to: TextMemory,
  start: number,
): number | undefined {
  const { words } = to;
  const behind = start + count * prefix.length + WORD;
  if (to.bytes.write(text, behind) !== text.length) return undefined;
  // The last word reaches behind the text, where there may be anything.
  words.setFloat64(behind + text.length, 0);
  let end = start;
  let line = 0;
  for (const next of lineEnds(text)) {
    putPrefix(prefix.words, words, end);
    end += prefix.length;
    moveAscii(words, behind + line, end, next - line);
    end += next - line;
    line = next;
  }
  return end - start;
}

/**
 * By words of eight bytes, the last of which may reach too far. As numbers with a fraction, which alone the engine moves without making objects of them:
 * eight bytes of ASCII are never one of those (NaN) that may change on the way.
 */
function putPrefix(from: Float64Array, to: DataView, start: number): void {
  for (let word = 0; word < from.length; word++) to.setFloat64(start + WORD * word, from[word] ?? 0, true);
}

function moveAscii(memory: DataView, from: number, to: number, length: number): void {
  for (let index = 0; index < length; index += WORD) {
    memory.setFloat64(to + index, memory.getFloat64(from + index, true), true);
  }
}
