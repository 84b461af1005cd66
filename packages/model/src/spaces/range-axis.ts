import type { IntRangeExpr } from '@ojd/expr';
import { IndexCursor, elementAt, SHARED_VALUES, isSafe } from './axis.ts';
import type { Axis, AxisCursor, Index } from './axis.ts';
import { parseInt64 } from '../parameters/numbers.ts';
import type { TaskParameterType } from '../templates/types.ts';
import type { TaskParameterValue } from './types.ts';

/** An axis over a range expression. Short ones keep their value objects, long ones make each when it is asked for. */
export class RangeAxis implements Axis {
  readonly name: string;
  readonly type: TaskParameterType;
  readonly length: bigint;
  readonly #range: IntRangeExpr;
  readonly #shared: readonly TaskParameterValue[] | undefined;

  constructor(name: string, type: TaskParameterType, range: IntRangeExpr) {
    this.name = name;
    this.type = type;
    this.length = range.length;
    this.#range = range;
    this.#shared =
      range.length <= BigInt(SHARED_VALUES)
        ? Array.from(range, (value) => ({ type, value: String(value) }))
        : undefined;
  }

  at(index: Index): TaskParameterValue {
    if (this.#shared !== undefined) return elementAt(this.#shared, index);
    return { type: this.type, value: String(this.#range.at(index)) };
  }

  indicesOf(value: string): readonly bigint[] {
    const parsed = parseInt64(value);
    const index = parsed === undefined ? -1n : this.#range.indexOf(parsed);
    return index < 0n ? [] : [index];
  }

  cursor(): AxisCursor {
    return this.#shared === undefined ? new RangeCursor(this.name, this.type, this.#range) : new IndexCursor(this);
  }
}

/** Walks along a long range from run to run, so that no step searches for its place. */
class RangeCursor implements AxisCursor {
  readonly name: string;
  readonly #type: TaskParameterType;
  readonly #range: IntRangeExpr;
  current: TaskParameterValue;
  #run = 0;
  // The fast path counts in numbers; a step of 0 says that this run needs bigints.
  #next = 0;
  #last = 0;
  #step = 1;
  #exact: bigint = 0n;

  constructor(name: string, type: TaskParameterType, range: IntRangeExpr) {
    this.name = name;
    this.#type = type;
    this.#range = range;
    this.current = this.#enter(0);
  }

  advance(): boolean {
    const value = this.#nextOfRun();
    if (value === undefined) {
      const run = this.#run + 1;
      const wraps = run === this.#range.ranges.length;
      this.current = this.#enter(wraps ? 0 : run);
      return wraps;
    }
    this.current = { type: this.#type, value };
    return false;
  }

  /** The next value of the run, or undefined at its end. */
  #nextOfRun(): string | undefined {
    if (this.#step !== 0) {
      if (this.#next > this.#last) return undefined;
      const value = this.#next;
      this.#next += this.#step;
      return String(value);
    }
    const run = this.#range.ranges[this.#run];
    if (run === undefined || this.#exact > run.end) return undefined;
    const value = this.#exact;
    this.#exact += run.step;
    return String(value);
  }

  #enter(index: number): TaskParameterValue {
    const run = this.#range.ranges[index];
    if (run === undefined) throw new RangeError('a range expression has at least one run');
    this.#run = index;
    if (isSafe(run.start) && isSafe(run.end + run.step)) {
      this.#step = Number(run.step);
      this.#next = Number(run.start) + this.#step;
      this.#last = Number(run.end);
    } else {
      this.#step = 0;
      this.#exact = run.start + run.step;
    }
    return { type: this.#type, value: String(run.start) };
  }
}
