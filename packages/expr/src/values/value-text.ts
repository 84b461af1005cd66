import type { ExprValue, FloatValue } from './expr-value.ts';
import { floatText } from './float-text.ts';

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * A value as a format string shows it: null is nothing, lists are JSON, floats keep the text that they were written with.
 *
 * @throws {TypeError} for an unresolved value.
 * @example
 * ```ts
 * valueText(listValue([intValue(1), intValue(2)])); // => '[1, 2]'
 * ```
 * @see Expression Language 1.3.2
 */
export function valueText(value: ExprValue): string {
  switch (value.kind) {
    case 'null':
      return '';
    case 'bool':
    case 'int':
      return String(value.value);
    case 'float':
      return value.text ?? floatText(value.value);
    case 'string':
    case 'path':
      return value.value;
    case 'range_expr':
      return value.text ?? value.value.toString();
    case 'list':
      return jsonText(value);
    case 'unresolved':
      throw new TypeError('An unresolved value has no text yet');
  }
}

/**
 * A value as JSON text, with a space after each comma. Strings keep their letters, whatever the alphabet.
 *
 * @example
 * ```ts
 * jsonText(listValue([stringValue('a'), stringValue('b')])); // => '["a", "b"]'
 * ```
 * @see Expression Language 1.3.2
 */
export function jsonText(value: ExprValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'float':
      return jsonFloat(value);
    case 'bool':
    case 'int':
      return valueText(value);
    case 'list':
      return `[${value.items.map(jsonText).join(', ')}]`;
    default:
      return JSON.stringify(valueText(value));
  }
}

/** `1.e5` and `.5` are floats of the language, and none of JSON. */
function jsonFloat(value: FloatValue): string {
  return value.text !== undefined && JSON_NUMBER.test(value.text) ? value.text : floatText(value.value);
}

/**
 * Plain data: integers beyond the safe ones as bigint, paths and range expressions as text.
 *
 * @see Expression Language 1.3.2
 */
export type PlainValue = null | boolean | number | bigint | string | readonly PlainValue[];

/**
 * A value as plain data.
 *
 * @throws {TypeError} for an unresolved value.
 * @example
 * ```ts
 * toJson(listValue([intValue(1), intValue(2)])); // => [1, 2]
 * ```
 * @see Expression Language 1.3.2
 */
export function toJson(value: ExprValue): PlainValue {
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
    case 'int':
    case 'float':
      return value.value;
    case 'list':
      return value.items.map(toJson);
    default:
      return valueText(value);
  }
}
