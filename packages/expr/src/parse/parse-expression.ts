import type { ParseOutcome } from '../diagnostics/expr-error.ts';
import type { ExprNode } from './ast.ts';
import type { ExprLimits } from './limits.ts';
import { parseBase } from './parse-base.ts';
import type { Syntax } from './syntax.ts';

/** Reads an expression of the given syntax. */
export function parseNode(source: string, syntax: Syntax, limits: ExprLimits): ParseOutcome<ExprNode> {
  if (source.length > limits.maxSourceLength) {
    const message = `Expected an expression of at most ${limits.maxSourceLength} characters, found ${source.length}`;
    return { ok: false, problems: [{ code: 'expr-limit-source', message, span: { start: 0, end: source.length } }] };
  }
  return parseBase(source, () => syntax === 'expr');
}
