// Numbers of documents and of strings, exactly.
import { type Extent, type ScalarNode, scalarNode } from './nodes.ts';

const INTEGER = /^[-+]?[0-9]+$/;
const DECIMAL = /^[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/;

/** Digits beyond which a number is not worth reading exactly: no rule allows that many. */
const MAX_DIGITS = 400;

/** The node of a number as JSON and YAML 1.2 write it. */
export function numberNode(text: string, extent: Extent | undefined): ScalarNode {
  const integer = text.length <= MAX_DIGITS && INTEGER.test(text);
  return scalarNode(integer ? BigInt(text.replace(/^\+/, '')) : Number(text), text, 'plain', extent);
}

/** Exact value of a base-10 integer; undefined when the text is none. Spaces around it are allowed. */
export function parseInteger(text: string): bigint | undefined {
  const trimmed = text.trim();
  return trimmed.length <= MAX_DIGITS && INTEGER.test(trimmed) ? BigInt(trimmed.replace(/^\+/, '')) : undefined;
}

/** Whether a text is a finite base-10 decimal. */
export function isDecimal(text: string): boolean {
  return text.length <= MAX_DIGITS && DECIMAL.test(text) && Number.isFinite(Number(text));
}

/**
 * The integer that a decimal is, when it is one: `3.0` and `1e3` are. An exponent beyond 30 is not looked at: the
 * number is outside 64 bits or a fraction.
 */
export function integerOfDecimal(text: string): bigint | undefined {
  const match = /^([-+]?)([0-9]*)\.?([0-9]*)(?:[eE]([-+]?[0-9]{1,3}))?$/.exec(text);
  if (match === null || text.length > MAX_DIGITS) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > 30) return undefined;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (/[1-9]/.test(digits.slice(Math.max(0, point)))) return undefined;
  const value = BigInt(`0${digits.slice(0, Math.max(0, point)).padEnd(Math.max(0, point), '0')}`);
  return sign === '-' ? -value : value;
}

/** Compares two decimals exactly, as far as doubles tell them apart, then digit by digit. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [scaled(a), scaled(b)];
  if (left === undefined || right === undefined) return Math.sign(Number(a) - Number(b));
  const digits = Math.max(left.scale, right.scale);
  const difference =
    left.value * 10n ** BigInt(digits - left.scale) - right.value * 10n ** BigInt(digits - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
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

/** A decimal as `value / 10 ** scale`; undefined when its exponent makes that unwieldy. */
function scaled(text: string): { value: bigint; scale: number } | undefined {
  const match = /^([-+]?)([0-9]*)\.?([0-9]*)(?:[eE]([-+]?[0-9]{1,3}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const scale = fraction.length - Number(exponentText);
  const magnitude = BigInt(`0${whole}${fraction}`) * (scale < 0 ? 10n ** BigInt(-scale) : 1n);
  return { value: sign === '-' ? -magnitude : magnitude, scale: Math.max(0, scale) };
}
