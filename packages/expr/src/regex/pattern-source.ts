import { RegexError } from './regex-error.ts';
import { findRefused, type RefusedConstruct } from './refused-constructs.ts';

/** A pattern and how far it has been read. */
export class PatternSource {
  readonly text: string;
  index = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.index >= this.text.length;
  }

  /** The character here, whole even outside the BMP; empty at the end. */
  peek(): string {
    const codePoint = this.text.codePointAt(this.index);
    return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
  }

  next(): string {
    const character = this.peek();
    this.index += character.length;
    return character;
  }

  /** Steps over `text` if it is here. */
  accept(text: string): boolean {
    if (!this.text.startsWith(text, this.index)) return false;
    this.index += text.length;
    return true;
  }

  /** Steps over what the sticky pattern matches here. */
  acceptPattern(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.index;
    const found = pattern.exec(this.text)?.[0];
    this.index += found?.length ?? 0;
    return found;
  }

  /** Throws when a construct of the table begins here; `start` is where its first character is. */
  refuse(constructs: readonly RefusedConstruct[], start: number): void {
    const refused = findRefused(constructs, this.text, this.index);
    if (refused !== undefined) throw refusal(refused.name, start, refused.hint);
  }
}

/** The error for a construct outside the common language. */
export function refusal(name: string, index: number, hint: string): RegexError {
  return new RegexError(
    `The regular expression uses the ${name}, which is not in the language that Python's re and Rust's regex share.`,
    index,
    hint,
  );
}
