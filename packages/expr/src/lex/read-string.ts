import { hasUnicodeNames, lookupUnicodeName } from '../names/registry.ts';
import { refuseSyntax } from './syntax-refusal.ts';

const PREFIX_NAMES: Readonly<Record<string, string>> = {
  f: 'f-strings',
  b: 'byte strings',
  u: "strings with the prefix 'u'",
};

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a string literal of any form. Returns what it stands for, and where it ends. */
export function readString(source: string, start: number, prefixLength: number): { text: string; end: number } {
  const prefix = source.slice(start, start + prefixLength).toLowerCase();
  const open = start + prefixLength;
  const quote = source.charAt(open);
  const isLong = source.startsWith(quote.repeat(3), open);
  const delimiter = isLong ? quote.repeat(3) : quote;
  refusePrefix(prefix, start, open);
  let text = '';
  let position = open + delimiter.length;
  while (!source.startsWith(delimiter, position)) {
    const character = source.charAt(position);
    if (character === '' || (!isLong && (character === '\n' || character === '\r'))) {
      return refuseOpenString(delimiter, start, position, character !== '');
    }
    if (character !== '\\') {
      text += character;
      position += 1;
    } else if (prefix === 'r') {
      text += source.slice(position, position + 2);
      position += 2;
    } else {
      const escape = readEscape(source, position);
      text += escape.text;
      position = escape.end;
    }
  }
  return { text, end: position + delimiter.length };
}

function refusePrefix(prefix: string, start: number, end: number): void {
  if (prefix === '' || prefix === 'r') return;
  const kind = Array.from(prefix, (letter) => PREFIX_NAMES[letter]).find((name) => name !== undefined);
  refuseSyntax(
    'expr-unsupported-syntax',
    `Expected a string with no prefix or the prefix r, found '${prefix}'`,
    start,
    end,
    kind === undefined ? undefined : `${kind} are not part of the language; join strings with +`,
  );
}

function refuseOpenString(delimiter: string, start: number, end: number, goesOn: boolean): never {
  const hint = goesOn ? 'a string over several lines stands between triple quotes' : undefined;
  refuseSyntax('expr-string-literal', `Expected ${delimiter} to close the string`, start, end, hint);
}

function readEscape(source: string, start: number): { text: string; end: number } {
  const letter = source.charAt(start + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { text: simple, end: start + 2 };
  if (letter === '\r') return { text: '', end: source.charAt(start + 2) === '\n' ? start + 3 : start + 2 };
  const octal = /^[0-7]{1,3}/.exec(source.slice(start + 1, start + 4))?.[0];
  if (octal !== undefined) {
    return { text: String.fromCodePoint(Number.parseInt(octal, 8)), end: start + 1 + octal.length };
  }
  const length = HEX_LENGTHS[letter];
  if (length !== undefined) return readHex(source, start, letter, length);
  if (letter === 'N') return readName(source, start);
  // As in Python, a backslash before any other letter is a backslash.
  return { text: `\\${letter}`, end: start + 1 + letter.length };
}

function readHex(source: string, start: number, letter: string, length: number): { text: string; end: number } {
  const end = start + 2 + length;
  const digits = source.slice(start + 2, end);
  if (digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    refuseSyntax(
      'expr-string-literal',
      `Expected ${length} hexadecimal digits after \\${letter}`,
      start,
      Math.min(end, source.length),
    );
  }
  const codePoint = Number.parseInt(digits, 16);
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff)) {
    const hint = codePoint <= 0xffff ? 'write a character beyond U+FFFF as \\UXXXXXXXX' : undefined;
    refuseSyntax('expr-string-literal', `Expected a Unicode character, found \\${letter}${digits}`, start, end, hint);
  }
  return { text: String.fromCodePoint(codePoint), end };
}

function readName(source: string, start: number): { text: string; end: number } {
  const written = /^\\N\{([^{}'"\n]*)\}/.exec(source.slice(start, start + 200));
  const name = written?.[1];
  if (written === null || name === undefined) {
    return refuseSyntax('expr-string-literal', 'Expected \\N{NAME} with the name of a character', start, start + 2);
  }
  const end = start + written[0].length;
  if (!hasUnicodeNames()) {
    const hint = "call setUnicodeNames(unicodeNames) with the table of '@ojd/expr/names'";
    refuseSyntax('expr-string-literal', `Expected a table of character names to read ${written[0]}`, start, end, hint);
  }
  const text = lookupUnicodeName(name);
  if (text === undefined) {
    return refuseSyntax('expr-string-literal', `Expected the Unicode name of a character, found '${name}'`, start, end);
  }
  return { text, end };
}
