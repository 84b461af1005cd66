// Rules about job parameters (Template Schemas 2): values and bounds that do not fit each other.
import type { DiagnosticPath } from '@ojd/expr';
import { compareDecimals, decimalKey, isDecimal } from '../documents/numbers.ts';
import { childOf, type DocumentNode, quote, textOf } from '../documents/nodes.ts';
import { DEFAULT_RANGE_LENGTH } from '../schema/number-rules.ts';
import { lengthOf } from '../schema/text-rules.ts';
import { checkRange } from './format-strings.ts';
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

function boundPaths({ min, max }: Measure, path: DiagnosticPath): readonly DiagnosticPath[] {
  return [
    [...path, min],
    [...path, max],
  ];
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
      const premises = boundPaths(measure, path);
      const related = [{ message: `${measure.max} is here`, path: [...path, measure.max] }];
      const hint = 'Swap the two, or correct one.';
      report.add({ code: 'parameter-bounds-crossed', message, hint, path: [...path, measure.min], related, premises });
    },
  };
}

export const valueBoundsInOrder: ShapeCheck = boundsInOrder(BY_VALUE, 'value-bounds-in-order');
export const lengthBoundsInOrder: ShapeCheck = boundsInOrder(BY_LENGTH, 'length-bounds-in-order');

/** The key of the bound that a value breaks. */
function brokenBound(value: DocumentNode, constraints: DocumentNode, measure: Measure): string | undefined {
  const min = childOf(constraints, measure.min);
  const max = childOf(constraints, measure.max);
  if (min !== undefined && (measure.compare(value, min) ?? 0) < 0) return measure.min;
  if (max !== undefined && (measure.compare(value, max) ?? 0) > 0) return measure.max;
  return undefined;
}

/** An object with bounds and allowed values, and where it stands. */
interface Constraints {
  readonly node: DocumentNode;
  readonly path: DiagnosticPath;
}

