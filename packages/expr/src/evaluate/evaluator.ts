import type { ExprProblem, Span } from '../diagnostics/problem.ts';
import { callFunction } from '../functions/dispatch.ts';
import { LIBRARY, PROPERTY_NAMES } from '../functions/library.ts';
import { BINARY_NAMES, COMPARE_NAMES, propertyName, UNARY_NAMES } from '../functions/operator-names.ts';
import type { CompareNode, ComprehensionNode, ConditionalNode, ExprNode, NameNode } from '../parse/ast.ts';
import { withDefaults } from '../parse/limits.ts';
import { BOOL, elementOf, type ExprType, membersOf, typeText, unionType } from '../types/expr-type.ts';
import { coerce } from '../values/coerce.ts';
import { boolValue, type ExprValue, intValue, nullValue, typeOf, unresolvedValue } from '../values/expr-value.ts';
import type { EvaluationContext } from './context.ts';
import { type Element, makeList } from './element-types.ts';
import { leftOf } from './left-of.ts';
import { lookUp } from './look-up.ts';
import { Meter } from './meter.ts';
import { elementTarget, outcomes, possibleTypes } from './possible-types.ts';
import { LimitRefusal, Refusal, refuse } from './refusal.ts';
import { refuseFunction, refuseProperty } from './refuse-name.ts';
import type { Scope } from './scope.ts';
import { smallArithmetic, smallComparison } from './small-integers.ts';

/** The value of an expression, coerced to a target type. Evaluating and checking are the same; only some values differ. */
export function evaluateNode(node: ExprNode, context: EvaluationContext, target?: ExprType): ExprValue {
  const evaluator = new Evaluator(context);
  return evaluator.keep(evaluator.coerce(evaluator.evaluate(node, undefined, target), target, node.span), node.span);
}

/** What trying a branch gave: a value, or why there is none. */
type Attempt = { readonly value: ExprValue } | { readonly problems: readonly ExprProblem[] };

class Evaluator {
  readonly #context: EvaluationContext;
  readonly #meter: Meter;

  constructor(context: EvaluationContext) {
    this.#context = context;
    this.#meter = new Meter(withDefaults(context.limits), context.budget);
  }

