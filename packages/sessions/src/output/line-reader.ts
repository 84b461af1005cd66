import { decodeBytes, decodeUtf8, wholeCharacters } from './decode-bytes.ts';

const LF = 0x0a;
const CR = 0x0d;

/** A line is cut behind this many bytes (or up to three less, so that no character is cut). */
export const MAX_LINE_BYTES = 65_536;

/**
 * Which part of a line this is. Only a line of more than {@link MAX_LINE_BYTES} has parts: one `start`, any number of `middle`, one `end`.
 * Only a `whole` line or a `start` begins where a message can begin.
 */
export type LinePart = 'whole' | 'start' | 'middle' | 'end';

/** Receives each line without its line end. */
export type LineListener = (line: string, part: LinePart) => void;

/**
 * Is offered whole lines that came together, each with its `\n`, as text and as the bytes (valid during the call) that the text was;
 * false: they are wanted one by one.
 */
export type LinesListener = (lines: string, bytes: Uint8Array) => boolean;

/**
 * Bytes in, lines out. Holds one unfinished line of at most {@link MAX_LINE_BYTES} and nothing else, whatever comes in.
 *
 * - `\n`, `\r\n` and a lone `\r` (a progress bar) end a line; what stands between two lone `\r` is a line only when it isn't empty.
 * - Bytes that are not UTF-8 become `\xNN`, also when they or a character are split over chunks.
 */
export class LineReader {
  readonly #onLine: LineListener;
  readonly #onLines: LinesListener;
  readonly #maxLineBytes: number;
  /** The unfinished line: the first `#held` bytes. */
  #buffer: Buffer = Buffer.alloc(0);
  #held = 0;
  /** A part of the unfinished line was given out already. */
  #cut = false;
  /** The last line was ended by `\r`: an `\n` that follows directly belongs to it. */
  #afterCarriageReturn = false;

  constructor(
    onLine: LineListener,
    options: { readonly maxLineBytes?: number; readonly onLines?: LinesListener } = {},
  ) {
    this.#onLine = onLine;
    this.#onLines = options.onLines ?? (() => false);
    this.#maxLineBytes = options.maxLineBytes ?? MAX_LINE_BYTES;
  }

  write(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    // In windows of one line length: then no line that lies in a window as a whole can be too long.
    for (let start = 0; start < bytes.length; start += this.#maxLineBytes) {
      this.#writeWindow(bytes.subarray(start, start + this.#maxLineBytes));
    }
  }

  /** The end of the output: what is left is a line, too. */
  end(): void {
    if (this.#held > 0) this.#endLine('', LF);
  }

  #writeWindow(bytes: Buffer): void {
    const lastLf = bytes.lastIndexOf(LF);
    const firstCr = bytes.indexOf(CR);
    const last = firstCr < 0 ? lastLf : Math.max(lastLf, bytes.lastIndexOf(CR));
    if (last >= 0) {
      let start = 0;
      if (this.#held > 0) {
        const firstLf = bytes.indexOf(LF);
        const first = firstCr >= 0 && (firstLf < 0 || firstCr < firstLf) ? firstCr : firstLf;
        this.#hold(bytes.subarray(0, first));
        this.#endLine('', bytes[first] ?? 0);
        start = first + 1;
      }
      if (start <= last) {
        const lines = bytes.subarray(start, last + 1);
        if (firstCr < 0) this.#takeLines(lines);
        else this.#splitAtBoth(decodeBytes(lines));
      }
    }
    this.#hold(bytes.subarray(last + 1));
  }

  /** One decoding for all lines of the window; a line end is never part of another character. */
  #takeLines(lines: Buffer): void {
    const text = decodeUtf8(lines);
    if (text === undefined) this.#splitAtLf(decodeBytes(lines));
    else if (this.#afterCarriageReturn || !this.#onLines(text, lines)) this.#splitAtLf(text);
  }

  #splitAtLf(text: string): void {
    const onLine = this.#onLine;
    let start = 0;
    if (this.#afterCarriageReturn) {
      this.#afterCarriageReturn = false;
      if (text.charCodeAt(0) === LF) start = 1;
    }
    for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
      onLine(text.slice(start, end), 'whole');
      start = end + 1;
    }
  }

  #splitAtBoth(text: string): void {
    let start = 0;
    for (let end = 0; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code !== LF && code !== CR) continue;
      this.#endLine(text.slice(start, end), code);
      start = end + 1;
    }
  }

  /** Ends the unfinished line (which is empty unless `rest` is). */
  #endLine(rest: string, lineEnd: number): void {
    const line = this.#held > 0 ? this.#takeHeld(this.#held) : rest;
    const part = this.#cut ? 'end' : 'whole';
    const belongsToLast = line === '' && (lineEnd === CR || this.#afterCarriageReturn);
    if (line !== '') this.#afterCarriageReturn = lineEnd === CR;
    else if (lineEnd === LF) this.#afterCarriageReturn = false;
    this.#cut = false;
    if (!belongsToLast) this.#onLine(line, part);
  }

  /** Keeps bytes of the unfinished line, giving out a part whenever more come than a line may have. */
  #hold(bytes: Buffer): void {
    let rest = bytes;
    while (this.#held + rest.length > this.#maxLineBytes) {
      const taken = this.#maxLineBytes - this.#held;
      this.#append(rest.subarray(0, taken));
      rest = rest.subarray(taken);
      const part = this.#cut ? 'middle' : 'start';
      this.#cut = true;
      this.#onLine(this.#takeHeld(wholeCharacters(this.#buffer, this.#held)), part);
    }
    if (rest.length > 0) this.#append(rest);
  }

  #append(bytes: Buffer): void {
    const needed = this.#held + bytes.length;
    if (needed > this.#buffer.length) {
      const grown = Buffer.allocUnsafeSlow(
        Math.min(this.#maxLineBytes, Math.max(needed, 2 * this.#buffer.length, 256)),
      );
      this.#buffer.copy(grown, 0, 0, this.#held);
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#held);
    this.#held = needed;
  }

  /** The first `length` held bytes as text; the others stay. */
  #takeHeld(length: number): string {
    const text = decodeBytes(this.#buffer.subarray(0, length));
    this.#buffer.copyWithin(0, length, this.#held);
    this.#held -= length;
    return text;
  }
}
