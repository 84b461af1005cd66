import { elementAt } from './axis.ts';
import type { AxisCursor } from './axis.ts';
import type { Layout, PlacedAxis } from './layout.ts';
import type { TaskParameterSet, TaskParameterValue } from './types.ts';

/** A walk through a combination, member by member like the wheels of a counter. */
interface Walk {
  /** Goes to the next element and writes what changed; true when it is the first one again. */
  advance(into: Record<string, TaskParameterValue>): boolean;
}

/**
 * Walks through all tasks of a layout. Each step makes one object; the values that did not change are shared. Nothing is
 * made before it is asked for: the size of an adaptive chunk may change until then.
 */
export class TaskWalk implements IterableIterator<TaskParameterSet> {
  readonly #start: (into: Record<string, TaskParameterValue>) => Walk;
  readonly #current: Record<string, TaskParameterValue> = {};
  #walk: Walk | undefined;
  #done = false;

  constructor(layout: Layout, cursorOf: (placed: PlacedAxis) => AxisCursor) {
    this.#start = (into) => walkOf(layout, cursorOf, into);
  }

  next(): IteratorResult<TaskParameterSet, undefined> {
    if (this.#walk === undefined) this.#walk = this.#start(this.#current);
    else if (!this.#done) this.#done = this.#walk.advance(this.#current);
    // A copy of an object with these very properties is what engines make fastest.
    return this.#done ? { done: true, value: undefined } : { done: false, value: { ...this.#current } };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

function walkOf(
  layout: Layout,
  cursorOf: (placed: PlacedAxis) => AxisCursor,
  into: Record<string, TaskParameterValue>,
): Walk {
  if (layout.kind === 'axis') {
    const cursor = cursorOf(layout.placed);
    define(into, cursor.name, cursor.current);
    return new AxisWalk(cursor);
  }
  const members = layout.members.map((member) => walkOf(member, cursorOf, into));
  return layout.kind === 'product' ? new ProductWalk(members) : new AssociationWalk(members);
}

/** Defines the property, also one called `__proto__`; later plain assignments then find it. */
export function define(into: Record<string, TaskParameterValue>, name: string, value: TaskParameterValue): void {
  Object.defineProperty(into, name, { value, writable: true, enumerable: true, configurable: true });
}

class AxisWalk implements Walk {
  readonly #cursor: AxisCursor;
  readonly #name: string;

  constructor(cursor: AxisCursor) {
    this.#cursor = cursor;
    this.#name = cursor.name;
  }

  advance(into: Record<string, TaskParameterValue>): boolean {
    const wrapped = this.#cursor.advance();
    into[this.#name] = this.#cursor.current;
    return wrapped;
  }
}

class ProductWalk implements Walk {
  readonly #members: readonly Walk[];

  constructor(members: readonly Walk[]) {
    this.#members = members;
  }

  advance(into: Record<string, TaskParameterValue>): boolean {
    for (let index = this.#members.length - 1; index >= 0; index--) {
      if (!elementAt(this.#members, index).advance(into)) return false;
    }
    return true;
  }
}

class AssociationWalk implements Walk {
  readonly #members: readonly Walk[];

  constructor(members: readonly Walk[]) {
    this.#members = members;
  }

  advance(into: Record<string, TaskParameterValue>): boolean {
    // All members are equally long, so they wrap together.
    let wrapped = true;
    for (const member of this.#members) wrapped = member.advance(into);
    return wrapped;
  }
}
