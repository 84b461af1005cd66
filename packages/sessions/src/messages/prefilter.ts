/** No more of a pattern is looked at here: the longest stride over text is near to this. */
const WINDOW = 16;
const BLOCK = 3;
const SHIFT_BITS = 16;
const SEEN_BITS = 20;

/**
 * Tells quickly that a text holds none of many strings (after Wu and Manber): it looks at a block of three characters and, unless one of the
 * patterns could hold that block, strides over nearly as many characters as the shortest pattern has. "Maybe" is settled by the automaton.
 */
export class Prefilter {
  /** How much of each pattern is looked at: the length of the shortest, at most {@link WINDOW}. */
  readonly window: number;
  readonly #block: number;
  readonly #shift: Uint8Array;
  /** The hashes of the windows of all patterns, as bits. */
  readonly #seen: Uint32Array;

  constructor(shortestPattern: number) {
    this.window = Math.min(shortestPattern, WINDOW);
    this.#block = Math.min(this.window, BLOCK);
    this.#shift = new Uint8Array(2 ** SHIFT_BITS).fill(this.window - this.#block + 1);
    this.#seen = new Uint32Array(2 ** (SEEN_BITS - 5));
  }

  /** The pattern may not be shorter than {@link Prefilter.window}. */
  add(pattern: string): void {
    for (let end = this.#block; end <= this.window; end++) {
      const slot = this.#blockHash(pattern, end);
      this.#shift[slot] = Math.min(this.#shift[slot] ?? 0, this.window - end);
    }
    const bit = this.#windowHash(pattern, this.window);
    this.#seen[bit >>> 5] = (this.#seen[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  mayHoldOne(text: string): boolean {
    const shifts = this.#shift;
    for (let end = this.window; end <= text.length;) {
      const shift = shifts[this.#blockHash(text, end)] ?? 0;
      if (shift > 0) {
        end += shift;
        continue;
      }
      const bit = this.#windowHash(text, end);
      if (((this.#seen[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0) return true;
      end++;
    }
    return false;
  }

  #blockHash(text: string, end: number): number {
    let mixed = 0;
    for (let index = end - this.#block; index < end; index++) mixed = Math.imul(mixed, 0x2f0b) + text.charCodeAt(index);
    return Math.imul(mixed, 0x9e3779b1) >>> (32 - SHIFT_BITS);
  }

  #windowHash(text: string, end: number): number {
    let mixed = 0x811c9dc5;
    for (let index = end - this.window; index < end; index++)
      mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
    return Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> (32 - SEEN_BITS);
  }
}
