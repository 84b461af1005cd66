import type { ExprNode } from '../parse/ast.ts';

/** What stands to the left in a chain. */
export function leftOf(node: ExprNode): ExprNode | undefined {
  switch (node.kind) {
    case 'binary':
      return node.left;
    case 'compare':
      return node.first;
    case 'method':
    case 'property':
    case 'subscript':
    case 'slice':
      return node.object;
    default:
      return undefined;
  }
}
