import type { Diagnostic } from '@ojd/expr';
import type { DiagnosticCode } from './codes.ts';

/** One problem of a template, of parameter values or of a job. */
export type ModelDiagnostic = Diagnostic<DiagnosticCode>;

/** What the `safe*` functions return: the value, or every problem at once. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly ModelDiagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly ModelDiagnostic[] };
