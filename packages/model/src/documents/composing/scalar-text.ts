// What the source of a scalar stands for: quotes, escapes and folds undone.
import type { CST } from 'yaml';
import { foldEnd } from '../fold.ts';
import type { OnMistake } from './composed.ts';

const BAD_START: Readonly<Record<string, string>> = {
  '\t': 'a tab',
  ',': 'a comma',
  '%': 'a percent sign',
  '|': '"|"',
  '>': '">"',
  '@': '"@"',
  '`': 'a backquote',
};

export function plainText(source: string, offset: number, onMistake: OnMistake): string {
  const bad = BAD_START[source.charAt(0)];
  if (bad !== undefined) onMistake(offset, 'BAD_SCALAR_START', `A value without quotes cannot begin with ${bad}.`);
  return unfolded(source);
}

export function singleQuotedText(source: string, offset: number, onMistake: OnMistake): string {
  checkClosed(source, "'", offset, onMistake);
  return unfolded(source.slice(1, -1)).replaceAll("''", "'");
}

function checkClosed(source: string, quote: string, offset: number, onMistake: OnMistake): void {
  if (source.length > 1 && source.endsWith(quote)) return;
  onMistake(offset + source.length, 'MISSING_CHAR', `The closing quote ${quote} is missing.`);
}

/** Lines joined by a space, or by a line break for each empty line between them. */
function unfolded(source: string): string {
  if (!source.includes('\n')) return source;
  const [first = '', ...rest] = source.split(/\r?\n/);
  const last = rest.pop() ?? '';
  let text = withoutBlanksBehind(first);
  let joint = ' ';
  for (const raw of rest) {
    const line = withoutBlanksBehind(withoutBlanksBefore(raw));
    if (line === '') {
      if (joint === '\n') text += '\n';
      joint = '\n';
    } else {
      text += joint + line;
      joint = ' ';
    }
  }
  return text + joint + withoutBlanksBefore(last);
}

function withoutBlanksBefore(line: string): string {
  return line.replace(/^[ \t]+/, '');
}

