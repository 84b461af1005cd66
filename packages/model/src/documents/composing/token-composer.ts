// The tokens of the library's parser as nodes. What a text means is decided here and in the neighbours of this file; the
// library does the same into documents that can be changed and written again, at several times the size and cost.
import type { CST } from 'yaml';
import {
  mistake,
  type ComposedList,
  type ComposedMap,
  type ComposedNode,
  type ComposedPair,
  type OnMistake,
  type SyntaxMistake,
  type Token,
} from './composed.ts';
import {
  emptyPosition,
  isBlock,
  type Properties,
  type PropertiesContext,
  readEnd,
  readProperties,
} from './properties.ts';
import { composeScalar, coreTag, taggedType } from './scalars.ts';

/** A key without a question mark and its colon are at most so far apart. */
const MAX_KEY_LENGTH = 1024;
const OWN_LINE = 'A mapping or list begins on a line of its own, below this.';
export const SAME_COLUMN =
  'The keys of a mapping, and the elements of a list, begin at the same column; this one does not.';

/** Thrown where nobody is told of further mistakes. */
const ENOUGH = new Error('enough mistakes');

export class TokenComposer {
  readonly #mistakes: SyntaxMistake[];
  readonly #enough: number;
  /** Whether no collection has been entered. */
  #atRoot = true;

  /**
   * @param mistakes - Takes what is found.
   * @param maxProblems - So many are told. One place may have two mistakes, which are told as one.
   */
  constructor(mistakes: SyntaxMistake[], maxProblems: number) {
    this.#mistakes = mistakes;
    this.#enough = mistakes.length + 2 * maxProblems;
  }

  readonly #note: OnMistake = (at, code, message) => {
    this.#mistakes.push(mistake(at, code, message));
    if (this.#mistakes.length > this.#enough) throw ENOUGH;
  };

  /** The contents; undefined where there were too many mistakes to go on. */
  document(token: CST.Document): ComposedNode | undefined {
    try {
      return this.#document(token);
    } catch (error) {
      if (error === ENOUGH) return undefined;
      throw error;
    }
  }

  #document({ start, value, end, offset }: CST.Document): ComposedNode {
    const next = value ?? end?.[0];
    const properties = this.#properties(start, { indicator: 'doc-start', next, offset, parentIndent: 0 });
    if (properties.indicator !== undefined && isBlock(value) && !properties.hasLineBreak) {
      this.#note(properties.end, 'MISSING_CHAR', OWN_LINE);
    }
    const contents = this.#value(value, properties.end, start, properties);
    readEnd(end, contents.after, false, this.#note);
    return contents;
  }

