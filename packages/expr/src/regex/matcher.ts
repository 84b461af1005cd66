import { holds } from './assertions.ts';
import { Op, type Program } from './program.ts';
import type { StartFinder } from './start-finder.ts';

/** Told how many steps a search has taken since it was last told; throws to end the search. */
export type StepObserver = (steps: number) => void;

export interface SearchRequest {
  readonly text: string;
  /** Where the search begins; a match may begin later unless `anchored`. */
  readonly from: number;
  readonly anchored: boolean;
  /** A match that is empty and at `from` doesn't count. */
  readonly refuseEmptyAtStart: boolean;
  readonly onSteps: StepObserver | undefined;
}

const STEPS_PER_REPORT = 16_384;
// Skipping to where a match can begin is native and cheap: 64 characters make a step.
const SKIPPED_PER_STEP_LOG2 = 6;
const UNSET = -1;

/** The threads at one position, best first: an instruction each, and its captures. */
interface ThreadList {
  readonly instructions: Int32Array;
  readonly captures: Int32Array;
  length: number;
}

/**
 * Pike's simulation: all ways to match advance together, one code point at a time, so that the time is proportional to
 * text times program. The order of the threads is the order in which a backtracking engine would try them.
 *
 * A state is an instruction and, inside loops whose body can be empty, the number of surrounding loops whose iteration
 * began before the current position: what Python needs to know to end a loop at an empty iteration.
 */
export class Matcher {
  readonly #program: Program;
  readonly #findStart: StartFinder | undefined;
  /** The position at which each state was last reached, counted over all searches: too often for 32 bits. */
  readonly #seen: Float64Array;
  readonly #work: Int32Array;
  readonly #stack: number[] = [];
  #current: ThreadList;
  #next: ThreadList;
  #generation = 0;
  #steps = 0;

  constructor(program: Program, findStart: StartFinder | undefined) {
    this.#program = program;
    this.#findStart = findStart;
    this.#seen = new Float64Array(program.stateCount);
    this.#work = new Int32Array(program.slotCount);
    this.#current = newThreadList(program);
    this.#next = newThreadList(program);
  }

  /** The capture slots of the leftmost match that comes first by priority. */
  search(request: SearchRequest): Int32Array | undefined {
    this.#steps = 0;
    const found = this.#run(request);
    request.onSteps?.(this.#steps);
    return found;
  }

  #run({ text, from, anchored, refuseEmptyAtStart, onSteps }: SearchRequest): Int32Array | undefined {
    const { ops, a, sets, slotCount } = this.#program;
    let best: Int32Array | undefined;
    let position = from;
    this.#current.length = 0;
    this.#beginPosition();
    for (;;) {
      if (best === undefined && (position === from || !anchored)) {
        if (this.#current.length === 0 && !anchored && this.#findStart !== undefined) {
          const start = this.#findStart(text, position);
          this.#steps += ((start < 0 ? text.length : start) - position) >> SKIPPED_PER_STEP_LOG2;
          if (start < 0) return undefined;
          if (start > position) this.#beginPosition();
          position = start;
        }
        this.#work.fill(UNSET);
        this.#follow(0, text, position, this.#current);
      }
      const current = this.#current;
      if (current.length === 0 && (best !== undefined || anchored)) return best;
      const codePoint = text.codePointAt(position);
      const after = position + (codePoint !== undefined && codePoint > 0xffff ? 2 : 1);
      const next = this.#next;
      next.length = 0;
      this.#beginPosition();
      for (let index = 0; index < current.length; index += 1) {
        const instruction = current.instructions[index] ?? 0;
        const slots = index * slotCount;
        const op = ops[instruction];
        if (op === Op.match) {
          if (refuseEmptyAtStart && position === from) continue;
          best = current.captures.slice(slots, slots + slotCount);
          // What comes after is of lower priority.
          break;
        }
        if (codePoint === undefined) continue;
        const operand = a[instruction] ?? 0;
        if (op === Op.literal ? operand === codePoint : sets[operand]?.has(codePoint) === true) {
          this.#work.set(current.captures.subarray(slots, slots + slotCount));
          this.#follow(instruction + 1, text, after, next);
        }
      }
      this.#steps += current.length + 1;
      if (this.#steps >= STEPS_PER_REPORT) {
        onSteps?.(this.#steps);
        this.#steps = 0;
      }
      if (codePoint === undefined) return best;
      this.#current = next;
      this.#next = current;
      position = after;
    }
  }

  /** Forgets which states have been reached. */
  #beginPosition(): void {
    this.#generation += 1;
  }

  /** Adds the threads that `start` leads to without consuming anything. Captures are read from and kept in `#work`. */
  #follow(start: number, text: string, position: number, list: ThreadList): void {
    const { ops, a, b, depths, states, slotCount } = this.#program;
    const stack = this.#stack;
    const seen = this.#seen;
    const work = this.#work;
    const generation = this.#generation;
    // An entry is an instruction and its level, or, with the level -1 - slot, the value that slot had before.
    stack.push(start, depths[start] ?? 0);
    while (stack.length > 0) {
      let level = stack.pop() ?? 0;
      let instruction = stack.pop() ?? 0;
      if (level < 0) {
        work[-1 - level] = instruction;
        continue;
      }
      for (;;) {
        level = Math.min(level, depths[instruction] ?? 0);
        const state = (states[instruction] ?? 0) + level;
        if (seen[state] === generation) break;
        seen[state] = generation;
        this.#steps += 1;
        const op = ops[instruction] ?? 0;
        const operand = a[instruction] ?? 0;
        if (op === Op.split) {
          stack.push(b[instruction] ?? 0, level);
          instruction = operand;
        } else if (op === Op.jump) {
          instruction = operand;
        } else if (op === Op.save) {
          stack.push(work[operand] ?? 0, -1 - operand);
          work[operand] = position;
          instruction += 1;
        } else if (op === Op.assert) {
          if (!holds(operand, text, position)) break;
          instruction += 1;
        } else if (op === Op.iterate) {
          level = Math.min(level, operand - 1);
          instruction += 1;
        } else if (op === Op.iterated) {
          instruction = level < operand ? (b[instruction] ?? 0) : instruction + 1;
        } else {
          list.instructions[list.length] = instruction;
          list.captures.set(work, list.length * slotCount);
          list.length += 1;
          break;
        }
      }
    }
  }
}

function newThreadList({ threadCount, slotCount }: Program): ThreadList {
  return { instructions: new Int32Array(threadCount), captures: new Int32Array(threadCount * slotCount), length: 0 };
}
