import { type ExprProblem, IntRangeExpr } from '@ojd/expr';
import { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';

/** The limit that holds wherever a range expression comes in. */
export type RangeLimit = Partial<Pick<DocumentLimits, 'maxRangePieces'>>;

/** Reads a range expression within the limit on its pieces; a problem with the limit names it. */
export function rangeExprOf(
  text: string,
  { maxRangePieces = DEFAULT_DOCUMENT_LIMITS.maxRangePieces }: RangeLimit = {},
): ReturnType<typeof IntRangeExpr.safeParse> {
  const outcome = IntRangeExpr.safeParse(text, { maxParts: maxRangePieces });
  return outcome.ok ? outcome : { ok: false, problems: outcome.problems.map(withLimit) };
}

function withLimit(problem: ExprProblem): ExprProblem {
  const hint = 'Write ranges instead of single values, or raise the limit maxRangePieces';
  return problem.code === 'range-expr-too-many-parts' ? { ...problem, hint } : problem;
}
