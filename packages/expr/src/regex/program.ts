import type { CharacterSet } from './character-set.ts';
import { RegexError } from './regex-error.ts';
import { isNullable, type RegexNode, type RepeatNode } from './syntax.ts';

/** Instructions of the matcher. Only `literal`, `set` and `match` stay in its lists; the others are followed at once. */
export const Op = {
  /** a: code point. */
  literal: 0,
  /** a: index into `sets`. */
  set: 1,
  match: 2,
  /** a, b: where to go, preferred first. */
  split: 3,
  /** a: where to go. */
  jump: 4,
  /** a: capture slot that takes the position. */
  save: 5,
  /** a: Assertion. */
  assert: 6,
  /** a: loop depth. An iteration of a loop with a nullable body begins. */
  iterate: 7,
  /** a: loop depth, b: where to go if the iteration consumed nothing. */
  iterated: 8,
} as const;

/** A compiled pattern: one column per field, one row per instruction. */
export interface Program {
  readonly ops: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** In how many nullable loops each instruction lies; 0 where it stays in a list, since all such loops look the same there. */
  readonly depths: Uint8Array;
  /** Where the states of each instruction begin: an instruction at depth d has d + 1 of them. */
  readonly states: Int32Array;
  readonly stateCount: number;
  /** How many instructions a list of the matcher may hold. */
  readonly threadCount: number;
  readonly sets: readonly CharacterSet[];
  /** Two for each group, group 0 included. */
  readonly slotCount: number;
}

/** The lists of the matcher hold this many numbers at most: 4 bytes each. */
const MAX_CAPTURE_CELLS = 1_000_000;

/** Compiles to a Thompson program; throws if it would have more than `maxSize` states. */
export function compileProgram(root: RegexNode, groupCount: number, maxSize: number): Program {
  const compiler = new Compiler(maxSize);
  compiler.emit({ kind: 'capture', group: 0, body: root });
  return compiler.finish(2 * (groupCount + 1));
}

function isThread(op: number): boolean {
  return op <= Op.match;
}

class Compiler {
  readonly #ops: number[] = [];
  readonly #a: number[] = [];
  readonly #b: number[] = [];
  readonly #depths: number[] = [];
  readonly #setIndexes = new Map<CharacterSet, number>();
  readonly #maxSize: number;
  #stateCount = 0;
  #depth = 0;

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  finish(slotCount: number): Program {
    this.#add(Op.match);
    const threadCount = this.#ops.filter(isThread).length;
    if (threadCount * slotCount > MAX_CAPTURE_CELLS) {
      throw new RegexError(
        `The regular expression is too large: ${slotCount / 2 - 1} groups in ${threadCount} places.`,
        0,
        'Write (?:...) for groups whose text is not needed.',
      );
    }
    let stateCount = 0;
    const states = Int32Array.from(this.#depths, (depth) => {
      const start = stateCount;
      stateCount += depth + 1;
      return start;
    });
    return {
      ops: Uint8Array.from(this.#ops),
      a: Int32Array.from(this.#a),
      b: Int32Array.from(this.#b),
      depths: Uint8Array.from(this.#depths),
      states,
      stateCount,
      threadCount,
      sets: [...this.#setIndexes.keys()],
      slotCount,
    };
  }

  emit(node: RegexNode): void {
    switch (node.kind) {
      case 'empty':
        return;
      case 'literal':
        this.#add(Op.literal, node.codePoint);
        return;
      case 'set':
        this.#add(Op.set, this.#setIndex(node.set));
        return;
      case 'assertion':
        this.#add(Op.assert, node.assertion);
        return;
      case 'capture':
        this.#add(Op.save, 2 * node.group);
        this.emit(node.body);
        this.#add(Op.save, 2 * node.group + 1);
        return;
      case 'sequence':
        for (const item of node.items) this.emit(item);
        return;
      case 'choice':
        this.#choice(node.branches);
        return;
      case 'repeat':
        this.#repeat(node);
        return;
    }
  }

  #choice(branches: readonly RegexNode[]): void {
    const ends: number[] = [];
    for (const [index, branch] of branches.entries()) {
      if (index === branches.length - 1) {
        this.emit(branch);
        break;
      }
      const split = this.#add(Op.split);
      this.#a[split] = this.#here;
      this.emit(branch);
      ends.push(this.#add(Op.jump));
      this.#b[split] = this.#here;
    }
    for (const end of ends) this.#a[end] = this.#here;
  }

  /** The least count is copies; what goes beyond is a loop, or as many copies that can each be left. */
  #repeat({ body, min, max, lazy }: RepeatNode): void {
    const nullable = isNullable(body);
    for (let copy = 0; copy < min; copy += 1) this.#copy(body);
    if (max === Infinity) {
      this.#loop(body, lazy, nullable);
      return;
    }
    const exits: (() => void)[] = [];
    for (let copy = min; copy < max; copy += 1) exits.push(this.#optional(body, lazy, nullable));
    for (const exit of exits) exit();
  }

  #copy(body: RegexNode): void {
    const before = this.#here;
    this.emit(body);
    // A body without instructions, copied a billion times, would never reach the limit on size.
    if (this.#here === before) this.#add(Op.jump, before + 1);
  }

  #loop(body: RegexNode, lazy: boolean, nullable: boolean): void {
    const head = this.#here;
    const exit = this.#optional(body, lazy, nullable);
    this.#add(Op.jump, head);
    exit();
  }

  /**
   * One iteration that may be skipped. As in Python, one that consumed nothing is the last: it leaves.
   * Returns what sets the places it leaves to, once they are known.
   */
  #optional(body: RegexNode, lazy: boolean, nullable: boolean): () => void {
    const split = this.#add(Op.split);
    const inside = this.#here;
    if (nullable) {
      this.#depth += 1;
      this.#add(Op.iterate, this.#depth);
    }
    this.emit(body);
    const iterated = nullable ? this.#add(Op.iterated, this.#depth) : undefined;
    if (nullable) this.#depth -= 1;
    return () => {
      this.#a[split] = lazy ? this.#here : inside;
      this.#b[split] = lazy ? inside : this.#here;
      if (iterated !== undefined) this.#b[iterated] = this.#here;
    };
  }

  get #here(): number {
    return this.#ops.length;
  }

  #setIndex(set: CharacterSet): number {
    const index = this.#setIndexes.get(set) ?? this.#setIndexes.size;
    this.#setIndexes.set(set, index);
    return index;
  }

  #add(op: number, a = 0, b = 0): number {
    this.#stateCount += this.#depth + 1;
    if (this.#stateCount > this.#maxSize) {
      throw new RegexError(
        `The regular expression is too large: its repetitions expand to more than ${this.#maxSize} states.`,
        0,
        'Use smaller counts in {n,m}, or fewer repetitions inside repetitions.',
      );
    }
    this.#depths.push(isThread(op) ? 0 : this.#depth);
    this.#a.push(a);
    this.#b.push(b);
    return this.#ops.push(op) - 1;
  }
}
