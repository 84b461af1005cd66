// The part of YAML that nearly all templates are written in, read in one pass: block collections, flow
// collections, one-line scalars, block scalars, comments. Whatever is unusual, and whatever is wrong, is left to the
// library, which knows all of YAML at ten times the cost: a text that this reader reads has the same tree, offset by
// offset, as the library gives (test/documents/plain-yaml.test.ts).
import { blockText, doubleQuotedText, singleQuotedText } from './composing/scalar-text.ts';
import { duplicateKey } from './duplicate-keys.ts';
import { addProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import { type DocumentNode, type Extent, listNode, type MapEntry, mapNode, scalarNode } from './nodes.ts';
import { isPlainString, readPlainScalar } from './plain-scalar.ts';
import { type DocumentProblem, LimitExceeded } from './problem.ts';

const KEY = /([A-Za-z_$][\w$.-]{0,200}):(?=[ \r\n])/y;
const FLOW_KEY = /(?:([A-Za-z_$][\w$.-]{0,200})|"([^"\\\n\t]{0,200})"): +/y;
const ITEM = /-(?=[ \r\n])/y;
/** Not a beginning that means something else, and no tab. What ends it is looked for afterwards. */
const PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s-]|-+[^\s-]))[^\r\n\t]*/y;
// What repeats a group is repeated here, not by an expression: it would keep a way back for each repetition.
const FLOW_PLAIN = /(?:[\w$./~]|-+(?=[\w.]))[^\r\n\t,[\]{}:#]*/y;
const FLOW_PLAIN_REST = /:[^\s,[\]{}:#][^\r\n\t,[\]{}:#]*/y;
const DOUBLE_QUOTED_STOP = /["\\\r\n]/g;
const SINGLE_QUOTED_STOP = /['\r\n]/g;
const BLOCK_HEADER = /[|>]-?\r?\n/y;
const LINE_BREAK = /\r?\n/y;
const LINE_END = /(?: *| +#[^\r\n]*)(?:\r?\n|$)/y;
const COMMENT_LINE = /#[^\r\n]*(?:\r?\n|$)/y;

const SPACE = 0x20;

/** Thrown where a text goes beyond what is read here. */
const UNUSUAL = new Error('not plain');
/** Recursion ends here, whatever the limit says. */
const MAX_LEVEL = 200;

interface PlainYaml {
  readonly root: DocumentNode | undefined;
  /** Keys that are repeated. */
  readonly problems: readonly DocumentProblem[];
}

/** The tree of a text; undefined when it takes the library to read it. */
export function readPlainYaml(text: string, limits: DocumentLimits): PlainYaml | undefined {
  // A carriage return is a part of a line break, or of something rare.
  if (/\r(?!\n)/.test(text)) return undefined;
  const reader = new PlainYamlReader(text, limits);
  try {
    return { root: reader.document(), problems: reader.problems };
  } catch (error) {
    if (error === UNUSUAL) return undefined;
    if (error instanceof LimitExceeded) return { root: undefined, problems: [...reader.problems, error.problem] };
    throw error;
  }
}

class PlainYamlReader {
  readonly problems: DocumentProblem[] = [];
  readonly #text: string;
  readonly #limits: DocumentLimits;
  readonly #maxLevel: number;
  #at = 0;
  #lineStart = 0;
  /** The column of the next content at the beginning of a line; -1 at the end of the text. */
  #column = -1;
  /** The deepest column of the comments on lines of their own before it; -1 without any. */
  #comment = -1;
  #level = 0;
  #nodes = 0;

  constructor(text: string, limits: DocumentLimits) {
    this.#text = text;
    this.#limits = limits;
    this.#maxLevel = Math.min(limits.maxDepth, MAX_LEVEL);
  }

  document(): DocumentNode {
    this.#at = /^---\r?\n/.exec(this.#text)?.[0].length ?? 0;
    this.#nextLine();
    const root = this.#block();
    // Lines that go on with a scalar, or are too deep, belong to no collection. A comment further in at the end may belong
    // to the root.
    if (this.#column >= 0 || this.#comment > 0) throw UNUSUAL;
    return root;
  }

  /** A block collection that begins here. */
  #block(): DocumentNode {
    const column = this.#at - this.#lineStart;
    const start = this.#at;
    this.#count();
    this.#enter();
    const node = this.#matches(ITEM) === undefined ? this.#map(start, column) : this.#list(start, column);
    this.#level -= 1;
    // A comment as deep as the collection that ends before it belongs to the collection.
    if (column > 0 && this.#comment >= column) throw UNUSUAL;
    return node;
  }

  #map(start: number, column: number): DocumentNode {
    const entries = new Map<string, MapEntry>();
    let end: number;
    do {
      const keyStart = this.#at;
      KEY.lastIndex = keyStart;
      const key = KEY.exec(this.#text)?.[1];
      if (key === undefined || !isPlainString(key)) throw UNUSUAL;
      this.#at = keyStart + key.length + 1;
      const value = this.#value(column, true);
      this.#setEntry(entries, { key, keyExtent: { start: keyStart, end: keyStart + key.length }, value });
      end = this.#valueEnd;
    } while (this.#column === column);
    this.#valueEnd = end;
    return mapNode(entries, { start, end });
  }

  #list(start: number, column: number): DocumentNode {
    const items: DocumentNode[] = [];
    let end: number;
    do {
      this.#at += 1;
      items.push(this.#value(column, false));
      end = this.#valueEnd;
    } while (this.#column === column && this.#matches(ITEM) !== undefined);
    this.#valueEnd = end;
    return listNode(items, { start, end });
  }

  /** The column of the block collection around a flow collection, whose lines all begin further in. */
  #outerColumn = 0;

  /** Where the last value ends, the line break and comment behind it included. */
  #valueEnd = 0;

  /** What stands behind the colon or dash of a collection; reads on to the next line that says something. */
  #value(column: number, inMap: boolean): DocumentNode {
    if (this.#matches(LINE_END) !== undefined) {
      this.#endLine();
      const begins = this.#column > column || (inMap && this.#column === column && this.#matches(ITEM) !== undefined);
      return begins ? this.#block() : this.#unusual();
    }
    this.#skipSpaces();
    if (!inMap && (this.#matches(ITEM) ?? this.#matches(KEY)) !== undefined) return this.#block();
    this.#outerColumn = column;
    const node = this.#blockScalar(column) ?? this.#flow(false);
    if (node.kind !== 'scalar' || node.style !== 'block') this.#endLine();
    return node;
  }

  /** A flow collection, or a scalar on one line. */
  #flow(inside: boolean): DocumentNode {
    this.#count();
    const start = this.#at;
    switch (this.#text[start]) {
      case '[':
        return this.#flowList(start);
      case '{':
        return this.#flowMap(start);
      case '"':
        return this.#quoted('double-quoted', start);
      case "'":
        return this.#quoted('single-quoted', start);
      default: {
        const source = inside ? this.#flowPlain() : this.#blockPlain();
        this.#at = start + source.length;
        return readPlainScalar(source, { start, end: this.#at });
      }
    }
  }

  #blockPlain(): string {
    const line = this.#matches(PLAIN) ?? this.#unusual();
    const comment = line.indexOf(' #');
    const source = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
    return source.includes(': ') || source.endsWith(':') ? this.#unusual() : source;
  }

  #flowPlain(): string {
    const start = this.#at;
    this.#take(FLOW_PLAIN);
    while (this.#matches(FLOW_PLAIN_REST) !== undefined) this.#take(FLOW_PLAIN_REST);
    return this.#text.slice(start, this.#at).trimEnd();
  }

  #flowList(start: number): DocumentNode {
    const items: DocumentNode[] = [];
    this.#flowItems(']', () => items.push(this.#flow(true)));
    return listNode(items, { start, end: this.#at });
  }

  #flowMap(start: number): DocumentNode {
    const entries = new Map<string, MapEntry>();
    this.#flowItems('}', () => {
      const keyStart = this.#at;
      FLOW_KEY.lastIndex = keyStart;
      const [whole, plain, quoted] = FLOW_KEY.exec(this.#text) ?? this.#unusual();
      const key = quoted ?? plain ?? '';
      if (quoted === undefined && !isPlainString(key)) throw UNUSUAL;
      this.#at += whole.length;
      const end = keyStart + key.length + (quoted === undefined ? 0 : 2);
      this.#setEntry(entries, { key, keyExtent: { start: keyStart, end }, value: this.#flow(true) });
    });
    return mapNode(entries, { start, end: this.#at });
  }

  #setEntry(entries: Map<string, MapEntry>, entry: MapEntry & { readonly keyExtent: Extent }): void {
    const { key, keyExtent } = entry;
    const first = entries.get(key);
    if (first === undefined) entries.set(key, entry);
    else addProblem(this.problems, duplicateKey(key, keyExtent, first.keyExtent), this.#limits);
  }

  #flowItems(close: string, readItem: () => void): void {
    this.#enter();
    this.#at += 1;
    this.#skipInFlow();
    while (this.#text[this.#at] !== close) {
      readItem();
      this.#skipInFlow();
      if (this.#text[this.#at] === close) break;
      if (this.#text[this.#at] !== ',') throw UNUSUAL;
      this.#at += 1;
      this.#skipInFlow();
    }
    this.#at += 1;
    this.#level -= 1;
  }

  #skipInFlow(): void {
    this.#skipSpaces();
    if (!this.#isLineBreak(this.#at)) return;
    let lineStart = this.#at;
    while (this.#matches(LINE_BREAK) !== undefined) {
      this.#take(LINE_BREAK);
      lineStart = this.#at;
      this.#skipSpaces();
    }
    if (this.#at - lineStart <= this.#outerColumn) throw UNUSUAL;
  }

  #quoted(style: 'single-quoted' | 'double-quoted', start: number): DocumentNode {
    const single = style === 'single-quoted';
    const end = this.#endOfQuoted(single ? SINGLE_QUOTED_STOP : DOUBLE_QUOTED_STOP, start + 1);
    this.#at = end;
    const source = this.#text.slice(start, end);
    const inner = source.slice(1, -1);
    const isText = !inner.includes(single ? "'" : '\\');
    const value = isText ? inner : (single ? singleQuotedText : doubleQuotedText)(source, start, throwUnusual);
    return scalarNode(value, value, style, { start, end });
  }

  #endOfQuoted(stop: RegExp, start: number): number {
    for (let at = start; ; at += 2) {
      stop.lastIndex = at;
      at = stop.exec(this.#text)?.index ?? this.#unusual();
      const found = this.#text[at];
      if (found === '\\' ? this.#isLineBreak(at + 1) : this.#isLineBreak(at)) throw UNUSUAL;
      // A backslash and what it stands before, or two single quotes, are one character.
      if (found === '"' || (found === "'" && this.#text[at + 1] !== "'")) return at + 1;
    }
  }

  #isLineBreak(at: number): boolean {
    return this.#text[at] === '\n' || this.#text[at] === '\r';
  }

  /** A literal or folded scalar; undefined when none begins here. */
  #blockScalar(column: number): DocumentNode | undefined {
    const header = this.#matches(BLOCK_HEADER);
    if (header === undefined) return undefined;
    this.#count();
    const start = this.#at;
    const first = start + header.length;
    this.#at = first;
    let indent = 0;
    let end = first;
    let blankWithSpaces = -1;
    while (this.#at < this.#text.length) {
      const lineStart = this.#at;
      this.#skipSpaces();
      const spaces = this.#at - lineStart;
      const lineEnd = this.#text.indexOf('\n', this.#at);
      const isBlank = lineEnd - this.#at === (this.#text[lineEnd - 1] === '\r' ? 1 : 0);
      if (lineEnd < 0) throw UNUSUAL;
      if (isBlank && spaces > 0) blankWithSpaces = lineEnd;
      if (!isBlank) {
        // What the spaces on blank lines before the first line mean is another matter.
        if (indent === 0 && blankWithSpaces >= 0) throw UNUSUAL;
        if (indent === 0) indent = spaces;
        if (spaces < indent || indent <= column) break;
        end = lineEnd + 1;
      }
      this.#at = lineEnd + 1;
    }
    // Those behind the last line may belong to the value or not.
    if (end === first || blankWithSpaces >= end) throw UNUSUAL;
    const head = { type: 'block-scalar-header', offset: start, indent: 0, source: header.trimEnd() } as const;
    const block = { source: this.#text.slice(first, end), offset: first, outerIndent: 0, atRoot: false };
    const value = blockText(head, block, throwUnusual);
    this.#at = end;
    this.#valueEnd = end;
    this.#nextLine();
    return scalarNode(value, value, 'block', { start, end });
  }

  /** Ends a value, and with it its line. */
  #endLine(): void {
    this.#take(LINE_END);
    this.#valueEnd = this.#at;
    this.#nextLine();
  }

  /** Goes to the next line that says something. */
  #nextLine(): void {
    this.#comment = -1;
    for (;;) {
      this.#lineStart = this.#at;
      this.#skipSpaces();
      const column = this.#at - this.#lineStart;
      if (this.#at === this.#text.length) {
        this.#column = -1;
        return;
      }
      const first = this.#text[this.#at];
      if (first === '\n') this.#at += 1;
      else if (first === '\r') this.#at += 2;
      else if (first === '#') {
        this.#comment = Math.max(this.#comment, column);
        this.#take(COMMENT_LINE);
      } else {
        this.#column = column;
        return;
      }
    }
  }

  #enter(): void {
    this.#level += 1;
    if (this.#level > this.#maxLevel) throw UNUSUAL;
  }

  #count(): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) throw UNUSUAL;
  }

  #matches(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0];
  }

  #take(pattern: RegExp): string {
    const found = this.#matches(pattern) ?? this.#unusual();
    this.#at += found.length;
    return found;
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at += 1;
  }

  #unusual(): never {
    return throwUnusual();
  }
}

function throwUnusual(): never {
  throw UNUSUAL;
}
