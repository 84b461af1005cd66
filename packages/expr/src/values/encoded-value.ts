import { IntRangeExpr } from '../ranges/int-range-expr.ts';
import type { PathFormat } from '../paths/path-format.ts';
import { type ExprType, sameType, typeText } from '../types/expr-type.ts';
import { parseType } from '../types/parse-type.ts';
import {
  boolValue,
  type ExprValue,
  floatValue,
  intValue,
  listValue,
  nullValue,
  pathValue,
  rangeValue,
  stringValue,
  typeOf,
  unresolvedValue,
} from './expr-value.ts';

/**
 * Plain JSON: what `JSON.parse` may give.
 *
 * @see Expression Language 1.2.1
 */
export type EncodedData = null | boolean | number | string | readonly (EncodedData | EncodedValue)[];

/**
 * A value as plain JSON that gives the value back, bit by bit and letter by letter. Integers beyond the safe ones and
 * floats that keep how they were written are texts; an item of a list is bare when it has the type that the list names.
 * Without a `value` it is unresolved.
 *
 * @see Expression Language 1.2.1
 */
export interface EncodedValue {
  /** In the notation of the specification: `list[int]`. */
  readonly type: string;
  readonly value?: EncodedData;
  /** How paths are written; absent for POSIX. */
  readonly pathFormat?: PathFormat;
}

/**
 * A value as plain JSON; {@link decodeValue} gives it back.
 *
 * @example
 * ```ts
 * encodeValue(listValue([intValue(1), intValue(2n ** 62n)])); // => { type: 'list[int]', value: [1, '4611686018427387904'] }
 * ```
 * @see Expression Language 1.2.1
 */
export function encodeValue(value: ExprValue): EncodedValue {
  const type = typeText(typeOf(value));
  if (value.kind === 'unresolved') return { type };
  const data = encodeData(value);
  return value.kind === 'path' && value.format !== 'POSIX'
    ? { type, value: data, pathFormat: value.format }
    : { type, value: data };
}

function encodeData(value: Exclude<ExprValue, { kind: 'unresolved' }>): EncodedData {
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'string':
    case 'path':
      return value.value;
    case 'int':
      return typeof value.value === 'bigint' ? String(value.value) : value.value;
    case 'float':
      return value.text ?? value.value;
    case 'range_expr':
      return value.text ?? value.value.toString();
    case 'list':
      return value.items.map((item) => encodeItem(item, value.element));
  }
}

function encodeItem(item: ExprValue, element: ExprType): EncodedData | EncodedValue {
  const isBare = item.kind !== 'unresolved' && sameType(typeOf(item), element);
  return isBare && !(item.kind === 'path' && item.format !== 'POSIX') ? encodeData(item) : encodeValue(item);
}

/** The longest text of a type, and the deepest nesting, that are looked at: no value of the language comes near. */
const MAX_TYPE_LENGTH = 256;
const MAX_DEPTH = 32;

/**
 * The value that {@link encodeValue} encoded.
 *
 * @param encoded what came from elsewhere: it may be anything.
 * @throws {TypeError} if it is no encoded value, with what was expected and what was found.
 * @example
 * ```ts
 * decodeValue({ type: 'float', value: '3.500' }); // => { kind: 'float', value: 3.5, text: '3.500' }
 * ```
 * @see Expression Language 1.2.1
 */
export function decodeValue(encoded: unknown): ExprValue {
  return decodeAt(encoded, 0);
}

function decodeAt(encoded: unknown, depth: number): ExprValue {
  if (depth > MAX_DEPTH) throw new TypeError(`Expected at most ${MAX_DEPTH} levels of lists, found more`);
  if (!isRecord(encoded) || typeof encoded['type'] !== 'string') {
    throw new TypeError(`Expected an object with type and value, found ${found(encoded)}`);
  }
  const { type: text, value, pathFormat = 'POSIX' } = encoded;
  if (text.length > MAX_TYPE_LENGTH) throw new TypeError(`Expected a type of at most ${MAX_TYPE_LENGTH} characters`);
  if (pathFormat !== 'POSIX' && pathFormat !== 'WINDOWS') {
    throw new TypeError(`Expected pathFormat to be POSIX or WINDOWS, found ${found(pathFormat)}`);
  }
  return decodeData(parseType(text), value, pathFormat, depth);
}

function decodeData(type: ExprType, data: unknown, format: PathFormat, depth: number): ExprValue {
  switch (type.kind) {
    case 'unresolved':
      if (data === undefined) return unresolvedValue(type.type);
      break;
    case 'nulltype':
      if (data === null) return nullValue;
      break;
    case 'bool':
      if (typeof data === 'boolean') return boolValue(data);
      break;
    case 'string':
      if (typeof data === 'string') return stringValue(data);
      break;
    case 'path':
      if (typeof data === 'string') return pathValue(data, format);
      break;
    case 'int':
      if (Number.isSafeInteger(data) || (typeof data === 'string' && /^-?\d{1,19}$/.test(data))) return integer(data);
      break;
    case 'float':
      if (typeof data === 'number' && Number.isFinite(data)) return floatValue(data);
      if (typeof data === 'string') {
        const number = floatOf(data);
        if (number !== undefined) return floatValue(number, data);
      }
      break;
    case 'range_expr':
      if (typeof data === 'string') return range(data);
      break;
    case 'list':
      if (Array.isArray(data)) {
        const items = data.map((item: unknown) => decodeItem(item, type.element, format, depth + 1));
        return listValue(items, type.element);
      }
      break;
    default:
  }
  throw new TypeError(`Expected a value of type ${typeText(type)}, found ${found(data)}`);
}

function decodeItem(item: unknown, element: ExprType, format: PathFormat, depth: number): ExprValue {
  return isRecord(item) ? decodeAt(item, depth) : decodeData(element, item, format, depth);
}

function integer(data: unknown): ExprValue {
  try {
    return intValue(typeof data === 'number' ? data : BigInt(String(data)));
  } catch (error) {
    throw error instanceof RangeError ? new TypeError(error.message) : error;
  }
}

/** How floats are written, in the language and in submitted values; an infinite one is none. */
function floatOf(text: string): number | undefined {
  const plain = text.trim().replaceAll('_', '');
  const number = Number(plain);
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain) && Number.isFinite(number) ? number : undefined;
}

function range(text: string): ExprValue {
  const parsed = IntRangeExpr.safeParse(text);
  if (!parsed.ok) throw new TypeError(`Expected a range expression, found ${found(text)}`);
  return text === parsed.value.toString() ? rangeValue(parsed.value) : rangeValue(parsed.value, text);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function found(data: unknown): string {
  if (data === undefined) return 'nothing';
  if (Array.isArray(data)) return `a list of ${data.length}`;
  if (typeof data === 'object' && data !== null) return 'an object';
  switch (typeof data) {
    case 'string':
      return JSON.stringify(data.slice(0, 60));
    case 'number':
    case 'bigint':
    case 'boolean':
      return `${typeof data} ${data}`;
    default:
      return data === null ? 'null' : `a ${typeof data}`;
  }
}
