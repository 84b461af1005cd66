import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { quote } from '../documents/nodes.ts';
import { compareDecimals, decimalKey } from '../documents/numbers.ts';
import { lengthOf } from '../schema/text-rules.ts';
import { firstOf } from './first-of.ts';
import type { Constraints, ScalarKind, Shape } from './shapes.ts';
import type { CanonicalValue } from './types.ts';

/** A bound that a value breaks. */
export interface Violation {
  readonly code: DiagnosticCode;
  /** Leads to the item of a list that is at fault. */
  readonly at: readonly number[];
  /** Leads to the bound inside the definition: `['item', 'maxValue']`. */
  readonly bound: readonly string[];
  readonly expected: string;
  readonly found: string;
}

/** The bounds that a value breaks, as many as are told. Lengths of text count code points; numbers are compared exactly. */
export function checkValue(shape: Shape, constraints: Constraints, value: CanonicalValue): readonly Violation[] {
  return firstOf(violations(shape, constraints, value, [], []));
}

function* violations(
  shape: Shape,
  constraints: Constraints,
  value: CanonicalValue | string,
  at: readonly number[],
  place: readonly string[],
): Generator<Violation> {
  const isList = typeof value !== 'string';
  const length = isList ? value.length : lengthOf(value);
  const unit = isList ? 'items' : 'characters';
  const isNumber = shape.kind === 'int' || shape.kind === 'float';
  const shown = (text: string): string => (isNumber ? text : quote(text));
  const found = isList ? `${length} items` : shown(value);
  const { minLength, maxLength, minValue, maxValue, allowedValues } = constraints;
  const report = (code: DiagnosticCode, bound: string, expected: string): Violation => ({
    code,
    at,
    bound: [...place, bound],
    expected,
    found: bound.endsWith('Length') && !isList ? `${length} ${unit}` : found,
  });

  if (minLength !== undefined && length < minLength) {
    yield report('parameter-value-too-short', 'minLength', `at least ${minLength} ${unit}`);
  }
  if (maxLength !== undefined && length > maxLength) {
    yield report('parameter-value-too-long', 'maxLength', `at most ${maxLength} ${unit}`);
  }
  if (isList) {
    const item = constraints.item ?? {};
    for (const [index, element] of value.entries()) {
      yield* violations(shape, item, element, [...at, index], [...place, 'item']);
    }
    return;
  }
  if (minValue !== undefined && compareDecimals(value, minValue) < 0) {
    yield report('parameter-value-too-small', 'minValue', `a number of at least ${minValue}`);
  }
  if (maxValue !== undefined && compareDecimals(value, maxValue) > 0) {
    yield report('parameter-value-too-large', 'maxValue', `a number of at most ${maxValue}`);
  }
  if (allowedValues !== undefined && !isAmong(shape.kind, allowedValues, value)) {
    yield report('parameter-value-not-allowed', 'allowedValues', `one of ${listed(allowedValues.map(shown))}`);
  }
}

/** Whether a value is in a list; floats are the same when they are the same number, however they are written. */
export function isAmong(kind: ScalarKind, allowed: readonly string[], value: string): boolean {
  if (kind !== 'float') return allowed.includes(value);
  const key = decimalKey(value);
  return allowed.some((candidate) => decimalKey(candidate) === key);
}

const LISTED = 8;

function listed(values: readonly string[]): string {
  const shown = values.slice(0, LISTED).join(', ');
  return values.length > LISTED ? `${shown} and ${values.length - LISTED} more` : shown;
}
