import { refuseSyntax } from './syntax-refusal.ts';
import { readString } from './read-string.ts';
import type { Token } from './token.ts';

const SPACE = /[ \t\r\n\f]+/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
// Letters that follow belong to it, so that 1__0 and 12ab are refused as the numbers that they are meant to be.
const NUMBER = /(?:0[xXoObB]|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)\w*/y;
const STRING_START = /[A-Za-z]{0,2}['"]/y;
const SIGN = /\*\*|\/\/|<=|>=|==|!=|:=|<<|>>|<>|\.\.\.|[-+*/%<>()[\]{},:.=&|^~@]/y;

/** Cuts an expression into tokens; the last one is of kind `end`. Line ends are white space. */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(source)?.[0];
  };
  const add = (kind: Token['kind'], text: string, end = position + text.length): void => {
    tokens.push({ kind, text, start: position, end });
    position = end;
  };
  for (;;) {
    position += match(SPACE)?.length ?? 0;
    if (position >= source.length) break;
    const prefix = match(STRING_START);
    if (prefix !== undefined) {
      const { text, end } = readString(source, position, prefix.length - 1);
      add('string', text, end);
      continue;
    }
    const number = match(NUMBER);
    if (number !== undefined) add('number', number);
    else addSignOrName();
  }
  tokens.push({ kind: 'end', text: '', start: source.length, end: source.length });
  return tokens;

  function addSignOrName(): void {
    const name = match(NAME);
    if (name !== undefined) return add('name', name);
    return add('sign', match(SIGN) ?? refuseCharacter(source, position));
  }
}

const CHARACTER_HINTS: Readonly<Record<string, string>> = {
  '#': 'comments are not part of an expression',
  '\\': 'an expression may span lines without a backslash',
  '!': "write 'not' to negate",
  '?': "write 'a if condition else b' to choose",
  $: 'variables are written without $',
  '`': 'strings stand between \' or "',
};

function refuseCharacter(source: string, position: number): never {
  const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
  refuseSyntax(
    'expr-syntax',
    `Expected an expression, found the character ${JSON.stringify(character)}`,
    position,
    position + character.length,
    CHARACTER_HINTS[character],
  );
}
