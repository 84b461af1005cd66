import type { DocumentLimits } from './limits.ts';

/** Half of any pair: not there in nearly all strings, and without the flag found out at once. */
const SURROGATE_HALF = /[\uD800-\uDFFF]/;

/** Whether a string needs a look: it is too long, or holds halves of surrogate pairs, which may have lost the others. */
export function isSuspicious(text: string, { maxStringLength }: DocumentLimits): boolean {
  return text.length > maxStringLength || SURROGATE_HALF.test(text);
}
