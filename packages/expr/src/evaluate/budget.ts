import { DEFAULT_LIMITS } from '../parse/limits.ts';

/**
 * What several evaluations may cost together.
 *
 * @see Expression Language 1.3.9 and 1.3.10
 */
export interface BudgetLimits {
  /** Operations, counted as {@link ExprLimits.maxOperations} counts them. */
  readonly maxOperations: number;
  /** Bytes of all results: whoever evaluates many expressions keeps what they gave. Default 100,000,000. */
  readonly maxResultBytes?: number;
}

/**
 * What several evaluations may cost together, besides the limits of each: give the same one to all of them. Once it is
 * used up, it stays so: whatever would take more of it is refused with `expr-limit-budget`.
 *
 * @example
 * ```ts
 * const budget = new EvaluationBudget({ maxOperations: 10_000 });
 * const context = { symbols: new SymbolTable(), pathFormat: 'POSIX', budget } as const;
 * const expression = Expression.parse('sum(range(4000))');
 * expression.check(context).problems.length; // => 0
 * expression.check(context).problems[0]?.code; // => 'expr-limit-budget'
 * ```
 * @see Expression Language 1.3.9 and 1.3.10
 */
export class EvaluationBudget {
  readonly maxOperations: number;
  readonly maxResultBytes: number;
  #operations = 0;
  #resultBytes = 0;

  constructor({ maxOperations, maxResultBytes = DEFAULT_LIMITS.maxMemoryBytes }: BudgetLimits) {
    this.maxOperations = maxOperations;
    this.maxResultBytes = maxResultBytes;
  }

  /** Takes operations; false when there are not that many left. */
  takeOperations(operations: number): boolean {
    this.#operations += operations;
    return this.#operations <= this.maxOperations;
  }

  /** Takes the bytes of a result; false when there are not that many left. */
  takeResult(bytes: number): boolean {
    this.#resultBytes += bytes;
    return this.#resultBytes <= this.maxResultBytes;
  }
}
