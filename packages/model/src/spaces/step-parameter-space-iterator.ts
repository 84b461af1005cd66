import { adaptiveCursorOf, axisOf } from './axes.ts';
import { isSafe } from './axis.ts';
import type { Axis } from './axis.ts';
import { admitsChunk } from './chunk-text.ts';
import { indicesWhere, layOut, placedAxes } from './layout.ts';
import type { Layout } from './layout.ts';
import { define, TaskWalk } from './walk.ts';
import type { ResolvedTaskParameter, StepParameterSpace, TaskParameterSet, TaskParameterValue } from './types.ts';

const NO_PARAMETERS: StepParameterSpace = {
  taskParameterDefinitions: [],
  combination: { kind: 'product', members: [] },
};

/** An axis with the arithmetic of its place as numbers, for spaces whose size is exact as a number. */
interface FastAxis {
  readonly axis: Axis;
  readonly name: string;
  readonly stride: number;
  readonly length: number;
}

/**
 * All Tasks of a Step: a sequence of task parameter sets that is never spelled out. It takes memory in proportion to the
 * number of dimensions, whatever the number of Tasks; a Step without a parameter space is one Task with an empty set.
 *
 * The order is that of the combination: products are row-major, the rightmost member moves fastest. Chunks of a
 * `CHUNK[INT]` parameter count as one element. When chunks are adaptive ({@link chunksAdaptive}) the chunked parameter
 * moves fastest wherever it stands, and the space can only be walked: its size depends on the chunks still to be made.
 *
 * The sets share their value objects; do not change them.
 *
 * @example
 * ```ts
 * import { IntRangeExpr } from '@ojd/expr';
 * import { StepParameterSpaceIterator } from '@ojd/model';
 *
 * const tasks = new StepParameterSpaceIterator({
 *   taskParameterDefinitions: [
 *     { name: 'Camera', type: 'STRING', range: ['left', 'right'] },
 *     { name: 'Frame', type: 'INT', range: IntRangeExpr.parse('1-1000000000') },
 *   ],
 *   combination: { kind: 'product', members: [{ kind: 'name', name: 'Camera' }, { kind: 'name', name: 'Frame' }] },
 * });
 * tasks.size; // => 2000000000n
 * const task = tasks.at(1_500_000_000);
 * task['Camera']?.value; // => 'right'
 * tasks.indexOf(task); // => 1500000000n
 * ```
 *
 * @see Template Schemas 3.4
 */
export class StepParameterSpaceIterator implements Iterable<TaskParameterSet> {
  /** The names of the task parameters, in the order of definition. */
  readonly names: readonly string[];
  /** True when a chunked parameter aims for a run time, so that {@link chunkTaskCount} may change between two chunks. */
  readonly chunksAdaptive: boolean;
  /** The name of the `CHUNK[INT]` parameter, if there is one. */
  readonly chunksParameterName: string | undefined;

  readonly #parameters: ReadonlyMap<string, ResolvedTaskParameter>;
  readonly #layout: Layout;
  readonly #axes: ReadonlyMap<string, Axis>;
  readonly #fast: readonly FastAxis[] | undefined;
  readonly #template: TaskParameterSet;
  #chunkTaskCount: number | undefined;

