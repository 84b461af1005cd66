import { MOST_FINDINGS } from '../diagnostics/findings.ts';

/** As many as are told, and one more: that there are more. */
export function firstOf<T>(found: Iterable<T>): T[] {
  const first: T[] = [];
  for (const one of found) {
    first.push(one);
    if (first.length > MOST_FINDINGS) break;
  }
  return first;
}
