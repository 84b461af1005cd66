import type { DiagnosticPath, ExprProblem, RelatedLocation } from '@ojd/expr';
import { sentence } from './sentence.ts';
import { type DiagnosticCode, TOLD_ONCE } from './codes.ts';
import type { ModelDiagnostic, Outcome } from './diagnostic.ts';
import type { TemplateSource } from './template-source.ts';

/** What a late stage found wrong, before anybody has looked up where that stands in the text. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly path: DiagnosticPath;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly related?: readonly Omit<RelatedLocation, 'range'>[];
  /** Narrows the range to a piece of the string at the path. */
  readonly span?: { readonly start: number; readonly end: number };
}

/** So many problems are told; of a list of a million values each may have one. */
export const MOST_FINDINGS = 1000;

/** Collects what the stages after decoding find; knows the template, so that every diagnostic has its range. */
export class Findings {
  readonly diagnostics: ModelDiagnostic[] = [];
  readonly #source: TemplateSource;

  constructor(source: TemplateSource) {
    this.#source = source;
  }

  add({ code, path, message, hint, related, span }: Finding): void {
    if (TOLD_ONCE.has(code) && this.diagnostics.some((diagnostic) => diagnostic.code === code)) return;
    if (this.diagnostics.length > MOST_FINDINGS) return;
    if (this.diagnostics.length === MOST_FINDINGS) {
      const end = `There are more than ${MOST_FINDINGS} problems, and the rest was not looked at.`;
      this.diagnostics.push({ ...TOO_MANY, message: end });
      return;
    }
    // The root of the template is no place of its own: what stands there is about the whole submission.
    const range = path.length === 0 ? undefined : this.#source.rangeOf(path, 'value', span);
    this.diagnostics.push({
      code,
      severity: 'error',
      message,
      path,
      ...(range !== undefined && { range }),
      ...(hint !== undefined && { hint }),
      ...(related !== undefined && { related: related.map((location) => this.#placed(location)) }),
    });
  }

  #placed({ message, path }: Omit<RelatedLocation, 'range'>): RelatedLocation {
    const range = this.#source.rangeOf(path, 'value');
    return { message, path, ...(range !== undefined && { range }) };
  }

  /** The problems of an expression that begins at an offset of the string at a path. */
  addProblems(problems: readonly ExprProblem[], path: DiagnosticPath, offset = 0): void {
    for (const problem of problems) this.add(findingOf(problem, path, offset));
  }

  /** The value, unless something was found. */
  outcome<T>(value: T): Outcome<T> {
    return this.diagnostics.length === 0
      ? { ok: true, value, warnings: [] }
      : { ok: false, diagnostics: this.diagnostics };
  }
}

const TOO_MANY = { code: 'too-many-problems', severity: 'error', path: [], hint: 'Mend these first.' } as const;

/** The source of something that no text was written for. */
export const NO_SOURCE: TemplateSource = { text: undefined, rangeOf: () => undefined };

/** The problem of an expression that begins at an offset of the string at a path. */
export function findingOf({ code, message, span, hint }: ExprProblem, path: DiagnosticPath, offset: number): Finding {
  return {
    code,
    path,
    message: sentence(message),
    hint: hint === undefined ? undefined : sentence(hint),
    span: { start: span.start + offset, end: span.end + offset },
  };
}
