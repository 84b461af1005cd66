// One class of more than 400 lines: the grammar reads best in one place, from the loosest construct to the tightest.
import { refuseSyntax } from '../lex/syntax-refusal.ts';
import type { Token } from '../lex/token.ts';
import { boolValue, type ExprValue, intValue, nullValue, stringValue } from '../values/expr-value.ts';
import { type BinaryOperator, type CompareOperator, type ExprNode, nameNode, type UnaryOperator } from './ast.ts';
import { MINIMUM_MAGNITUDE, readNumber } from './number-literal.ts';
import { UNSUPPORTED_OPERATORS, UNSUPPORTED_WORDS } from './unsupported.ts';

/** Deeper nesting than this is refused whatever the limit says: reading and evaluating take stack for each level. */
const DEEPEST = 200;

const CONSTANTS: ReadonlyMap<string, ExprValue> = new Map<string, ExprValue>([
  ['True', boolValue(true)],
  ['true', boolValue(true)],
  ['False', boolValue(false)],
  ['false', boolValue(false)],
  ['None', nullValue],
  ['null', nullValue],
]);
const KEYWORDS = new Set(['if', 'else', 'and', 'or', 'not', 'for', 'in', 'is', ...CONSTANTS.keys()]);
const COMPARE_SIGNS = new Set<string>(['<', '>', '<=', '>=', '==', '!='] satisfies CompareOperator[]);
const ADD_SIGNS = new Set<string>(['+', '-'] satisfies BinaryOperator[]);
const MULTIPLY_SIGNS = new Set<string>(['*', '/', '//', '%'] satisfies BinaryOperator[]);
const LOOP_VARIABLE = /^[a-z_]/;

/**
 * Reads the tokens of an expression by recursive descent.
 *
 * Specification: Expression Language 1.1.
 */
