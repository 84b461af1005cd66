import { limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import { LimitExceeded } from './problem.ts';

/** A value has fewer pieces of the text than this around it: key, colon, spaces, tag, anchor, line break. */
const MOST_LEXEMES_PER_NODE = 12;
/** Of pieces beside those, such as quotes that open and close nothing and blank lines, there may be as many as values, and at least so many. */
const LEAST_OTHERS = 100_000;

/**
 * Counts the values of a YAML text on its lexemes, because composing a value costs many times more than reading it: of values never
 * more than there are, so that no document is refused that is within the limit. The exact number is checked later.
 */
export class LexemeCount {
  readonly #limits: DocumentLimits;
  /** The brackets of flow collections that are open. */
  readonly #open: string[] = [];
  #items = 0;
  #keys = 0;
  #explicitKeys = 0;
  #pair = false;
  #lexemes = 0;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  next(lexeme: string, offset: number): void {
    // A comment, with the end of its line, is no piece: bytes bound them.
    this.#lexemes += lexeme.startsWith('#') ? -1 : 1;
    if (lexeme === '-') this.#items += 1;
    else if (lexeme === '?') this.#explicitKeys += 1;
    else if (lexeme === ':') {
      this.#keys += 1;
      this.#pair = true;
    } else if (lexeme === ',') {
      // A pair of a mapping was counted at its colon.
      if (this.#open.at(-1) !== '{' || !this.#pair) this.#items += 1;
      this.#pair = false;
    } else if (lexeme === '[' || lexeme === '{') {
      this.#open.push(lexeme);
      this.#pair = false;
    } else if (lexeme === ']' || lexeme === '}') {
      this.#open.pop();
      this.#pair = true;
    }
    // A key after a question mark may have a colon of its own: the two are one.
    const nodes = this.#items + Math.max(this.#keys, this.#explicitKeys);
    const { maxNodes } = this.#limits;
    const others = this.#lexemes - MOST_LEXEMES_PER_NODE * nodes;
    const hasTooMany = others > Math.max(LEAST_OTHERS, maxNodes);
    if (nodes <= maxNodes && !hasTooMany) return;
    const problem = limitProblem('maxNodes', this.#limits, { extent: { start: offset, end: offset + 1 } });
    throw new LimitExceeded(hasTooMany ? { ...problem, message: OTHERS_MESSAGE } : problem);
  }
}

const OTHERS_MESSAGE = 'The text has far more pieces, such as quotes, brackets and blank lines, than values.';
