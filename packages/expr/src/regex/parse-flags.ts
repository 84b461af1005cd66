import { type PatternSource, refusal } from './pattern-source.ts';
import { REFUSED_FLAGS } from './refused-constructs.ts';
import { RegexError } from './regex-error.ts';

/** Which flags hold at a place of the pattern. */
export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiLine: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
}

export const NO_FLAGS: Flags = { ignoreCase: false, multiLine: false, dotAll: false, verbose: false };

const FLAG_NAMES: Readonly<Record<string, keyof Flags>> = {
  i: 'ignoreCase',
  m: 'multiLine',
  s: 'dotAll',
  x: 'verbose',
};

/**
 * Reads the letters of `(?flags)` or `(?flags-flags:` after the question mark, and the character that ends them.
 * `open` is where the parenthesis is.
 */
export function parseFlags(source: PatternSource, outer: Flags, open: number): { flags: Flags; scoped: boolean } {
  const seen = new Set<string>();
  const flags = { ...outer };
  let turnOn = true;
  let lettersInPart = 0;
  for (;;) {
    const start = source.index;
    const letter = source.next();
    if (letter === ')' || letter === ':') {
      const scoped = letter === ':';
      if (lettersInPart === 0) throw new RegexError('A flag is missing; expected i, m, s or x.', start);
      if (!scoped && !turnOn) {
        throw refusal('global flag negation (?-...)', open, 'Give the group a scope: (?-i:...).');
      }
      return { flags, scoped };
    }
    if (letter === '-' && turnOn) {
      turnOn = false;
      lettersInPart = 0;
      continue;
    }
    lettersInPart += 1;
    checkLetter(letter, { start, open, turnOn, seen });
    const name = FLAG_NAMES[letter];
    if (name !== undefined) flags[name] = turnOn;
  }
}

function checkLetter(letter: string, at: { start: number; open: number; turnOn: boolean; seen: Set<string> }): void {
  const refused = REFUSED_FLAGS.get(letter);
  if (refused !== undefined) {
    throw refusal(`flag ${letter} (${refused})`, at.start, 'The flags i, m, s and x are available.');
  }
  // The flag u names the default; only turning it on is common to both engines.
  if (FLAG_NAMES[letter] === undefined && letter !== 'u') {
    throw new RegexError(
      'The group begins with (? but not with a known construct; expected (?:...), (?P<name>...) or flags.',
      at.open,
      String.raw`The flags are i, m, s and x. Write \( and \? for the characters.`,
    );
  }
  if (letter === 'u' && !at.turnOn) {
    throw refusal('flag -u (ASCII matching)', at.start, 'The flags i, m, s and x can be turned off.');
  }
  if (at.seen.has(letter)) throw new RegexError(`The flag ${letter} is given twice.`, at.start);
  at.seen.add(letter);
}
