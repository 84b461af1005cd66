/** No more of a pattern is looked at here: the longest stride over text is near to this. */
const WINDOW = 16;
const BLOCK = 3;
/** A block and the byte before it, which are read together. */
const WORD = 4;
const SHIFT_BITS = 16;
const SEEN_BITS = 16;

/**
 * Tells quickly that a text holds none of many strings (after Wu and Manber): it looks at a block of three bytes and, unless one of the
 * patterns could hold that block, strides over nearly as many bytes as the shortest pattern has. "Maybe" is settled by the automaton.
 *
 * It works on UTF-8, in which a text holds a pattern wherever it does in UTF-16, as long as the pattern has no half of a surrogate pair.
 */
export class Prefilter {
  /** The beginnings of the patterns, as much of them as any table looks at. */
  readonly #beginnings: Buffer[] = [];
  #hasHalves = false;
  #table: Table | undefined;

  add(pattern: string): void {
    const bytes = Buffer.from(Buffer.from(pattern).subarray(0, WINDOW));
    this.#beginnings.push(bytes);
    this.#hasHalves ||= /\p{Surrogate}/u.test(pattern);
    if (this.#table === undefined || bytes.length < this.#table.window) {
      // A shorter window: at most sixteen times in a life.
      this.#table = new Table(bytes.length);
      for (const known of this.#beginnings) this.#table.add(known);
    } else this.#table.add(bytes);
  }

  mayHoldOne(bytes: Uint8Array): boolean {
    return this.#table !== undefined && (this.#hasHalves || this.#table.findsWindow(bytes));
  }
}

/** Looks for the first `window` bytes of each pattern. */
class Table {
  readonly window: number;
  readonly #block: number;
  readonly #shift: Uint8Array;
  /** The hashes of the windows, as bits. */
  readonly #seen: Uint32Array;
  readonly #windows = new Set<string>();

  constructor(window: number) {
    this.window = window;
    this.#block = Math.min(window, BLOCK);
    this.#shift = new Uint8Array(2 ** SHIFT_BITS).fill(window - this.#block + 1);
    this.#seen = new Uint32Array(2 ** (SEEN_BITS - 5));
  }

  /** The pattern may not be shorter than the window. */
  add(pattern: Buffer): void {
    for (let end = this.#block; end <= this.window; end++) {
      const slot = blockHash(pattern, end, this.#block);
      this.#shift[slot] = Math.min(this.#shift[slot] ?? 0, this.window - end);
    }
    const bit = windowHash(pattern, 0, this.window);
    this.#seen[bit >>> 5] = (this.#seen[bit >>> 5] ?? 0) | (1 << (bit & 31));
    this.#windows.add(pattern.toString('latin1', 0, this.window));
  }

  /** In both halves at once: each step has to wait for the one before it, and the processor does two in the time of one. */
  findsWindow(bytes: Uint8Array): boolean {
    const [shifts, window] = [this.#shift, this.window];
    const middle = bytes.length >>> 1;
    let left = window;
    let right = Math.max(window, middle + 1);
    if (window >= WORD) {
      const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      while (left <= middle && right <= bytes.length) {
        const leftShift = shifts[wordHash(words, left)] ?? 0;
        const rightShift = shifts[wordHash(words, right)] ?? 0;
        if (leftShift > 0) left += leftShift;
        else if (this.#isWindow(bytes, left - window)) return true;
        else left++;
        if (rightShift > 0) right += rightShift;
        else if (this.#isWindow(bytes, right - window)) return true;
        else right++;
      }
    }
    return this.#findsBetween(bytes, left, middle) || this.#findsBetween(bytes, right, bytes.length);
  }

  /** Windows that end there. */
  #findsBetween(bytes: Uint8Array, first: number, last: number): boolean {
    const [shifts, window, block] = [this.#shift, this.window, this.#block];
    for (let end = first; end <= last;) {
      const shift = shifts[blockHash(bytes, end, block)] ?? 0;
      if (shift > 0) end += shift;
      else if (this.#isWindow(bytes, end - window)) return true;
      else end++;
    }
    return false;
  }

  #isWindow(bytes: Uint8Array, start: number): boolean {
    const bit = windowHash(bytes, start, this.window);
    if (((this.#seen[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    return this.#windows.has(Buffer.from(bytes.buffer, bytes.byteOffset + start, this.window).toString('latin1'));
  }
}

/** Of the up to three bytes before `end`. */
function blockHash(bytes: Uint8Array, end: number, block: number): number {
  let mixed = bytes[end - 1] ?? 0;
  if (block > 1) mixed |= (bytes[end - 2] ?? 0) << 8;
  if (block > 2) mixed |= (bytes[end - 3] ?? 0) << 16;
  return slotOf(mixed);
}

/** The same of three bytes that have another before them. */
function wordHash(bytes: DataView, end: number): number {
  return slotOf(bytes.getUint32(end - WORD) & 0xffffff);
}

function slotOf(mixed: number): number {
  return Math.imul(mixed, 0x9e3779b1) >>> (32 - SHIFT_BITS);
}

function windowHash(bytes: Uint8Array, start: number, window: number): number {
  let mixed = 0x811c9dc5;
  for (let index = start; index < start + window; index++) mixed = Math.imul(mixed ^ (bytes[index] ?? 0), 0x01000193);
  return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - SEEN_BITS);
}
