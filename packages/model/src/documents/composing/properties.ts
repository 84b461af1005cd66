import type { CST } from 'yaml';
import type { OnMistake, Token } from './composed.ts';

/** What stands in front of a node: its indicator, anchor, tag, comments and white space. */
export interface Properties {
  readonly indicator: CST.SourceToken | undefined;
  readonly comma: CST.SourceToken | undefined;
  readonly anchor: CST.SourceToken | undefined;
  readonly tag: CST.SourceToken | undefined;
  readonly hasComment: boolean;
  readonly hasLineBreak: boolean;
  /** The last line break behind the anchor or tag. */
  readonly lineBreakBehind: CST.SourceToken | undefined;
  /** Where the anchor or tag begins; without them, the end. */
  readonly start: number;
  readonly end: number;
}

export interface PropertiesContext {
  readonly indicator: 'doc-start' | 'explicit-key-ind' | 'map-value-ind' | 'seq-item-ind';
  /** The name of the flow collection that the tokens belong to. */
  readonly flow?: string;
  readonly next: Token | null | undefined;
  readonly offset: number;
  readonly parentIndent: number;
  readonly startsOnNewLine: boolean;
  readonly onMistake: OnMistake;
}

const APART = 'A space or a line break is missing behind the tag or anchor.';
export const COMMENT_APART = 'A comment begins with a space in front of the #.';
const SPACING: ReadonlySet<string> = new Set(['space', 'newline', 'comma']);

export function readProperties(tokens: readonly CST.SourceToken[], context: PropertiesContext): Properties {
  const { indicator, flow, next, offset, parentIndent, startsOnNewLine, onMistake } = context;
  let found: CST.SourceToken | undefined;
  let comma: CST.SourceToken | undefined;
  let anchor: CST.SourceToken | undefined;
  let tag: CST.SourceToken | undefined;
  let lineBreakBehind: CST.SourceToken | undefined;
  let tab: CST.SourceToken | undefined;
  let start: number | undefined;
  let hasComment = false;
  let hasLineBreak = false;
  let atLineStart = startsOnNewLine;
  let afterSpace = startsOnNewLine;
  let needsSpace = false;
  for (const token of tokens) {
    const { type } = token;
    if (needsSpace && !SPACING.has(type)) onMistake(token.offset, 'MISSING_CHAR', APART);
    needsSpace = false;
    if (tab !== undefined && atLineStart && type !== 'comment' && type !== 'newline') {
      onMistake(tab, 'TAB_AS_INDENT');
    }
    tab = undefined;
    switch (type) {
      case 'space': {
        // Lines of a flow collection are indented by nothing; in front of one at the root the parser takes a tab for a space.
        const mayBeTab = flow === undefined && (indicator !== 'doc-start' || next?.type !== 'flow-collection');
        if (mayBeTab && token.source.includes('\t')) tab = token;
        afterSpace = true;
        continue;
      }
      case 'newline':
        atLineStart = hasLineBreak = afterSpace = true;
        if (start !== undefined) lineBreakBehind = token;
        continue;
      case 'comment':
        if (!afterSpace) onMistake(token, 'MISSING_CHAR', COMMENT_APART);
        hasComment = true;
        atLineStart = false;
        continue;
      case 'anchor':
        if (anchor !== undefined) onMistake(token, 'MULTIPLE_ANCHORS');
        if (token.source.endsWith(':')) {
          onMistake(token.offset + token.source.length - 1, 'BAD_ALIAS');
        }
        anchor = token;
        break;
      case 'tag':
        if (tag !== undefined) onMistake(token, 'MULTIPLE_TAGS');
        tag = token;
        break;
      case indicator:
        if (start !== undefined) {
          onMistake(token, 'BAD_PROP_ORDER');
        }
        if (found !== undefined) onMistake(token, 'UNEXPECTED_TOKEN', unexpected(token.source, flow ?? 'a collection'));
        found = token;
        afterSpace = false;
        atLineStart = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
        continue;
      case 'comma':
        if (flow === undefined) onMistake(token, 'UNEXPECTED_TOKEN', unexpected(',', 'a collection'));
        else {
          if (comma !== undefined) onMistake(token, 'UNEXPECTED_TOKEN', unexpected(',', flow));
          comma = token;
        }
        break;
      default:
        onMistake(token, 'UNEXPECTED_TOKEN', unexpected(token.source, flow ?? 'a collection'));
    }
    afterSpace = atLineStart = false;
    if (type !== 'anchor' && type !== 'tag') continue;
    needsSpace = true;
    start ??= token.offset;
  }
  const last = tokens.at(-1);
  const end = last === undefined ? offset : last.offset + last.source.length;
  const isEmptyNext = next?.type === 'scalar' && next.source === '';
  if (needsSpace && next && !SPACING.has(next.type) && !isEmptyNext) onMistake(next.offset, 'MISSING_CHAR', APART);
  const tabIndents = tab !== undefined && atLineStart && tab.indent <= parentIndent;
  if (tab !== undefined && (tabIndents || isBlock(next))) onMistake(tab, 'TAB_AS_INDENT');
  return {
    indicator: found,
    comma,
    anchor,
    tag,
    hasComment,
    hasLineBreak,
    lineBreakBehind,
    start: start ?? end,
    end,
  };
}

function unexpected(source: string, where: string): string {
  return `Did not expect ${JSON.stringify(source)} in ${where}.`;
}

/** Checks what stands behind a node; gives the offset where that ends. */
export function readEnd(
  tokens: readonly CST.SourceToken[] | undefined,
  offset: number,
  needsSpace: boolean,
  onMistake: OnMistake,
): number {
  let end = offset;
  let afterSpace = false;
  for (const token of tokens ?? []) {
    const { type, source } = token;
    if (type === 'space' || type === 'newline') afterSpace = true;
    else if (type !== 'comment') onMistake(token, 'UNEXPECTED_TOKEN', unexpectedAtEnd(source));
    else if (needsSpace && !afterSpace) onMistake(token, 'MISSING_CHAR', COMMENT_APART);
    end += source.length;
  }
  return end;
}

function unexpectedAtEnd(source: string): string {
  return `Expected the end of the value, found ${JSON.stringify(source)}.`;
}

export function isBlock(token: Token | null | undefined): boolean {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

/** A node that is not there stands behind the last token in front of it that says something, and the spaces after that. */
export function emptyPosition(offset: number, before: readonly CST.SourceToken[] | undefined): number {
  const tokens = before ?? [];
  const last = tokens.findLastIndex(({ type }) => type !== 'space' && type !== 'comment' && type !== 'newline');
  let position = offset;
  for (const { source } of tokens.slice(last + 1)) position -= source.length;
  if (last < 0) return position;
  for (let index = last + 1; tokens[index]?.type === 'space'; index++) position += tokens[index]?.source.length ?? 0;
  return position;
}
