import type { ExprCode } from './codes.ts';

/** A stretch of one source text, in UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One problem inside one source text (a format string, an expression, a range expression), before anybody has said where
 * in a document that text stands.
 */
export interface ExprProblem {
  readonly code: ExprCode;
  /** What was expected, what was found. */
  readonly message: string;
  readonly span: Span;
  /** What to do about it. */
  readonly hint?: string;
}

/** Moves problems of an inner text to their place in the text around it. */
export function shiftProblems(problems: readonly ExprProblem[], by: number): readonly ExprProblem[] {
  if (by === 0) return problems;
  return problems.map((problem) => ({
    ...problem,
    span: { start: problem.span.start + by, end: problem.span.end + by },
  }));
}
