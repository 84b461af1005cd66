import type { ExprNode, Reference } from './ast.ts';

/** The names that an expression uses. */
export interface NamesOfExpression {
  /** The variables that it refers to, with the properties that follow them, in the order of the text. */
  readonly references: readonly Reference[];
  /** The functions and methods that it calls. */
  readonly calls: ReadonlySet<string>;
  /** Loop variables that have the name of one around them. */
  readonly shadowed: readonly Reference[];
}

/** Collects the names of an expression. Loop variables and functions are not among the references. */
export function namesOf(root: ExprNode): NamesOfExpression {
  const references: Reference[] = [];
  const shadowed: Reference[] = [];
  const calls = new Set<string>();
  // A stack of our own: chains such as a + b + c + ... are deeper than nesting is.
  const pending: { node: ExprNode; locals: ReadonlySet<string> }[] = [{ node: root, locals: new Set() }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, locals } = next;
    if (node.kind === 'name' && !locals.has(node.prefixes[0] ?? '')) {
      references.push({ name: node.text, span: node.span });
    }
    if (node.kind === 'call' || node.kind === 'method') calls.add(node.name);
    if (node.kind === 'comprehension') {
      if (locals.has(node.variable)) shadowed.push({ name: node.variable, span: node.variableSpan });
      const inner = new Set([...locals, node.variable]);
      pending.push({ node: node.iterable, locals }, { node: node.element, locals: inner });
      if (node.condition !== undefined) pending.push({ node: node.condition, locals: inner });
    } else {
      for (const child of childrenOf(node)) pending.push({ node: child, locals });
    }
  }
  const inOrder = references.toSorted((a, b) => a.span.start - b.span.start);
  return { references: inOrder, calls, shadowed };
}

function childrenOf(node: ExprNode): readonly ExprNode[] {
  switch (node.kind) {
    case 'list':
      return node.items;
    case 'conditional':
      return [...node.branches.flatMap(({ condition, value }) => [condition, value]), node.otherwise];
    case 'and':
    case 'or':
      return node.operands;
    case 'compare':
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case 'unary':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.args;
    case 'method':
      return [node.object, ...node.args];
    case 'property':
      return [node.object];
    case 'subscript':
      return [node.object, node.index];
    case 'slice':
      return [node.object, ...node.bounds.filter((bound) => bound !== undefined)];
    default:
      return [];
  }
}
