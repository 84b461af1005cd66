import type { Diagnostic } from '@ojd/expr';

/**
 * The diagnostics as a JSON array, one object for each: `file` (if given), `code`, `severity`, `message`, `path`, and
 * where there are any `range`, `hint` and `related`.
 *
 * @example
 * ```ts
 * import { renderJson, safeDecodeJobTemplate } from '@ojd/model';
 *
 * const outcome = safeDecodeJobTemplate('specificationVersion: jobtemplate-2020-01');
 * const diagnostics = outcome.ok ? [] : outcome.diagnostics;
 * JSON.parse(renderJson(diagnostics, { file: 'job.yaml' }))[0].code; // => 'unknown-specification-version'
 * ```
 */
export function renderJson(diagnostics: readonly Diagnostic[], options: { readonly file?: string } = {}): string {
  const { file } = options;
  const shown = file === undefined ? diagnostics : diagnostics.map((diagnostic) => Object.assign({ file }, diagnostic));
  return JSON.stringify(shown, null, 2);
}
