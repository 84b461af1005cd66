import { type Meter, textCost } from '../../evaluate/meter.ts';
import { type ExprValue, intValue } from '../../values/expr-value.ts';

/** By code points, as Python does; UTF-16 units would put characters beyond U+FFFF before U+E000. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  // Two texts that differ in the second half of a pair differ in the same way as code points.
  return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
}

/**
 * Whether two values are equal: numbers by value, paths and strings by text, lists and range expressions by their
 * elements; values of other types never are.
 *
 * Specification: Expression Language 1.2.5.
 */
export function equalValues(a: ExprValue, b: ExprValue, meter: Meter): boolean {
  if (a.kind === 'list' && b.kind === 'range_expr') return equalValues(b, a, meter);
  if (a.kind === 'range_expr') {
    if (b.kind === 'range_expr') return a.value.equals(b.value);
    if (b.kind !== 'list' || a.value.length !== BigInt(b.items.length)) return false;
    meter.spend(b.items.length);
    const numbers = a.value[Symbol.iterator]();
    return b.items.every((item) => equalValues(item, intValue(numbers.next().value ?? 0n), meter));
  }
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.items.length !== b.items.length) return false;
    meter.spend(a.items.length);
    return a.items.every((item, i) => equalValues(item, b.items[i] ?? item, meter));
  }
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  const comparable = familyOf(a) !== undefined && familyOf(a) === familyOf(b);
  // An integer that is no safe one is a bigint: compared with a float by value, never equal as an object.
  if (!comparable || !('value' in a) || !('value' in b)) return false;
  spendOnTexts(a.value, b.value, meter);
  return isSame(a.value, b.value);
}

/**
 * The order of two values, undefined when they have none: numbers, texts and paths, truths, and lists of such things by
 * the first elements that differ.
 */
export function compareValues(a: ExprValue, b: ExprValue, meter?: Meter): number | undefined {
  if (a.kind === 'list' && b.kind === 'list') {
    meter?.spend(Math.min(a.items.length, b.items.length));
    for (const [i, item] of a.items.entries()) {
      const other = b.items[i];
      if (other === undefined) return 1;
      const order = compareValues(item, other, meter);
      if (order !== 0) return order;
    }
    return a.items.length - b.items.length;
  }
  const family = familyOf(a);
  if (family === undefined || family !== familyOf(b) || !('value' in a) || !('value' in b)) return undefined;
  spendOnTexts(a.value, b.value, meter);
  if (typeof a.value === 'string' && typeof b.value === 'string') return compareText(a.value, b.value);
  if (isSame(a.value, b.value)) return 0;
  return a.value < b.value ? -1 : 1;
}

/** Long texts that are elements of lists cost as much as long arguments do; short ones are in the cost of the list. */
function spendOnTexts(a: unknown, b: unknown, meter: Meter | undefined): void {
  if (typeof a !== 'string' || typeof b !== 'string') return;
  meter?.spend(textCost(Math.min(a.length, b.length) + 1) - 1);
}

/** Values of one family can be compared with each other. */
function familyOf(value: ExprValue): 'number' | 'text' | 'truth' | undefined {
  switch (value.kind) {
    case 'int':
    case 'float':
      return 'number';
    case 'string':
    case 'path':
      return 'text';
    case 'bool':
      return 'truth';
    default:
      return undefined;
  }
}

function isSame(a: unknown, b: unknown): boolean {
  // The loose comparison is exact between a bigint and a number, which is what is wanted of an int and a float.
  // oxlint-disable-next-line eslint/eqeqeq
  return typeof a === 'bigint' || typeof b === 'bigint' ? a == b : a === b;
}