function reportBounds(
  value: DocumentNode,
  constraints: Constraints,
  measure: Measure,
  path: DiagnosticPath,
  walk: Walk,
): void {
  const key = brokenBound(value, constraints.node, measure);
  const bound = key === undefined ? undefined : childOf(constraints.node, key);
  if (key === undefined || bound === undefined) return;
  const side = key === measure.min ? 'below' : 'above';
  walk.report.add({
    code: 'parameter-value-out-of-bounds',
    message: `${capitalised(measure.describe(value))} is ${side} ${key} ${BY_VALUE.describe(bound)}.`,
    hint: `Correct the value or ${key}.`,
    path,
    related: [{ message: `${key} is here`, path: [...constraints.path, key] }],
    premises: [path, ...boundPaths(measure, constraints.path)],
    // A wrong bound makes many values wrong.
    cause: JSON.stringify([...constraints.path, key]),
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

function reportNotAllowed(value: DocumentNode, constraints: Constraints, path: DiagnosticPath, walk: Walk): void {
  const choices = itemsOf(childOf(constraints.node, 'allowedValues'));
  const texts = choices.slice(0, 10).map((item) => (item.kind === 'scalar' ? item.text : ''));
  const shown = texts.join(', ') + (choices.length > 10 ? ', …' : '');
  const found = value.kind === 'scalar' ? quote(value.text) : 'This value';
  const message = `${found} is not one of the allowed values: ${shown}.`;
  const allowed = [...constraints.path, 'allowedValues'];
  walk.report.add({
    code: 'parameter-default-not-allowed',
    message,
    hint: 'Add it to allowedValues, or write one of them.',
    path,
    related: [{ message: 'allowedValues is here', path: allowed }],
    premises: [path, allowed],
  });
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
        if (value !== undefined) reportBounds(value, { node, path }, measure, [...path, 'default'], walk);
      },
    },
    {
      id: `${id}-allowed-in-bounds`,
      run(node, path, walk) {
        for (const [index, item] of itemsOf(childOf(node, 'allowedValues')).entries()) {
          reportBounds(item, { node, path }, measure, [...path, 'allowedValues', index], walk);
        }
      },
    },
    {
      id: `${id}-default-allowed`,
      run(node, path, walk) {
        const value = childOf(node, 'default');
        const key = value === undefined ? undefined : keyOf(value);
        if (value === undefined || key === undefined) return;
        if (allowedKeys(childOf(node, 'allowedValues'), keyOf)?.has(key) === false)
          reportNotAllowed(value, { node, path }, [...path, 'default'], walk);
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
    checkRange(text, [...path, 'default'], walk);
  },
};

/** 2.10: the text of the default has an allowed length. */
export const rangeDefaultLength: ShapeCheck = {
  id: 'range-default-length',
  run(node, path, walk) {
    const value = childOf(node, 'default');
    if (value === undefined) return;
    const here = [...path, 'default'];
    const length = sizeOf(value) ?? 0;
    if (childOf(node, 'maxLength') !== undefined || length <= DEFAULT_RANGE_LENGTH) {
      reportBounds(value, { node, path }, BY_LENGTH, here, walk);
      return;
    }
    const message = `A length of ${length} is above ${DEFAULT_RANGE_LENGTH}, the maxLength of a RANGE_EXPR that does not say another.`;
    walk.report.add({
      code: 'parameter-value-out-of-bounds',
      message,
      hint: 'Set maxLength.',
      path: here,
      premises: [here],
    });
  },
};

/** 2.11-2.16: the default list has an allowed length. */
export const listLengthInBounds: ShapeCheck = {
  id: 'list-default-length',
  run(node, path, walk) {
    const value = childOf(node, 'default');
    if (value?.kind === 'list') reportBounds(value, { node, path }, BY_LENGTH, [...path, 'default'], walk);
  },
};

/** 2.11-2.14: each element of the default keeps what `item` says. */
function itemValues(id: string, measure: Measure, keyOf: Key): ShapeCheck {
  return {
    id,
    run(node, path, walk) {
      const item = childOf(node, 'item');
      if (item === undefined) return;
      const constraints = { node: item, path: [...path, 'item'] };
      checkItems(itemsOf(childOf(node, 'default')), constraints, [...path, 'default'], { measure, keyOf }, walk);
    },
  };
}

function checkItems(
  items: readonly DocumentNode[],
  constraints: Constraints,
  path: DiagnosticPath,
  { measure, keyOf }: { measure: Measure; keyOf: Key },
  walk: Walk,
): void {
  const keys = allowedKeys(childOf(constraints.node, 'allowedValues'), keyOf);
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (key === undefined) continue;
    reportBounds(item, constraints, measure, [...path, index], walk);
    if (keys?.has(key) === false) reportNotAllowed(item, constraints, [...path, index], walk);
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
    if (outer === undefined) return;
    const outerPath = [...path, 'item'];
    for (const [index, list] of itemsOf(childOf(node, 'default')).entries()) {
      const here = [...path, 'default', index];
      if (list.kind === 'list') reportBounds(list, { node: outer, path: outerPath }, BY_LENGTH, here, walk);
      if (inner === undefined) continue;
      const constraints = { node: inner, path: [...outerPath, 'item'] };
      checkItems(itemsOf(list), constraints, here, { measure: BY_VALUE, keyOf: numberKey }, walk);
    }
  },
};

/** 2.11-2.14: the allowed values of elements keep the bounds of elements. */
export const itemAllowedInBounds = (measure: 'value' | 'length'): ShapeCheck => ({
  id: `item-allowed-in-bounds-by-${measure}`,
  run(node, path, walk) {
    for (const [index, item] of itemsOf(childOf(node, 'allowedValues')).entries()) {
      const here = [...path, 'allowedValues', index];
      reportBounds(item, { node, path }, measure === 'value' ? BY_VALUE : BY_LENGTH, here, walk);
    }
  },
});
