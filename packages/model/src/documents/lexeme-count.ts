import { limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import { LimitExceeded } from './problem.ts';

/**
 * Counts the values of a YAML text on its lexemes, because composing a value costs many times more than reading it: never
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

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  next(lexeme: string, offset: number): void {
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
    if (this.#items + Math.max(this.#keys, this.#explicitKeys) <= this.#limits.maxNodes) return;
    const extent = { start: offset, end: offset + 1 };
    throw new LimitExceeded(limitProblem('maxNodes', this.#limits, { extent }));
  }
}
