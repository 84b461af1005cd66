import { refuseSyntax } from '../lex/syntax-refusal.ts';
import type { Token } from '../lex/token.ts';
import { type ExprValue, floatValue, intValue } from '../values/expr-value.ts';

const DIGITS = String.raw`\d(?:_?\d)*`;
const INTEGER = new RegExp(`^${DIGITS}$`);
const BASED = /^0(?:[xX](?:_?[0-9a-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)$/;
const FLOAT = new RegExp(`^(?:(?:${DIGITS})?\\.${DIGITS}|${DIGITS}\\.|${DIGITS}(?=[eE]))(?:[eE][+-]?${DIGITS})?$`);

/** 2^63: the one integer that is only legal after a minus sign. */
export const MINIMUM_MAGNITUDE: bigint = 2n ** 63n;

/** The value of a number literal; a bigint if it is an integer that fits no 64 signed bits. */
export function readNumber(token: Token): ExprValue | bigint {
  const { text } = token;
  const plain = text.replaceAll('_', '');
  if (INTEGER.test(text) || BASED.test(text)) {
    if (/^0\d*[1-9]/.test(plain) && !BASED.test(text)) refuseLeadingZeros(token);
    return integer(plain);
  }
  if (!FLOAT.test(text)) return refuseNumber(token);
  const value = Number(plain);
  if (!Number.isFinite(value)) {
    return refuseSyntax(
      'expr-not-finite',
      `Expected a number that a 64-bit float can hold, found ${text}`,
      token.start,
      token.end,
    );
  }
  return floatValue(value, plain === text ? text : undefined);
}

function integer(text: string): ExprValue | bigint {
  const exact = BigInt(text);
  return exact < MINIMUM_MAGNITUDE ? intValue(exact) : exact;
}

function refuseLeadingZeros({ text, start, end }: Token): never {
  const hint = `write 0o${text.replace(/^[0_]+/, '')} for an octal number`;
  refuseSyntax('expr-number-literal', `Expected an integer without leading zeros, found ${text}`, start, end, hint);
}

function refuseNumber({ text, start, end }: Token): never {
  if (/^[\d_.]+[jJ]$/.test(text)) {
    refuseSyntax('expr-unsupported-syntax', `Expected a real number, found the complex number ${text}`, start, end);
  }
  const method = /^(\d+)\.([A-Za-z_]\w*)$/.exec(text);
  const hint = method === null ? undefined : `write (${method[1]}).${method[2]}: the dot is read as a decimal point`;
  refuseSyntax('expr-number-literal', `Expected a number, found ${text}`, start, end, hint);
}
