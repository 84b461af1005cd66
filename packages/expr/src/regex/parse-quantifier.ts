import type { PatternSource } from './pattern-source.ts';
import { RegexError } from './regex-error.ts';

const QUANTIFIERS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};
const COUNTED = /\{(\d+)(?:(,)(\d*))?\}/y;

/** Whether a quantifier begins with this character. */
export function isQuantifier(character: string): boolean {
  return character !== '' && '*+?{'.includes(character);
}

/** Reads `*`, `+`, `?` or `{...}` as its least and greatest count; undefined where none of them is. */
export function parseQuantifier(source: PatternSource): readonly [min: number, max: number] | undefined {
  const start = source.index;
  const bounds = QUANTIFIERS[source.peek()];
  if (bounds !== undefined) {
    source.next();
    return bounds;
  }
  if (source.peek() !== '{') return undefined;
  COUNTED.lastIndex = start;
  const counted = COUNTED.exec(source.text);
  if (counted === null) {
    throw new RegexError(
      'The brace "{" begins no repetition; expected {n}, {n,} or {n,m}.',
      start,
      String.raw`Write \{ for the character, and {0,m} for "at most m".`,
    );
  }
  const [text, minText, comma, maxText] = counted;
  source.index += text.length;
  const min = Number(minText);
  const max = comma === undefined ? min : maxText === '' ? Infinity : Number(maxText);
  if (min > max) throw new RegexError(`The repetition ${text} has its least count above its greatest.`, start);
  return [min, max];
}

export function nothingToRepeat(quantifier: string, index: number): RegexError {
  return new RegexError(
    `The quantifier "${quantifier}" has nothing to repeat.`,
    index,
    `Write \\${quantifier.slice(0, 1)} for the character.`,
  );
}
