/**
 * Thrown by `compileRegex` for a pattern that is malformed, too large, or uses a construct outside the expression
 * language's regular expressions (specification 2.2.5).
 */
export class RegexError extends Error {
  override readonly name = 'RegexError';
  /** Where the offending construct begins: a UTF-16 offset into the pattern. */
  readonly index: number;
  /** What to write instead, when there is a way. */
  readonly hint: string | undefined;

  constructor(message: string, index: number, hint?: string) {
    super(message);
    this.index = index;
    this.hint = hint;
  }
}
