import type { CST } from 'yaml';
import { readPlainScalar } from '../plain-scalar.ts';
import type { ScalarStyle } from '../nodes.ts';
import type { ComposedScalar, OnMistake, ScalarType } from './composed.ts';
import { COMMENT_APART, readEnd } from './properties.ts';
import { blockText, doubleQuotedText, plainText, singleQuotedText } from './scalar-text.ts';

type ScalarToken = CST.FlowScalar | CST.BlockScalar;

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  'single-quoted-scalar': 'single-quoted',
  'double-quoted-scalar': 'double-quoted',
  'block-scalar': 'block',
};

const TYPES: ReadonlySet<string> = new Set(['str', 'int', 'float', 'bool', 'null']);

/** A scalar, and what stands behind it. */
export function composeScalar(token: ScalarToken, atRoot: boolean, onMistake: OnMistake): ComposedScalar {
  const { type, offset: start, source } = token;
  const style = STYLES[type] ?? 'plain';
  if (type === 'block-scalar') {
    const { props, indent } = token;
    const [header, ...rest] = props;
    const offset = start + lengthOf(props);
    checkHeaderEnd(rest, onMistake);
    const block = { source, offset, outerIndent: indent, atRoot };
    const text = header?.type === 'block-scalar-header' ? blockText(header, block, onMistake) : '';
    const end = offset + source.length;
    return { kind: 'scalar', text, style, start, end, after: end };
  }
  const end = start + source.length;
  const after = readEnd(token.end, end, true, onMistake);
  return { kind: 'scalar', text: flowText(type, source, start, onMistake), style, start, end, after };
}

function flowText(type: string, source: string, start: number, onMistake: OnMistake): string {
  if (type === 'single-quoted-scalar') return singleQuotedText(source, start, onMistake);
  return (type === 'double-quoted-scalar' ? doubleQuotedText : plainText)(source, start, onMistake);
}

/** Behind the header of a block only a comment may stand. */
function checkHeaderEnd(tokens: readonly CST.Token[], onMistake: OnMistake): void {
  let afterSpace = false;
  for (const token of tokens) {
    if (token.type === 'space') afterSpace = true;
    else if (token.type === 'comment') {
      if (!afterSpace) onMistake(token, 'MISSING_CHAR', COMMENT_APART);
    } else if (token.type !== 'newline') {
      onMistake(token, 'UNEXPECTED_TOKEN', token.type === 'error' ? token.message : `Did not expect ${token.type}.`);
    }
  }
}

function lengthOf(tokens: readonly CST.Token[]): number {
  let length = 0;
  for (const token of tokens) if ('source' in token) length += token.source.length;
  return length;
}

/** What a tag makes of a scalar; undefined when it is no tag of YAML's core schema, or does not fit the text. */
export function taggedType(tag: string, text: string): ScalarType | undefined {
  if (tag === '!') return 'str';
  const type = coreTag(tag);
  if (!isScalarType(type)) return undefined;
  return type === 'str' || type === typeOf(text) ? type : undefined;
}

/** The name that a tag has in the core schema. */
export function coreTag(tag: string): string | undefined {
  return /^(?:!!|!<tag:yaml\.org,2002:)([a-z]+)>?$/.exec(tag)?.[1];
}

function isScalarType(type: string | undefined): type is ScalarType {
  return type !== undefined && TYPES.has(type);
}

function typeOf(text: string): ScalarType {
  if (text === '') return 'null';
  const { value } = readPlainScalar(text, undefined);
  switch (typeof value) {
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    case 'object':
      return 'null';
    default:
      return /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(text) ? 'int' : 'float';
  }
}