/** By hand, because an expression would look at each blank of a long run again and again. */
function withoutBlanksBehind(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(0, end);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

// A run of blanks is taken whole, so that none of them is looked at twice.
const BLANKS = /[ \t]+/y;
const ESCAPED_LINE_BREAK = /\r?\n[ \t]*/y;
/** How many digits follow an escape that names a character by its number. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

export function doubleQuotedText(source: string, offset: number, onMistake: OnMistake): string {
  checkClosed(source, '"', offset, onMistake);
  const inner = source.slice(1, -1);
  let text = '';
  let copied = 0;
  let at = 0;
  const replace = (end: number, replacement: string): void => {
    text += inner.slice(copied, at) + replacement;
    at = copied = end;
  };
  while (at < inner.length) {
    const next = inner.charAt(at);
    if (next === '\\') {
      const name = inner.charAt(at + 1);
      const digits = DIGITS[name] ?? 0;
      const end = at + 2 + digits;
      const lineEnd = endOfMatch(ESCAPED_LINE_BREAK, inner, at + 1);
      const escaped = lineEnd > 0 ? '' : digits > 0 ? codePoint(inner.slice(at + 2, end), digits) : ESCAPES[name];
      const written = inner.slice(at, end);
      if (escaped === undefined) {
        onMistake(offset + 1 + at, 'BAD_DQ_ESCAPE', `There is no escape sequence ${written}.`);
      }
      replace(lineEnd > 0 ? lineEnd : end, escaped ?? written);
    } else if (next === '\n' || next === '\r' || next === ' ' || next === '\t') {
      const end = foldEnd(inner, at);
      if (end > 0) replace(end, '\n'.repeat(inner.slice(at, end).split('\n').length - 2) || ' ');
      else at = Math.max(at + 1, endOfMatch(BLANKS, inner, at));
    } else at += 1;
  }
  return text + inner.slice(copied);
}

/** Where what begins at an offset ends; -1 when it does not begin there. */
function endOfMatch(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : -1;
}

function codePoint(digits: string, length: number): string | undefined {
  const code = digits.length === length && /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Infinity;
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

interface BlockHeader {
  readonly isFolded: boolean;
  readonly indent: number;
  readonly chomp: string;
}

/** Reads `|`, `>-`, `|2+` and the like. */
function blockHeader({ offset, source }: CST.SourceToken, onMistake: OnMistake): BlockHeader {
  const { indicators = '', indent = '0' } = /^.(?<indicators>[-+]?(?<indent>[1-9])?[-+]?)/.exec(source)?.groups ?? {};
  const chomp = /[-+]/.exec(indicators)?.[0] ?? '';
  const isTwice = /[-+]\d?[-+]/.test(indicators);
  const length = 1 + indicators.length - (isTwice ? 1 : 0);
  if (length < source.length) {
    onMistake(offset + length, 'UNEXPECTED_TOKEN', `Expected the end of the line behind ${source.slice(0, length)}.`);
  }
  return { isFolded: source.startsWith('>'), indent: Number(indent), chomp };
}

interface Line {
  /** The spaces in front. */
  readonly indent: string;
  readonly content: string;
}

function lineOf(line: string): Line {
  const content = line.replace(/^ +/, '');
  return { indent: line.slice(0, line.length - content.length), content };
}

const isBlank = ({ content }: Line): boolean => content === '' || content === '\r';

/**
 * The text of a block scalar.
 *
 * @param source - The lines below the header.
 * @param offset - Where they begin.
 * @param outerIndent - That of the collection around it.
 */
export function blockText(
  header: CST.SourceToken,
  block: { readonly source: string; readonly offset: number; readonly outerIndent: number; readonly atRoot: boolean },
  onMistake: OnMistake,
): string {
  const { isFolded, indent, chomp } = blockHeader(header, onMistake);
  const lines = block.source === '' ? [] : block.source.split('\n').map(lineOf);
  const last = lines.findLastIndex((line) => !isBlank(line));
  if (last < 0) return chomp === '+' && lines.length > 0 ? '\n'.repeat(Math.max(1, lines.length - 1)) : '';
  const first = lines.findIndex((line) => !isBlank(line));
  const trim = indent > 0 ? block.outerIndent + indent : (lines[first]?.indent.length ?? 0);
  checkIndent(lines, { first, trim, isGiven: indent > 0, ...block }, onMistake);
  // A blank line with more spaces than the indent is content.
  const longBlank = lines.findLastIndex((line) => line.indent.length > trim);
  const end = Math.max(last, longBlank) + 1;
  const leading = lines.slice(0, first).map((line) => `${line.indent.slice(trim)}\n`);
  const content = lines.slice(first, end).map((line) => ({
    indent: line.indent.slice(trim),
    content: line.content.endsWith('\r') ? line.content.slice(0, -1) : line.content,
  }));
  const text =
    leading.join('') + (isFolded ? folded(content) : content.map((line) => line.indent + line.content).join('\n'));
  if (chomp === '-') return text;
  if (chomp === '') return `${text}\n`;
  const kept =
    text +
    lines
      .slice(end)
      .map((line) => `\n${line.indent.slice(trim)}`)
      .join('');
  return kept.endsWith('\n') ? kept : `${kept}\n`;
}

function checkIndent(
  lines: readonly Line[],
  block: { first: number; trim: number; isGiven: boolean; offset: number; outerIndent: number; atRoot: boolean },
  onMistake: OnMistake,
): void {
  let { offset } = block;
  let longest = block.isGiven ? block.trim : block.outerIndent;
  for (const [index, line] of lines.entries()) {
    const indent = line.indent.length;
    if (index < block.first) longest = block.isGiven ? longest : Math.max(longest, indent);
    if (index === block.first && indent < longest) onMistake(offset + indent, 'MISSING_CHAR', UNLIKE);
    if (index === block.first && block.trim === 0 && !block.atRoot) onMistake(offset, 'BAD_INDENT', UNLIKE);
    if (index >= block.first && indent < block.trim && !isBlank(line)) {
      onMistake(offset + indent, 'BAD_INDENT', UNLIKE);
    }
    offset += indent + line.content.length + 1;
  }
}

const UNLIKE = 'The lines of a block are indented alike, further than its key.';

/** Lines joined by spaces; those further in, and the line breaks around them, as they are. */
function folded(lines: readonly Line[]): string {
  let text = '';
  let joint = '';
  let wasFurtherIn = false;
  for (const { indent, content } of lines) {
    if (indent !== '' || content.startsWith('\t')) {
      if (joint === ' ') joint = '\n';
      else if (joint === '\n' && !wasFurtherIn) joint = '\n\n';
      text += joint + indent + content;
      joint = '\n';
      wasFurtherIn = true;
    } else if (content === '') {
      if (joint === '\n') text += '\n';
      else joint = '\n';
    } else {
      text += joint + content;
      joint = ' ';
      wasFurtherIn = false;
    }
  }
  return text;
}
