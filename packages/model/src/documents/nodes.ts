import type { DiagnosticPath } from '@ojd/expr';

/** Offsets into the source text, in UTF-16 units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** How a string was written: it decides how an offset in its value becomes an offset in the text. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block' | 'json';

interface NodeBase {
  /** Where the value stands; undefined for a document that was given as an object. */
  readonly extent: Extent | undefined;
  /** Number of values in this subtree, itself included, aliases expanded. */
  readonly size: number;
  /** Levels of nesting in this subtree; a scalar has 0. */
  readonly depth: number;
}

/** One key and its value. */
export interface MapEntry {
  readonly key: string;
  readonly keyExtent: Extent | undefined;
  readonly value: DocumentNode;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** In the order of the document. A Map, so that a key called `__proto__` is a key like any other. */
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: readonly DocumentNode[];
}

/** A scalar. Integers are exact (bigint); `text` keeps decimals as they were written. */
export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | bigint | number | boolean | null;
  /** Numbers: the digits as written. Strings: the value itself. */
  readonly text: string;
  readonly style: ScalarStyle;
}

/** A value of the document. A node may be shared: a YAML alias gives the node of its anchor. */
export type DocumentNode = MapNode | ListNode | ScalarNode;

export function mapNode(entries: ReadonlyMap<string, MapEntry>, extent: Extent | undefined): MapNode {
  let size = 1;
  let depth = 0;
  // Of the ways through a Map the one that makes nothing on the way.
  // oxlint-disable-next-line unicorn/no-array-for-each
  entries.forEach(({ value }) => {
    size += value.size;
    depth = Math.max(depth, value.depth);
  });
  return { kind: 'map', entries, extent, size, depth: depth + 1 };
}

export function listNode(items: readonly DocumentNode[], extent: Extent | undefined): ListNode {
  let size = 1;
  let depth = 0;
  for (const item of items) {
    size += item.size;
    depth = Math.max(depth, item.depth);
  }
  return { kind: 'list', items, extent, size, depth: depth + 1 };
}

export function scalarNode(
  value: ScalarNode['value'],
  text: string,
  style: ScalarStyle,
  extent: Extent | undefined,
): ScalarNode {
  return { kind: 'scalar', value, text, style, extent, size: 1, depth: 0 };
}

/** The value of a key, when the node is a map that has it. */
export function childOf(node: DocumentNode | undefined, key: string | number): DocumentNode | undefined {
  if (node?.kind === 'map') return node.entries.get(String(key))?.value;
  if (node?.kind === 'list' && typeof key === 'number') return node.items[key];
  return undefined;
}

/** A path one step further down. An array that spreads another has room for sixteen more: too much for every field. */
export function below(path: DiagnosticPath, key: string | number): DiagnosticPath {
  const { length } = path;
  // oxlint-disable-next-line unicorn/no-new-array -- this many elements and no more
  const longer = new Array<string | number>(length + 1);
  for (let index = 0; index < length; index++) longer[index] = path[index] ?? '';
  longer[length] = key;
  return longer;
}

/** The node at a path. */
export function nodeAt(root: DocumentNode, path: DiagnosticPath): DocumentNode | undefined {
  let node: DocumentNode | undefined = root;
  for (const key of path) node = childOf(node, key);
  return node;
}

/** The string of a node, when it is one. */
export function textOf(node: DocumentNode | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** What a node is, in words: for "expected ..., found ...". */
export function describeNode(node: DocumentNode): string {
  if (node.kind === 'map') return 'a mapping';
  if (node.kind === 'list') return 'a list';
  const { value } = node;
  if (value === null) return 'null';
  if (typeof value === 'string') return value === '' ? 'an empty string' : `the string ${quote(value)}`;
  if (typeof value === 'boolean') return `the boolean ${value}`;
  return `the number ${node.text.length > QUOTED_LENGTH ? `${node.text.slice(0, QUOTED_LENGTH - 1)}…` : node.text}`;
}

const QUOTED_LENGTH = 60;

/** A value inside a message: quoted, control characters escaped, long ones cut. */
export function quote(text: string): string {
  const shown = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH - 1)}…` : text;
  return JSON.stringify(shown).replace(ALL_INVISIBLE, codePointName);
}

/** Spaces that are none of YAML, marks of direction, joiners: nobody sees them, and they make another name. */
export const INVISIBLE: RegExp = /[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'g');

/** A character by its number. */
export const codePointName = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** An object without a prototype: a key of the document is never one of its own. */
export function emptyRecord<T>(): Record<string, T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.create(null) as Record<string, T>;
}

/** Objects that inherit from this one know no names either, and are far faster than those that inherit from nothing. */
const NOTHING: object = Object.freeze(emptyRecord());

/** The plain value of a node for validation: objects that inherit no name, arrays, scalars. Big integers become doubles. */
export function plainValue(node: DocumentNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    case 'list':
      return node.items.map(plainValue);
    case 'map': {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const object = Object.create(NOTHING) as Record<string, unknown>;
      // oxlint-disable-next-line unicorn/no-array-for-each
      node.entries.forEach(({ key, value }) => {
        object[key] = plainValue(value);
      });
      return object;
    }
  }
}
