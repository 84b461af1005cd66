import type { ExprValue, ListValue } from '../values/expr-value.ts';

/** Bytes of a value that holds a number, a truth or nothing. */
export const SCALAR_BYTES = 16;
/** Bytes of a list for each of its items, besides the item. */
export const SLOT_BYTES = 8;

const listSizes = new WeakMap<ListValue, number>();

/** About how many bytes a value takes. A list remembers its answer. */
export function valueSize(value: ExprValue): number {
  switch (value.kind) {
    case 'string':
    case 'path':
      return textSize(value.value.length);
    case 'range_expr':
      return SCALAR_BYTES + value.value.ranges.length * 3 * SCALAR_BYTES;
    case 'list':
      return listSize(value);
    default:
      return SCALAR_BYTES;
  }
}

/** Bytes of a text of so many UTF-16 units. */
export function textSize(length: number): number {
  return SCALAR_BYTES + length * 2;
}

function listSize(list: ListValue): number {
  const known = listSizes.get(list);
  if (known !== undefined) return known;
  let size = SCALAR_BYTES;
  for (const item of list.items) size += valueSize(item) + SLOT_BYTES;
  listSizes.set(list, size);
  return size;
}
