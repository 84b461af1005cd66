/** Receives each hit `[start, end)`: of several that end at the same place only the longest, ends ascending. */
export type HitListener = (start: number, end: number) => void;

const ROOT = 0;
const NONE = -1;

/**
 * Finds all of many strings in one pass (Aho and Corasick): the time is linear in the text, however many strings there are and however they overlap.
 * The edges of the tree lie in one open hash table, so that any character can follow any other.
 */
export class Automaton {
  readonly patterns: readonly string[];
  readonly #fail: Int32Array;
  /** Length of the string that leads to each node. */
  readonly #depth: Int32Array;
  /** Length of the longest pattern that ends at each node, 0 without one. */
  readonly #longest: Int32Array;
  /** 1 where no longer pattern goes on. */
  readonly #isLeaf: Uint8Array;
  readonly #edgeNode: Int32Array;
  readonly #edgeUnit: Uint16Array;
  readonly #edgeTarget: Int32Array;
  readonly #mask: number;
  #nodeCount = 1;

  /** Nodes: what building it costs. */
  get size(): number {
    return this.#nodeCount;
  }

  /** The patterns may not be empty. */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns;
    const nodes = 1 + patterns.reduce((sum, pattern) => sum + pattern.length, 0);
    const slots = 2 ** Math.ceil(Math.log2(2 * nodes));
    this.#mask = slots - 1;
    this.#fail = new Int32Array(nodes);
    this.#depth = new Int32Array(nodes);
    this.#longest = new Int32Array(nodes);
    this.#isLeaf = new Uint8Array(nodes).fill(1, 1);
    this.#edgeNode = new Int32Array(slots).fill(NONE);
    this.#edgeUnit = new Uint16Array(slots);
    this.#edgeTarget = new Int32Array(slots);
    const parents = new Int32Array(nodes);
    const units = new Uint16Array(nodes);
    for (const pattern of patterns) this.#insert(pattern, parents, units);
    this.#link(parents, units);
  }

  /** Reports the hits in `text` and returns how many of its last characters are the beginning of a longer hit. */
  scan(text: string, onHit: HitListener): number {
    const fail = this.#fail;
    const longest = this.#longest;
    let node = ROOT;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      let next = this.#follow(node, unit);
      while (next === NONE && node !== ROOT) {
        node = fail[node] ?? 0;
        next = this.#follow(node, unit);
      }
      node = next === NONE ? ROOT : next;
      const length = longest[node] ?? 0;
      if (length > 0) onHit(index + 1 - length, index + 1);
    }
    while (this.#isLeaf[node] === 1) node = fail[node] ?? 0;
    return this.#depth[node] ?? 0;
  }

  #insert(pattern: string, parents: Int32Array, units: Uint16Array): void {
    let node = ROOT;
    for (let index = 0; index < pattern.length; index++) {
      const unit = pattern.charCodeAt(index);
      let next = this.#follow(node, unit);
      if (next === NONE) {
        next = this.#nodeCount++;
        this.#addEdge(node, unit, next);
        this.#isLeaf[node] = 0;
        this.#depth[next] = index + 1;
        parents[next] = node;
        units[next] = unit;
      }
      node = next;
    }
    this.#longest[node] = pattern.length;
  }

  /** Links each node to the longest shorter one that it ends with; breadth first, as the links of shorter ones are needed. */
  #link(parents: Int32Array, units: Uint16Array): void {
    for (const node of this.#nodesByDepth()) {
      const parent = parents[node] ?? 0;
      const unit = units[node] ?? 0;
      let fail = ROOT;
      if (parent !== ROOT) {
        let candidate = this.#fail[parent] ?? 0;
        let next = this.#follow(candidate, unit);
        while (next === NONE && candidate !== ROOT) {
          candidate = this.#fail[candidate] ?? 0;
          next = this.#follow(candidate, unit);
        }
        fail = next === NONE ? ROOT : next;
      }
      this.#fail[node] = fail;
      if (this.#longest[node] === 0) this.#longest[node] = this.#longest[fail] ?? 0;
    }
  }

  /** All nodes but the root, by counting: linear. */
  #nodesByDepth(): Int32Array {
    const count = this.#nodeCount;
    const deepest = this.patterns.reduce((depth, pattern) => Math.max(depth, pattern.length), 0);
    const starts = new Int32Array(deepest + 2);
    const depthOf = (node: number) => this.#depth[node] ?? 0;
    const add = (depth: number, amount: number) => (starts[depth] = (starts[depth] ?? 0) + amount);
    for (let node = 1; node < count; node++) add(depthOf(node) + 1, 1);
    for (let depth = 1; depth < starts.length; depth++) add(depth, starts[depth - 1] ?? 0);
    const ordered = new Int32Array(count - 1);
    for (let node = 1; node < count; node++) ordered[add(depthOf(node), 1) - 1] = node;
    return ordered;
  }

  #follow(node: number, unit: number): number {
    const mask = this.#mask;
    for (let slot = hash(node, unit) & mask; ; slot = (slot + 1) & mask) {
      const owner = this.#edgeNode[slot] ?? 0;
      if (owner === NONE) return NONE;
      if (owner === node && this.#edgeUnit[slot] === unit) return this.#edgeTarget[slot] ?? 0;
    }
  }

  #addEdge(node: number, unit: number, target: number): void {
    let slot = hash(node, unit) & this.#mask;
    while (this.#edgeNode[slot] !== NONE) slot = (slot + 1) & this.#mask;
    this.#edgeNode[slot] = node;
    this.#edgeUnit[slot] = unit;
    this.#edgeTarget[slot] = target;
  }
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
