import type { ExprCode } from '../diagnostics/codes.ts';
import type { Span } from '../diagnostics/problem.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import type { Meter } from '../evaluate/meter.ts';
import { refuse } from '../evaluate/refusal.ts';
import type { PathFormat } from '../paths/path-format.ts';

/** One call, as the implementation of a function sees it. */
export class Call {
  readonly meter: Meter;
  readonly context: EvaluationContext;
  readonly #span: Span;
  readonly #argSpans: readonly Span[];

  constructor(context: EvaluationContext, meter: Meter, span: Span, argSpans: readonly Span[]) {
    this.context = context;
    this.meter = meter;
    this.#span = span;
    this.#argSpans = argSpans;
  }

  get pathFormat(): PathFormat {
    return this.context.pathFormat;
  }

  /** Ends the evaluation with a problem at the call, or at one of its arguments. */
  refuse(code: ExprCode, message: string, at?: { readonly arg: number }, hint?: string): never {
    refuse(code, message, (at === undefined ? undefined : this.#argSpans[at.arg]) ?? this.#span, hint);
  }

  /** For values of the right type that the function cannot take. */
  refuseValue(message: string, arg?: number, hint?: string): never {
    this.refuse('expr-invalid-value', message, arg === undefined ? undefined : { arg }, hint);
  }
}
