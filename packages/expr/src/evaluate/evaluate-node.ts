import type { ExprCode } from '../diagnostics/codes.ts';
import { closestName } from '../diagnostics/closest-name.ts';
import type { ExprProblem, Span } from '../diagnostics/problem.ts';
import type { ExprNode, NameNode } from '../parse/ast.ts';
import type { ExprType } from '../types/expr-type.ts';
import { coerce } from '../values/coerce.ts';
import type { ExprValue } from '../values/expr-value.ts';
import type { EvaluationContext } from './context.ts';

/** Thrown inside of an evaluation; the API turns it into problems. */
export class Refusal extends Error {
  readonly problems: readonly ExprProblem[];
  constructor(problems: readonly ExprProblem[]) {
    super('refused');
    this.problems = problems;
  }
}

export function refuse(code: ExprCode, message: string, span: Span, hint?: string): never {
  throw new Refusal([{ code, message, span, ...(hint === undefined ? {} : { hint }) }]);
}

/** The value of an expression, coerced to a target type. */
export function evaluateNode(node: ExprNode, context: EvaluationContext, target?: ExprType): ExprValue {
  const value = evaluate(node, context);
  if (target === undefined) return value;
  const coerced = coerce(value, target, context.pathFormat);
  return typeof coerced === 'string' ? refuse('expr-type-mismatch', coerced, node.span) : coerced;
}

function evaluate(node: ExprNode, context: EvaluationContext): ExprValue {
  if (node.kind === 'literal') return node.value;
  if (node.kind === 'name') return lookUp(node, context);
  return refuse('expr-unsupported-syntax', `Expected a name or a literal, found ${node.kind}`, node.span);
}

function lookUp(node: NameNode, context: EvaluationContext): ExprValue {
  return context.symbols.get(node.text) ?? refuseName(node, context);
}

function refuseName(node: NameNode, context: EvaluationContext): never {
  const reason = context.symbols.reasonAgainst(node.text);
  if (reason !== undefined) refuse('expr-symbol-not-available', reason, node.span);
  const close = closestName(node.text, context.symbols.names());
  refuse(
    'expr-unknown-symbol',
    `Expected a variable that exists here, found '${node.text}'`,
    node.span,
    close === undefined ? undefined : `did you mean '${close}'?`,
  );
}
