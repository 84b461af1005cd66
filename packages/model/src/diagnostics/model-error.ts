import type { ModelDiagnostic, Outcome } from './diagnostic.ts';
import { renderPlain } from './render-plain.ts';

/**
 * Thrown by `decode*`, `preprocess*`, `merge*` and `create*` when their input has problems: all of them are in
 * `diagnostics`, and the message has one line for each.
 *
 * @example
 * ```ts
 * import { decodeJobTemplate, ModelError } from '@ojd/model';
 *
 * try {
 *   decodeJobTemplate('specificationVersion: jobtemplate-2023-09\nsteps: []');
 * } catch (error) {
 *   if (!(error instanceof ModelError)) throw error;
 *   error.diagnostics.map((diagnostic) => diagnostic.code); // => ['missing-key', 'list-too-short']
 * }
 * ```
 */
export class ModelError extends Error {
  readonly diagnostics: readonly ModelDiagnostic[];

  static {
    Object.defineProperty(this.prototype, 'name', { value: 'ModelError', configurable: true });
  }

  constructor(diagnostics: readonly ModelDiagnostic[], options?: { readonly file?: string }) {
    super(renderPlain(diagnostics, options));
    this.diagnostics = diagnostics;
  }
}

/** The value of an outcome; throws {@link ModelError} when it has none. */
export function valueOrThrow<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ModelError(outcome.diagnostics);
}
