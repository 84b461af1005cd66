import { displayWidth } from './display-width.ts';
import type { ExprProblem, Span } from './problem.ts';

const MAX_EXCERPT = 120;

/**
 * Two lines: the source line that holds the start of the span, and carets under the span.
 *
 * @example
 * ```ts
 * caretText('Param.Frmae + 1', { start: 6, end: 11 }); // => '  Param.Frmae + 1\n        ^^^^^'
 * ```
 */
export function caretText(source: string, span: Span): string {
  const start = Math.min(span.start, source.length);
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const newline = source.indexOf('\n', start);
  const lineEnd = newline === -1 ? source.length : newline;
  // A long line is cut to a window that begins a little before the span.
  const from = start - lineStart > MAX_EXCERPT / 2 ? start - MAX_EXCERPT / 4 : lineStart;
  const to = Math.min(lineEnd, from + MAX_EXCERPT);
  const before = printable(source.slice(from, start));
  const marked = printable(source.slice(start, Math.min(Math.max(span.end, start + 1), to)));
  const lead = from > lineStart ? '...' : '';
  const excerpt = lead + printable(source.slice(from, to)) + (to < lineEnd ? '...' : '');
  const carets = '^'.repeat(Math.max(1, displayWidth(marked)));
  return `  ${excerpt}\n  ${' '.repeat(lead.length + displayWidth(before))}${carets}`;
}

/**
 * The text of a problem as {@link ExprError} prints it: message, hint, excerpt with carets.
 *
 * @example
 * ```ts
 * const outcome = Expression.safeParse('1 +');
 * const [problem] = outcome.ok ? [] : outcome.problems;
 * problem && problemText('1 +', problem).split('\n').slice(1); // => ['  1 +', '     ^']
 * ```
 */
export function problemText(source: string, problem: ExprProblem): string {
  const hint = problem.hint === undefined ? '' : ` (${problem.hint})`;
  return `${problem.message}${hint}\n${caretText(source, problem.span)}`;
}

/** Control characters would move the carets. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}
