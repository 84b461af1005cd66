import { type ModelDiagnostic, renderCodeFrame, renderPlain } from '@ojd/model';
import type { Terminal } from '../terminal/terminal.ts';
import type { JsonValue } from './json-text.ts';

/** Problems for people: each with its place, code, message and an excerpt of the source. */
export function diagnosticsText(
  diagnostics: readonly ModelDiagnostic[],
  { file, source }: { readonly file: string; readonly source: string },
  terminal: Terminal,
): string {
  const width = terminal.interactive ? { width: terminal.width } : {};
  return renderCodeFrame(diagnostics, { file, source, color: terminal.colour, ...width });
}

/** One line per problem: `file:line:column code message`. */
export function diagnosticsPlain(diagnostics: readonly ModelDiagnostic[], file: string): string {
  return renderPlain(diagnostics, { file });
}

/** Problems for machines: a diagnostic is plain JSON as it is. */
export function diagnosticsJson(diagnostics: readonly ModelDiagnostic[], file: string): JsonValue {
  return diagnostics.map(({ code, severity, message, path, range, hint, related }) => ({
    file,
    code,
    severity,
    message,
    path,
    range: range === undefined ? undefined : { start: { ...range.start }, end: { ...range.end } },
    hint,
    related: related?.map((other) => ({
      message: other.message,
      path: other.path,
      range: other.range === undefined ? undefined : { start: { ...other.range.start }, end: { ...other.range.end } },
    })),
  }));
}
