import type { ParseOutcome } from '../diagnostics/expr-error.ts';
import type { ExprProblem } from '../diagnostics/problem.ts';
import { baseNameNode, type NameNode } from './ast.ts';

// Blanks around a dot mean nothing, as in expressions: whoever writes `{{ Param . Frame }}` is understood with and without EXPR.
const DOTTED_NAME = /^[A-Za-z_][A-Za-z0-9_]*(?:\s*\.\s*[A-Za-z_][A-Za-z0-9_]*)*$/;

/**
 * Reads the base syntax: one dotted name.
 *
 * @param isExpression - whether the text would be legal with the EXPR extension; asked only about a refused one
 */
export function parseBase(source: string, isExpression: () => boolean): ParseOutcome<NameNode> {
  const name = source.trim();
  const start = source.length - source.trimStart().length;
  const span = { start, end: start + name.length };
  if (DOTTED_NAME.test(name)) return { ok: true, value: baseNameNode(name.replace(/\s+/g, ''), span) };
  return { ok: false, problems: [refusal(name, span, isExpression())] };
}

function refusal(name: string, span: ExprProblem['span'], isExpression: boolean): ExprProblem {
  if (name === '') {
    return {
      code: 'expr-syntax',
      message: 'Expected a dotted name such as Param.Frame, found nothing',
      span: { start: 0, end: span.start },
    };
  }
  const message = `Expected a dotted name such as Param.Frame, found '${name}'`;
  return isExpression
    ? {
        code: 'format-string-needs-expr',
        message,
        span,
        hint: "list 'EXPR' in the extensions of the template to use expressions",
      }
    : { code: 'expr-syntax', message, span };
}
