import { limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import { LimitExceeded } from './problem.ts';

/** A value has fewer pieces of the text than this around it: key, colon, spaces, tag, anchor, line break. */
const MOST_LEXEMES_PER_NODE = 12;
/** Pieces beside those, such as comments, blank lines and quotes that open and close nothing: there may be as many as values, and at least so many. */
const LEAST_OTHERS = 200_000;

/** What the lexer says besides pieces of the text: start of a document, end of a flow, scalar follows. */
const SCALAR_FOLLOWS = '\x1f';
const MARKS = `\x02\x18${SCALAR_FOLLOWS}`;

/**
 * Counts the values of a YAML text on its lexemes, because parsing and composing cost many times more: of values never
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
  #offset = 0;
  #isScalar = false;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  /** Counts one lexeme; gives its offset in the text. */
  next(lexeme: string): number {
    const isScalar = this.#isScalar;
    this.#isScalar = lexeme === SCALAR_FOLLOWS;
    const offset = this.#offset;
    if (!isScalar && MARKS.includes(lexeme)) return offset;
    this.#offset += lexeme.length;
    this.#lexemes += 1;
    if (isScalar) return offset;
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
    if (nodes <= maxNodes && !hasTooMany) return offset;
    const problem = limitProblem('maxNodes', this.#limits, { extent: { start: offset, end: offset + 1 } });
    throw new LimitExceeded(hasTooMany ? { ...problem, message: OTHERS_MESSAGE } : problem);
  }
}

const OTHERS_MESSAGE = 'The text has far more pieces, such as comments and blank lines, than values.';