  /**
   * @param space the parameter space of a Step; undefined stands for the space of one Task
   * @param options `chunkTaskCount`: the size of every chunk, instead of `defaultTaskCount` and of adapting; 1 gives the
   *   single Tasks
   * @throws RangeError when `chunkTaskCount` is not a whole number of at least 1
   */
  constructor(space: StepParameterSpace | undefined, options: { readonly chunkTaskCount?: number } = {}) {
    const { taskParameterDefinitions, combination } = space ?? NO_PARAMETERS;
    const chunked = taskParameterDefinitions.find((parameter) => parameter.chunks !== undefined);
    const fixed = options.chunkTaskCount;
    if (fixed !== undefined) requireCount(fixed);

    this.names = taskParameterDefinitions.map(({ name }) => name);
    this.chunksParameterName = chunked?.name;
    this.chunksAdaptive = fixed === undefined && (chunked?.chunks?.targetRuntimeSeconds ?? 0) > 0;
    this.#chunkTaskCount = chunked === undefined ? undefined : (fixed ?? chunked.chunks?.defaultTaskCount);

    const count = this.#chunkTaskCount ?? 1;
    this.#parameters = new Map(taskParameterDefinitions.map((parameter) => [parameter.name, parameter]));
    this.#axes = new Map(taskParameterDefinitions.map((parameter) => [parameter.name, axisOf(parameter, count)]));
    this.#layout = layOut(this.chunksAdaptive ? chunkedLast(combination, chunked?.name) : combination, this.#axes);
    const placed = placedAxes(this.#layout);
    this.#fast = isSafe(this.#layout.size)
      ? placed.map(({ axis, stride }) => ({
          axis,
          name: axis.name,
          stride: Number(stride),
          length: Number(axis.length),
        }))
      : undefined;
    const template: Record<string, TaskParameterValue> = {};
    for (const { axis } of placed) define(template, axis.name, axis.at(0));
    this.#template = template;
  }

  /**
   * The number of Tasks, each chunk counted as one.
   *
   * @throws TypeError when chunks are adaptive
   */
  get size(): bigint {
    this.#requireFixed('size');
    return this.#layout.size;
  }

  /** How many values a chunk holds; undefined without a chunked parameter. */
  get chunkTaskCount(): number | undefined {
    return this.#chunkTaskCount;
  }

  /**
   * Sets the size of all chunks that are still to be made, by walks under way too.
   *
   * @throws TypeError unless chunks are adaptive
   * @throws RangeError when it is not a whole number of at least 1
   */
  set chunkTaskCount(count: number) {
    if (!this.chunksAdaptive) {
      throw new TypeError(
        'chunkTaskCount can only be set where chunks are adaptive: the space has no targetRuntimeSeconds above 0',
      );
    }
    requireCount(count);
    this.#chunkTaskCount = count;
  }

  /**
   * The Task at an index; a negative index counts from the end.
   *
   * @throws RangeError outside of the space
   * @throws TypeError when chunks are adaptive
   */
  at(index: bigint | number): TaskParameterSet {
    this.#requireFixed('at()');
    const fast = this.#fast;
    if (fast !== undefined && typeof index === 'number' && Number.isSafeInteger(index)) {
      const size = Number(this.#layout.size);
      const from = index < 0 ? index + size : index;
      if (from < 0 || from >= size) throw outOfRange(index, this.#layout.size);
      const set = { ...this.#template };
      for (const { axis, name, stride, length } of fast) {
        // Exact: both operands are integers below 2^53.
        set[name] = axis.at(Math.floor(from / stride) % length);
      }
      return set;
    }
    return this.#atBig(index);
  }

  #atBig(index: bigint | number): TaskParameterSet {
    const { size } = this.#layout;
    if (typeof index === 'number' && !Number.isInteger(index)) {
      throw new RangeError(`expected a whole number as index, found ${index}`);
    }
    const wanted = BigInt(index);
    const from = wanted < 0n ? wanted + size : wanted;
    if (from < 0n || from >= size) throw outOfRange(index, size);
    const set = { ...this.#template };
    for (const { axis, stride } of placedAxes(this.#layout)) {
      const own = (from / stride) % axis.length;
      set[axis.name] = axis.at(isSafe(axis.length) ? Number(own) : own);
    }
    return set;
  }

  /**
   * The index of a Task, or -1n when the space has no such Task. A chunk is found when it is one of the chunks that the
   * walk makes; see {@link has} for parts of the range.
   *
   * @throws TypeError when chunks are adaptive
   */
  indexOf(set: TaskParameterSet): bigint {
    this.#requireFixed('indexOf()');
    if (!this.#namesMatch(set)) return -1n;
    const found = new Map<Axis, readonly bigint[]>();
    for (const axis of this.#axes.values()) {
      const value = set[axis.name];
      const indices = value?.type === axis.type ? axis.indicesOf(value.value) : [];
      if (indices.length === 0) return -1n;
      found.set(axis, indices);
    }
    const lowest = indicesWhere(this.#layout, (axis) => found.get(axis) ?? []).next();
    return lowest.done === true ? -1n : lowest.value;
  }

  /**
   * Whether a Task with these parameters belongs to the space. The chunked parameter may name any part of its range that
   * has the form its `rangeConstraint` asks for, whatever the size of the chunks; all others must have one of their values.
   */
  has(set: TaskParameterSet): boolean {
    if (!this.#namesMatch(set)) return false;
    const found = new Map<Axis, readonly bigint[]>();
    for (const axis of this.#axes.values()) {
      const value = set[axis.name];
      if (value?.type !== axis.type) return false;
      const parameter = this.#parameters.get(axis.name);
      if (parameter?.chunks !== undefined) {
        if (!admitsChunk(parameter, value.value)) return false;
        // Any index will do: a chunked parameter is never part of an association.
        found.set(axis, [0n]);
      } else {
        found.set(axis, axis.indicesOf(value.value));
      }
    }
    return !indicesWhere(this.#layout, (axis) => found.get(axis) ?? []).next().done;
  }

  /** A new walk through all Tasks, from the first. */
  [Symbol.iterator](): IterableIterator<TaskParameterSet> {
    return new TaskWalk(this.#layout, ({ axis }) => {
      const parameter = this.#parameters.get(axis.name);
      return this.chunksAdaptive && parameter?.chunks !== undefined
        ? adaptiveCursorOf(parameter, () => BigInt(this.#chunkTaskCount ?? 1))
        : axis.cursor();
    });
  }

  #namesMatch(set: TaskParameterSet): boolean {
    return Object.keys(set).length === this.names.length && this.names.every((name) => Object.hasOwn(set, name));
  }

  #requireFixed(what: string): void {
    if (!this.chunksAdaptive) return;
    throw new TypeError(
      `${what} is not available while chunks are adaptive: walk the space, or fix the size of its chunks with the option chunkTaskCount`,
    );
  }
}

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`chunkTaskCount: expected a whole number of at least 1, found ${count}`);
  }
}

function outOfRange(index: bigint | number, size: bigint): RangeError {
  return new RangeError(`expected an index from ${-size} to ${size - 1n}, found ${index}`);
}

/** Moves the chunked parameter, always a member of the outermost product, to the place that moves fastest. */
function chunkedLast(
  combination: StepParameterSpace['combination'],
  chunked: string | undefined,
): StepParameterSpace['combination'] {
  if (combination.kind !== 'product') return combination;
  const isChunked = (member: StepParameterSpace['combination']): boolean =>
    member.kind === 'name' && member.name === chunked;
  return {
    kind: 'product',
    members: [
      ...combination.members.filter((member) => !isChunked(member)),
      ...combination.members.filter((member) => isChunked(member)),
    ],
  };
}
