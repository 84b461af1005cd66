/** Words and signs of Python that are not part of the language: what they are, and what to write instead. */
export const UNSUPPORTED_WORDS: Readonly<Record<string, readonly [what: string, hint?: string]>> = {
  lambda: ['a lambda expression'],
  await: ['an await expression'],
  async: ['an async comprehension'],
  yield: ['a yield expression'],
};

export const UNSUPPORTED_OPERATORS: Readonly<Record<string, readonly [what: string, hint?: string]>> = {
  '&': ["the bitwise operator '&'", "write 'and' for a condition"],
  '|': ["the bitwise operator '|'", "write 'or' for a condition"],
  '^': ["the bitwise operator '^'", 'write ** for a power'],
  '~': ["the bitwise operator '~'", "write 'not' for a condition"],
  '<<': ["the shift operator '<<'"],
  '>>': ["the shift operator '>>'"],
  '@': ["the matrix operator '@'"],
  ':=': ["the assignment operator ':='", "use a 'let' binding of the template"],
  '=': ["an assignment with '='", 'write == to compare'],
  '<>': ["the operator '<>'", 'write != to compare'],
  is: ["the operator 'is'", 'write == to compare'],
};
