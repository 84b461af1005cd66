import { type ParseOutcome, unwrapOutcome } from '../diagnostics/expr-error.ts';
import { parseRuns, type RangeLimits } from './parse-range.ts';
import { fitsInt64 } from './int64.ts';
import { type IntRange, joinRuns, makeRun, RunBuilder, runLength } from './runs.ts';

/**
 * A set of 64-bit integers in ascending order, such as `1-10,20-30:2`. Everything but iteration takes time and memory
 * that depend on the number of parts, never on the number of values.
 *
 * @example
 * ```ts
 * const frames = IntRangeExpr.parse('1-10,20-30:5');
 * frames.length; // => 13n
 * frames.at(-1); // => 30n
 * frames.slice(9, 11).toString(); // => '10,20'
 * ```
 * @see Template Schemas 3.4.1.1.1
 */
export class IntRangeExpr implements Iterable<bigint> {
  /** The parts: ascending, disjoint, each end a member. */
  readonly ranges: readonly IntRange[];
  /** The number of values. */
  readonly length: bigint;
  /** Index of the first value of each part. */
  readonly #offsets: readonly bigint[];

  private constructor(ranges: readonly IntRange[]) {
    this.ranges = ranges;
    const offsets: bigint[] = [];
    let length = 0n;
    for (const run of ranges) {
      offsets.push(length);
      length += runLength(run);
    }
    this.#offsets = offsets;
    this.length = length;
  }

  /**
   * Reads a range expression.
   *
   * @throws {ExprError} with codes that begin with `range-expr-`.
   */
  static parse(text: string, limits?: Partial<RangeLimits>): IntRangeExpr {
    return unwrapOutcome(text, IntRangeExpr.safeParse(text, limits));
  }

  /** As {@link IntRangeExpr.parse}, returning the problems. */
  static safeParse(text: string, limits?: Partial<RangeLimits>): ParseOutcome<IntRangeExpr> {
    const outcome = parseRuns(text, limits);
    return outcome.ok ? { ok: true, value: new IntRangeExpr(joinRuns(outcome.value)) } : outcome;
  }

  /** The set of some values, in any order, with or without repetition. Without values it is empty. */
  static fromValues(values: Iterable<bigint | number>): IntRangeExpr {
    const exact = Array.from(values, BigInt);
    const misfit = exact.find((value) => !fitsInt64(value));
    if (misfit !== undefined) throw new RangeError(`Expected integers from -2^63 to 2^63-1, found ${misfit}`);
    const sorted = BigInt64Array.from(exact).toSorted();
    const builder = new RunBuilder();
    let last: bigint | undefined;
    for (const value of sorted) {
      if (value !== last) builder.addValue(value);
      last = value;
    }
    return new IntRangeExpr(builder.finish());
  }

  /**
   * The value at an index; a negative one counts from the end.
   *
   * @throws {RangeError} if there is none.
   */
  at(index: bigint | number): bigint {
    const wanted = BigInt(index);
    const position = wanted < 0n ? wanted + this.length : wanted;
    const part = this.#partAt(position);
    const run = this.ranges[part];
    const offset = this.#offsets[part];
    if (position < 0n || position >= this.length || run === undefined || offset === undefined) {
      throw new RangeError(`Index ${wanted} is outside of a range expression with ${this.length} values`);
    }
    return run.start + (position - offset) * run.step;
  }

  /** The index of a value, -1n if it is no member. */
  indexOf(value: bigint | number): bigint {
    if (typeof value === 'number' && !Number.isInteger(value)) return -1n;
    const wanted = BigInt(value);
    const part = lastAtMost(this.ranges.length, (i) => (this.ranges[i]?.start ?? wanted) <= wanted);
    const run = this.ranges[part];
    const offset = this.#offsets[part];
    if (run === undefined || offset === undefined || wanted > run.end) return -1n;
    const distance = wanted - run.start;
    return distance % run.step === 0n ? offset + distance / run.step : -1n;
  }

  /** Whether a value is a member. */
  has(value: bigint | number): boolean {
    return this.indexOf(value) >= 0n;
  }

  /**
   * The values from one index up to another, which is not included. Indices beyond the ends are clamped; negative ones
   * count from the end. With a step (which must be positive), every step-th of them.
   */
  slice(start: bigint | number = 0n, end: bigint | number = this.length, step: bigint | number = 1n): IntRangeExpr {
    const stride = BigInt(step);
    if (stride <= 0n) throw new RangeError(`Expected a positive step, found ${stride}`);
    const from = this.#clamp(BigInt(start));
    const to = this.#clamp(BigInt(end));
    const cut: IntRange[] = [];
    let next = from; // index of the next value that belongs to the slice
    for (let part = this.#partAt(from); part < this.ranges.length && next < to; part++) {
      const run = this.ranges[part];
      const offset = this.#offsets[part];
      if (run === undefined || offset === undefined) break;
      const past = offset + runLength(run) < to ? offset + runLength(run) : to;
      if (next >= past) continue;
      const valueAt = (index: bigint): bigint => run.start + (index - offset) * run.step;
      cut.push(makeRun(valueAt(next), valueAt(past - 1n), run.step * stride));
      next += ((past - next + stride - 1n) / stride) * stride;
    }
    // Cutting may leave pieces that continue each other: put together anew, equal slices have equal texts.
    const builder = new RunBuilder();
    for (const run of cut) builder.addRun(run);
    return new IntRangeExpr(builder.finish());
  }

  /** Whether both have the same values. */
  equals(other: IntRangeExpr): boolean {
    if (this.length !== other.length) return false;
    const mine = this.#canonical();
    const theirs = other.#canonical();
    return (
      mine.length === theirs.length &&
      mine.every((run, i) => {
        const twin = theirs[i];
        return twin !== undefined && run.start === twin.start && run.end === twin.end && run.step === twin.step;
      })
    );
  }

  /** The sum of all values, exact. */
  sum(): bigint {
    return this.ranges.reduce((total, run) => total + ((run.start + run.end) * runLength(run)) / 2n, 0n);
  }

  /** The text form, such as `1-10,20-30:2`; two values are written `1,2`. Empty when there are no values. */
  toString(): string {
    const parts = this.ranges.map((run) => {
      if (run.start === run.end) return `${run.start}`;
      if (run.start + run.step === run.end) return `${run.start},${run.end}`;
      return run.step === 1n ? `${run.start}-${run.end}` : `${run.start}-${run.end}:${run.step}`;
    });
    return parts.join(',');
  }

  toJSON(): string {
    return this.toString();
  }

  *[Symbol.iterator](): Generator<bigint, void, undefined> {
    for (const run of this.ranges) {
      for (let value = run.start; value <= run.end; value += run.step) yield value;
    }
  }

  #canonical(): readonly IntRange[] {
    const builder = new RunBuilder();
    for (const run of this.ranges) builder.addRun(run);
    return builder.finish();
  }

  #partAt(index: bigint): number {
    return Math.max(
      0,
      lastAtMost(this.#offsets.length, (i) => (this.#offsets[i] ?? index) <= index),
    );
  }

  #clamp(index: bigint): bigint {
    const fromStart = index < 0n ? index + this.length : index;
    if (fromStart < 0n) return 0n;
    return fromStart < this.length ? fromStart : this.length;
  }
}

/** The last index for which an ascending condition still holds; -1 if none. */
function lastAtMost(length: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