  #properties(
    tokens: readonly CST.SourceToken[],
    context: Omit<PropertiesContext, 'onMistake' | 'startsOnNewLine'> & { readonly startsOnNewLine?: boolean },
  ): Properties {
    return readProperties(tokens, { startsOnNewLine: true, ...context, onMistake: this.#note });
  }

  /** A node, or the empty one that stands for nothing behind the tokens before it. */
  #value(
    token: Token | null | undefined,
    offset: number,
    before: readonly CST.SourceToken[] | undefined,
    properties: Properties,
  ): ComposedNode {
    return token ? this.#node(token, properties) : this.#empty(offset, before, properties);
  }

  #node(token: Token, properties: Properties): ComposedNode {
    const { tag } = properties;
    if (token.type === 'alias') {
      const alias = this.#alias(token);
      if (hasProperties(properties)) this.#note(token, 'ALIAS_PROPS');
      return alias;
    }
    const named = this.#anchorOf(properties);
    switch (token.type) {
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar': {
        const scalar = composeScalar(token, this.#atRoot, this.#note);
        return { ...scalar, ...named, ...this.#scalarType(tag, scalar.text) };
      }
      case 'block-map':
      case 'block-seq':
      case 'flow-collection':
        this.#checkProperties(token, properties);
        return { ...this.#collection(token), ...named };
      default:
        this.#note(token, 'UNEXPECTED_TOKEN', token.type === 'error' ? token.message : `Did not expect ${token.type}.`);
        return this.#empty(token.offset, undefined, properties);
    }
  }

  #empty(offset: number, before: readonly CST.SourceToken[] | undefined, properties: Properties): ComposedNode {
    const { tag, hasComment, end } = properties;
    const at = emptyPosition(offset, before);
    return {
      kind: 'scalar',
      text: '',
      style: 'plain',
      start: at,
      end: at,
      after: hasComment ? end : at,
      ...this.#anchorOf(properties),
      ...this.#scalarType(tag, ''),
    };
  }

  #anchorOf({ anchor }: Properties) {
    if (anchor?.source === '&') this.#note(anchor, 'BAD_ALIAS');
    return anchor === undefined ? undefined : { anchor: anchor.source.slice(1) };
  }

  #alias({ offset, source, end }: CST.FlowScalar): ComposedNode {
    if (source === '*') this.#note(offset, 'BAD_ALIAS');
    if (source.endsWith(':')) this.#note(offset + source.length - 1, 'BAD_ALIAS');
    const valueEnd = offset + source.length;
    const after = readEnd(end, valueEnd, true, this.#note);
    return { kind: 'alias', source: source.slice(1), start: offset, end: valueEnd, after };
  }

  #scalarType(tag: CST.SourceToken | undefined, text: string) {
    if (tag === undefined) return undefined;
    const type = taggedType(tag.source, text);
    if (type === undefined) this.#unknownTag(tag);
    return { type };
  }

  #unknownTag(tag: CST.SourceToken): void {
    this.#note(tag, 'TAG_RESOLVE_FAILED');
  }

  #checkProperties(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, properties: Properties): void {
    const { anchor, tag, lineBreakBehind } = properties;
    const last = (anchor?.offset ?? -1) > (tag?.offset ?? -1) ? anchor : tag;
    if (token.type === 'block-seq' && last !== undefined && (lineBreakBehind?.offset ?? -1) < last.offset) {
      this.#note(last, 'MISSING_CHAR', OWN_LINE);
    }
    const isMap = token.type === 'block-map' || (token.type === 'flow-collection' && token.start.source === '{');
    if (tag !== undefined && tag.source !== '!' && coreTag(tag.source) !== (isMap ? 'map' : 'seq'))
      this.#unknownTag(tag);
  }

  #collection(token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): ComposedMap | ComposedList {
    const atRoot = this.#atRoot;
    this.#atRoot = false;
    if (token.type === 'block-map') return this.#blockMap(token);
    return token.type === 'block-seq' ? this.#blockList(token) : this.#flow(token, atRoot);
  }

  #blockMap({ items: pairs, indent, offset: start }: CST.BlockMap): ComposedMap {
    const items: ComposedPair[] = [];
    let offset = start;
    let commentEnd: number | undefined;
    for (const pair of pairs) {
      const { start: before, key, sep, value } = pair;
      const properties = this.#properties(before, {
        indicator: 'explicit-key-ind',
        next: key ?? sep?.[0],
        offset,
        parentIndent: indent,
      });
      const isImplicit = properties.indicator === undefined;
      const column = isImplicit ? indentOf(key) : properties.indicator?.indent;
      if (isImplicit && key?.type === 'block-seq') {
        this.#note(offset, 'BLOCK_AS_IMPLICIT_KEY');
      } else if (column !== undefined && column !== indent) this.#note(offset, 'BAD_INDENT', SAME_COLUMN);
      if (isImplicit && !hasProperties(properties) && sep === undefined) {
        commentEnd = properties.end;
        continue;
      }
      if (isImplicit && (properties.lineBreakBehind !== undefined || hasLineBreak(key))) {
        this.#note(key ?? before.at(-1) ?? offset, 'MULTILINE_IMPLICIT_KEY');
      }
      const keyNode = this.#value(key, properties.end, before, properties);
      const valueProperties = this.#properties(sep ?? [], {
        indicator: 'map-value-ind',
        next: value,
        offset: keyNode.after,
        parentIndent: indent,
        startsOnNewLine: !key || key.type === 'block-scalar',
      });
      const colon = valueProperties.indicator;
      offset = valueProperties.end;
      if (colon === undefined) {
        if (isImplicit) this.#note(keyNode, 'MISSING_CHAR', 'Expected a colon and a value behind the key.');
        items.push({ key: keyNode, value: undefined });
        continue;
      }
      if (isImplicit && value?.type === 'block-map' && !valueProperties.hasLineBreak) {
        this.#note(offset, 'BLOCK_AS_IMPLICIT_KEY');
      }
      if (isImplicit && properties.start < colon.offset - MAX_KEY_LENGTH) {
        this.#note(keyNode, 'KEY_OVER_1024_CHARS');
      }
      const valueNode = this.#value(value, offset, sep, valueProperties);
      offset = valueNode.after;
      items.push({ key: keyNode, value: valueNode });
    }
    if (commentEnd !== undefined && commentEnd < offset) {
      this.#note(commentEnd, 'UNEXPECTED_TOKEN', 'Expected a key here.');
    }
    return { kind: 'map', items, start, end: offset, after: commentEnd ?? offset };
  }

  #blockList({ items: elements, indent, offset: start }: CST.BlockSequence): ComposedList {
    const items: ComposedNode[] = [];
    let offset = start;
    let commentEnd: number | undefined;
    for (const { start: before, value } of elements) {
      const properties = this.#properties(before, {
        indicator: 'seq-item-ind',
        next: value,
        offset,
        parentIndent: indent,
      });
      if (properties.indicator === undefined) {
        if (!hasProperties(properties) && !value) {
          commentEnd = properties.end;
          continue;
        }
        if (value?.type === 'block-seq') this.#note(properties.end, 'BAD_INDENT', SAME_COLUMN);
        else this.#note(offset, 'MISSING_CHAR', 'Expected a dash in front of this element.');
      }
      const node = this.#value(value, properties.end, before, properties);
      offset = node.after;
      items.push(node);
    }
    return { kind: 'list', items, start, end: offset, after: commentEnd ?? offset };
  }

  #flow(token: CST.FlowCollection, atRoot: boolean): ComposedMap | ComposedList {
    const { items: elements, start: open, indent, offset: start } = token;
    const isMap = open.source === '{';
    const name = isMap ? 'the mapping in braces' : 'the list in brackets';
    const pairs: ComposedPair[] = [];
    const items: ComposedNode[] = [];
    let offset = start + open.source.length;
    for (const [index, { start: before, key, sep, value }] of elements.entries()) {
      const properties = this.#properties(before, {
        flow: name,
        indicator: 'explicit-key-ind',
        next: key ?? sep?.[0],
        offset,
        parentIndent: indent,
        startsOnNewLine: false,
      });
      const isImplicit = properties.indicator === undefined;
      const isEmpty = isImplicit && !hasProperties(properties) && sep === undefined && !value;
      if (index === 0 && properties.comma !== undefined) {
        this.#note(properties.comma, 'UNEXPECTED_TOKEN', `Did not expect "," at the beginning of ${name}.`);
      } else if (isEmpty && index < elements.length - 1) {
        this.#note(properties.start, 'UNEXPECTED_TOKEN', `Expected something in front of the comma in ${name}.`);
      }
      if (isEmpty) {
        offset = properties.end;
        continue;
      }
      if (isImplicit && !isMap && hasLineBreak(key) && key) this.#note(key, 'MULTILINE_IMPLICIT_KEY');
      if (index > 0 && properties.comma === undefined) {
        this.#note(properties.start, 'MISSING_CHAR', `Expected a comma between the elements of ${name}.`);
      }
      if (!isMap && sep === undefined && isImplicit) {
        const node = this.#value(value, properties.end, sep, properties);
        items.push(node);
        offset = node.after;
        if (isBlock(value)) this.#note(node, 'BLOCK_IN_FLOW');
        continue;
      }
      const keyNode = this.#value(key, properties.end, before, properties);
      if (isBlock(key)) this.#note(keyNode, 'BLOCK_IN_FLOW');
      const valueProperties = this.#properties(sep ?? [], {
        flow: name,
        indicator: 'map-value-ind',
        next: value,
        offset: keyNode.after,
        parentIndent: indent,
        startsOnNewLine: false,
      });
      const colon = valueProperties.indicator;
      if (colon === undefined) {
        if (value) this.#missingColon(value, valueProperties.start, name);
      } else if (!isMap && isImplicit) {
        const lineBreak = sep?.slice(0, sep.indexOf(colon)).find(({ type }) => type === 'newline');
        if (lineBreak !== undefined) this.#note(lineBreak, 'MULTILINE_IMPLICIT_KEY');
        if (properties.start < colon.offset - MAX_KEY_LENGTH) this.#note(colon, 'KEY_OVER_1024_CHARS');
      }
      const hasValue = value || colon !== undefined;
      const valueNode = hasValue ? this.#value(value, valueProperties.end, sep, valueProperties) : undefined;
      if (valueNode !== undefined && isBlock(value)) this.#note(valueNode, 'BLOCK_IN_FLOW');
      const pair = { key: keyNode, value: valueNode };
      const { end, after } = valueNode ?? keyNode;
      if (isMap) pairs.push(pair);
      else items.push({ kind: 'map', items: [pair], start: keyNode.start, end, after });
      offset = valueNode?.after ?? valueProperties.end;
    }
    const [end, after] = this.#flowEnd(token, offset, atRoot);
    return isMap ? { kind: 'map', items: pairs, start, end, after } : { kind: 'list', items, start, end, after };
  }

  #missingColon(value: Token, at: number, name: string): void {
    if ('source' in value && value.source.startsWith(':')) {
      this.#note(value, 'MISSING_CHAR', `Expected a space behind the colon in ${name}.`);
    } else this.#note(at, 'MISSING_CHAR', `Expected a comma or a colon between the elements of ${name}.`);
  }

  /** Where a flow collection ends, and what stands behind it. */
  #flowEnd({ start, end: tokens }: CST.FlowCollection, offset: number, atRoot: boolean): [end: number, after: number] {
    const close = start.source === '{' ? '}' : ']';
    const [first, ...rest] = tokens;
    if (first?.source === close) {
      const end = first.offset + close.length;
      return [end, readEnd(rest, end, true, this.#note)];
    }
    const message = `The ${start.source} is never closed: expected a ${close}.`;
    this.#note(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', message);
    const behind = first !== undefined && first.source.length !== 1 ? tokens : rest;
    return [offset, readEnd(behind, offset, true, this.#note)];
  }
}

function hasProperties({ anchor, tag }: Properties): boolean {
  return anchor !== undefined || tag !== undefined;
}

function indentOf(token: Token | null | undefined): number | undefined {
  return token && 'indent' in token ? token.indent : undefined;
}

/** Whether a key goes on over several lines. */
function hasLineBreak(token: Token | null | undefined): boolean {
  if (!token) return false;
  switch (token.type) {
    case 'alias':
    case 'scalar':
    case 'double-quoted-scalar':
    case 'single-quoted-scalar':
      return token.source.includes('\n') || breaksLine(token.end);
    case 'flow-collection':
      return token.items.some(
        ({ start, key, sep, value }) =>
          breaksLine(start) || breaksLine(sep) || hasLineBreak(key) || hasLineBreak(value),
      );
    default:
      return true;
  }
}

function breaksLine(tokens: readonly CST.SourceToken[] | undefined): boolean {
  return tokens?.some(({ type }) => type === 'newline') ?? false;
}
