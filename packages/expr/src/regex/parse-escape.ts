import type { ClassLetter } from './character-set.ts';
import { type PatternSource } from './pattern-source.ts';
import { REFUSED_ESCAPES } from './refused-constructs.ts';
import { RegexError } from './regex-error.ts';

/** What a backslash sequence stands for. `anchor` is one of `\A \b \B`. */
export type Escape =
  | { readonly kind: 'literal'; readonly codePoint: number }
  | { readonly kind: 'class'; readonly letter: ClassLetter }
  | { readonly kind: 'anchor'; readonly letter: 'A' | 'b' | 'B' };

const CONTROL_CHARACTERS: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX_RUN = /[0-9A-Fa-f]*/y;
const isClassLetter = (character: string): character is ClassLetter => /^[dDwWsS]$/.test(character);
const isAnchorLetter = (character: string): character is 'A' | 'b' | 'B' => /^[AbB]$/.test(character);
const isAsciiPunctuation = (character: string): boolean => /^[\0-\x7f]$/.test(character) && !/\w/.test(character);

/** Reads what follows a backslash that has been stepped over. */
export function parseEscape(source: PatternSource): Escape {
  const start = source.index - 1;
  source.refuse(REFUSED_ESCAPES, start);
  const character = source.next();
  if (character === '') {
    throw new RegexError(
      'The regular expression ends with a single backslash.',
      start,
      String.raw`Write \\ for the character.`,
    );
  }
  if (isClassLetter(character)) return { kind: 'class', letter: character };
  if (isAnchorLetter(character)) return { kind: 'anchor', letter: character };
  const control = CONTROL_CHARACTERS[character];
  if (control !== undefined) return { kind: 'literal', codePoint: control };
  const digits = HEX_DIGITS[character];
  if (digits !== undefined) return { kind: 'literal', codePoint: parseHex(source, start, character, digits) };
  if (isAsciiPunctuation(character) || character === '_') {
    return { kind: 'literal', codePoint: character.charCodeAt(0) };
  }
  throw new RegexError(
    `The regular expression has an unknown escape \\${character}.`,
    start,
    `Write ${character} without the backslash for the character, or \\\\ for a backslash.`,
  );
}

function parseHex(source: PatternSource, start: number, letter: string, length: number): number {
  const digits = (source.acceptPattern(HEX_RUN) ?? '').slice(0, length);
  const end = start + 2 + length;
  const escape = source.text.slice(start, end);
  source.index = end;
  if (digits.length < length) {
    throw new RegexError(`The escape \\${letter} needs ${length} hexadecimal digits; found "${escape}".`, start);
  }
  const codePoint = Number.parseInt(digits, 16);
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
    throw new RegexError(`The escape ${escape} is not a Unicode character (0 to 10FFFF without surrogates).`, start);
  }
  return codePoint;
}
