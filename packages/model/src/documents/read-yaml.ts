// YAML 1.2 with positions. The library lexes, parses and composes; what a node means is read from its source here, so
// that integers and decimals are exact and aliases are shared nodes instead of copies.
import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLMap,
} from 'yaml';
import { BlockDepth } from './block-depth.ts';
import { duplicateKey } from './duplicate-keys.ts';
import { LexemeCount } from './lexeme-count.ts';
import { limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import {
  type DocumentNode,
  type Extent,
  listNode,
  type MapEntry,
  mapNode,
  quote,
  type ScalarNode,
  type ScalarStyle,
  scalarNode,
} from './nodes.ts';
import { yamlNumber } from './plain-scalar.ts';
import { type DocumentProblem, LimitExceeded } from './problem.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { syntaxProblems, unquotedBraces } from './yaml-syntax.ts';

// uniqueKeys off: the library compares every key with every other. schema fixed: a %YAML 1.1 directive changes nothing.
const COMPOSER_OPTIONS = {
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  logLevel: 'silent',
  strict: true,
} as const;

interface YamlResult {
  readonly root: DocumentNode | undefined;
  readonly problems: readonly DocumentProblem[];
}

export function readYaml(text: string, limits: DocumentLimits): YamlResult {
  const plain = readPlainYaml(text, limits);
  return plain === undefined ? readAnyYaml(text, limits) : { root: plain, problems: [] };
}

/** Reads a text with the library, which knows all of YAML and says what is wrong. */
export function readAnyYaml(text: string, limits: DocumentLimits): YamlResult {
  try {
    const { documents, unclosed } = compose(text, limits);
    const [document, second] = documents;
    if (document === undefined) return { root: undefined, problems: [] };
    const problems = syntaxProblems(document, unclosed, limits.maxProblems, text);
    if (second !== undefined) {
      const message = 'The text holds more than one YAML document. Exactly one is expected.';
      problems.push({
        code: 'yaml-several-documents',
        message,
        extent: extentOf(second.range),
        hint: 'Remove what follows the line `---`.',
      });
    }
    if (problems.length > 0 || document.contents === null) return { root: undefined, problems };
    const reader = new YamlReader(text, limits);
    const root = reader.read(document.contents);
    return { root, problems: reader.problems };
  } catch (error) {
    if (error instanceof LimitExceeded) return { root: undefined, problems: [error.problem] };
    throw error;
  }
}

interface Composed {
  readonly documents: readonly Document.Parsed[];
  /** Offsets of quotes that open and never close. */
  readonly unclosed: readonly number[];
}

/**
 * The first two documents of a text. Stops before composing what nests too deep, because composing it could end the
 * process, and what holds too many values, because it would take minutes.
 */
function compose(text: string, limits: DocumentLimits): Composed {
  const parser = new Parser();
  const composer = new Composer(COMPOSER_OPTIONS);
  const depth = new BlockDepth(limits.maxDepth);
  const count = new LexemeCount(limits);
  const documents: Document.Parsed[] = [];
  const unclosed: number[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    const offset = depth.next(lexeme);
    if (offset !== undefined) {
      count.next(lexeme, offset);
      if (/^["']/.test(lexeme) && (lexeme.length === 1 || !lexeme.endsWith(lexeme.charAt(0)))) unclosed.push(offset);
    }
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (documents.length > 1) return { documents, unclosed };
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(false, text.length));
  return { documents, unclosed };
}

function extentOf(range: readonly number[] | null | undefined): Extent | undefined {
  const [start, end] = range ?? [];
  return start === undefined || end === undefined ? undefined : { start, end };
}

class YamlReader {
  readonly problems: DocumentProblem[] = [];
  readonly #text: string;
  readonly #limits: DocumentLimits;
  /** Nodes by anchor; undefined while the anchored node is being read, so that a node cannot hold itself. */
  readonly #anchors = new Map<string, DocumentNode | undefined>();
  #nodes = 0;
  #aliased = 0;

  constructor(text: string, limits: DocumentLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  read(node: ParsedNode | null): DocumentNode {
    if (isAlias(node)) return this.#alias(node);
    const extent = extentOf(node?.range);
    this.#count(1, extent);
    const anchor = node?.anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const read = this.#readNew(node, extent);
    if (anchor !== undefined) this.#anchors.set(anchor, read);
    if (read.depth > this.#limits.maxDepth) {
      throw new LimitExceeded(limitProblem('maxDepth', this.#limits, { extent }));
    }
    return read;
  }

  #readNew(node: ParsedNode | null, extent: Extent | undefined): DocumentNode {
    if (isMap(node)) return this.#map(node, extent);
    if (isSeq(node))
      return listNode(
        node.items.map((item) => this.read(item)),
        extent,
      );
    return isScalar(node) ? readScalar(node, extent) : scalarNode(null, '', 'plain', extent);
  }

  #map(node: YAMLMap<ParsedNode, ParsedNode | null>, extent: Extent | undefined): DocumentNode {
    const entries = new Map<string, MapEntry>();
    for (const { key: keyNode, value } of node.items) {
      const keyExtent = extentOf(keyNode?.range);
      const name = isScalar(keyNode) ? readScalar(keyNode, keyExtent) : undefined;
      const read = this.read(value);
      if (name === undefined || typeof name.value !== 'string') {
        this.#addProblem(nonStringKey(name, keyExtent, this.#text));
        continue;
      }
      const first = entries.get(name.value);
      if (first === undefined) entries.set(name.value, { key: name.value, keyExtent, value: read });
      else this.#addProblem(duplicateKey(name.value, keyExtent, first.keyExtent));
    }
    return mapNode(entries, extent);
  }

  #alias(alias: Alias): DocumentNode {
    const extent = extentOf(alias.range);
    const target = this.#anchors.get(alias.source);
    if (target === undefined) {
      const inside = this.#anchors.has(alias.source);
      const message = inside
        ? `The alias *${alias.source} stands inside the value that it names: the document would never end.`
        : `The alias *${alias.source} names no anchor above it.`;
      const hint = inside
        ? 'Write the value out.'
        : `Put the anchor &${alias.source} in front of the value above that is meant.`;
      throw new LimitExceeded({ code: inside ? 'yaml-recursive-alias' : 'yaml-unknown-alias', message, hint, extent });
    }
    this.#aliased += target.size;
    if (this.#aliased > this.#limits.maxAliasedNodes) {
      throw new LimitExceeded(limitProblem('maxAliasedNodes', this.#limits, { extent }));
    }
    this.#count(target.size, extent);
    return target;
  }

  #addProblem(problem: DocumentProblem): void {
    this.problems.push(problem);
    if (this.problems.length <= this.#limits.maxProblems) return;
    throw new LimitExceeded(limitProblem('maxProblems', this.#limits, { extent: problem.extent }));
  }

  #count(nodes: number, extent: Extent | undefined): void {
    this.#nodes += nodes;
    if (this.#nodes <= this.#limits.maxNodes) return;
    throw new LimitExceeded(limitProblem('maxNodes', this.#limits, { extent }));
  }
}

function nonStringKey(key: ScalarNode | undefined, extent: Extent | undefined, text: string): DocumentProblem {
  const code = 'non-string-key';
  const braces = key === undefined && extent !== undefined ? text.slice(extent.start - 1, extent.end + 1) : '';
  if (extent !== undefined && /^\{\{[^]*\}\}$/.test(braces)) {
    return unquotedBraces(code, { start: extent.start - 1, end: extent.end + 1 }, text);
  }
  if (key === undefined) {
    const message = 'A key must be a string, and this one is a collection.';
    return { code, message, hint: 'Write a string in front of the colon, or put the value in quotes.', extent };
  }
  const found =
    key.value === null ? 'empty' : `the ${typeof key.value === 'boolean' ? 'boolean' : 'number'} ${key.text}`;
  const hint = key.value === null ? 'Write a key before the colon.' : `Put it in quotes: ${quote(key.text)}.`;
  return { code, message: `A key must be a string, and this one is ${found}.`, hint, extent };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

function readScalar(node: { value: unknown; source?: string; type?: string }, extent: Extent | undefined): ScalarNode {
  const { value, source = String(node.value) } = node;
  if (typeof value === 'string') return scalarNode(value, value, STYLES[node.type ?? 'PLAIN'] ?? 'plain', extent);
  if (typeof value === 'boolean' || value === null) return scalarNode(value, source, 'plain', extent);
  return yamlNumber(source, extent);
}