export class Parser {
  readonly #tokens: readonly Token[];
  readonly #maxDepth: number;
  #position = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], maxDepth: number) {
    this.#tokens = tokens;
    this.#maxDepth = Math.min(maxDepth, DEEPEST);
  }

  parse(): ExprNode {
    const node = this.#conditional();
    if (this.#token.kind !== 'end') this.#refuseToken('an operator or the end of the expression');
    return node;
  }

  // --- tokens

  get #token(): Token {
    return this.#tokenAt(0);
  }

  #tokenAt(ahead: number): Token {
    // The last token is of kind `end`, and nothing goes past it.
    return this.#tokens[this.#position + ahead] ?? { kind: 'end', text: '', start: 0, end: 0 };
  }

  #take(): Token {
    const token = this.#token;
    if (token.kind !== 'end') this.#position++;
    return token;
  }

  #isSign(text: string, ahead = 0): boolean {
    const token = this.#tokenAt(ahead);
    return token.kind === 'sign' && token.text === text;
  }

  #isWord(text: string, ahead = 0): boolean {
    const token = this.#tokenAt(ahead);
    return token.kind === 'name' && token.text === text;
  }

  #takeSign(text: string): boolean {
    if (!this.#isSign(text)) return false;
    this.#position++;
    return true;
  }

  #takeWord(text: string): boolean {
    if (!this.#isWord(text)) return false;
    this.#position++;
    return true;
  }

  /** End of the token before. */
  get #end(): number {
    return this.#tokens[this.#position - 1]?.end ?? 0;
  }

  // --- from the loosest construct to the tightest

  #conditional(): ExprNode {
    const first = this.#or();
    if (!this.#isWord('if')) return first;
    const branches: { condition: ExprNode; value: ExprNode }[] = [];
    let value = first;
    while (this.#takeWord('if')) {
      branches.push({ condition: this.#or(), value });
      if (!this.#takeWord('else')) this.#refuseToken("'else' and the value for the other case");
      value = this.#or();
    }
    return { kind: 'conditional', branches, otherwise: value, span: { start: first.span.start, end: this.#end } };
  }

  #or(): ExprNode {
    return this.#logical('or', () => this.#logical('and', () => this.#not()));
  }

  #logical(kind: 'and' | 'or', operand: () => ExprNode): ExprNode {
    const first = operand();
    if (!this.#isWord(kind)) return first;
    const operands = [first];
    while (this.#takeWord(kind)) operands.push(operand());
    return { kind, operands, span: { start: first.span.start, end: this.#end } };
  }

  #not(): ExprNode {
    if (!this.#isWord('not')) return this.#compare();
    return this.#unary('not', () => this.#not());
  }

  #compare(): ExprNode {
    const first = this.#add();
    const rest: { operator: CompareOperator; operand: ExprNode }[] = [];
    for (let operator = this.#takeCompare(); operator !== undefined; operator = this.#takeCompare()) {
      rest.push({ operator, operand: this.#add() });
    }
    if (rest.length === 0) return first;
    return { kind: 'compare', first, rest, span: { start: first.span.start, end: this.#end } };
  }

  #takeCompare(): CompareOperator | undefined {
    const { kind, text } = this.#token;
    if (kind === 'sign' && isCompareSign(text)) {
      this.#position++;
      return text;
    }
    if (this.#takeWord('in')) return 'in';
    if (this.#isWord('not') && this.#isWord('in', 1)) {
      this.#position += 2;
      return 'not in';
    }
    return undefined;
  }

  #add(): ExprNode {
    return this.#binary(isAddSign, () => this.#binary(isMultiplySign, () => this.#plusMinus()));
  }

  #binary(isOperator: (sign: string) => sign is BinaryOperator, operand: () => ExprNode): ExprNode {
    let left = operand();
    for (;;) {
      const { kind, text } = this.#token;
      if (kind !== 'sign' || !isOperator(text)) break;
      this.#position++;
      const right = operand();
      left = { kind: 'binary', operator: text, left, right, span: { start: left.span.start, end: this.#end } };
    }
    return left;
  }

  #plusMinus(): ExprNode {
    if (this.#isSign('-')) return this.#smallestInteger() ?? this.#unary('-', () => this.#plusMinus());
    if (this.#isSign('+')) return this.#unary('+', () => this.#plusMinus());
    return this.#power();
  }

  /** -9223372036854775808 is an integer, although what follows its sign is none. */
  #smallestInteger(): ExprNode | undefined {
    const number = this.#tokenAt(1);
    if (number.kind !== 'number' || ['**', '.', '['].some((sign) => this.#isSign(sign, 2))) return undefined;
    if (readNumber(number) !== MINIMUM_MAGNITUDE) return undefined;
    const { start } = this.#take();
    this.#position++;
    return { kind: 'literal', value: intValue(-MINIMUM_MAGNITUDE), span: { start, end: number.end } };
  }

  #unary(operator: UnaryOperator, operand: () => ExprNode): ExprNode {
    const { start } = this.#take();
    const node = this.#nested(start, operand);
    return { kind: 'unary', operator, operand: node, span: { start, end: this.#end } };
  }

  #power(): ExprNode {
    const left = this.#postfix();
    if (!this.#isSign('**')) return left;
    const { start } = this.#take();
    const right = this.#nested(start, () => this.#plusMinus());
    return { kind: 'binary', operator: '**', left, right, span: { start: left.span.start, end: this.#end } };
  }

  #postfix(): ExprNode {
    let node = this.#primary();
    for (;;) {
      if (this.#isSign('.')) node = this.#member(node);
      else if (this.#isSign('[')) node = this.#subscript(node);
      else if (this.#isSign('(')) node = this.#call(node);
      else return node;
    }
  }

  /** A method or a property. */
  #member(object: ExprNode): ExprNode {
    this.#position++;
    const name = this.#token;
    if (name.kind !== 'name') this.#refuseToken("a name after '.'");
    this.#position++;
    const span = { start: object.span.start, end: name.end };
    if (this.#isSign('(')) {
      const args = this.#args();
      const nameSpan = { start: name.start, end: name.end };
      return { kind: 'method', object, name: name.text, nameSpan, args, span: { ...span, end: this.#end } };
    }
    return { kind: 'property', object, name: name.text, nameSpan: { start: name.start, end: name.end }, span };
  }

  #call(callee: ExprNode): ExprNode {
    if (callee.kind !== 'name' || callee.text.includes('.')) {
      const { start, end } = this.#token;
      refuseSyntax('expr-syntax', "Expected the name of a function before '('", start, end);
    }
    const args = this.#args();
    const span = { start: callee.span.start, end: this.#end };
    return { kind: 'call', name: callee.text, nameSpan: callee.span, args, span };
  }

  #args(): readonly ExprNode[] {
    return this.#bracketed(')', () => {
      const args: ExprNode[] = [];
      while (!this.#isSign(')')) {
        this.#refuseStar();
        if (this.#token.kind === 'name' && this.#isSign('=', 1)) {
          const hint = 'arguments are given by position';
          this.#refuseConstruct('a keyword argument', this.#token.start, this.#tokenAt(1).end, hint);
        }
        args.push(this.#conditional());
        this.#refuseGenerator();
        if (!this.#takeSign(',')) break;
      }
      return args;
    });
  }

  #subscript(object: ExprNode): ExprNode {
    return this.#bracketed(']', () => {
      const bounds: (ExprNode | undefined)[] = [];
      let colons = 0;
      do {
        bounds.push(this.#isSign(':') || this.#isSign(']') ? undefined : this.#conditional());
      } while (colons++ < 2 && this.#takeSign(':'));
      if (this.#isSign(',')) this.#refuseTuple(this.#token.start);
      const [start, stop, step] = bounds;
      const span = { start: object.span.start, end: this.#token.end };
      if (bounds.length > 1) return { kind: 'slice', object, bounds: [start, stop, step], span };
      if (start === undefined) this.#refuseToken('an index or a slice');
      return { kind: 'subscript', object, index: start, span };
    });
  }

  #primary(): ExprNode {
    const token = this.#token;
    const span = { start: token.start, end: token.end };
    if (token.kind === 'string') {
      this.#position++;
      this.#refuseAdjacentString();
      return { kind: 'literal', value: stringValue(token.text), span };
    }
    if (token.kind === 'number') {
      this.#position++;
      const value = readNumber(token);
      if (typeof value !== 'bigint') return { kind: 'literal', value, span };
      const message = `Expected an integer from -2^63 to 2^63-1, found ${token.text}`;
      return refuseSyntax('expr-overflow', message, token.start, token.end);
    }
    if (token.kind === 'name') return this.#word(token);
    if (token.text === '(') return this.#group();
    if (token.text === '[') return this.#list();
    if (token.text === '{') this.#refuseBraces();
    this.#refuseStar();
    return this.#refuseToken('a value');
  }

  #word(token: Token): ExprNode {
    const span = { start: token.start, end: token.end };
    const constant = CONSTANTS.get(token.text);
    if (constant === undefined && (KEYWORDS.has(token.text) || Object.hasOwn(UNSUPPORTED_WORDS, token.text))) {
      this.#refuseToken('a value');
    }
    this.#position++;
    return constant === undefined ? this.#dottedName(token) : { kind: 'literal', value: constant, span };
  }

  /** Up to the name of a method. After a dot, keywords are names. */
  #dottedName({ text, start }: Token): ExprNode {
    const parts = [text];
    while (this.#isSign('.') && this.#tokenAt(1).kind === 'name' && !this.#isSign('(', 2)) {
      parts.push(this.#tokenAt(1).text);
      this.#position += 2;
    }
    return nameNode(parts, { start, end: this.#end });
  }

  #group(): ExprNode {
    const { start } = this.#token;
    const inner = this.#bracketed(')', () => {
      if (this.#isSign(')')) this.#refuseTuple(start);
      this.#refuseStar();
      const node = this.#conditional();
      if (this.#isSign(',')) this.#refuseTuple(start);
      this.#refuseGenerator();
      return node;
    });
    // Carets under half of a pair of parentheses would puzzle. A name stays the place that is renamed.
    return inner.kind === 'name' ? inner : { ...inner, span: { start, end: this.#end } };
  }

  #list(): ExprNode {
    const { start } = this.#token;
    return this.#bracketed(']', () => {
      const items: ExprNode[] = [];
      while (!this.#isSign(']')) {
        this.#refuseStar();
        items.push(this.#conditional());
        const [element] = items;
        if (items.length === 1 && element !== undefined && (this.#isWord('for') || this.#isWord('async'))) {
          return this.#comprehension(element, start);
        }
        if (!this.#takeSign(',')) break;
      }
      return { kind: 'list', items, span: { start, end: this.#token.end } };
    });
  }

  #comprehension(element: ExprNode, start: number): ExprNode {
    if (!this.#takeWord('for')) this.#refuseToken("'for'");
    const variable = this.#token;
    if (variable.kind !== 'name' || KEYWORDS.has(variable.text)) this.#refuseToken('the name of a loop variable');
    this.#position++;
    if (this.#isSign(',')) this.#refuseConstruct('several loop variables', variable.start, this.#token.end);
    if (!LOOP_VARIABLE.test(variable.text)) {
      const message = `Expected a loop variable that starts with a lowercase letter or '_', found '${variable.text}'`;
      refuseSyntax('expr-name', message, variable.start, variable.end);
    }
    if (!this.#takeWord('in')) this.#refuseToken("'in'");
    const iterable = this.#or();
    const condition = this.#takeWord('if') ? this.#or() : undefined;
    if (this.#isWord('for') || this.#isWord('async')) {
      const hint = 'make a list of lists, and flatten() it';
      this.#refuseConstruct("a second 'for' in a list comprehension", this.#token.start, this.#token.end, hint);
    }
    if (this.#isWord('if')) {
      const hint = "combine the conditions with 'and'";
      this.#refuseConstruct("a second 'if' in a list comprehension", this.#token.start, this.#token.end, hint);
    }
    const variableSpan = { start: variable.start, end: variable.end };
    const span = { start, end: this.#token.end };
    return { kind: 'comprehension', element, variable: variable.text, variableSpan, iterable, condition, span };
  }

  // --- nesting

  #bracketed<T>(close: string, inside: () => T): T {
    const open = this.#take();
    const result = this.#nested(open.start, inside);
    if (!this.#takeSign(close)) this.#refuseToken(`'${close}' to close the '${open.text}'`);
    return result;
  }

  #nested<T>(start: number, inside: () => T): T {
    this.#depth++;
    if (this.#depth > this.#maxDepth) {
      const message = `Expected at most ${this.#maxDepth} levels of nesting in an expression, found more`;
      const raise = this.#maxDepth < DEEPEST ? ', or raise the limit of nesting' : '';
      refuseSyntax('expr-limit-depth', message, start, this.#token.start, `split the expression with 'let'${raise}`);
    }
    const result = inside();
    this.#depth--;
    return result;
  }

  // --- refusals

  #refuseToken(expected: string): never {
    const { kind, text, start, end } = this.#token;
    const unsupported = kind === 'string' ? undefined : (UNSUPPORTED_OPERATORS[text] ?? UNSUPPORTED_WORDS[text]);
    if (kind !== 'end' && unsupported !== undefined) this.#refuseConstruct(unsupported[0], start, end, unsupported[1]);
    const found = { end: 'the end of the expression', string: 'a string' }[kind as string] ?? `'${text}'`;
    return refuseSyntax('expr-syntax', `Expected ${expected}, found ${found}`, start, end);
  }

  #refuseConstruct(what: string, start: number, end: number, hint?: string): never {
    refuseSyntax('expr-unsupported-syntax', `Expected an expression of the language, found ${what}`, start, end, hint);
  }

  #refuseTuple(start: number): never {
    this.#refuseConstruct('a tuple', start, this.#token.end, 'write a list: [a, b]');
  }

  #refuseStar(): void {
    if (!this.#isSign('*') && !this.#isSign('**')) return;
    this.#refuseConstruct(`the unpacking operator '${this.#token.text}'`, this.#token.start, this.#token.end);
  }

  #refuseGenerator(): void {
    if (!this.#isWord('for') && !this.#isWord('async')) return;
    const hint = 'write a list comprehension: [x for x in list]';
    this.#refuseConstruct('a generator expression', this.#token.start, this.#token.end, hint);
  }

  #refuseBraces(): never {
    const { start } = this.#token;
    // {a: b}, {} and {**a} are dicts, whatever follows.
    const isDict = ['}', '**'].some((sign) => this.#isSign(sign, 1)) || this.#isSign(':', 2);
    this.#refuseConstruct(isDict ? 'a dict' : 'a dict or a set', start, this.#token.end, 'the language has lists only');
  }

  #refuseAdjacentString(): void {
    if (this.#token.kind !== 'string') return;
    const { start, end } = this.#token;
    refuseSyntax(
      'expr-syntax',
      'Expected an operator or a comma between two strings',
      start,
      end,
      'join strings with +',
    );
  }
}

function isCompareSign(sign: string): sign is CompareOperator {
  return COMPARE_SIGNS.has(sign);
}

function isAddSign(sign: string): sign is BinaryOperator {
  return ADD_SIGNS.has(sign);
}

function isMultiplySign(sign: string): sign is BinaryOperator {
  return MULTIPLY_SIGNS.has(sign);
}
