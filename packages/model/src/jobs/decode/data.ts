import { closestName } from '@ojd/expr';
import type { DiagnosticPath } from '@ojd/expr';
import type { Problem } from '../../checks/report.ts';
import type { DocumentLimits } from '../../documents/limits.ts';
import { describeNode, type DocumentNode, emptyRecord, quote } from '../../documents/nodes.ts';
import { checkNumber, NUMBER_RULES, type NumberRuleName } from '../../schema/number-rules.ts';
import { invalidChoice } from '../../schema/choices.ts';
import { checkText, TEXT_RULES, type TextRuleName, type ValueProblem } from '../../schema/text-rules.ts';
import type { Profile } from '../../profile/profile.ts';

/** Where problems go, and how many there were; and how long and deep what is read may be. */
export class Refusals {
  readonly #add: (problem: Problem) => void;
  readonly limits: DocumentLimits;
  count = 0;

  constructor(add: (problem: Problem) => void, limits: DocumentLimits) {
    this.#add = add;
    this.limits = limits;
  }

  add(problem: Problem): void {
    this.count++;
    this.#add(problem);
  }
}

/**
 * A piece of a document that is read without trust. What is not as expected is reported, and something harmless of the
 * right type is read in its place: the reader goes on, and whoever asked throws the result away.
 */
export class Data {
  readonly path: DiagnosticPath;
  /** Undefined where a required key is missing, which was reported. */
  readonly #node: DocumentNode | undefined;
  readonly #refusals: Refusals;

  constructor(node: DocumentNode | undefined, path: DiagnosticPath, refusals: Refusals) {
    this.#node = node;
    this.path = path;
    this.#refusals = refusals;
  }

  /** The limits on the document that this is a piece of. */
  get limits(): DocumentLimits {
    return this.#refusals.limits;
  }

  /** What is read, and whether all of it was as expected: only then it can be asked what belongs together. */
  soundly<T>(read: () => T): { readonly value: T; readonly isSound: boolean } {
    const before = this.#refusals.count;
    const value = read();
    return { value, isSound: this.#refusals.count === before };
  }

  /** Reports a problem here. */
  refuse(problem: Omit<Problem, 'path'>): void {
    this.#refusals.add({ ...problem, path: this.path });
  }

  refuseValue({ code, message, hint, span }: ValueProblem): void {
    this.refuse({ code, message, span, ...(hint !== undefined && { hint }) });
  }

  /** A mapping, its keys among those that are known. */
  fields(required: readonly string[], optional: readonly string[] = []): Fields {
    const node = this.#node;
    if (node?.kind !== 'map') {
      this.#wrongType(`a mapping with ${required.join(', ')}`);
      return new Fields(() => new Data(undefined, this.path, this.#refusals));
    }
    const known = [...required, ...optional];
    for (const key of node.entries.keys()) {
      if (known.includes(key)) continue;
      const close = closestName(key, known);
      const hint = close === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean ${quote(close)}?`;
      const message = `The key ${quote(key)} is not known here.`;
      this.#refusals.add({ code: 'unknown-key', message, hint, path: [...this.path, key], at: 'key' });
    }
    for (const key of required) {
      if (!node.entries.has(key)) this.refuse({ code: 'missing-key', message: `The key ${quote(key)} is missing.` });
    }
    return new Fields((key) => {
      const entry = node.entries.get(key);
      return entry === undefined && !required.includes(key)
        ? undefined
        : new Data(entry?.value, [...this.path, key], this.#refusals);
    });
  }

  /** A mapping whose keys are names. */
  record<T>(read: (value: Data, name: string) => T): Record<string, T> {
    const result: Record<string, T> = emptyRecord();
    if (this.#node?.kind !== 'map') this.#wrongType('a mapping');
    else {
      for (const { key, value } of this.#node.entries.values()) {
        result[key] = read(new Data(value, [...this.path, key], this.#refusals), key);
      }
    }
    return result;
  }

  list<T>(read: (item: Data) => T): T[] {
    if (this.#node?.kind === 'list') {
      return this.#node.items.map((item, index) => read(new Data(item, [...this.path, index], this.#refusals)));
    }
    this.#wrongType('a list');
    return [];
  }

  get isList(): boolean {
    return this.#node?.kind === 'list';
  }

  get isText(): boolean {
    return this.#node?.kind === 'scalar' && typeof this.#node.value === 'string';
  }

  /** A string that keeps its rule. */
  text(rule?: TextRuleName, profile?: Profile): string {
    const node = this.#node;
    if (node?.kind !== 'scalar' || typeof node.value !== 'string') {
      this.#wrongType('a string');
      return '';
    }
    const problem =
      rule === undefined || profile === undefined ? undefined : checkText(TEXT_RULES[rule], node.value, profile);
    if (problem !== undefined) this.refuseValue(problem);
    return node.value;
  }

  /** A JSON number that keeps its rule. */
  number(rule: NumberRuleName): number {
    const node = this.#node;
    if (node?.kind !== 'scalar' || (typeof node.value !== 'number' && typeof node.value !== 'bigint')) {
      this.#wrongType('a number');
      return 0;
    }
    const problem = checkNumber(NUMBER_RULES[rule], String(node.value), 'number');
    if (problem !== undefined) this.refuseValue(problem);
    return Number(node.value);
  }

  boolean(): boolean {
    if (this.#node?.kind === 'scalar' && typeof this.#node.value === 'boolean') return this.#node.value;
    this.#wrongType('true or false');
    return false;
  }

  choice<const Choice extends string>(choices: readonly [Choice, ...Choice[]]): Choice {
    const text = this.text();
    const found = choices.find((choice) => choice === text);
    if (found === undefined && this.isText) this.refuseValue(invalidChoice(text, choices));
    return found ?? choices[0];
  }

  /** Plain JSON, whatever it is; undefined where nothing is. */
  plain(): unknown {
    return this.#node === undefined ? undefined : plainOf(this.#node);
  }

  #wrongType(expected: string): void {
    if (this.#node === undefined) return;
    this.refuse({ code: 'wrong-type', message: `Expected ${expected}, found ${describeNode(this.#node)}.` });
  }
}

/** The values of a mapping. */
export class Fields {
  readonly #get: (key: string) => Data | undefined;

  constructor(get: (key: string) => Data | undefined) {
    this.#get = get;
  }

  /** A required value. */
  get(key: string): Data {
    const data = this.#get(key);
    if (data === undefined) throw new Error(`${key} was not declared as required`);
    return data;
  }

  /** `{ key: value }` where there is one, else nothing: for spreading into an object. */
  optional<const Key extends string, T>(key: Key, read: (data: Data) => T): { readonly [K in Key]?: T } {
    const data = this.#get(key);
    if (data === undefined) return {};
    const found: { [K in Key]?: T } = {};
    found[key] = read(data);
    return found;
  }
}

function plainOf(node: DocumentNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'bigint' ? exact(node.value) : node.value;
    case 'list':
      return node.items.map(plainOf);
    case 'map': {
      const object = emptyRecord<unknown>();
      for (const { key, value } of node.entries.values()) object[key] = plainOf(value);
      return object;
    }
  }
}

function exact(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
