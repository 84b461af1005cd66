import { STRING } from '../../types/expr-type.ts';
import { type ListValue, listValue, stringValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';
import type { Int } from '../signature.ts';
import { SPACE } from './white-space.ts';

// A text may have as many parts as letters, and a part takes more room than a letter: parts are counted before they are made.

const WORDS = new RegExp(`[^${SPACE}]+`, 'g');
const PIECES_AT_ONCE = 4096;

/** How often a text occurs in another, without overlaps. */
export function occurrences(s: string, wanted: string): number {
  let count = 0;
  for (let at = s.indexOf(wanted); at !== -1; at = s.indexOf(wanted, at + wanted.length)) count++;
  return count;
}

/** The text with each occurrence replaced. Only so many pieces exist at once: all of them may be far more than the result. */
export function replaceEach(s: string, old: string, replacement: string): string {
  const finished: string[] = [];
  let pieces: string[] = [];
  let from = 0;
  for (let at = s.indexOf(old); at !== -1; at = s.indexOf(old, from)) {
    pieces.push(s.slice(from, at));
    from = at + old.length;
    if (pieces.length < PIECES_AT_ONCE) continue;
    finished.push(pieces.join(replacement), replacement);
    pieces = [];
  }
  pieces.push(s.slice(from));
  finished.push(pieces.join(replacement));
  return finished.join('');
}

export function splitOnSpace(s: string, call: Call): ListValue {
  let count = 0;
  WORDS.lastIndex = 0;
  while (WORDS.test(s)) count++;
  call.meter.reserveItems(count);
  return texts(s.match(WORDS) ?? []);
}

/** With a negative number of splits, all there are. */
export function splitBy(s: string, sep: string, maxsplit: Int, call: Call): ListValue {
  const cuts = reserveParts(s, sep, maxsplit, call);
  const parts: string[] = [];
  let from = 0;
  while (parts.length < cuts) {
    const at = s.indexOf(sep, from);
    parts.push(s.slice(from, at));
    from = at + sep.length;
  }
  parts.push(s.slice(from));
  return texts(parts);
}

export function splitFromEnd(s: string, sep: string, maxsplit: Int, call: Call): ListValue {
  // From either end, as many occurrences fit without overlaps.
  const cuts = reserveParts(s, sep, maxsplit, call);
  const parts: string[] = [];
  let end = s.length;
  while (parts.length < cuts) {
    const at = s.lastIndexOf(sep, end - sep.length);
    parts.push(s.slice(at + sep.length, end));
    end = at;
  }
  parts.push(s.slice(0, end));
  return texts(parts.toReversed());
}

/** How often a text will be split; refused if the limits leave no room for the parts. */
function reserveParts(s: string, sep: string, maxsplit: Int, call: Call): number {
  const count = occurrences(s, sep);
  const cuts = maxsplit < 0 ? count : Math.min(count, Number(maxsplit));
  call.meter.reserveItems(cuts + 1);
  return cuts;
}

function texts(parts: readonly string[]): ListValue {
  return listValue(parts.map(stringValue), STRING);
}
