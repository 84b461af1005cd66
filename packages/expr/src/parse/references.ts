import type { ExprNode, Reference } from './ast.ts';

/** The variables that an expression refers to, in the order of the text. */
export function referencesOf(node: ExprNode): readonly Reference[] {
  return node.kind === 'name' ? [{ name: node.text, span: node.span }] : [];
}
