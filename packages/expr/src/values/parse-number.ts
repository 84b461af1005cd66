import { fitsInt64 } from '../ranges/int64.ts';
import { type FloatValue, floatValue, type IntValue, intValue } from './expr-value.ts';

const INTEGER = /^[+-]?\d+$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The integer that a text writes in base 10, white space around it allowed; a sentence if it writes none. */
export function parseInteger(text: string): IntValue | string {
  const digits = text.trim();
  if (!INTEGER.test(digits)) return `Expected an integer such as "42", found ${JSON.stringify(text)}`;
  const small = Number(digits);
  if (Number.isSafeInteger(small)) return intValue(small);
  const exact = BigInt(digits.replace('+', ''));
  return fitsInt64(exact) ? intValue(exact) : `Expected an integer from -2^63 to 2^63-1, found ${digits}`;
}

/** The finite float that a text writes, white space around it allowed; a sentence if it writes none. */
export function parseFloatText(text: string, keepText = false): FloatValue | string {
  const digits = text.trim();
  if (!DECIMAL.test(digits)) return `Expected a number such as "1.5", found ${JSON.stringify(text)}`;
  const value = Number(digits);
  if (!Number.isFinite(value)) return `Expected a number that a 64-bit float can hold, found ${digits}`;
  return floatValue(value, keepText ? digits : undefined);
}

/** The integer that a float is exactly; a sentence if it is none. */
export function wholeNumber(value: FloatValue): IntValue | string {
  if (!Number.isInteger(value.value)) return `Expected a whole number, found ${value.text ?? value.value}`;
  const exact = BigInt(value.value);
  return fitsInt64(exact) ? intValue(exact) : `Expected an integer from -2^63 to 2^63-1, found ${value.value}`;
}
