import type { ExprCode } from '../diagnostics/codes.ts';
import type { ExprProblem } from '../diagnostics/problem.ts';

/** Thrown while reading an expression; the API turns it into a problem. */
export class SyntaxRefusal extends Error {
  readonly problem: ExprProblem;

  constructor(problem: ExprProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function refuseSyntax(code: ExprCode, message: string, start: number, end: number, hint?: string): never {
  throw new SyntaxRefusal({ code, message, span: { start, end }, ...(hint === undefined ? {} : { hint }) });
}
