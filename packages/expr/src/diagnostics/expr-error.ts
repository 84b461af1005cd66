import { problemText } from './caret.ts';
import type { ExprProblem } from './problem.ts';

/**
 * Thrown by `parse` and `evaluate` of this package: everything wrong with one source text.
 *
 * @example
 * ```ts
 * try {
 *   Expression.parse('1 +');
 * } catch (error) {
 *   if (!(error instanceof ExprError)) throw error;
 *   error.problems.map(({ code }) => code); // => ['expr-syntax']
 * }
 * ```
 */
export class ExprError extends Error {
  /** The format string, expression or range expression that the spans of the problems point into. */
  readonly source: string;
  readonly problems: readonly ExprProblem[];

  static {
    this.prototype.name = 'ExprError';
  }

  constructor(source: string, problems: readonly ExprProblem[], options?: { cause?: unknown }) {
    super(problems.map((problem) => problemText(source, problem)).join('\n'), options);
    this.source = source;
    this.problems = problems;
  }
}

/** What every `safeParse` of this package returns. */
export type ParseOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ExprProblem[] };

/** The value of a successful outcome; throws {@link ExprError} otherwise. */
export function unwrapOutcome<T>(source: string, outcome: ParseOutcome<T>): T {
  if (!outcome.ok) throw new ExprError(source, outcome.problems);
  return outcome.value;
}
