import { limitProblem } from './limit-problems.ts';
import { LimitExceeded } from './problem.ts';

/** What the lexer says besides pieces of the text: start of a document, end of a flow, scalar follows. */
const MARKS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1f']);

/**
 * Follows the nesting of a YAML text on its lexemes, before anything recursive sees it. Flow nesting is exact. Block
 * nesting is counted by indentation columns, which is never more than the real depth and never less than half of it:
 * enough to keep the composer's recursion bounded. The exact depth is checked on the composed document.
 */
export class BlockDepth {
  readonly #limit: number;
  readonly #columns: number[] = [];
  #offset = 0;
  #lineStart = 0;
  #flow = 0;
  #scalarFollows = false;
  #contentFollows = true;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Follows one lexeme; gives its offset in the text, or undefined for what is no piece of the text. */
  next(lexeme: string): number | undefined {
    const offset = this.#offset;
    const scalar = this.#scalarFollows;
    this.#scalarFollows = lexeme === '\x1f';
    if (MARKS.has(lexeme) && !scalar) return undefined;
    this.#offset += lexeme.length;
    if (scalar) this.#block(offset);
    else if (lexeme === '[' || lexeme === '{') this.#flow += 1;
    else if (lexeme === ']' || lexeme === '}') this.#flow = Math.max(0, this.#flow - 1);
    else if (/^[-?:]/.test(lexeme)) {
      this.#block(offset);
      this.#contentFollows = lexeme[0] !== ':';
    }
    const lastBreak = lexeme.lastIndexOf('\n');
    if (lastBreak >= 0) {
      this.#lineStart = offset + lastBreak + 1;
      this.#contentFollows = true;
    }
    if (this.#columns.length + this.#flow > this.#limit + 1) {
      const extent = { start: offset, end: offset + 1 };
      throw new LimitExceeded(limitProblem('maxDepth', { maxDepth: this.#limit }, { extent }));
    }
    return offset;
  }

  /** Something that opens or continues a block collection at this offset, unless a flow collection is open. */
  #block(offset: number): void {
    if (this.#flow > 0 || !this.#contentFollows) return;
    const column = offset - this.#lineStart;
    while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop();
    this.#columns.push(column);
    this.#contentFollows = false;
  }
}
