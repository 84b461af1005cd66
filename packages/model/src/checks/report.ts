import type { DiagnosticPath, RelatedLocation } from '@ojd/expr';
import { type DiagnosticCode, TOLD_ONCE } from '../diagnostics/codes.ts';
import type { ModelDiagnostic } from '../diagnostics/diagnostic.ts';
import type { DocumentSource } from '../documents/source.ts';
import type { ExtensionName } from '../templates/profile.ts';

/** A problem on its way to becoming a diagnostic: its place is still a path. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly severity?: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly path: DiagnosticPath;
  /** What to point at: the value (default), its key, or the beginning of a mapping. */
  readonly at?: 'value' | 'key' | 'object';
  /** Offsets inside the string at `path`. */
  readonly span?: { readonly start: number; readonly end: number } | undefined;
  readonly related?: readonly { readonly message: string; readonly path: DiagnosticPath }[];
  /** Problems with one cause, such as an extension that is not declared: the first is reported, and names the others. */
  readonly cause?: string;
}

/** The cause that all uses of an extension share that is not declared. */
export const undeclared = (extension: ExtensionName): string => `${extension} is not declared`;

/** Places that a diagnostic names besides its own: more would be noise. */
const MAX_RELATED = 20;

/** Ends a walk over a document that has more problems than anyone wants to read. */
export class TooManyProblems extends Error {}

/** Collects the problems of one document and gives each its range. */
export class Report {
  readonly #source: DocumentSource;
  readonly #diagnostics: (ModelDiagnostic & { related?: RelatedLocation[] })[] = [];
  readonly #seen = new Set<string>();
  /** The diagnostic of each cause, by its index. */
  readonly #causes = new Map<string, number>();

  readonly #maxProblems: number;

  constructor(source: DocumentSource, maxProblems: number) {
    this.#source = source;
    this.#maxProblems = maxProblems;
  }

  add(problem: Problem): void {
    const { code, message, path, span, hint, severity = 'error', at = 'value' } = problem;
    const key = TOLD_ONCE.has(code) ? code : JSON.stringify([code, path, span?.start, at === 'key', message]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#diagnostics.length >= this.#maxProblems) throw new TooManyProblems();
    const range = this.#source.rangeOf(path, at, span);
    if (problem.cause !== undefined) {
      const first = this.#diagnostics[this.#causes.get(problem.cause) ?? -1];
      if (first !== undefined) {
        const place = { message: 'and here', path, ...(range === undefined ? {} : { range }) };
        if ((first.related?.length ?? 0) < MAX_RELATED) first.related = [...(first.related ?? []), place];
        return;
      }
      this.#causes.set(problem.cause, this.#diagnostics.length);
    }
    const related = problem.related?.map((place) => {
      const placeRange = this.#source.rangeOf(place.path, 'value');
      return { ...place, ...(placeRange === undefined ? {} : { range: placeRange }) };
    });
    this.#diagnostics.push({
      code,
      severity,
      message,
      path,
      ...(range === undefined ? {} : { range }),
      ...(hint === undefined ? {} : { hint }),
      ...(related === undefined ? {} : { related }),
    });
  }

  /** Says that there are more problems than these. */
  addTooMany(): void {
    const message = `The document has more than ${this.#maxProblems} problems (limit maxProblems). The rest was not looked at.`;
    const range = this.#source.range({ start: 0, end: 0 });
    this.#diagnostics.push({
      code: 'too-many-problems',
      severity: 'error',
      message,
      path: [],
      ...(range === undefined ? {} : { range }),
    });
  }

  get hasErrors(): boolean {
    return this.#diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }

  /** In the order of the document. */
  get diagnostics(): readonly ModelDiagnostic[] {
    return this.#diagnostics.toSorted((a, b) => (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0));
  }
}
