import type { Span } from '../diagnostics/problem.ts';
import type { ExprValue } from '../values/expr-value.ts';
import type { Overload } from './signature.ts';

/** A function, operator or property with all its forms. */
export interface FunctionEntry {
  readonly name: string;
  readonly overloads: readonly Overload[];
  /** Works only on the host that runs the session. */
  readonly isHost: boolean;
  /** Does not look at every part of its arguments. */
  readonly isConstantTime: boolean;
}

/** A call with its arguments evaluated. */
export interface CallRequest {
  readonly entry: FunctionEntry;
  readonly args: readonly ExprValue[];
  readonly argSpans: readonly Span[];
  readonly span: Span;
  /** As a method, the first argument is the receiver. */
  readonly isMethod: boolean;
}
