/** The classes with a letter of their own; a capital letter is the complement. */
export type ClassLetter = 'd' | 'D' | 'w' | 'W' | 's' | 'S';

// JavaScript classes that equal Python's for str patterns: category Nd; str.isalnum() or "_"; str.isspace(), which has
// four separators more than the property White_Space.
const CLASS_SOURCES: Readonly<Record<ClassLetter, string>> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  w: String.raw`[\p{L}\p{N}_]`,
  W: String.raw`[^\p{L}\p{N}_]`,
  s: String.raw`[\p{White_Space}\x1c-\x1f]`,
  S: String.raw`[^\p{White_Space}\x1c-\x1f]`,
};

const UNKNOWN = 0;
const ABSENT = 1;
const PRESENT = 2;

/** What the parser has read between `[` and `]`, or one class escape. */
export interface CharacterSetParts {
  /** Inclusive code point ranges. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  readonly classes: readonly ClassLetter[];
  readonly negated?: boolean;
  readonly ignoreCase?: boolean;
}

/**
 * A set of code points. The JavaScript engine's own tables answer: a native pattern that is a single class can't
 * backtrack, and with the flag `i` it applies simple case folding, which is what Rust does and, but for the Turkish
 * i's, Python. Answers for the first 256 code points are remembered.
 */
export class CharacterSet {
  /** Source of an equivalent native pattern with the flag `u`; undefined where folding makes it need `i`. */
  readonly nativeSource: string | undefined;
  readonly #plain: RegExp;
  readonly #folded: RegExp | undefined;
  readonly #negated: boolean;
  readonly #known = new Uint8Array(256);

  constructor({ ranges, classes, negated = false, ignoreCase = false }: CharacterSetParts) {
    const literals = ranges.map(([first, last]) => `${nativeEscape(first)}-${nativeEscape(last)}`).join('');
    const alternatives = classes.map((letter) => CLASS_SOURCES[letter]);
    if (!ignoreCase) alternatives.push(`[${literals}]`);
    // `[]` is JavaScript for a class without members.
    const plain = alternatives.length === 0 ? '[]' : alternatives.join('|');
    this.#plain = new RegExp(`^(?:${plain})$`, 'u');
    this.#folded = ignoreCase && literals !== '' ? new RegExp(`^[${literals}]$`, 'iu') : undefined;
    this.#negated = negated;
    if (this.#folded === undefined) this.nativeSource = negated ? `(?!${plain})[^]` : `(?:${plain})`;
  }

  has(codePoint: number): boolean {
    if (codePoint >= 256) return this.#test(codePoint);
    if (this.#known[codePoint] === UNKNOWN) this.#known[codePoint] = this.#test(codePoint) ? PRESENT : ABSENT;
    return this.#known[codePoint] === PRESENT;
  }

  #test(codePoint: number): boolean {
    const character = String.fromCodePoint(codePoint);
    const found = this.#plain.test(character) || this.#folded?.test(character) === true;
    return found !== this.#negated;
  }
}

const sharedSets = new Map<string, CharacterSet>();

function shared(key: string, parts: CharacterSetParts): CharacterSet {
  let set = sharedSets.get(key);
  if (set === undefined) {
    set = new CharacterSet(parts);
    sharedSets.set(key, set);
  }
  return set;
}

/** The set of one class escape such as `\w`. */
export function classSet(letter: ClassLetter): CharacterSet {
  return shared(letter, { ranges: [], classes: [letter] });
}

/** Any code point, or any but the newline: `.` with and without the flag `s`. */
export function dotSet(matchesNewline: boolean): CharacterSet {
  return shared(matchesNewline ? 'any' : '.', { ranges: matchesNewline ? [] : [[10, 10]], classes: [], negated: true });
}

/** Whether a literal needs a set under the flag `i`. Generous: a set of one is correct too. */
export function hasCase(codePoint: number): boolean {
  const character = String.fromCodePoint(codePoint);
  return character.toLowerCase() !== character || character.toUpperCase() !== character;
}

export function nativeEscape(codePoint: number): string {
  return `\\u{${codePoint.toString(16)}}`;
}
