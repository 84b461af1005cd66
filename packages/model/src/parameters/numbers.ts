// Numbers as exact texts. Integers never pass through a double; decimals keep the digits that their author wrote.
import { isDecimal, parseInteger } from '../documents/numbers.ts';

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/** Whether an integer fits into 64 bits with a sign. */
export function isInt64(value: bigint): boolean {
  return value >= INT64_MIN && value <= INT64_MAX;
}

/** The integer that a base-10 text names, when it fits into 64 bits. Spaces around it are allowed. */
export function parseInt64(text: string): bigint | undefined {
  const value = parseInteger(text);
  return value !== undefined && isInt64(value) ? value : undefined;
}

/** A text that equal decimals share: `1.50`, `1.5` and `15e-1` give the same. Undefined when the text is no decimal. */
export function decimalKey(text: string): string | undefined {
  if (!isDecimal(text)) return undefined;
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${mantissa.startsWith('-') ? '-' : ''}${significant}e${power}`;
}
