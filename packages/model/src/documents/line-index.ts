import type { SourcePosition, SourceRange } from '@ojd/expr';
import type { Extent } from './nodes.ts';

/** Offsets of a text as lines and columns. `\n` and `\r\n` end a line. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    const breaks = /\r?\n/g;
    while (breaks.exec(text) !== null) this.#starts.push(breaks.lastIndex);
  }

  position(offset: number): SourcePosition {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }

  range(extent: Extent): SourceRange {
    return { start: this.position(extent.start), end: this.position(extent.end) };
  }
}
