// Rules about job parameters (Template Schemas 2): values and bounds that do not fit each other.
import { type DiagnosticPath, IntRangeExpr } from '@ojd/expr';
import { compareDecimals, decimalKey, isDecimal } from '../documents/numbers.ts';
import { childOf, type DocumentNode, quote, textOf } from '../documents/nodes.ts';
import { lengthOf } from '../schema/text-rules.ts';
import { reportExprProblems } from './format-strings.ts';
import { itemsOf } from './names.ts';
import type { ShapeCheck } from './shape-check.ts';
import type { Walk } from './walk.ts';

/** How the values of a type are measured against its bounds. */
interface Measure {
  readonly min: string;
  readonly max: string;
  /** -1, 0 or 1 for a value against a bound; undefined when one of them is broken, which was reported. */
  compare(value: DocumentNode, bound: DocumentNode): number | undefined;
  /** Words for messages: "12", "a length of 3". */
  describe(value: DocumentNode): string;
}

const BY_VALUE: Measure = {
  min: 'minValue',
  max: 'maxValue',
  compare: compareNumbers,
  describe: (value) => (value.kind === 'scalar' ? value.text : ''),
};

const BY_LENGTH: Measure = {
  min: 'minLength',
  max: 'maxLength',
  compare(value, bound) {
    const length = sizeOf(value);
    const limit = numberText(bound);
    return length === undefined || limit === undefined ? undefined : compareDecimals(String(length), limit);
  },
  describe: (value) => `a length of ${sizeOf(value)}`,
};

function sizeOf(value: DocumentNode): number | undefined {
  if (value.kind === 'list') return value.items.length;
  return value.kind === 'scalar' && typeof value.value === 'string' ? lengthOf(value.value) : undefined;
}

/** The decimal text of a number, or of a string that holds one. */
function numberText(node: DocumentNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean') return undefined;
  const text = typeof node.value === 'bigint' ? String(node.value) : node.text.trim();
  return isDecimal(text) ? text : undefined;
}

function compareNumbers(a: DocumentNode, b: DocumentNode): number | undefined {
  const [left, right] = [numberText(a), numberText(b)];
  return left === undefined || right === undefined ? undefined : compareDecimals(left, right);
}

/** 2: a minimum is not above its maximum. */
export function boundsInOrder(measure: Measure, id: string): ShapeCheck {
  return {
    id,
    run(node, path, { report }) {
      const min = childOf(node, measure.min);
      const max = childOf(node, measure.max);
      if (min === undefined || max === undefined || (compareNumbers(min, max) ?? 0) <= 0) return;
      const message = `${measure.min} is ${BY_VALUE.describe(min)} and ${measure.max} is ${BY_VALUE.describe(max)}: no value can satisfy both.`;
      report.add({ code: 'parameter-bounds-crossed', message, path: [...path, measure.min] });
    },
  };
}

export const valueBoundsInOrder: ShapeCheck = boundsInOrder(BY_VALUE, 'value-bounds-in-order');
export const lengthBoundsInOrder: ShapeCheck = boundsInOrder(BY_LENGTH, 'length-bounds-in-order');

/** The bound that a value breaks, in words. */
function brokenBound(value: DocumentNode, constraints: DocumentNode, measure: Measure): string | undefined {
  const min = childOf(constraints, measure.min);
  const max = childOf(constraints, measure.max);
  if (min !== undefined && (measure.compare(value, min) ?? 0) < 0)
    return `below ${measure.min} ${BY_VALUE.describe(min)}`;
  if (max !== undefined && (measure.compare(value, max) ?? 0) > 0)
    return `above ${measure.max} ${BY_VALUE.describe(max)}`;
  return undefined;
}

