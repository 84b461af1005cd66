// A document that is already JavaScript values. Everything is copied once, so that a caller who changes the object later
// changes nothing here, and getters or proxies are asked only once.
import type { DiagnosticPath } from '@ojd/expr';
import { addProblem, limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import { type DocumentNode, listNode, type MapEntry, mapNode, scalarNode } from './nodes.ts';
import { numberNode } from './numbers.ts';
import { type DocumentProblem, LimitExceeded } from './problem.ts';
import { isSuspicious } from './suspicious-string.ts';

interface ObjectResult {
  readonly root: DocumentNode | undefined;
  readonly problems: readonly DocumentProblem[];
  /** Whether a string needs a look. */
  readonly isSuspicious?: boolean;
}

export function readObject(input: object, limits: DocumentLimits): ObjectResult {
  const reader = new ObjectReader(limits);
  try {
    const root = reader.read(input);
    const { problems, hasSuspicious } = reader;
    return { root: problems.length > 0 ? undefined : root, problems, isSuspicious: hasSuspicious };
  } catch (error) {
    if (error instanceof LimitExceeded) return { root: undefined, problems: [...reader.problems, error.problem] };
    // A getter or a proxy of the caller threw.
    const message = `The template object could not be read: ${error instanceof Error ? error.message : String(error)}.`;
    return { root: undefined, problems: [{ code: 'object-unsupported-value', message }] };
  }
}

class ObjectReader {
  readonly problems: DocumentProblem[] = [];
  hasSuspicious = false;
  readonly #limits: DocumentLimits;
  readonly #open = new Set<object>();
  /** Where the reader is: it goes along, and is copied for a problem only. */
  readonly #path: (string | number)[] = [];
  #nodes = 0;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  read(value: unknown): DocumentNode {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) {
      throw new LimitExceeded(limitProblem('maxNodes', this.#limits, { path: this.#here() }));
    }
    switch (typeof value) {
      case 'string':
        this.hasSuspicious ||= isSuspicious(value, this.#limits);
        return scalarNode(value, value, 'plain', undefined);
      case 'boolean':
        return scalarNode(value, String(value), 'plain', undefined);
      case 'bigint': {
        const text = String(value);
        this.hasSuspicious ||= isSuspicious(text, this.#limits);
        return scalarNode(value, text, 'plain', undefined);
      }
      case 'number':
        if (!Number.isInteger(value)) return numberNode(String(value), undefined);
        // An integer of 64 bits that a double may have rounded already: what its author wrote is lost.
        if (!Number.isSafeInteger(value) && value >= -(2 ** 63) && value < 2 ** 63) return this.#inexact(value);
        return scalarNode(BigInt(value), String(BigInt(value)), 'plain', undefined);
      case 'object':
        return value === null ? scalarNode(null, 'null', 'plain', undefined) : this.#collection(value);
      default:
        return this.#unsupported(value === undefined ? 'undefined' : `a ${typeof value}`);
    }
  }

  #collection(value: object): DocumentNode {
    if (this.#path.length > this.#limits.maxDepth) {
      throw new LimitExceeded(limitProblem('maxDepth', this.#limits, { path: this.#here() }));
    }
    if (this.#open.has(value)) {
      const message = 'This object contains itself: the document would never end.';
      throw new LimitExceeded({ code: 'object-cycle', message, path: this.#here() });
    }
    this.#open.add(value);
    const node = Array.isArray(value) ? this.#list(value) : this.#map(value);
    this.#open.delete(value);
    return node;
  }

  #list(value: readonly unknown[]): DocumentNode {
    if (value.length > this.#limits.maxNodes) return this.read(undefined);
    const items: DocumentNode[] = [];
    for (let index = 0; index < value.length; index++) items.push(this.#readAt(index, value[index]));
    return listNode(items, undefined);
  }

  #map(value: object): DocumentNode {
    const kind = Object.prototype.toString.call(value);
    if (kind !== '[object Object]') return this.#unsupported(`a ${kind.slice(8, -1)}`);
    const entries = new Map<string, MapEntry>();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(record)) {
      const item = record[key];
      // Like JSON: a property that is undefined is absent.
      if (item === undefined) continue;
      this.hasSuspicious ||= isSuspicious(key, this.#limits);
      entries.set(key, { key, keyExtent: undefined, value: this.#readAt(key, item) });
    }
    return mapNode(entries, undefined);
  }

  #inexact(value: number): DocumentNode {
    return this.#refuse({
      code: 'object-inexact-number',
      message: `The integer ${value} is beyond 2^53: a JavaScript number does not hold it exactly.`,
      hint: 'Give it as a bigint or as text.',
    });
  }

  #readAt(key: string | number, value: unknown): DocumentNode {
    this.#path.push(key);
    const node = this.read(value);
    this.#path.pop();
    return node;
  }

  #here(): DiagnosticPath {
    return [...this.#path];
  }

  #unsupported(found: string): DocumentNode {
    const message = `Expected a string, number, boolean, array or plain object, found ${found}.`;
    return this.#refuse({ code: 'object-unsupported-value', message });
  }

  #refuse(problem: DocumentProblem): DocumentNode {
    addProblem(this.problems, { ...problem, path: this.#here() }, this.#limits);
    return scalarNode(null, 'null', 'plain', undefined);
  }
}
