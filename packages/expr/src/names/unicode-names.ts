import { ALIASES, FAMILIES, NAME_RUNS, REMAINDERS, SHARED_LENGTHS } from './generated/unicode-name-data.ts';
import { hangulSyllable } from './hangul-syllables.ts';

const HANGUL_PREFIX = 'HANGUL SYLLABLE ';
const FIRST_LENGTH_CHARACTER = 40;
const NAME_CHARACTERS = /^[A-Za-z0-9 ()-]+$/;

/** Filled when the first name is looked up: some 35,000 entries. */
let listed: ReadonlyMap<string, number> | undefined;

/**
 * The character with a Unicode name or alias, as in Python's `"\N{NAME}"`: in any case, with the exact spaces and
 * hyphens. Unicode 17. Named sequences are not characters, and undefined.
 *
 * @example
 * ```ts
 * unicodeNames('GREEK SMALL LETTER ALPHA'); // => 'α'
 * unicodeNames('no such name'); // => undefined
 * ```
 */
export function unicodeNames(name: string): string | undefined {
  if (!NAME_CHARACTERS.test(name)) return undefined;
  const upper = name.toUpperCase();
  listed ??= listNames();
  const codePoint = listed.get(upper) ?? computedName(upper);
  return codePoint === undefined ? undefined : String.fromCodePoint(codePoint);
}

/** Names that are made from the code point. */
function computedName(name: string): number | undefined {
  if (name.startsWith(HANGUL_PREFIX)) return hangulSyllable(name.slice(HANGUL_PREFIX.length));
  const prefix = name.slice(0, name.lastIndexOf('-') + 1);
  const runs = FAMILIES[prefix];
  const digits = name.slice(prefix.length);
  if (runs === undefined || !/^(?:[1-9A-F][0-9A-F]{4}|[0-9A-F]{4})$/.test(digits)) return undefined;
  const codePoint = Number.parseInt(digits, 16);
  for (const [first, length] of decodeRuns(runs)) {
    if (codePoint >= first && codePoint < first + length) return codePoint;
  }
  return undefined;
}

function listNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const remainders = REMAINDERS.split('\n');
  let index = 0;
  let name = '';
  for (const [first, length] of decodeRuns(NAME_RUNS)) {
    for (let codePoint = first; codePoint < first + length; codePoint += 1) {
      const shared = SHARED_LENGTHS.charCodeAt(index) - FIRST_LENGTH_CHARACTER;
      name = name.slice(0, shared) + (remainders[index] ?? '');
      names.set(name, codePoint);
      index += 1;
    }
  }
  for (const line of ALIASES.split('\n')) {
    const space = line.indexOf(' ');
    names.set(line.slice(space + 1), Number.parseInt(line.slice(0, space), 16));
  }
  return names;
}

/** Turns pairs of base 36 numbers, a gap and a length, into runs of code points. */
function* decodeRuns(encoded: string): Generator<readonly [first: number, length: number]> {
  const numbers = encoded.split(' ').map((digits) => Number.parseInt(digits, 36));
  let end = 0;
  for (let index = 0; index < numbers.length; index += 2) {
    const first = end + (numbers[index] ?? 0);
    const length = numbers[index + 1] ?? 0;
    yield [first, length];
    end = first + length;
  }
}
