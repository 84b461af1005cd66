import type { ListValue } from '../../values/expr-value.ts';
import { valueText } from '../../values/value-text.ts';
import type { Call } from '../call.ts';
import { type FunctionTable, type Int, overload, type Overload } from '../signature.ts';
import { codePointIndex, codePointLength } from './code-points.ts';
import { capitalize, titleCase } from './letter-case.ts';
import { occurrences, replaceEach, splitBy, splitFromEnd, splitOnSpace } from './separators.ts';
import { SPACE } from './white-space.ts';

const ALL_SPACE = new RegExp(`^[${SPACE}]+$`);

// Digits that are no decimal ones (superscripts, circled and the like) have no property in JavaScript: Unicode 17.
const DIGITS =
  /^[\p{Nd}\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]+$/u;

type Trim = 'start' | 'end' | 'both';

/** The forms of strip, lstrip and rstrip. */
function strip(from: Trim): readonly Overload[] {
  return [
    overload('(s: string) -> string', (s) => trim(s, from, (letter) => ALL_SPACE.test(letter))),
    overload('(s: string, chars: string) -> string', (s, chars) => {
      const unwanted = new Set(chars);
      return trim(s, from, (letter) => unwanted.has(letter));
    }),
  ];
}

/** A function that looks for a text in another; an empty one is refused. */
function search(find: (s: string, wanted: string) => number): Overload {
  return overload('(s: string, sub: string) -> int', (s, sub, call) => find(s, present(sub, 1, call)));
}

/** As {@link search}; what is not found is refused. */
function mustFind(find: (s: string, wanted: string) => number): Overload {
  return overload('(s: string, sub: string) -> int', (s, sub, call) => {
    const index = find(s, present(sub, 1, call));
    return index >= 0
      ? index
      : call.refuseValue(`Expected a text that contains ${JSON.stringify(sub)}`, 0, 'find() gives -1 instead');
  });
}

const firstIndex = (s: string, sub: string): number => codePointIndex(s, s.indexOf(sub));
const lastIndex = (s: string, sub: string): number => codePointIndex(s, s.lastIndexOf(sub));

function test(pattern: RegExp): readonly Overload[] {
  return [overload('(s: string) -> bool', (s) => pattern.test(s))];
}

function change(to: (s: string) => string, lettersPerOperation = 256): readonly Overload[] {
  return [
    overload('(s: string) -> string', (s, call) => {
      // One letter becomes at most three.
      call.meter.reserve(s.length * 6);
      call.meter.spend(Math.floor(s.length / lettersPerOperation));
      return to(s);
    }),
  ];
}

function pad(place: (missing: number, width: number) => number): readonly Overload[] {
  return [
    overload('(s: string, width: int) -> string', (s, width, call) => {
      const missing = Math.max(0, Number(width) - codePointLength(s));
      call.meter.reserveText(s.length + missing);
      const left = place(missing, Number(width));
      return ' '.repeat(left) + s + ' '.repeat(missing - left);
    }),
  ];
}

