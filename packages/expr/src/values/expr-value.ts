import type { PathFormat } from '../paths/path-format.ts';
import type { IntRangeExpr } from '../ranges/int-range-expr.ts';
import { fitsInt64 } from '../ranges/int64.ts';
import {
  BOOL,
  type ExprType,
  FLOAT,
  INT,
  listType,
  NULLTYPE,
  PATH,
  RANGE_EXPR,
  sameType,
  STRING,
  unresolvedType,
} from '../types/expr-type.ts';

/**
 * Null.
 *
 * @see Expression Language 1.2.1
 */
export interface NullValue {
  readonly kind: 'null';
}
/**
 * A boolean.
 *
 * @see Expression Language 1.2.1
 */
export interface BoolValue {
  readonly kind: 'bool';
  readonly value: boolean;
}
/**
 * A 64-bit signed integer: a number when it is a safe one, else a bigint.
 *
 * @see Expression Language 1.2.1
 */
export interface IntValue {
  readonly kind: 'int';
  readonly value: number | bigint;
}
/**
 * A finite float, never -0. `text` is how it was written, kept while the value is only copied.
 *
 * @see Expression Language 1.2.1
 */
export interface FloatValue {
  readonly kind: 'float';
  readonly value: number;
  readonly text?: string;
}
/**
 * A string.
 *
 * @see Expression Language 1.2.1
 */
export interface StringValue {
  readonly kind: 'string';
  readonly value: string;
}
/**
 * A path, written as its format writes paths.
 *
 * @see Expression Language 1.2.1
 */
export interface PathValue {
  readonly kind: 'path';
  readonly value: string;
  readonly format: PathFormat;
}
/**
 * `text` is how it is written where that is not the canonical form: a contiguous chunk of one value is `5-5`.
 *
 * @see Expression Language 1.2.1
 */
export interface RangeValue {
  readonly kind: 'range_expr';
  readonly value: IntRangeExpr;
  readonly text?: string;
}
/**
 * A list and the type of its elements.
 *
 * @see Expression Language 1.2.1
 */
export interface ListValue {
  readonly kind: 'list';
  readonly element: ExprType;
  readonly items: readonly ExprValue[];
}
/**
 * A value that is not known yet; only its type is.
 *
 * @see Expression Language 1.2.1
 */
export interface UnresolvedValue {
  readonly kind: 'unresolved';
  readonly type: ExprType;
}

/**
 * A value of the expression language, or the promise of one of a certain type (`unresolved`): checking is evaluating
 * with values of which some are unresolved.
 *
 * @see Expression Language 1.2.1
 */
export type ExprValue =
  | NullValue
  | BoolValue
  | IntValue
  | FloatValue
  | StringValue
  | PathValue
  | RangeValue
  | ListValue
  | UnresolvedValue;

/**
 * Null as a value.
 *
 * @see Expression Language 1.2.1
 */
export const nullValue: NullValue = Object.freeze({ kind: 'null' });
const trueValue: BoolValue = Object.freeze({ kind: 'bool', value: true });
const falseValue: BoolValue = Object.freeze({ kind: 'bool', value: false });

/**
 * A boolean as a value.
 *
 * @example
 * ```ts
 * boolValue(true); // => { kind: 'bool', value: true }
 * ```
 * @see Expression Language 1.2.1
 */
export function boolValue(value: boolean): BoolValue {
  return value ? trueValue : falseValue;
}

/**
 * An integer as a value.
 *
 * @throws {RangeError} if the number is no integer or does not fit 64 signed bits.
 * @example
 * ```ts
 * intValue(2n ** 60n); // => { kind: 'int', value: 1152921504606846976n }
 * ```
 * @see Expression Language 1.2.1
 */
export function intValue(value: number | bigint): IntValue {
  if (Number.isSafeInteger(value)) return { kind: 'int', value: value === 0 ? 0 : value };
  const exact = BigInt(value);
  if (!fitsInt64(exact)) throw new RangeError(`Expected an integer from -2^63 to 2^63-1, found ${value}`);
  const small = Number(exact);
  return { kind: 'int', value: Number.isSafeInteger(small) ? small : exact };
}

/**
 * A float as a value.
 *
 * @param text - how the number was written, for example `3.500`
 * @throws {RangeError} if the number is infinite or none.
 * @example
 * ```ts
 * floatValue(3.5, '3.500'); // => { kind: 'float', value: 3.5, text: '3.500' }
 * ```
 * @see Expression Language 1.2.1
 */
export function floatValue(value: number, text?: string): FloatValue {
  if (!Number.isFinite(value)) throw new RangeError(`Expected a finite number, found ${value}`);
  const number = value === 0 ? 0 : value;
  return text === undefined ? { kind: 'float', value: number } : { kind: 'float', value: number, text };
}

/**
 * A string as a value.
 *
 * @example
 * ```ts
 * stringValue('a'); // => { kind: 'string', value: 'a' }
 * ```
 * @see Expression Language 1.2.1
 */
export function stringValue(value: string): StringValue {
  return { kind: 'string', value };
}

/**
 * A path as a value.
 *
 * @example
 * ```ts
 * pathValue('/a/b', 'POSIX'); // => { kind: 'path', value: '/a/b', format: 'POSIX' }
 * ```
 * @see Expression Language 1.2.1
 */
export function pathValue(value: string, format: PathFormat): PathValue {
  return { kind: 'path', value, format };
}

/**
 * A range expression as a value.
 *
 * @example
 * ```ts
 * valueText(rangeValue(IntRangeExpr.parse('1-3'))); // => '1-3'
 * ```
 * @see Expression Language 1.2.1
 */
export function rangeValue(value: IntRangeExpr, text?: string): RangeValue {
  return text === undefined ? { kind: 'range_expr', value } : { kind: 'range_expr', value, text };
}

/**
 * A list whose items have the given type; without one, the type of the first item (`list[nulltype]` for an empty list).
 *
 * @example
 * ```ts
 * typeText(typeOf(listValue([intValue(1)]))); // => 'list[int]'
 * ```
 * @see Expression Language 1.2.1
 */
export function listValue(items: readonly ExprValue[], element?: ExprType): ListValue {
  const [first] = items;
  return { kind: 'list', element: element ?? (first === undefined ? NULLTYPE : typeOf(first)), items };
}

/**
 * The promise of a value of a type.
 *
 * @example
 * ```ts
 * typeText(typeOf(unresolvedValue(INT))); // => 'unresolved[int]'
 * ```
 * @see Expression Language 1.2.1
 */
export function unresolvedValue(type: ExprType): UnresolvedValue {
  return { kind: 'unresolved', type: type.kind === 'unresolved' ? type.type : type };
}

/**
 * The type of a value; `unresolved[T]` for an unresolved one.
 *
 * @example
 * ```ts
 * typeText(typeOf(stringValue('a'))); // => 'string'
 * ```
 * @see Expression Language 1.2.1
 */
export function typeOf(value: ExprValue): ExprType {
  switch (value.kind) {
    case 'null':
      return NULLTYPE;
    case 'bool':
      return BOOL;
    case 'int':
      return INT;
    case 'float':
      return FLOAT;
    case 'string':
      return STRING;
    case 'path':
      return PATH;
    case 'range_expr':
      return RANGE_EXPR;
    case 'list':
      return listType(value.element);
    case 'unresolved':
      return unresolvedType(value.type);
  }
}

/** Whether a value is known to be of a type. */
export function hasType(value: ExprValue, type: ExprType): boolean {
  return sameType(typeOf(value), type);
}
