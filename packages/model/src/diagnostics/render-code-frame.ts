import { type Diagnostic, displayWidth, type SourceRange } from '@ojd/expr';
import { pathText, renderPlain } from './render-plain.ts';

/** How {@link renderCodeFrame} shows the text. */
export interface CodeFrameOptions {
  /** Name of the file, as the reader knows it. */
  readonly file?: string;
  /** The text that was decoded. */
  readonly source: string;
  /** ANSI colours. Default: none. */
  readonly color?: boolean;
  /** Columns that a line of the excerpt may take; of a longer one a window is shown. Default: 160. */
  readonly width?: number;
}

const CONTEXT_LINES = 1;
const DEFAULT_WIDTH = 160;
/** What stands before a line of the excerpt, and the least that is shown of it. */
const MARGIN = 10;
const LEAST_WIDTH = 20;
/** SGR parameters; the escape character is written as a code, so that this file stays plain text. */
const STYLES = { error: '31', warning: '33', dim: '2', bold: '1' } as const;
const ESC = String.fromCharCode(27);

/**
 * Each diagnostic as `file:line:column code message`, with an excerpt of the text and carets under the place.
 *
 * @example
 * ```ts
 * import { renderCodeFrame, safeDecodeJobTemplate } from '@ojd/model';
 *
 * const source = 'specificationVersion: jobtemplate-2023-09\nname: Demo\nsteps: 1\n';
 * const outcome = safeDecodeJobTemplate(source);
 * const diagnostics = outcome.ok ? [] : outcome.diagnostics;
 * renderCodeFrame(diagnostics, { source }).split('\n')[2]; // => '  3 | steps: 1'
 * ```
 */
export function renderCodeFrame(diagnostics: readonly Diagnostic[], options: CodeFrameOptions): string {
  const lines = options.source.split(/\r\n?|\n/);
  return diagnostics.map((diagnostic) => frame(diagnostic, lines, options)).join('\n\n');
}

function frame(diagnostic: Diagnostic, lines: readonly string[], options: CodeFrameOptions): string {
  const { code, hint, message, path, range, related, severity } = diagnostic;
  const paint = (style: keyof typeof STYLES, text: string): string =>
    options.color === true ? `${ESC}[${STYLES[style]}m${text}${ESC}[0m` : text;
  const file = options.file === undefined ? {} : { file: options.file };
  if (range === undefined) return renderPlain([diagnostic], file);
  const place = `${options.file === undefined ? '' : `${options.file}:`}${range.start.line}:${range.start.column}`;
  const kind = severity === 'warning' ? `${paint('warning', 'warning')} ` : '';
  const out = [`${paint('bold', place)} ${kind}${paint(severity, code)} ${message}`];
  out.push(...excerpt(range, lines, paint, severity, options.width ?? DEFAULT_WIDTH));
  if (path.length > 0) out.push(`  ${paint('dim', `in ${pathText(path)}`)}`);
  if (hint !== undefined) out.push(`  hint: ${hint}`);
  for (const { message: note, range: at } of related ?? []) {
    out.push(`  note: ${note}${at === undefined ? '' : ` (line ${at.start.line}, column ${at.start.column})`}`);
  }
  return out.join('\n');
}

function excerpt(
  range: SourceRange,
  lines: readonly string[],
  paint: (style: keyof typeof STYLES, text: string) => string,
  severity: 'error' | 'warning',
  width: number,
): string[] {
  const room = Math.max(LEAST_WIDTH, width - MARGIN);
  const { start, end } = range;
  const whole = lines[start.line - 1] ?? '';
  const place = start.column - 1;
  // Of a line that is too long, a window around the place is shown, and nothing around the line.
  const isWhole = displayWidth(whole) <= room || displayWidth(whole.slice(0, place)) <= room / 2;
  const shift = isWhole ? 0 : Math.max(0, place - Math.floor(room / 4));
  const context = isWhole ? CONTEXT_LINES : 0;
  const first = Math.max(1, start.line - context);
  const last = Math.min(lines.length, start.line + context);
  const gutter = String(last).length;
  const out: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? '';
    if (number !== start.line && line.trim() === '') continue;
    const shown = cut(printable(line), shift, room);
    out.push(`  ${paint('dim', `${String(number).padStart(gutter)} |`)} ${shown}`.trimEnd());
    if (number !== start.line) continue;
    const from = place - shift;
    const to = (end.line === start.line ? end.column - 1 : line.length) - shift;
    const carets = '^'.repeat(Math.max(1, displayWidth(shown.slice(from, to))));
    const before = ' '.repeat(displayWidth(shown.slice(0, from)));
    out.push(`  ${paint('dim', `${' '.repeat(gutter)} |`)} ${before}${paint(severity, carets)}`);
  }
  return out;
}

/** The part of a line that begins at an offset and takes so many columns at most. */
function cut(line: string, start: number, columns: number): string {
  if (start === 0 && line.length * 2 <= columns) return line;
  let end = start;
  let taken = 0;
  for (const point of line.slice(start)) {
    taken += displayWidth(point);
    if (taken > columns) break;
    end += point.length;
  }
  return line.slice(start, end);
}

/** Tabs and control characters would move the carets; so would what makes a terminal write from right to left, which is worth seeing. */
function printable(line: string): string {
  return line.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '\uFFFD');
}
