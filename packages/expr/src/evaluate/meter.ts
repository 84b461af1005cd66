import type { Span } from '../diagnostics/problem.ts';
import type { ExprLimits } from '../parse/limits.ts';
import type { ExprValue } from '../values/expr-value.ts';
import type { EvaluationBudget } from './budget.ts';
import { refuse } from './refusal.ts';
import { SCALAR_BYTES, SLOT_BYTES, textSize, valueSize } from './value-size.ts';

/**
 * Counts what an evaluation costs: operations done, and bytes of the values alive. What would break a limit is refused
 * before it is done or allocated.
 *
 * Specification: Expression Language 1.3.9, 1.3.10.
 */
export class Meter {
  readonly #maxOperations: number;
  readonly #maxBytes: number;
  readonly #budget: EvaluationBudget | undefined;
  /** Where the evaluation is, for the problem. */
  span: Span = { start: 0, end: 0 };
  /** Bytes of the values alive. */
  held = 0;
  #operations = 0;

  constructor(limits: ExprLimits, budget?: EvaluationBudget) {
    this.#maxOperations = limits.maxOperations;
    this.#maxBytes = limits.maxMemoryBytes;
    this.#budget = budget;
  }

  /** Counts operations. */
  spend(operations: number): void {
    this.#operations += operations;
    if (this.#operations > this.#maxOperations) {
      const message = `Expected at most ${this.#maxOperations} operations in an evaluation, found that it needs more`;
      refuse('expr-limit-operations', message, this.span, 'work on less data, or raise the limit');
    }
    if (this.#budget === undefined || this.#budget.takeOperations(operations)) return;
    const message = `Expected at most ${this.#budget.maxOperations} operations in all evaluations together, found that they need more; the rest was not evaluated`;
    refuse('expr-limit-budget', message, this.span, 'work on less data, or raise the limit');
  }

  /** Refuses an allocation that the limit does not leave room for. Counts nothing yet. */
  reserve(bytes: number): void {
    if (this.held + bytes <= this.#maxBytes) return;
    const message = `Expected values of at most ${this.#maxBytes} bytes in an evaluation, found that it needs more`;
    refuse('expr-limit-memory', message, this.span, 'work on less data, or raise the limit');
  }

  /** Refuses a text that would not fit, and counts the work of writing it. */
  reserveText(length: number): void {
    this.reserve(textSize(length));
    this.spend(textCost(length));
  }

  /** Refuses a list of scalars that would not fit, and counts the work of making it. */
  reserveItems(count: number): void {
    this.reserve(count * (SCALAR_BYTES + SLOT_BYTES));
    this.spend(count);
  }

  /** Counts the value of the whole evaluation, which is kept. */
  keep(value: ExprValue, span: Span): void {
    if (this.#budget === undefined || this.#budget.takeResult(valueSize(value))) return;
    const message = `Expected results of at most ${this.#budget.maxResultBytes} bytes from all evaluations together, found that they take more; the rest was not evaluated`;
    refuse('expr-limit-budget', message, span, 'work on less data, or raise the limit');
  }

  /** Counts a value in the place of all that was made for it since `held` bytes were. */
  holdOnly(held: number, value: ExprValue, span: Span): void {
    this.span = span;
    this.held = held;
    const size = valueSize(value);
    this.reserve(size);
    this.held += size;
  }
}

/** Operations for taking a path apart: one for every 32 letters, each of which may be a name. */
export function pathCost(length: number): number {
  return Math.ceil(length / 32);
}

/** Operations for working through a text: one for every 256 letters. */
export function textCost(length: number): number {
  return Math.ceil(length / 256);
}
