import type { Diagnostic, DiagnosticPath } from '@ojd/expr';

/**
 * A path as people read it: `steps[0].script.actions`. The root is `(document)`.
 *
 * @example
 * ```ts
 * import { pathText } from '@ojd/model';
 *
 * pathText(['steps', 0, 'name']); // => 'steps[0].name'
 * ```
 */
export function pathText(path: DiagnosticPath): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text === '' ? '(document)' : text;
}

/**
 * One line for each diagnostic: `file:line:column code message (hint)`. Without a text the path stands in place of
 * line and column.
 *
 * @example
 * ```ts
 * import { renderPlain, safeDecodeJobTemplate } from '@ojd/model';
 *
 * const outcome = safeDecodeJobTemplate('{"specificationVersion": "jobtemplate-2023-09", "name": "A", "steps": 1}');
 * const diagnostics = outcome.ok ? [] : outcome.diagnostics;
 * renderPlain(diagnostics, { file: 'job.json' }).slice(0, 25); // => 'job.json:1:71 wrong-type '
 * ```
 */
export function renderPlain(diagnostics: readonly Diagnostic[], options: { readonly file?: string } = {}): string {
  return diagnostics.map((diagnostic) => plainLine(diagnostic, options.file)).join('\n');
}

function plainLine(diagnostic: Diagnostic, file: string | undefined): string {
  const { code, message, hint, path, range, severity } = diagnostic;
  const position = range === undefined ? pathText(path) : `${range.start.line}:${range.start.column}`;
  // What is about the whole of a file has the file as its place.
  const isWhole = range === undefined && path.length === 0 && file !== undefined;
  const place = isWhole ? file : [file, position].filter((part) => part !== undefined).join(':');
  const kind = severity === 'warning' ? 'warning ' : '';
  return `${place} ${kind}${code} ${message}${hint === undefined ? '' : ` ${hint}`}`;
}
