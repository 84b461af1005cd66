// JSON (ECMA-404) with positions. The engine's own parser reports none, drops duplicate keys and rounds big integers.
import { duplicateKey } from './duplicate-keys.ts';
import { addProblem, limitProblem } from './limit-problems.ts';
import type { DocumentLimits } from './limits.ts';
import { type DocumentNode, type Extent, listNode, type MapEntry, mapNode, quote, scalarNode } from './nodes.ts';
import { numberNode } from './numbers.ts';
import { type DocumentProblem, LimitExceeded } from './problem.ts';

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
// oxlint-disable-next-line eslint/no-control-regex
const STRING_STOP = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERAL = /true|false|null/y;
const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

class SyntaxProblem extends Error {
  readonly extent: Extent;

  readonly hint: string | undefined;

  constructor(message: string, at: number, length = 1, hint?: string) {
    super(message);
    this.extent = { start: at, end: at + length };
    this.hint = hint;
  }
}

interface JsonResult {
  readonly root: DocumentNode | undefined;
  readonly problems: readonly DocumentProblem[];
}

export function readJson(text: string, limits: DocumentLimits): JsonResult {
  const reader = new JsonReader(text, limits);
  try {
    return { root: reader.document(), problems: reader.problems };
  } catch (error) {
    if (error instanceof LimitExceeded) return { root: undefined, problems: [...reader.problems, error.problem] };
    if (!(error instanceof SyntaxProblem)) throw error;
    const { message, extent, hint } = error;
    const problem = { code: 'json-syntax' as const, message, extent, ...(hint !== undefined && { hint }) };
    return { root: undefined, problems: [...reader.problems, problem] };
  }
}

class JsonReader {
  readonly problems: DocumentProblem[] = [];
  readonly #text: string;
  readonly #limits: DocumentLimits;
  #at = 0;
  #nodes = 0;

  constructor(text: string, limits: DocumentLimits) {
    this.#text = text;
    this.#limits = limits;
  }

  document(): DocumentNode {
    const root = this.#value(0);
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#expected('the end of the document');
    return root;
  }

  #value(depth: number): DocumentNode {
    this.#skipSpace();
    const start = this.#at;
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) {
      throw new LimitExceeded(limitProblem('maxNodes', this.#limits, { extent: { start, end: start + 1 } }));
    }
    if (depth > this.#limits.maxDepth) {
      throw new LimitExceeded(limitProblem('maxDepth', this.#limits, { extent: { start, end: start + 1 } }));
    }
    const opening = this.#text[start];
    if (opening === '{') return this.#object(depth);
    if (opening === '[') return this.#array(depth);
    if (opening === '"') {
      const value = this.#string();
      return scalarNode(value, value, 'json', { start, end: this.#at });
    }
    const number = this.#take(NUMBER);
    if (number !== undefined) return numberNode(number, { start, end: this.#at });
    const literal = this.#take(LITERAL);
    if (literal === undefined) throw this.#expected('a JSON value');
    return scalarNode(LITERALS[literal] ?? null, literal, 'plain', { start, end: this.#at });
  }

  #object(depth: number): DocumentNode {
    const start = this.#at++;
    const entries = new Map<string, MapEntry>();
    for (;;) {
      this.#skipSpace();
      if (entries.size === 0 && this.#text[this.#at] === '}') break;
      const keyStart = this.#at;
      if (this.#text[keyStart] !== '"') throw this.#expected('a key in double quotes');
      const key = this.#string();
      const keyExtent = { start: keyStart, end: this.#at };
      this.#skipSpace();
      if (this.#text[this.#at] !== ':') throw this.#expected('":" after the key');
      this.#at++;
      const value = this.#value(depth + 1);
      const first = entries.get(key);
      if (first === undefined) entries.set(key, { key, keyExtent, value });
      else addProblem(this.problems, duplicateKey(key, keyExtent, first.keyExtent), this.#limits);
      this.#skipSpace();
      if (this.#text[this.#at] !== ',') break;
      this.#at++;
    }
    if (this.#text[this.#at] !== '}') throw this.#expected('"," or "}"');
    this.#at++;
    return mapNode(entries, { start, end: this.#at });
  }

  #array(depth: number): DocumentNode {
    const start = this.#at++;
    const items: DocumentNode[] = [];
    this.#skipSpace();
    while (!(items.length === 0 && this.#text[this.#at] === ']')) {
      items.push(this.#value(depth + 1));
      this.#skipSpace();
      if (this.#text[this.#at] !== ',') break;
      this.#at++;
    }
    if (this.#text[this.#at] !== ']') throw this.#expected('"," or "]"');
    this.#at++;
    return listNode(items, { start, end: this.#at });
  }

  // Walks from stop to stop: one expression for a whole string would keep a way back for each of its characters.
  #string(): string {
    const start = this.#at++;
    for (;;) {
      STRING_STOP.lastIndex = this.#at;
      const stop = STRING_STOP.exec(this.#text);
      if (stop === null) throw new SyntaxProblem('This string is not closed.', start);
      this.#at = stop.index;
      if (stop[0] === '"') break;
      if (this.#take(ESCAPE) === undefined) throw new SyntaxProblem(badCharacter(stop[0]), stop.index);
    }
    this.#at++;
    return String(JSON.parse(this.#text.slice(start, this.#at)));
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#at;
    this.#at += SPACE.exec(this.#text)?.[0].length ?? 0;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #expected(what: string): SyntaxProblem {
    const at = this.#at;
    const [found] = /^(?:-?\w{1,40}|[^])/.exec(this.#text.slice(at, at + 41)) ?? [];
    const seen = found === undefined ? 'the end of the document' : quote(found);
    const before = this.#text
      .slice(Math.max(0, at - 100), at)
      .trimEnd()
      .slice(-1);
    const [, hint] = HINTS.find(([pattern]) => pattern.test(`${before} ${found ?? ''}`)) ?? [];
    return new SyntaxProblem(`Expected ${what}, found ${seen}.`, at, found?.length, hint);
  }
}

/** What to do, by the character before and what was found. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [/^, [}\]]/, 'Remove the comma in front of it.'],
  [/ [/#]/, 'JSON has no comments: remove it.'],
];

function badCharacter(found: string): string {
  if (found === '\\') return 'JSON does not have this escape.';
  return `A control character stands in this string. Write it as an escape, such as ${quote(found)}.`;
}
