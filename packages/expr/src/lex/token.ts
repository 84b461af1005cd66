/** A word, number, string or sign of an expression. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  /** As written; for a string, the string that it stands for. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
