import type { SourceRange } from './source-range.ts';

/** The way into a document: keys and list indices from its root. */
export type DiagnosticPath = readonly (string | number)[];

/** Another place that explains a {@link Diagnostic}, for example the first of two equal names. */
export interface RelatedLocation {
  readonly message: string;
  readonly path: DiagnosticPath;
  readonly range?: SourceRange;
}

/** One problem of one document. Plain text, code frames, JSON and SARIF are renderings of this. */
export interface Diagnostic<Code extends string = string> {
  /** Stable and documented; never reworded. */
  readonly code: Code;
  readonly severity: 'error' | 'warning';
  /** What was expected, what was found. */
  readonly message: string;
  readonly path: DiagnosticPath;
  /** Present whenever the input was text. */
  readonly range?: SourceRange;
  /** What to do about it. */
  readonly hint?: string;
  readonly related?: readonly RelatedLocation[];
}
