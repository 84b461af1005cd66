// Mistakes in the syntax of YAML: what the library finds, in words that say how to mend it.
import type { Document, ErrorCode, YAMLError } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { limitProblem } from './limit-problems.ts';
import { type Extent, quote } from './nodes.ts';
import type { DocumentProblem } from './problem.ts';

/** Mistakes inside one value, behind which the text reads as before. After any other, what follows is guessed. */
const LOCAL: ReadonlySet<ErrorCode> = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED']);

interface Wording {
  /** Instead of what the library says. */
  readonly message?: string;
  readonly hint: string;
}

const WORDINGS: Readonly<Partial<Record<ErrorCode, Wording>>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A key with a value cannot stand inside a value that began on the same line.',
    hint: 'Put a value that holds ": " in quotes, or begin the key on a line of its own, as far in as its neighbours.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'Expected a key, a colon and a space on one line, found a key that goes on over several lines.',
    hint: 'Write a space behind the colon, as in "name: Demo", and indent this line like its neighbours.',
  },
  MISSING_CHAR: { hint: 'Add the character that is missing.' },
  BAD_INDENT: { hint: 'Close the bracket, or indent this line further than the line on which the bracket opens.' },
  TAB_AS_INDENT: { message: 'YAML is not indented with tabs.', hint: 'Use spaces in place of the tab.' },
  BAD_SCALAR_START: { hint: 'Put the value in quotes.' },
  BAD_DQ_ESCAPE: { hint: 'Double the backslash, or put the value in single quotes, in which a backslash is itself.' },
  UNEXPECTED_TOKEN: {
    hint: 'Is this line indented like its neighbours? A value that holds characters of YAML such as {, [, " or # goes in quotes.',
  },
  TAG_RESOLVE_FAILED: { message: 'This value has a tag, and no value may have one.', hint: 'Remove the tag.' },
};

/** A value that begins with two braces and goes on behind them, where the library stops reading it. */
function bareBraces(text: string, stop: number): Extent | undefined {
  const lineStart = text.lastIndexOf('\n', stop - 1) + 1;
  const before = BRACES_BEFORE.exec(text.slice(Math.max(lineStart, stop - MAX_BRACES), stop));
  if (before === null) return undefined;
  const start = stop - (before[1] ?? '').length;
  const isInList = /[[,]\s*$/.test(text.slice(Math.max(lineStart, start - MAX_BRACES), start));
  const rest = (isInList ? /^[^,\]\r\n]*/ : /^[^\r\n]*?(?=\s+#|\r|\n|$)/).exec(text.slice(stop, stop + MAX_BRACES));
  return { start, end: start + text.slice(start, stop + (rest?.[0].length ?? 0)).trimEnd().length };
}

const BRACES_BEFORE = /(?:^|[\s[,])(\{\{[^{}]*\}\}\s*)$/;
/** Longer ones are not looked at. */
const MAX_BRACES = 1000;

/** What begins with two braces is a mapping for YAML, and was meant to be a format string. */
export function unquotedBraces(code: DiagnosticCode, extent: Extent, text: string): DocumentProblem {
  const message = 'Two braces without quotes are a mapping inside a mapping, and no format string.';
  const hint = `Put the whole value in quotes: ${quote(text.slice(extent.start, extent.end))}.`;
  return { code, message, hint, extent };
}

const SAME_COLUMN: Wording = {
  message: 'The keys of a mapping, and the elements of a list, begin at the same column; this one does not.',
  hint: 'Indent this line, or the lines above it that belong to it, alike.',
};

/**
 * The mistakes of a document, without those that only follow from one before, and at most one more than anyone wants.
 *
 * @param unclosed - Offsets of quotes that open and never close.
 */
export function syntaxProblems(
  { errors, warnings }: Document.Parsed,
  unclosed: readonly number[],
  maxProblems: number,
  text: string,
): DocumentProblem[] {
  const kept: YAMLError[] = [];
  // Warnings of the library are tags that nothing resolves: an error for a template.
  const inOrder = [...errors, ...warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  for (const error of inOrder) {
    if (error.pos[0] < (kept.at(-1)?.pos[1] ?? 0)) continue;
    kept.push(error);
    if (!LOCAL.has(error.code) || kept.length > maxProblems) break;
  }
  const problems = kept.slice(0, maxProblems).map((error) => syntaxProblem(error, unclosed, text));
  if (kept.length > maxProblems) {
    problems.push(limitProblem('maxProblems', { maxProblems }));
  }
  return problems;
}

function syntaxProblem(error: YAMLError, unclosed: readonly number[], text: string): DocumentProblem {
  const { code, message, pos } = error;
  const braces = code === 'UNEXPECTED_TOKEN' ? bareBraces(text, pos[0]) : undefined;
  if (braces !== undefined) return unquotedBraces('yaml-syntax', braces, text);
  const opened = code === 'MISSING_CHAR' ? unclosed.findLast((offset) => offset < pos[0]) : undefined;
  if (opened !== undefined && /quote/.test(message)) {
    const extent = { start: opened, end: opened + 1 };
    return { code: 'yaml-syntax', message: 'This quote is never closed.', hint: 'Close it, or remove it.', extent };
  }
  // One code for two mistakes, and only one of them is about a bracket.
  const wording = /same column/.test(message) ? SAME_COLUMN : WORDINGS[code];
  return {
    code: code === 'TAG_RESOLVE_FAILED' ? 'yaml-tag' : 'yaml-syntax',
    // The library says the line and column, and prints the line: that is for the renderers.
    message: wording?.message ?? `${message.replace(/ at line \d+, column \d+:[^]*$/, '').replace(/\.?$/, '')}.`,
    ...(wording === undefined ? {} : { hint: wording.hint }),
    extent: { start: pos[0], end: Math.max(pos[0] + 1, pos[1]) },
  };
}
