import { CharacterSet, type ClassLetter } from './character-set.ts';
import { parseEscape } from './parse-escape.ts';
import { refusal, type PatternSource } from './pattern-source.ts';
import { REFUSED_IN_CLASS } from './refused-constructs.ts';
import { RegexError } from './regex-error.ts';

type Member = { readonly codePoint: number } | { readonly letter: ClassLetter };

/** Reads a class after its `[`. Members and their order of precedence are those that Python and Rust share. */
export function parseClass(source: PatternSource, flags: { ignoreCase: boolean; verbose: boolean }): CharacterSet {
  const open = source.index - 1;
  const negated = source.accept('^');
  const ranges: [number, number][] = [];
  const classes: ClassLetter[] = [];
  // A bracket that comes first is a member.
  for (let first = true; first || !source.accept(']'); first = false) {
    const start = source.index;
    const member = parseMember(source, open, flags.verbose);
    const isRange = source.text[source.index] === '-' && source.text[source.index + 1] !== ']';
    if (!isRange) {
      if ('letter' in member) classes.push(member.letter);
      else ranges.push([member.codePoint, member.codePoint]);
      continue;
    }
    source.refuse(REFUSED_IN_CLASS, source.index);
    source.next();
    const last = parseMember(source, open, flags.verbose);
    ranges.push(range(member, last, source.text.slice(start, source.index), start));
  }
  return new CharacterSet({ ranges, classes, negated, ignoreCase: flags.ignoreCase });
}

function range(first: Member, last: Member, text: string, index: number): [number, number] {
  if ('letter' in first || 'letter' in last) {
    throw new RegexError(
      `The range ${text} has a class for a bound; expected two characters.`,
      index,
      String.raw`Write \- for the character -.`,
    );
  }
  if (first.codePoint > last.codePoint) {
    throw new RegexError(`The range ${text} is upside down: its first character comes after its last.`, index);
  }
  return [first.codePoint, last.codePoint];
}

function parseMember(source: PatternSource, open: number, verbose: boolean): Member {
  const start = source.index;
  source.refuse(REFUSED_IN_CLASS, start);
  const character = source.next();
  if (character === '') {
    throw new RegexError('The class is not closed; expected "]".', open, String.raw`Write \[ for the character [.`);
  }
  if (verbose && /[\s#\x85]/.test(character)) {
    throw refusal(
      'flag x with white space or # in a class',
      start,
      String.raw`Write \ before it, or end the scope of the flag before the class: (?-x:[...]).`,
    );
  }
  if (character !== '\\') return { codePoint: character.codePointAt(0) ?? 0 };
  const escape = parseEscape(source);
  if (escape.kind === 'literal') return { codePoint: escape.codePoint };
  if (escape.kind === 'class') return { letter: escape.letter };
  throw refusal(
    `\\${escape.letter} inside a class`,
    start,
    escape.letter === 'b' ? String.raw`Write \x08 for the backspace.` : 'Move it out of the class.',
  );
}
