import type { ExprCode } from '@ojd/expr';
import type { DocumentCode } from './codes/document-codes.ts';
import type { ParameterCode } from './codes/parameter-codes.ts';
import type { TemplateCode } from './codes/template-codes.ts';
import type { ValueCode } from './codes/value-codes.ts';

/**
 * Every code that this package reports. Codes are stable: a release may add some, and never gives one another meaning.
 * `docs/diagnostics.md` has an example and the mend of each.
 */
export type DiagnosticCode = DocumentCode | ValueCode | TemplateCode | ParameterCode | ExprCode;

/** What a document is told once: at a second place it would say the same. */
export const TOLD_ONCE: ReadonlySet<DiagnosticCode> = new Set(['expr-limit-budget']);