/** Specification: Expression Language 2.2.4. */
export const strings: FunctionTable = {
  upper: change((s) => s.toUpperCase()),
  lower: change((s) => s.toLowerCase()),
  capitalize: change(capitalize),
  // Letter by letter, unlike the others.
  title: change(titleCase, 8),
  strip: strip('both'),
  lstrip: strip('start'),
  rstrip: strip('end'),
  removeprefix: [
    overload('(s: string, prefix: string) -> string', (s, prefix) =>
      s.startsWith(prefix) ? s.slice(prefix.length) : s,
    ),
  ],
  removesuffix: [
    overload('(s: string, suffix: string) -> string', (s, suffix) =>
      s.endsWith(suffix) ? s.slice(0, s.length - suffix.length) : s,
    ),
  ],
  startswith: [overload('(s: string, prefix: string) -> bool', (s, prefix) => s.startsWith(prefix))],
  endswith: [overload('(s: string, suffix: string) -> bool', (s, suffix) => s.endsWith(suffix))],
  isdigit: test(DIGITS),
  isalpha: test(/^\p{L}+$/u),
  isalnum: test(/^[\p{L}\p{N}]+$/u),
  isspace: test(ALL_SPACE),
  isupper: test(/^[^\p{Lowercase}\p{Lt}]*\p{Uppercase}[^\p{Lowercase}\p{Lt}]*$/u),
  islower: test(/^[^\p{Uppercase}\p{Lt}]*\p{Lowercase}[^\p{Uppercase}\p{Lt}]*$/u),
  // oxlint-disable-next-line eslint/no-control-regex -- ASCII begins with the control characters
  isascii: test(/^[\x00-\x7f]*$/),
  count: [search(occurrences)],
  find: [search(firstIndex)],
  rfind: [search(lastIndex)],
  index: [mustFind(firstIndex)],
  rindex: [mustFind(lastIndex)],
  replace: [
    overload('(s: string, old: string, new: string) -> string', (s, old, replacement, call) => {
      const count = occurrences(s, present(old, 1, call));
      call.meter.reserveText(s.length + count * (replacement.length - old.length));
      return replaceEach(s, old, replacement);
    }),
  ],
  split: [
    overload('(s: string) -> list[string]', splitOnSpace),
    overload('(s: string, sep: string) -> list[string]', (s, sep, call) => splitBy(s, present(sep, 1, call), -1, call)),
    overload('(s: string, sep: string, maxsplit: int) -> list[string]', (s, sep, maxsplit, call) =>
      splitBy(s, present(sep, 1, call), maxsplit, call),
    ),
  ],
  rsplit: [
    overload('(s: string) -> list[string]', splitOnSpace),
    overload('(s: string, sep: string) -> list[string]', (s, sep, call) =>
      splitFromEnd(s, present(sep, 1, call), -1, call),
    ),
    overload('(s: string, sep: string, maxsplit: int) -> list[string]', (s, sep, maxsplit, call) =>
      splitFromEnd(s, present(sep, 1, call), maxsplit, call),
    ),
  ],
  join: [
    overload('(items: list[nulltype], sep: string) -> string', () => ''),
    overload('(items: list[string], sep: string) -> string', join),
    overload('(items: list[path], sep: string) -> string', join),
  ],
  ljust: pad(() => 0),
  rjust: pad((missing) => missing),
  // As Python: the odd space goes left when the width is odd too.
  center: pad((missing, width) => Math.floor(missing / 2) + (missing & width & 1)),
  zfill: [
    overload('(s: string, width: int) -> string', zeroFill),
    overload('(n: int, width: int) -> string', (n, width, call) => zeroFill(String(n), width, call)),
    overload('(x: float, width: int) -> string', (x, width, call) => zeroFill(valueText(x), width, call)),
  ],
};

/** An argument that must not be empty. */
function present(text: string, arg: number, call: Call): string {
  return text === '' ? call.refuseValue('Expected a text that is not empty, found ""', arg) : text;
}

function firstLetter(s: string, start = 0): string {
  return start < s.length ? String.fromCodePoint(s.codePointAt(start) ?? 0) : '';
}

function lastLetter(s: string, end: number): string {
  return s.slice(end - ((s.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1), end);
}

/** From the ends: an array of all letters would be many times as large as the text. */
function trim(s: string, from: Trim, isUnwanted: (letter: string) => boolean): string {
  let start = 0;
  let end = s.length;
  if (from !== 'end') {
    for (let letter = firstLetter(s); start < end && isUnwanted(letter); letter = firstLetter(s, start)) {
      start += letter.length;
    }
  }
  if (from !== 'start') {
    for (let letter = lastLetter(s, end); start < end && isUnwanted(letter); letter = lastLetter(s, end)) {
      end -= letter.length;
    }
  }
  return s.slice(start, end);
}

function join(items: ListValue, sep: string, call: Call): string {
  const parts = items.items.map(valueText);
  const length = parts.reduce((sum, part) => sum + part.length, sep.length * Math.max(parts.length - 1, 0));
  call.meter.reserveText(length);
  return parts.join(sep);
}

function zeroFill(text: string, width: Int, call: Call): string {
  const missing = Math.max(0, Number(width) - codePointLength(text));
  call.meter.reserveText(text.length + missing);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}
