import type { DiagnosticPath, RelatedLocation, SourceRange } from '@ojd/expr';
import { type DiagnosticCode, TOLD_ONCE } from '../diagnostics/codes.ts';
import type { ModelDiagnostic } from '../diagnostics/diagnostic.ts';
import { limitProblem } from '../documents/limit-problems.ts';
import type { DocumentSource } from '../documents/source.ts';

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
  /** Of an unknown key: the known key of its object that it was meant to be, or to stand under; without it, it may be anything. */
  readonly standsFor?: string | undefined;
  /** Values that the problem is concluded from: if one of them is broken itself, that is the mistake, and not this. */
  readonly premises?: readonly DiagnosticPath[];
  /** Problems of the same value that say less: this one takes their place. */
  readonly insteadOf?: readonly DiagnosticCode[];
}

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
  /** The paths of values with an error, and of everything around them. */
  readonly #broken = new Set<string>();
  /** Keys that were reported as unknown where they stand: perhaps they belong somewhere else. */
  readonly #unknownKeys = new Set<string>();
  /** What the unknown keys of an object stand for, by its path. */
  readonly #standsFor = new Map<string, Set<string>>();

  /** How the keys were written that are checked under another name, by the path of what stands under them. */
  readonly #written = new Map<string, string>();

  readonly #maxProblems: number;

  constructor(source: DocumentSource, maxProblems: number) {
    this.#source = source;
    this.#maxProblems = maxProblems;
  }

  add(problem: Problem): void {
    const { code, message, span, hint, severity = 'error', at = 'value' } = problem;
    if (problem.premises?.some((premise) => this.isBroken(premise)) === true) return;
    const path = this.#asWritten(problem.path);
    const range = this.#source.rangeOf(path, at, span);
    // What an alias repeats stands in one place of the text, and is one mistake.
    const place = range === undefined ? [path, at, span?.start] : [range.start.offset, range.end.offset];
    const key = TOLD_ONCE.has(code) ? code : JSON.stringify([code, message, place]);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (severity === 'error') this.#markBroken(problem.path);
    if (code === 'unknown-key') this.#noteUnknownKey(problem);
    if (this.#isKnownCause(problem, path, range)) return;
    if (this.#diagnostics.length >= this.#maxProblems) throw new TooManyProblems();
    if (problem.cause !== undefined) this.#causes.set(problem.cause, this.#diagnostics.length);
    const instead = this.#indexOfLesser(problem);
    const related = problem.related?.map((other) => {
      const otherPath = this.#asWritten(other.path);
      const otherRange = this.#source.rangeOf(otherPath, 'value');
      return { ...other, path: otherPath, ...(otherRange === undefined ? {} : { range: otherRange }) };
    });
    this.#diagnostics.splice(instead, 1, {
      code,
      severity,
      message,
      path,
      ...(range === undefined ? {} : { range }),
      ...(hint === undefined ? {} : { hint }),
      ...(related === undefined ? {} : { related }),
    });
  }

  /** From now on what stands under a key of an object is what stands under another one in the document. */
  rename(object: DiagnosticPath, key: string, written: string): void {
    this.#written.set(JSON.stringify([...object, key]), written);
  }

  #asWritten(path: DiagnosticPath): DiagnosticPath {
    if (this.#written.size === 0) return path;
    return path.map((key, index) => this.#written.get(JSON.stringify(path.slice(0, index + 1))) ?? key);
  }

  /** Whether an error was reported for the value at a path, or for anything in it. */
  isBroken(path: DiagnosticPath): boolean {
    return this.#broken.size > 0 && this.#broken.has(JSON.stringify(path));
  }

  /** Whether a key of this name stands somewhere where it is not known. */
  hasUnknownKey(key: string): boolean {
    return this.#unknownKeys.has(key);
  }

  /** Whether an object has an unknown key that was meant to be one of these, or to stand under it; or that may be anything. */
  hasStandIn(path: DiagnosticPath, keys: readonly string[], orAnything = false): boolean {
    const stands = this.#standsFor.size === 0 ? undefined : this.#standsFor.get(JSON.stringify(path));
    return stands !== undefined && (keys.some((key) => stands.has(key)) || (orAnything && stands.has('anything')));
  }

  /** Where a problem goes: in the place of one that it replaces, or to the end. */
  #indexOfLesser({ insteadOf, path }: Problem): number {
    if (insteadOf === undefined || !this.isBroken(path)) return this.#diagnostics.length;
    const place = JSON.stringify(this.#asWritten(path));
    const index = this.#diagnostics.findIndex(
      (other) => insteadOf.includes(other.code) && JSON.stringify(other.path) === place,
    );
    return index < 0 ? this.#diagnostics.length : index;
  }

  #noteUnknownKey({ path, standsFor = 'anything' }: Problem): void {
    this.#unknownKeys.add(String(path.at(-1)));
    const object = JSON.stringify(path.slice(0, -1));
    const stands = this.#standsFor.get(object) ?? new Set();
    this.#standsFor.set(object, stands.add(standsFor));
    this.#unknownKeys.add(standsFor);
  }

  #markBroken(path: DiagnosticPath): void {
    for (let length = path.length; length > 0; length--) {
      this.#broken.add(JSON.stringify(path.slice(0, length)));
    }
  }

  /** Adds a problem to the one of the same cause that was reported before, if there is one. */
  #isKnownCause({ cause }: Problem, path: DiagnosticPath, range: SourceRange | undefined): boolean {
    const first = cause === undefined ? undefined : this.#diagnostics[this.#causes.get(cause) ?? -1];
    if (first === undefined) return false;
    const place = { message: 'and here', path, ...(range === undefined ? {} : { range }) };
    if ((first.related?.length ?? 0) < MAX_RELATED) first.related = [...(first.related ?? []), place];
    return true;
  }

  /** Says that there are more problems than these. */
  addTooMany(): void {
    const { code, message, hint } = limitProblem('maxProblems', { maxProblems: this.#maxProblems });
    const range = this.#source.range({ start: 0, end: 0 });
    this.#diagnostics.push({
      code,
      severity: 'error',
      message,
      path: [],
      ...(range === undefined ? {} : { range }),
      ...(hint === undefined ? {} : { hint }),
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
