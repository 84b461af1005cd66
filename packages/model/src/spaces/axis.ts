import type { TaskParameterType } from '../templates/types.ts';
import type { TaskParameterValue } from './types.ts';

/** A position along an axis. A number wherever that is exact; bigint where the axis or the space is longer. */
export type Index = number | bigint;

/** One dimension of a parameter space: an indexed sequence of the values of one task parameter, never spelled out. */
export interface Axis {
  readonly name: string;
  readonly type: TaskParameterType;
  readonly length: bigint;
  /** The value at an index from 0 to `length - 1`; the caller checks the bounds. */
  at(index: Index): TaskParameterValue;
  /** Every index that holds the value, ascending. Only a list that names a value twice has more than one. */
  indicesOf(value: string): readonly bigint[];
  /** A walk over all values, from the first. */
  cursor(): AxisCursor;
}

/** A walk along one axis that starts again when it has reached the end. */
export interface AxisCursor {
  readonly name: string;
  /** The value that the walk stands on. */
  current: TaskParameterValue;
  /** Goes to the next value; true when that is the first one again. */
  advance(): boolean;
}

/** Axes no longer than this keep their value objects, so that Tasks share them. */
export const SHARED_VALUES = 4096;

/** Walks along any axis by index. */
export class IndexCursor implements AxisCursor {
  readonly name: string;
  current: TaskParameterValue;
  readonly #axis: Axis;
  readonly #first: TaskParameterValue;
  readonly #length: number;
  #index = 0;

  constructor(axis: Axis) {
    this.name = axis.name;
    this.#axis = axis;
    // Nobody walks 2^53 steps: where the length is rounded, its end is never reached.
    this.#length = Number(axis.length);
    this.#first = axis.at(0);
    this.current = this.#first;
  }

  advance(): boolean {
    this.#index++;
    if (this.#index === this.#length) {
      this.#index = 0;
      this.current = this.#first;
      return true;
    }
    this.current = this.#axis.at(this.#index);
    return false;
  }
}

/** An element that is known to exist: a missing one is a mistake in this package. */
export function elementAt<T>(list: readonly T[], index: Index): T {
  const element = list[Number(index)];
  if (element === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return element;
}

/** The last element for which an ascending condition holds; the first one when it holds for none. */
export function lastWhere<T>(ascending: readonly T[], holds: (candidate: T) => boolean): T {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(elementAt(ascending, middle))) low = middle;
    else high = middle - 1;
  }
  return elementAt(ascending, low);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Whether a count is exact as a number. */
export function isSafe(count: bigint): boolean {
  return count <= MAX_SAFE && count >= -MAX_SAFE;
}