function reportBounds(
  value: DocumentNode,
  constraints: DocumentNode,
  measure: Measure,
  path: DiagnosticPath,
  walk: Walk,
): void {
  const broken = brokenBound(value, constraints, measure);
  if (broken === undefined) return;
  walk.report.add({
    code: 'parameter-value-out-of-bounds',
    message: `${capitalised(measure.describe(value))} is ${broken}.`,
    path,
  });
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What two values have in common that are the same: their text, or their number. */
type Key = (value: DocumentNode) => string | undefined;

const numberKey: Key = (value) => {
  const text = numberText(value);
  return text === undefined ? undefined : decimalKey(text);
};

/** The keys of allowed values; undefined when there is no list, so that everything is allowed. */
function allowedKeys(allowed: DocumentNode | undefined, keyOf: Key): ReadonlySet<string | undefined> | undefined {
  return allowed?.kind !== 'list' || allowed.items.length === 0 ? undefined : new Set(allowed.items.map(keyOf));
}

function reportNotAllowed(
  value: DocumentNode,
  allowed: DocumentNode | undefined,
  path: DiagnosticPath,
  walk: Walk,
): void {
  const choices = itemsOf(allowed);
  const texts = choices.slice(0, 10).map((item) => (item.kind === 'scalar' ? item.text : ''));
  const shown = texts.join(', ') + (choices.length > 10 ? ', …' : '');
  const found = value.kind === 'scalar' ? quote(value.text) : 'This value';
  const message = `${found} is not one of the allowed values: ${shown}.`;
  walk.report.add({ code: 'parameter-default-not-allowed', message, path });
}

/**
 * 2.1-2.4: the default and the allowed values keep the bounds, and the default is allowed. A default of PATH is looked at
 * as it is written; it is checked again when parameters are preprocessed, joined with the directory of the template.
 */
function scalarValues(id: string, measure: Measure, keyOf: Key): ShapeCheck[] {
  return [
    {
      id: `${id}-default-in-bounds`,
      run(node, path, walk) {
        const value = childOf(node, 'default');
        if (value !== undefined) reportBounds(value, node, measure, [...path, 'default'], walk);
      },
    },
    {
      id: `${id}-allowed-in-bounds`,
      run(node, path, walk) {
        for (const [index, item] of itemsOf(childOf(node, 'allowedValues')).entries()) {
          reportBounds(item, node, measure, [...path, 'allowedValues', index], walk);
        }
      },
    },
    {
      id: `${id}-default-allowed`,
      run(node, path, walk) {
        const value = childOf(node, 'default');
        const allowed = childOf(node, 'allowedValues');
        const key = value === undefined ? undefined : keyOf(value);
        // A default that is broken in itself, or out of bounds, was reported as that.
        if (value === undefined || key === undefined || brokenBound(value, node, measure) !== undefined) return;
        if (allowedKeys(allowed, keyOf)?.has(key) === false)
          reportNotAllowed(value, allowed, [...path, 'default'], walk);
      },
    },
  ];
}

export const textValues: ShapeCheck[] = scalarValues('text', BY_LENGTH, textOf);
export const numberValues: ShapeCheck[] = scalarValues('number', BY_VALUE, numberKey);

/** 2.10: the default is a range expression of allowed length. */
export const rangeDefault: ShapeCheck = {
  id: 'range-default',
  run(node, path, walk) {
    const value = childOf(node, 'default');
    const text = textOf(value);
    if (value === undefined || text === undefined) return;
    const outcome = IntRangeExpr.safeParse(text, { maxParts: walk.limits.maxRangePieces });
    if (!outcome.ok) reportExprProblems(outcome.problems, [...path, 'default'], walk);
  },
};

/** 2.10: the text of the default has an allowed length. */
export const rangeDefaultLength: ShapeCheck = {
  id: 'range-default-length',
  run(node, path, walk) {
    const value = childOf(node, 'default');
    if (value !== undefined) reportBounds(value, node, BY_LENGTH, [...path, 'default'], walk);
  },
};

/** 2.11-2.16: the default list has an allowed length. */
export const listLengthInBounds: ShapeCheck = {
  id: 'list-default-length',
  run(node, path, walk) {
    const value = childOf(node, 'default');
    if (value?.kind === 'list') reportBounds(value, node, BY_LENGTH, [...path, 'default'], walk);
  },
};

/** 2.11-2.14: each element of the default keeps what `item` says. */
function itemValues(id: string, measure: Measure, keyOf: Key): ShapeCheck {
  return {
    id,
    run(node, path, walk) {
      const constraints = childOf(node, 'item');
      const value = childOf(node, 'default');
      if (constraints !== undefined)
        checkItems(itemsOf(value), constraints, [...path, 'default'], { measure, keyOf }, walk);
    },
  };
}

function checkItems(
  items: readonly DocumentNode[],
  constraints: DocumentNode,
  path: DiagnosticPath,
  { measure, keyOf }: { measure: Measure; keyOf: Key },
  walk: Walk,
): void {
  const allowed = childOf(constraints, 'allowedValues');
  const keys = allowedKeys(allowed, keyOf);
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    if (brokenBound(item, constraints, measure) !== undefined)
      reportBounds(item, constraints, measure, [...path, index], walk);
    else if (keys?.has(key) === false) reportNotAllowed(item, allowed, [...path, index], walk);
  }
}

export const textItems: ShapeCheck = itemValues('text-items', BY_LENGTH, textOf);
export const numberItems: ShapeCheck = itemValues('number-items', BY_VALUE, numberKey);

/** 2.16: each inner list has an allowed length, and each integer keeps what the inner `item` says. */
export const intListItems: ShapeCheck = {
  id: 'int-list-items',
  run(node, path, walk) {
    const outer = childOf(node, 'item');
    const inner = childOf(outer, 'item');
    for (const [index, list] of itemsOf(childOf(node, 'default')).entries()) {
      const here = [...path, 'default', index];
      if (outer !== undefined && list.kind === 'list') reportBounds(list, outer, BY_LENGTH, here, walk);
      if (inner !== undefined) checkItems(itemsOf(list), inner, here, { measure: BY_VALUE, keyOf: numberKey }, walk);
    }
  },
};

/** 2.11-2.14: the allowed values of elements keep the bounds of elements. */
export const itemAllowedInBounds = (measure: 'value' | 'length'): ShapeCheck => ({
  id: `item-allowed-in-bounds-by-${measure}`,
  run(node, path, walk) {
    for (const [index, item] of itemsOf(childOf(node, 'allowedValues')).entries()) {
      reportBounds(item, node, measure === 'value' ? BY_VALUE : BY_LENGTH, [...path, 'allowedValues', index], walk);
    }
  },
});
