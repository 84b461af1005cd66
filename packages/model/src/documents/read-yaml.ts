// YAML 1.2 with positions. The library lexes and parses; what a node means is read from its source here, so
// that integers and decimals are exact and aliases are shared nodes instead of copies.
import { composeText } from './composing/compose.ts';
import type { ComposedAlias, ComposedMap, ComposedNode, ComposedScalar } from './composing/composed.ts';
import { duplicateKey } from './duplicate-keys.ts';
import { addProblem, limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import {
  type DocumentNode,
  type Extent,
  listNode,
  type MapEntry,
  mapNode,
  quote,
  type ScalarNode,
  scalarNode,
} from './nodes.ts';
import { readPlainScalar } from './plain-scalar.ts';
import { type DocumentProblem, LimitExceeded } from './problem.ts';
import { readPlainYaml } from './read-plain-yaml.ts';
import { syntaxProblems, unquotedBraces } from './yaml-syntax.ts';

interface YamlResult {
  readonly root: DocumentNode | undefined;
  readonly problems: readonly DocumentProblem[];
}

export function readYaml(text: string, limits: DocumentLimits): YamlResult {
  return readPlainYaml(text, limits) ?? readAnyYaml(text, limits);
}

/** Reads a text with the library, which knows all of YAML and says what is wrong. */
export function readAnyYaml(text: string, limits: DocumentLimits): YamlResult {
  const reader = new YamlReader(text, limits);
  try {
    const { documents, unclosed } = composeText(text, limits);
    const [document, second] = documents;
    if (document === undefined) return { root: undefined, problems: [] };
    const problems = syntaxProblems(document.mistakes, unclosed, limits.maxProblems, text);
    if (second !== undefined) {
      const message = 'The text holds more than one YAML document. Exactly one is expected.';
      problems.push({
        code: 'yaml-several-documents',
        message,
        extent: extentOf(second),
        hint: 'Remove what follows the line `---`.',
      });
    }
    if (problems.length > 0) return { root: undefined, problems };
    const root = document.contents && reader.read(document.contents);
    return { root, problems: reader.problems };
  } catch (error) {
    if (error instanceof LimitExceeded) return { root: undefined, problems: [...reader.problems, error.problem] };
    throw error;
  }
}

function extentOf({ start, end }: Extent): Extent {
  return { start, end };
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

  read(node: ComposedNode): DocumentNode {
    if (node.kind === 'alias') return this.#alias(node);
    const extent = extentOf(node);
    this.#count(1, extent);
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const read = this.#readNew(node, extent);
    if (anchor !== undefined) this.#anchors.set(anchor, read);
    if (read.depth > this.#limits.maxDepth) {
      throw new LimitExceeded(limitProblem('maxDepth', this.#limits, { extent }));
    }
    return read;
  }

  #readNew(node: Exclude<ComposedNode, ComposedAlias>, extent: Extent): DocumentNode {
    switch (node.kind) {
      case 'map':
        return this.#map(node, extent);
      case 'list':
        return listNode(
          node.items.map((item) => this.read(item)),
          extent,
        );
      case 'scalar':
        return readScalar(node);
    }
  }

  #map(node: ComposedMap, extent: Extent): DocumentNode {
    const entries = new Map<string, MapEntry>();
    for (const { key: keyNode, value } of node.items) {
      const keyExtent = extentOf(keyNode);
      const name = this.#key(keyNode);
      const read = value === undefined ? this.#missing() : this.read(value);
      if (name === undefined || typeof name.value !== 'string') {
        addProblem(this.problems, nonStringKey(name, keyExtent, this.#text), this.#limits);
        continue;
      }
      const first = entries.get(name.value);
      if (first === undefined) entries.set(name.value, { key: name.value, keyExtent, value: read });
      else addProblem(this.problems, duplicateKey(name.value, keyExtent, first.keyExtent), this.#limits);
    }
    return mapNode(entries, extent);
  }

  /** A key is a scalar, or an alias of one; undefined for any other. */
  #key(node: ComposedNode): ScalarNode | undefined {
    if (node.kind === 'alias') {
      const target = this.#alias(node);
      return target.kind === 'scalar' ? target : undefined;
    }
    if (node.kind !== 'scalar') return undefined;
    const key = readScalar(node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, key);
    return key;
  }

  /** The value of a key that has not even a colon. */
  #missing(): DocumentNode {
    this.#count(1, undefined);
    return scalarNode(null, '', 'plain', undefined);
  }

  #alias(alias: ComposedAlias): DocumentNode {
    const extent = extentOf(alias);
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

function readScalar(node: ComposedScalar): ScalarNode {
  const { text, style, type } = node;
  const extent = extentOf(node);
  if (type === 'str' || (type === undefined && style !== 'plain')) return scalarNode(text, text, style, extent);
  return text === '' ? scalarNode(null, '', 'plain', extent) : readPlainScalar(text, extent);
}
