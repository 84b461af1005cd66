import type { DiagnosticPath } from '@ojd/expr';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Extent } from './nodes.ts';

/** A problem of the document itself, before it becomes a diagnostic. */
export interface DocumentProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly severity?: 'warning';
  readonly path?: DiagnosticPath;
  /** The key at fault, where the path of its mapping is not known yet. */
  readonly key?: string;
  readonly extent?: Extent | undefined;
  readonly hint?: string;
  readonly related?: readonly { readonly message: string; readonly extent: Extent | undefined }[];
}

/** Stops reading at the first limit that is broken: what lies behind it is not looked at. */
export class LimitExceeded extends Error {
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
