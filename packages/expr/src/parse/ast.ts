import type { Span } from '../diagnostics/problem.ts';
import type { ExprValue } from '../values/expr-value.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export type UnaryOperator = '-' | '+' | 'not';
export type CompareOperator = '<' | '>' | '<=' | '>=' | '==' | '!=' | 'in' | 'not in';

/** A part of an expression. Chains are flat, so that depth is nesting as a reader sees it. */
export type ExprNode =
  | { readonly kind: 'literal'; readonly value: ExprValue; readonly span: Span }
  | NameNode
  | { readonly kind: 'list'; readonly items: readonly ExprNode[]; readonly span: Span }
  | ComprehensionNode
  | ConditionalNode
  | { readonly kind: 'and' | 'or'; readonly operands: readonly ExprNode[]; readonly span: Span }
  | CompareNode
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: ExprNode; readonly span: Span }
  | BinaryNode
  | CallNode
  | MethodNode
  | PropertyNode
  | SubscriptNode
  | SliceNode;

/** A dotted name: a variable, or a variable and properties of it. */
export interface NameNode {
  readonly kind: 'name';
  readonly text: string;
  /** What may be the variable, from the shortest: `Param`, `Param.File`, `Param.File.stem`. */
  readonly prefixes: readonly string[];
  readonly span: Span;
}

export interface ComprehensionNode {
  readonly kind: 'comprehension';
  readonly element: ExprNode;
  readonly variable: string;
  readonly variableSpan: Span;
  readonly iterable: ExprNode;
  readonly condition: ExprNode | undefined;
  readonly span: Span;
}

/** `a if b else c if d else e` has two branches. */
export interface ConditionalNode {
  readonly kind: 'conditional';
  readonly branches: readonly { readonly condition: ExprNode; readonly value: ExprNode }[];
  readonly otherwise: ExprNode;
  readonly span: Span;
}

export interface CompareNode {
  readonly kind: 'compare';
  readonly first: ExprNode;
  readonly rest: readonly { readonly operator: CompareOperator; readonly operand: ExprNode }[];
  readonly span: Span;
}

export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: ExprNode;
  readonly right: ExprNode;
  readonly span: Span;
}

export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly ExprNode[];
  readonly span: Span;
}

export interface MethodNode {
  readonly kind: 'method';
  readonly object: ExprNode;
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly ExprNode[];
  readonly span: Span;
}

export interface PropertyNode {
  readonly kind: 'property';
  readonly object: ExprNode;
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

export interface SubscriptNode {
  readonly kind: 'subscript';
  readonly object: ExprNode;
  readonly index: ExprNode;
  readonly span: Span;
}

export interface SliceNode {
  readonly kind: 'slice';
  readonly object: ExprNode;
  /** start, stop, step */
  readonly bounds: readonly [ExprNode | undefined, ExprNode | undefined, ExprNode | undefined];
  readonly span: Span;
}

/**
 * A variable that an expression refers to, with the properties that follow it: `Param.File.stem`.
 *
 * @see Template Schemas 7.3
 */
export interface Reference {
  readonly name: string;
  readonly span: Span;
}

/** No variable has more parts. What follows them are properties, and there are few of those. */
const MAX_VARIABLE_PARTS = 16;

/** A name of the expression language: any number of its first parts may be the variable. */
export function nameNode(parts: readonly string[], span: Span): NameNode {
  const prefixes = parts.slice(0, MAX_VARIABLE_PARTS).map((_, i) => parts.slice(0, i + 1).join('.'));
  return { kind: 'name', text: parts.join('.'), prefixes, span };
}

/** A name of the base syntax: all of it is the variable, for there are no properties. */
export function baseNameNode(text: string, span: Span): NameNode {
  return { kind: 'name', text, prefixes: [text], span };
}
