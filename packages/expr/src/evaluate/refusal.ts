import type { ExprCode } from '../diagnostics/codes.ts';
import type { ExprProblem, Span } from '../diagnostics/problem.ts';

/** Thrown inside of an evaluation; the API turns it into problems. */
export class Refusal extends Error {
  readonly problems: readonly ExprProblem[];

  constructor(problems: readonly ExprProblem[]) {
    super(problems[0]?.message);
    this.problems = problems;
  }
}

/** Limits end an evaluation; no branch that fails for them is passed over. */
export class LimitRefusal extends Refusal {}

export function refuse(code: ExprCode, message: string, span: Span, hint?: string): never {
  const problem: ExprProblem = { code, message, span, ...(hint === undefined ? {} : { hint }) };
  throw code.startsWith('expr-limit-') ? new LimitRefusal([problem]) : new Refusal([problem]);
}
