import type { CombinationNode } from '../combinations/combination.ts';
import type { Axis } from './axis.ts';

/**
 * Where an axis stands in its space: its own index is `floor(index / stride) % length`. This holds for every axis of
 * every nesting of products and associations, because the size of a part divides the size of the product around it.
 */
export interface PlacedAxis {
  readonly axis: Axis;
  readonly stride: bigint;
}

/** A combination with its axes in place and the sizes of all its parts. */
export type Layout =
  | { readonly kind: 'axis'; readonly size: bigint; readonly placed: PlacedAxis }
  | { readonly kind: 'product' | 'association'; readonly size: bigint; readonly members: readonly Layout[] };

/** Lays the axes of a combination out; the rightmost member of a product moves fastest. */
export function layOut(node: CombinationNode, axes: ReadonlyMap<string, Axis>, stride = 1n): Layout {
  if (node.kind === 'name') {
    const axis = axes.get(node.name);
    if (axis === undefined)
      throw new TypeError(`the combination names ${node.name}, which is no task parameter of the space`);
    return { kind: 'axis', size: axis.length, placed: { axis, stride } };
  }
  if (node.kind === 'association') {
    const members = node.members.map((member) => layOut(member, axes, stride));
    const sizes = new Set(members.map((member) => member.size));
    if (sizes.size > 1)
      throw new TypeError(`the members of an association have different sizes: ${[...sizes].join(', ')}`);
    return { kind: 'association', size: members[0]?.size ?? 1n, members };
  }
  const members: Layout[] = [];
  let size = 1n;
  for (const member of node.members.toReversed()) {
    const layout = layOut(member, axes, stride * size);
    size *= layout.size;
    members.unshift(layout);
  }
  return { kind: 'product', size, members };
}

/** The axes of a layout, from left to right. */
export function placedAxes(layout: Layout): readonly PlacedAxis[] {
  return layout.kind === 'axis' ? [layout.placed] : layout.members.flatMap(placedAxes);
}

/** The indices at which an axis may stand, ascending. */
export type OwnIndices = (axis: Axis) => readonly bigint[];

/**
 * Every index of the space at which each axis stands on one of its own indices, ascending. Lists that repeat their values
 * have more of them than anyone should walk through: whoever wants one takes the first.
 */
export function* indicesWhere(layout: Layout, own: OwnIndices): Generator<bigint> {
  if (layout.kind === 'axis') {
    for (const index of own(layout.placed.axis)) yield index * layout.placed.stride;
  } else if (layout.kind === 'association') {
    // The member with the fewest candidates proposes, the others only say yes or no.
    const [first, ...others] = layout.members.toSorted((a, b) => candidates(a, own) - candidates(b, own));
    for (const index of first === undefined ? [] : indicesWhere(first, own)) {
      if (others.every((member) => standsAt(member, index, own))) yield index;
    }
  } else {
    yield* sums(layout.members, own);
  }
}

/** The members of a product stand anywhere independently: their indices add up. */
function* sums([first, ...others]: readonly Layout[], own: OwnIndices): Generator<bigint> {
  if (first === undefined) {
    yield 0n;
    return;
  }
  for (const outer of indicesWhere(first, own)) {
    for (const inner of sums(others, own)) yield outer + inner;
  }
}

function candidates(layout: Layout, own: OwnIndices): number {
  if (layout.kind === 'axis') return own(layout.placed.axis).length;
  const counts = layout.members.map((member) => candidates(member, own));
  return layout.kind === 'association' ? Math.min(...counts) : counts.reduce((product, count) => product * count, 1);
}

/** Whether at an index of the space every axis of a part stands on one of its own indices. */
function standsAt(layout: Layout, index: bigint, own: OwnIndices): boolean {
  return placedAxes(layout).every(({ axis, stride }) => own(axis).includes((index / stride) % axis.length));
}
