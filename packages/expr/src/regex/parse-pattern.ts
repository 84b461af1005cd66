import { CharacterSet, classSet, dotSet, hasCase } from './character-set.ts';
import { parseClass } from './parse-class.ts';
import { parseEscape } from './parse-escape.ts';
import { type Flags, NO_FLAGS, parseFlags } from './parse-flags.ts';
import { isQuantifier, nothingToRepeat, parseQuantifier } from './parse-quantifier.ts';
import { PatternSource, refusal } from './pattern-source.ts';
import { REFUSED_GROUPS } from './refused-constructs.ts';
import { RegexError } from './regex-error.ts';
import { Assertion, type RegexNode } from './syntax.ts';

export interface ParsedPattern {
  readonly root: RegexNode;
  /** How many capturing groups there are, group 0 not counted. */
  readonly groupCount: number;
}

const GROUP_NAME = /[\p{L}_][\p{L}\p{Nd}_]*(?=>)/uy;
const VERBOSE_SKIP = /(?:[ \t\n\r\v\f]|#[^\n]*)+/y;
// Rust skips these under the flag x, Python takes them as characters.
const OTHER_WHITE_SPACE = /(?![ \t\n\r\v\f])[\p{White_Space}\p{Pattern_White_Space}]/u;

/** Parses a pattern, or throws the first problem as a RegexError. */
export function parsePattern(pattern: string, maxNesting: number): ParsedPattern {
  return new PatternParser(pattern, maxNesting).parse();
}

/** Recursive descent over the grammar choice > sequence > quantified atom. */
class PatternParser {
  readonly #source: PatternSource;
  readonly #maxNesting: number;
  readonly #groupNames = new Set<string>();
  readonly #foldedLiterals = new Map<number, RegexNode>();
  #groupCount = 0;
  #nesting = 0;

  constructor(pattern: string, maxNesting: number) {
    this.#source = new PatternSource(pattern);
    this.#maxNesting = maxNesting;
  }

  parse(): ParsedPattern {
    if (this.#source.atEnd) {
      throw new RegexError('The regular expression is empty; expected at least one character.', 0);
    }
    const root = this.#choice(this.#leadingFlags());
    if (!this.#source.atEnd) {
      throw new RegexError(
        'The parenthesis ")" closes no group.',
        this.#source.index,
        String.raw`Write \) for the character.`,
      );
    }
    return { root, groupCount: this.#groupCount };
  }

  /** `(?i)` and the like hold for the whole pattern, and both engines accept them at its start only. */
  #leadingFlags(): Flags {
    let flags = NO_FLAGS;
    for (;;) {
      this.#skipVerbose(flags);
      const open = this.#source.index;
      if (this.#source.acceptPattern(/\(\?(?=[a-zA-Z]*\))/y) === undefined) return flags;
      flags = parseFlags(this.#source, flags, open).flags;
    }
  }

  #choice(flags: Flags): RegexNode {
    const branches = [this.#sequence(flags)];
    while (this.#source.accept('|')) branches.push(this.#sequence(flags));
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { kind: 'choice', branches };
  }

  #sequence(flags: Flags): RegexNode {
    const items: RegexNode[] = [];
    for (;;) {
      this.#skipVerbose(flags);
      const character = this.#source.peek();
      if (character === '' || character === '|' || character === ')') break;
      items.push(this.#quantified(flags));
    }
    const [only] = items;
    if (only === undefined) return { kind: 'empty' };
    return items.length === 1 ? only : { kind: 'sequence', items };
  }

  #quantified(flags: Flags): RegexNode {
    const source = this.#source;
    const atomStart = source.index;
    const first = source.peek();
    if (isQuantifier(first)) throw nothingToRepeat(first, atomStart);
    const atom = this.#atom(flags);
    this.#skipVerbose(flags);
    const start = source.index;
    const bounds = parseQuantifier(source);
    if (bounds === undefined) return atom;
    if (atom.kind === 'assertion' && source.text[atomStart] !== '(') {
      throw nothingToRepeat(source.text.slice(start, source.index), start);
    }
    const lazy = source.accept('?');
    this.#refuseSecondQuantifier(flags, lazy);
    return { kind: 'repeat', body: atom, min: bounds[0], max: bounds[1], lazy };
  }

  #refuseSecondQuantifier(flags: Flags, lazy: boolean): void {
    const source = this.#source;
    const hint = 'Put the repeated part in a group: (?:...)+.';
    if (!lazy && source.peek() === '+') throw refusal('possessive quantifier', source.index, hint);
    this.#skipVerbose(flags);
    const next = source.peek();
    if (isQuantifier(next)) {
      throw new RegexError(`The quantifier "${next}" follows another quantifier.`, source.index, hint);
    }
  }

  #atom(flags: Flags): RegexNode {
    const start = this.#source.index;
    const character = this.#source.next();
    switch (character) {
      case '(':
        return this.#group(flags, start);
      case '[':
        return { kind: 'set', set: parseClass(this.#source, flags) };
      case '.':
        return { kind: 'set', set: dotSet(flags.dotAll) };
      case '^':
        return { kind: 'assertion', assertion: flags.multiLine ? Assertion.lineStart : Assertion.textStart };
      case '$':
        return { kind: 'assertion', assertion: flags.multiLine ? Assertion.lineEnd : Assertion.textEnd };
      case '\\':
        return this.#escape(flags);
      default:
        if (flags.verbose && OTHER_WHITE_SPACE.test(character)) {
          throw refusal('flag x with white space outside ASCII', start, 'Escape the character: \\uHHHH.');
        }
        return this.#literal(character.codePointAt(0) ?? 0, flags);
    }
  }

  #escape(flags: Flags): RegexNode {
    const escape = parseEscape(this.#source);
    if (escape.kind === 'literal') return this.#literal(escape.codePoint, flags);
    if (escape.kind === 'class') return { kind: 'set', set: classSet(escape.letter) };
    const assertions = { A: Assertion.textStart, b: Assertion.wordBoundary, B: Assertion.notWordBoundary } as const;
    return { kind: 'assertion', assertion: assertions[escape.letter] };
  }

  #literal(codePoint: number, flags: Flags): RegexNode {
    if (!flags.ignoreCase || !hasCase(codePoint)) return { kind: 'literal', codePoint };
    let node = this.#foldedLiterals.get(codePoint);
    if (node === undefined) {
      const ranges = [[codePoint, codePoint]] as const;
      node = { kind: 'set', set: new CharacterSet({ ranges, classes: [], ignoreCase: true }) };
      this.#foldedLiterals.set(codePoint, node);
    }
    return node;
  }

  /** Reads a group whose parenthesis, at `open`, has been stepped over. */
  #group(flags: Flags, open: number): RegexNode {
    const source = this.#source;
    source.refuse(REFUSED_GROUPS, open);
    this.#nesting += 1;
    if (this.#nesting > this.#maxNesting) {
      throw new RegexError(`The groups are nested more than ${this.#maxNesting} deep.`, open);
    }
    let inner = flags;
    let group: number | undefined;
    if (source.accept('?P<')) {
      this.#groupName();
      group = ++this.#groupCount;
    } else if (source.accept('?:')) {
      // Neither a capture nor flags.
    } else if (source.accept('?')) {
      inner = this.#scopedFlags(flags, open);
    } else {
      group = ++this.#groupCount;
    }
    const body = this.#choice(inner);
    if (!source.accept(')')) {
      throw new RegexError('The group is not closed; expected ")".', open, String.raw`Write \( for the character.`);
    }
    this.#nesting -= 1;
    return group === undefined ? body : { kind: 'capture', group, body };
  }

  #scopedFlags(outer: Flags, open: number): Flags {
    const { flags, scoped } = parseFlags(this.#source, outer, open);
    if (!scoped) {
      throw refusal('flags in the middle of the pattern', open, 'Put them first, or give them a scope: (?i:...).');
    }
    return flags;
  }

  #groupName(): void {
    const start = this.#source.index;
    const name = this.#source.acceptPattern(GROUP_NAME);
    if (name === undefined) {
      throw new RegexError('The group name is malformed; expected letters, digits and "_", then ">".', start);
    }
    this.#source.next();
    if (this.#groupNames.has(name)) throw new RegexError(`The group name "${name}" is used twice.`, start);
    this.#groupNames.add(name);
  }

  #skipVerbose(flags: Flags): void {
    if (!flags.verbose) return;
    const start = this.#source.index;
    const skipped = this.#source.acceptPattern(VERBOSE_SKIP) ?? '';
    // To Python the backslash escapes the newline, and the comment goes on.
    if (skipped.includes('\\\n') || skipped.endsWith('\\')) {
      throw refusal('comment that ends in a backslash', start, 'End the comment with another character.');
    }
  }
}
