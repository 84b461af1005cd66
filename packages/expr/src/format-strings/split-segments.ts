import type { ExprCode } from '../diagnostics/codes.ts';
import type { ParseOutcome } from '../diagnostics/expr-error.ts';
import type { ExprProblem, Span } from '../diagnostics/problem.ts';

/** A stretch of a format string: text to copy, or the inside of a `{{ }}`. */
export interface RawSegment {
  readonly kind: 'text' | 'expression';
  readonly text: string;
  /** The place of the text, without the braces. */
  readonly span: Span;
}

/** Cuts a format string at its braces. The first `}}` closes; there is no way to escape a brace. */
export function splitSegments(source: string, maxSegments: number): ParseOutcome<readonly RawSegment[]> {
  const segments: RawSegment[] = [];
  const problems: ExprProblem[] = [];
  const report = (code: ExprCode, message: string, start: number, end: number, hint?: string): void => {
    problems.push({ code, message, span: { start, end }, ...(hint === undefined ? {} : { hint }) });
  };
  const addText = (start: number, end: number): void => {
    const text = source.slice(start, end);
    if (text !== '') segments.push({ kind: 'text', text, span: { start, end } });
    const stray = text.indexOf('}}');
    if (stray !== -1) {
      const message = "Expected a '{{' before '}}', found none";
      report('format-string-unbalanced-braces', message, start + stray, start + stray + 2);
    }
  };
  let position = 0;
  let expressions = 0;
  for (;;) {
    const open = source.indexOf('{{', position);
    if (open === -1) break;
    addText(position, open);
    const close = source.indexOf('}}', open + 2);
    const again = openInside(source, open + 2, close === -1 ? source.length : close);
    if (again !== undefined) {
      if (source.slice(open + 2, again).trim() === '') {
        report(
          'format-string-unbalanced-braces',
          "Expected an expression after '{{', found '{{' again",
          again,
          again + 2,
          'write the braces once',
        );
        position = behindNested(source, close);
      } else {
        const end = open + source.slice(open, again).trimEnd().length;
        report(
          'format-string-unbalanced-braces',
          "Expected a '}}' to end the expression, found another '{{' first",
          open,
          end,
        );
        position = again;
      }
      continue;
    }
    if (close === -1) {
      report(
        'format-string-unbalanced-braces',
        "Expected a '}}' to end the expression, found the end of the string",
        open,
        source.length,
      );
      position = source.length;
      break;
    }
    const text = source.slice(open + 2, close);
    if (text.trim() === '') {
      report(
        'format-string-empty-expression',
        "Expected an expression between '{{' and '}}', found nothing",
        open,
        close + 2,
      );
    }
    segments.push({ kind: 'expression', text, span: { start: open + 2, end: close } });
    position = close + 2;
    if (++expressions > maxSegments) {
      const message = `Expected at most ${maxSegments} '{{ }}' in a format string, found more (limit maxSegments)`;
      report('format-string-too-many-segments', message, open, position);
      return { ok: false, problems };
    }
  }
  addText(position, source.length);
  return problems.length === 0 ? { ok: true, value: segments } : { ok: false, problems };
}

/** Where a second `{{` stands in an expression: only a string literal can hold one. */
function openInside(source: string, start: number, end: number): number | undefined {
  let quote = '';
  for (let at = start; at < end - 1; at++) {
    const letter = source.charAt(at);
    if (quote !== '') {
      if (letter === '\\') at++;
      else if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{' && source.charAt(at + 1) === '{') return at;
  }
  return undefined;
}

/** The place behind `}}`, and behind the second one of nested braces. */
function behindNested(source: string, close: number): number {
  if (close === -1) return source.length;
  const outer = /^\s*\}\}/.exec(source.slice(close + 2));
  return close + 2 + (outer?.[0].length ?? 0);
}
