// Combination expressions (Template Schemas 3.4.3).
import { quote } from '../documents/nodes.ts';

/**
 * A combination expression, parsed (Template Schemas 3.4.3).
 *
 * @see Template Schemas 3.4.3
 */
export type CombinationNode =
  | { readonly kind: 'name'; readonly name: string }
  /** `A * B`: every combination, the last member fastest. */
  | { readonly kind: 'product'; readonly members: readonly CombinationNode[] }
  /** `(A, B)`: in lockstep. */
  | { readonly kind: 'association'; readonly members: readonly CombinationNode[] };

export interface CombinationToken {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

type CombinationOutcome =
  | { readonly ok: true; readonly value: CombinationNode; readonly tokens: readonly CombinationToken[] }
  | { readonly ok: false; readonly problem: { readonly message: string; readonly span: CombinationToken['span'] } };

class SyntaxProblem extends Error {
  readonly span: CombinationToken['span'];

  constructor(message: string, span: CombinationToken['span']) {
    super(message);
    this.span = span;
  }
}

/** Parentheses may nest this deep: as deep as a text of 1280 characters is of use. */
const MAX_DEPTH = 64;

/**
 * Reads a combination expression. A name, product or association of one member is just that member.
 *
 * @example `A * (B, C)` is a product of the name A and an association of the names B and C.
 */
export function parseCombination(text: string): CombinationOutcome {
  if (text !== last?.text) last = { text, outcome: parse(text) };
  return last.outcome;
}

/** A text that is longer by far than a combination may be is not taken apart: its length was reported. */
const MAX_LENGTH = 5120;

/** Several rules look at the same text in turn. */
let last: { readonly text: string; readonly outcome: CombinationOutcome } | undefined;

function parse(text: string): CombinationOutcome {
  if (text.length > MAX_LENGTH) {
    const span = { start: MAX_LENGTH, end: text.length };
    return { ok: false, problem: { message: `Expected at most ${MAX_LENGTH} characters.`, span } };
  }
  try {
    const tokens = tokenize(text);
    const parser = new CombinationParser(text, tokens);
    return { ok: true, value: parser.parse(), tokens };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { ok: false, problem: { message: error.message, span: error.span } };
  }
}

/** The names in an expression and where they stand. */
export function combinationNames(
  tokens: readonly CombinationToken[],
): { name: string; span: CombinationToken['span'] }[] {
  return tokens.filter(({ text }) => /^\w/.test(text)).map(({ text, span }) => ({ name: text, span }));
}

function tokenize(text: string): CombinationToken[] {
  return [...text.matchAll(/[A-Za-z_]\w*|[^ ]/g)].map((match) => {
    const token = { text: match[0], span: { start: match.index, end: match.index + match[0].length } };
    if (/^(?:[A-Za-z_]\w*|[*(),])$/.test(token.text)) return token;
    throw new SyntaxProblem(
      `${quote(token.text)} cannot stand in a combination. Expected names, "*", "(", ")" and ",".`,
      token.span,
    );
  });
}

class CombinationParser {
  readonly #tokens: readonly CombinationToken[];
  readonly #end: CombinationToken['span'];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly CombinationToken[]) {
    this.#tokens = tokens;
    this.#end = { start: Math.max(0, text.length - 1), end: text.length };
  }

  parse(): CombinationNode {
    const node = this.#product();
    if (this.#at < this.#tokens.length) throw this.#expected('"*" or the end');
    return node;
  }

  #product(): CombinationNode {
    const members = [this.#element()];
    while (this.#skip('*')) members.push(this.#element());
    return only('product', members);
  }

  #element(): CombinationNode {
    const token = this.#tokens[this.#at];
    if (token !== undefined && /^\w/.test(token.text)) {
      this.#at++;
      return { kind: 'name', name: token.text };
    }
    if (!this.#skip('(')) throw this.#expected('the name of a task parameter or "("');
    this.#depth++;
    if (this.#depth > MAX_DEPTH)
      throw new SyntaxProblem(`Parentheses nest deeper than ${MAX_DEPTH} levels.`, token?.span ?? this.#end);
    const members = [this.#product()];
    while (this.#skip(',')) members.push(this.#product());
    if (!this.#skip(')')) throw this.#expected('",", "*" or ")"');
    this.#depth--;
    return only('association', members);
  }

  #skip(text: string): boolean {
    if (this.#tokens[this.#at]?.text !== text) return false;
    this.#at++;
    return true;
  }

  #expected(what: string): SyntaxProblem {
    const token = this.#tokens[this.#at];
    const found = token === undefined ? 'the end' : quote(token.text);
    return new SyntaxProblem(`Expected ${what}, found ${found}.`, token?.span ?? this.#end);
  }
}

function only(kind: 'product' | 'association', members: CombinationNode[]): CombinationNode {
  const [first] = members;
  return members.length === 1 && first !== undefined ? first : { kind, members };
}

/** A combination as it is written. */
export function combinationText(node: CombinationNode): string {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'association') return `(${node.members.map(combinationText).join(', ')})`;
  const members = node.members.map((member) => {
    const text = combinationText(member);
    return member.kind === 'product' ? `(${text})` : text;
  });
  return members.join(' * ');
}

/** What is wrong with an association whose members have these numbers of values. */
export function unequalLengths(
  association: CombinationNode,
  members: readonly { readonly member: CombinationNode; readonly size: bigint | undefined }[],
): string {
  const lengths = members.map(({ member, size }) => `${combinationText(member)} has ${size}`);
  return `Association ${combinationText(association)}: expected members with the same number of values, found that ${lengths.join(', ')}.`;
}
