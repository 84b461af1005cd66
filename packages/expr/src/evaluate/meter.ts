import type { Span } from '../diagnostics/problem.ts';
import type { ExprLimits } from '../parse/limits.ts';
import type { ExprValue } from '../values/expr-value.ts';
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
  /** Where the evaluation is, for the problem. */
  span: Span = { start: 0, end: 0 };
  /** Bytes of the values alive. */
  held = 0;
  #operations = 0;

  constructor(limits: ExprLimits) {
    this.#maxOperations = limits.maxOperations;
    this.#maxBytes = limits.maxMemoryBytes;
  }

  /** Counts operations. */
  spend(operations: number): void {
    this.#operations += operations;
    if (this.#operations <= this.#maxOperations) return;
    const message = `Expected at most ${this.#maxOperations} operations in an evaluation, found that it needs more`;
    refuse('expr-limit-operations', message, this.span, 'work on less data, or raise the limit');
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

  /** Counts a value in the place of all that was made for it since `held` bytes were. */
  holdOnly(held: number, value: ExprValue, span: Span): void {
    this.span = span;
    this.held = held;
    const size = valueSize(value);
    this.reserve(size);
    this.held += size;
  }
}

/** Operations for working through a text: one for every 256 letters. */
export function textCost(length: number): number {
  return Math.ceil(length / 256);
}
