// Numbers as exact texts. Integers never pass through a double; decimals keep the digits that their author wrote.
import { parseInteger } from '../documents/numbers.ts';

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
