// Mistakes in the syntax of YAML, in words that say how to mend them.
import type { ErrorCode } from 'yaml';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { SyntaxMistake } from './composing/composed.ts';
import { SAME_COLUMN } from './composing/token-composer.ts';
import { lineProblem } from './line-hints.ts';
import { limitProblem } from './limit-problems.ts';
import { type Extent, quote } from './nodes.ts';
import type { DocumentProblem } from './problem.ts';

/** Mistakes inside one value, behind which the text reads as before. After any other, what follows is guessed. */
const LOCAL: ReadonlySet<ErrorCode> = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED']);

interface Wording {
  /** Where the mistake has no message of its own. */
  readonly message?: string;
  readonly hint: string;
}

const REMOVE_ONE = 'Remove all but one.';

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
  TAG_RESOLVE_FAILED: { message: 'This value has a tag that is none of its own.', hint: 'Remove the tag.' },
  MULTIPLE_ANCHORS: { message: 'This value has two anchors.', hint: REMOVE_ONE },
  MULTIPLE_TAGS: { message: 'This value has two tags.', hint: REMOVE_ONE },
  BAD_PROP_ORDER: { message: 'An anchor or a tag stands in front of the value alone.', hint: 'Move it behind this.' },
  BAD_ALIAS: {
    message: 'An anchor is & and a name, an alias * and a name.',
    hint: 'Correct the name.',
  },
  ALIAS_PROPS: { message: 'An alias has no anchor and no tag of its own.', hint: 'Remove them.' },
  BLOCK_IN_FLOW: {
    message: 'Inside of brackets, a mapping or a list has brackets of its own.',
    hint: 'Put it in { } or [ ], or add a comma in front of it.',
  },
  KEY_OVER_1024_CHARS: {
    message: 'The colon of a key comes at most 1024 characters behind its beginning.',
    hint: 'Shorten the key.',
  },
  BAD_DIRECTIVE: {
    message: 'A line that begins with % is a directive of YAML.',
    hint: 'Remove it.',
  },
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

const BRACKETS_IN_FLOW = 'Inside of braces or brackets, a value with braces or brackets goes in quotes.';

/** A value such as CHUNK[INT] or a{{Param.X}} in a flow collection, which YAML reads up to the bracket or brace. */
function bareBrackets(text: string, stop: number): Extent | undefined {
  const word = /[^\s,:{}[\]"']{1,40}$/.exec(text.slice(Math.max(0, stop - 40), stop))?.[0];
  const rest = /^(?:(?:\[\w*)+\]+|\{\{[^{}\r\n]*\}\}[^,\]}\r\n]*)/.exec(text.slice(stop, stop + MAX_BRACES))?.[0];
  return word === undefined || rest === undefined ? undefined : { start: stop - word.length, end: stop + rest.length };
}

const OUTDENTED = 'A value in quotes goes on further in than its key; this line does not.';
const OUTDENTED_HINT = 'Indent it further, with spaces.';

/** A line that closes the quote, and begins no key or element of its own: it was meant to go on with the value. */
function closedBelow(text: string, quoteMark: string, stop: number): Extent | undefined {
  LINE_BELOW.lastIndex = stop;
  const [all = '', line = ''] = LINE_BELOW.exec(text) ?? [];
  if (!line.includes(quoteMark) || /^(?:- |[^:]*:)/.test(line)) return undefined;
  const start = stop + all.length - line.length;
  return { start, end: stop + all.length };
}

const LINE_BELOW = /\s*([^\r\n]{0,1000})/y;

/** What begins with two braces is a mapping for YAML, and was meant to be a format string. */
export function unquotedBraces(code: DiagnosticCode, extent: Extent, text: string): DocumentProblem {
  const message = 'Two braces without quotes are a mapping inside a mapping, and no format string.';
  const hint = `Put the whole value in quotes: ${quote(text.slice(extent.start, extent.end))}.`;
  return { code, message, hint, extent };
}

const SAME_COLUMN_HINT = 'Indent this line, or the lines above it that belong to it, alike.';

const SLIPPED = /^ +((?:- )?\w+:(?= |\r?\n))/;

/**
 * The mistakes of a document, without those that only follow from one before, and at most one more than anyone wants.
 *
 * @param unclosed - Offsets of quotes that open and never close.
 */
export function syntaxProblems(
  mistakes: readonly SyntaxMistake[],
  unclosed: readonly number[],
  maxProblems: number,
  text: string,
): DocumentProblem[] {
  const kept: SyntaxMistake[] = [];
  const inOrder = mistakes.toSorted((a, b) => a.start - b.start);
  for (const error of inOrder) {
    if (error.start < (kept.at(-1)?.end ?? 0)) continue;
    kept.push(error);
    if (!LOCAL.has(error.code) || kept.length > maxProblems) break;
  }
  const problems = kept.slice(0, maxProblems).map((error) => syntaxProblem(error, unclosed, text));
  if (kept.length > maxProblems) {
    problems.push(limitProblem('maxProblems', { maxProblems }));
  }
  return problems;
}

function syntaxProblem(error: SyntaxMistake, unclosed: readonly number[], text: string): DocumentProblem {
  const { code, message = '', start, end } = error;
  const line = LOCAL.has(code) ? undefined : lineProblem(text, start);
  if (line !== undefined) return { code: 'yaml-syntax', ...line };
  const braces = code === 'UNEXPECTED_TOKEN' ? bareBraces(text, start) : undefined;
  if (braces !== undefined) return unquotedBraces('yaml-syntax', braces, text);
  const bare = /[[{]/.test(text.charAt(start)) ? bareBrackets(text, start) : undefined;
  if (bare !== undefined) {
    const hint = `Write ${quote(text.slice(bare.start, bare.end))}.`;
    return { code: 'yaml-syntax', message: BRACKETS_IN_FLOW, hint, extent: bare };
  }
  const opened = code === 'MISSING_CHAR' ? unclosed.findLast((offset) => offset < start) : undefined;
  if (opened !== undefined && /quote/.test(message)) {
    const below = closedBelow(text, text.charAt(opened), start);
    if (below !== undefined) return { code: 'yaml-syntax', message: OUTDENTED, hint: OUTDENTED_HINT, extent: below };
    const extent = { start: opened, end: opened + 1 };
    return { code: 'yaml-syntax', message: 'This quote is never closed.', hint: 'Close it, or remove it.', extent };
  }
  const wording = WORDINGS[code];
  // A key or an element at the beginning of its line was meant to stand beside others.
  const [indent = '', slipped] =
    code === 'UNEXPECTED_TOKEN' ? [] : (SLIPPED.exec(text.slice(start, start + 1000)) ?? []);
  if (slipped !== undefined && text[start - 1] === '\n') {
    const extent = { start: start + indent.length - slipped.length, end: start + indent.length };
    return { code: 'yaml-syntax', message: SAME_COLUMN, hint: SAME_COLUMN_HINT, extent };
  }
  // One code for two mistakes, and only one of them is about a bracket.
  const hint = message === SAME_COLUMN ? SAME_COLUMN_HINT : wording?.hint;
  return {
    code: code === 'TAG_RESOLVE_FAILED' ? 'yaml-tag' : 'yaml-syntax',
    message: message === '' ? (wording?.message ?? code) : message,
    ...(hint !== undefined && { hint }),
    extent: { start, end: Math.max(start + 1, end) },
  };
}