  /**
   * The value of a node, which the meter holds from then on. The target is for lists, which it gives the type
   * of their elements, and for what hands it on to them; it changes nothing else.
   */
  evaluate(node: ExprNode, scope: Scope | undefined, target?: ExprType): ExprValue {
    // Chains (a + b + c, a.b().c()) lean to the left and may be long: their left ends are walked without recursion.
    const chain: ExprNode[] = [];
    let innermost = node;
    for (let left = leftOf(innermost); left !== undefined; left = leftOf(innermost)) {
      chain.push(innermost);
      innermost = left;
    }
    // What a node used is alive no longer when its value is there.
    const { held } = this.#meter;
    let value = this.#evaluateHead(innermost, scope, chain.length === 0 ? target : undefined);
    this.#meter.holdOnly(held, value, innermost.span);
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      value = this.#evaluateLink(link, value, scope);
      this.#meter.holdOnly(held, value, link.span);
    }
    return value;
  }

  /** The value of the whole expression. */
  keep(value: ExprValue, span: Span): ExprValue {
    this.#meter.keep(value, span);
    return value;
  }

  coerce(value: ExprValue, target: ExprType | undefined, span: Span): ExprValue {
    if (target === undefined) return value;
    this.#meter.span = span;
    const coerced = coerce(value, target, this.#context.pathFormat, (length) =>
      this.#meter.reserveItems(Number(length)),
    );
    return typeof coerced === 'string' ? refuse('expr-type-mismatch', coerced, span) : coerced;
  }

  /** A node that begins a chain, or is none. */
  #evaluateHead(node: ExprNode, scope: Scope | undefined, target: ExprType | undefined): ExprValue {
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'name':
        return this.#evaluateName(node, scope);
      case 'list':
        return this.#evaluateList(node.items, node.span, scope, elementTarget(target));
      case 'comprehension':
        return this.#evaluateComprehension(node, scope, elementTarget(target));
      case 'conditional':
        return this.#evaluateConditional(node, scope, target);
      case 'and':
      case 'or':
        return this.#evaluateLogical(node, scope);
      case 'unary':
        return this.#apply(
          UNARY_NAMES[node.operator],
          [this.evaluate(node.operand, scope)],
          [node.operand.span],
          node.span,
        );
      case 'call':
        return this.#evaluateCall(node.name, node.nameSpan, [], node.args, node.span, scope);
      default:
        return refuse('expr-syntax', `Expected the start of an expression, found ${node.kind}`, node.span);
    }
  }

  /** A node of a chain, with the value of what stands to its left. */
  #evaluateLink(node: ExprNode, left: ExprValue, scope: Scope | undefined): ExprValue {
    switch (node.kind) {
      case 'binary': {
        const right = this.evaluate(node.right, scope);
        const small = smallArithmetic(node.operator, left, right);
        if (small === undefined) {
          return this.#apply(BINARY_NAMES[node.operator], [left, right], [node.left.span, node.right.span], node.span);
        }
        this.#meter.span = node.span;
        this.#meter.spend(1);
        return intValue(small);
      }
      case 'compare':
        return this.#evaluateCompare(node, left, scope);
      case 'property':
        return this.#evaluateProperty(left, node.name, node.nameSpan, node.span);
      case 'method':
        return this.#evaluateCall(node.name, node.nameSpan, [left], node.args, node.span, scope, node.object.span);
      case 'subscript': {
        const index = this.evaluate(node.index, scope);
        return this.#apply('__getitem__', [left, index], [node.object.span, node.index.span], node.span, true);
      }
      case 'slice': {
        const bounds = node.bounds.map((bound) => (bound === undefined ? nullValue : this.evaluate(bound, scope)));
        const spans = node.bounds.map((bound) => bound?.span ?? node.span);
        return this.#apply('__getitem__', [left, ...bounds], [node.object.span, ...spans], node.span, true);
      }
      default:
        return refuse('expr-syntax', `Expected an operator, found ${node.kind}`, node.span);
    }
  }

  #evaluateName(node: NameNode, scope: Scope | undefined): ExprValue {
    const { value, properties } = lookUp(node, this.#context, scope);
    let result = value;
    for (const property of properties) result = this.#evaluateProperty(result, property, node.span, node.span);
    return result;
  }

  #evaluateProperty(object: ExprValue, name: string, nameSpan: Span, span: Span): ExprValue {
    const type = possibleTypes(object);
    const isPath = membersOf(type).some(({ kind }) => kind === 'path' || kind === 'any' || kind === 'noreturn');
    if (!isPath || !PROPERTY_NAMES.includes(name)) refuseProperty(name, typeText(type), nameSpan);
    return this.#apply(propertyName(name), [object], [span], span);
  }

  #evaluateCall(
    name: string,
    nameSpan: Span,
    receiver: readonly ExprValue[],
    args: readonly ExprNode[],
    span: Span,
    scope: Scope | undefined,
    receiverSpan?: Span,
  ): ExprValue {
    if (name.startsWith('__') || !LIBRARY.has(name)) refuseFunction(name, nameSpan, receiver.length > 0);
    const values = args.map((arg) => this.evaluate(arg, scope));
    const spans = args.map((arg) => arg.span);
    return this.#apply(
      name,
      [...receiver, ...values],
      receiverSpan === undefined ? spans : [receiverSpan, ...spans],
      span,
      receiver.length > 0,
    );
  }

  /** Calls a function or operator. */
  #apply(name: string, args: readonly ExprValue[], argSpans: readonly Span[], span: Span, isMethod = false): ExprValue {
    const entry = LIBRARY.get(name);
    if (entry === undefined) return refuseFunction(name, span, isMethod);
    return callFunction({ entry, args, argSpans, span, isMethod }, this.#context, this.#meter);
  }

  #evaluateCompare(node: CompareNode, first: ExprValue, scope: Scope | undefined): ExprValue {
    let left = first;
    let leftSpan = node.first.span;
    let isOpen = false; // whether a comparison before is unresolved, so that this one may never be made
    for (const { operator, operand } of node.rest) {
      const compare = (): ExprValue => {
        const right = this.evaluate(operand, scope);
        const span = { start: leftSpan.start, end: operand.span.end };
        const small = smallComparison(operator, left, right);
        if (small !== undefined) {
          this.#meter.span = span;
          this.#meter.spend(1);
          left = right;
          return boolValue(small);
        }
        const isContainer = operator === 'in' || operator === 'not in';
        const spans = isContainer ? [operand.span, leftSpan] : [leftSpan, operand.span];
        const args = isContainer ? [right, left] : [left, right];
        const result = this.#apply(COMPARE_NAMES[operator], args, spans, span);
        left = right;
        return result;
      };
      const attempt: Attempt = isOpen ? this.#attempt(compare) : { value: compare() };
      if (!('value' in attempt)) return unresolvedValue(BOOL);
      leftSpan = operand.span;
      if (attempt.value.kind === 'unresolved') isOpen = true;
      else if (attempt.value.kind === 'bool' && !attempt.value.value) return attempt.value;
    }
    return isOpen ? unresolvedValue(BOOL) : boolValue(true);
  }

  /**
   * Null and false decide; everything else is as good as true. An unresolved operand may decide or not: then what follows
   * is tried, and may fail.
   */
  #evaluateLogical(node: ExprNode & { kind: 'and' | 'or' }, scope: Scope | undefined): ExprValue {
    const possible: ExprType[] = [];
    for (const [i, operand] of node.operands.entries()) {
      const evaluate = (): ExprValue => this.evaluate(operand, scope);
      const attempt: Attempt = possible.length > 0 ? this.#attempt(evaluate) : { value: evaluate() };
      if (!('value' in attempt)) break;
      const { value } = attempt;
      const { deciding, passing } = outcomes(value, node.kind);
      if (passing.length === 0 || i === node.operands.length - 1) {
        if (possible.length === 0) return value;
        possible.push(possibleTypes(value));
        break;
      }
      possible.push(...deciding);
    }
    return unresolvedValue(unionType(possible));
  }

  #evaluateConditional(node: ConditionalNode, scope: Scope | undefined, target: ExprType | undefined): ExprValue {
    const attempts: Attempt[] = [];
    const tryBranch = (branch: ExprNode): void => {
      // The branch has its target already when it is one of several, so that each of them fails or not by itself.
      attempts.push(this.#attempt(() => this.coerce(this.evaluate(branch, scope, target), target, branch.span)));
    };
    let decided: ExprNode = node.otherwise;
    for (const { condition, value: then } of node.branches) {
      const check = (): ExprValue => this.#condition(condition, scope);
      const attempt: Attempt = attempts.length === 0 ? { value: check() } : this.#attempt(check);
      if (!('value' in attempt)) {
        attempts.push(attempt);
        return this.#unionOf(attempts);
      }
      const { value } = attempt;
      if (value.kind === 'unresolved') tryBranch(then);
      else if (value.kind === 'bool' && value.value) {
        decided = then;
        break;
      }
    }
    if (attempts.length === 0) return this.evaluate(decided, scope, target);
    tryBranch(decided);
    return this.#unionOf(attempts);
  }

  /** What one of several branches will give: those that fail are passed over, unless all do. */
  #unionOf(attempts: readonly Attempt[]): ExprValue {
    const values = attempts.flatMap((attempt) => ('value' in attempt ? [attempt.value] : []));
    if (values.length === 0) {
      throw new Refusal(attempts.flatMap((attempt) => ('problems' in attempt ? attempt.problems : [])));
    }
    return unresolvedValue(unionType(values.map(possibleTypes)));
  }

  #condition(node: ExprNode, scope: Scope | undefined): ExprValue {
    const { held } = this.#meter;
    const value = this.evaluate(node, scope);
    this.#meter.held = held;
    const type = possibleTypes(value);
    if (membersOf(type).some(({ kind }) => kind === 'bool' || kind === 'any' || kind === 'noreturn')) return value;
    return refuse(
      'expr-type-mismatch',
      `Expected a bool as the condition, found ${typeText(type)}`,
      node.span,
      'compare it with something',
    );
  }

  #evaluateList(
    nodes: readonly ExprNode[],
    span: Span,
    scope: Scope | undefined,
    target: ExprType | undefined,
  ): ExprValue {
    const elements = nodes.map((node) => this.#element(node, scope, target));
    this.#meter.span = span;
    this.#meter.spend(elements.length);
    return makeList(elements, span, this.#meter);
  }

  #element(node: ExprNode, scope: Scope | undefined, target: ExprType | undefined): Element {
    const value = this.evaluate(node, scope, target);
    if (value.kind === 'null' || target === undefined) return { value, span: node.span };
    const coerced = this.coerce(value, target, node.span);
    return { value: coerced, span: node.span };
  }

  #evaluateComprehension(node: ComprehensionNode, scope: Scope | undefined, target: ExprType | undefined): ExprValue {
    const { variable, span } = node;
    if (this.#context.symbols.has(variable)) {
      const message = `Expected a loop variable with a name of its own, found '${variable}', which exists already`;
      refuse('expr-shadowed-name', message, node.variableSpan);
    }
    const iterable = this.evaluate(node.iterable, scope);
    const items = this.#itemsOf(iterable, node.iterable.span);
    const elements: Element[] = [];
    let isOpen = iterable.kind === 'unresolved'; // whether it is not known which items are in the list
    for (const item of items) {
      const inner: Scope = { name: variable, value: item, outer: scope };
      const keep = node.condition === undefined ? boolValue(true) : this.#condition(node.condition, inner);
      if (keep.kind === 'bool' && !keep.value) continue;
      const element = (): Element => this.#element(node.element, inner, target);
      if (keep.kind === 'bool') {
        elements.push(element());
        continue;
      }
      isOpen = true;
      const attempt = this.#attemptElement(element);
      if (attempt !== undefined) elements.push(attempt);
    }
    const list = makeList(elements, span, this.#meter);
    // Left-out items may make the list an empty one, which fits every type of list.
    return isOpen && list.kind === 'list' ? unresolvedValue(typeOf(list)) : list;
  }

  /** The items that a comprehension goes through, one at a time; of an unresolved list, one unresolved item. */
  *#itemsOf(iterable: ExprValue, span: Span): Generator<ExprValue, void, undefined> {
    this.#meter.span = span;
    if (iterable.kind === 'list') {
      this.#meter.spend(iterable.items.length);
      yield* iterable.items;
    } else if (iterable.kind === 'range_expr') {
      this.#meter.spend(Number(iterable.value.length));
      for (const item of iterable.value) yield intValue(item);
    } else {
      const type = possibleTypes(iterable);
      const elements = membersOf(type).flatMap((member) => elementOf(member) ?? []);
      if (elements.length === 0) {
        const message = `Expected a list or a range expression to go through, found ${typeText(type)}`;
        refuse('expr-type-mismatch', message, span);
      }
      const element = unionType(elements);
      if (element.kind !== 'nulltype') yield unresolvedValue(element);
    }
  }

  #attemptElement(element: () => Element): Element | undefined {
    let result: Element | undefined;
    this.#attempt(() => {
      result = element();
      return result.value;
    });
    return result;
  }

  /** Tries what may never come to pass. A limit that it breaks is broken all the same. */
  #attempt(evaluate: () => ExprValue): Attempt {
    const held = this.#meter.held;
    try {
      return { value: evaluate() };
    } catch (error) {
      if (!(error instanceof Refusal) || error instanceof LimitRefusal) throw error;
      this.#meter.held = held;
      return { problems: error.problems };
    }
  }
}
