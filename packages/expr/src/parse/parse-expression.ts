import type { ParseOutcome } from '../diagnostics/expr-error.ts';
import type { ExprProblem } from '../diagnostics/problem.ts';
import { SyntaxRefusal } from '../lex/syntax-refusal.ts';
import { tokenize } from '../lex/tokenize.ts';
import type { ExprNode } from './ast.ts';
import type { ExprLimits } from './limits.ts';
import { parseBase } from './parse-base.ts';
import { Parser } from './parser.ts';
import { type NamesOfExpression, namesOf } from './names-of.ts';
import type { Syntax } from './syntax.ts';

/** An expression that was read, with the names in it. */
export interface ParsedExpression extends NamesOfExpression {
  readonly node: ExprNode;
}

/** Reads an expression of the given syntax. */
export function parseExpression(source: string, syntax: Syntax, limits: ExprLimits): ParseOutcome<ParsedExpression> {
  if (source.length > limits.maxSourceLength) {
    const message = `Expected an expression of at most ${limits.maxSourceLength} characters, found ${source.length} (limit maxSourceLength)`;
    return refused({ code: 'expr-limit-source', message, span: { start: 0, end: source.length } });
  }
  if (syntax === 'expr') return parseWhole(source, limits);
  const outcome = parseBase(source, () => parseWhole(source, limits).ok);
  if (!outcome.ok) return outcome;
  const { value: node } = outcome;
  return {
    ok: true,
    value: { node, references: [{ name: node.text, span: node.span }], calls: NO_CALLS, shadowed: [] },
  };
}

const NO_CALLS: ReadonlySet<string> = new Set();

function parseWhole(source: string, limits: ExprLimits): ParseOutcome<ParsedExpression> {
  try {
    const node = new Parser(tokenize(source), limits.maxDepth).parse();
    const names = namesOf(node);
    const [shadowed] = names.shadowed;
    if (shadowed === undefined) return { ok: true, value: { node, ...names } };
    const message = `Expected a loop variable that no loop around has, found '${shadowed.name}'`;
    return refused({ code: 'expr-shadowed-name', message, span: shadowed.span });
  } catch (error) {
    if (error instanceof SyntaxRefusal) return refused(error.problem);
    throw error;
  }
}

function refused(problem: ExprProblem): ParseOutcome<never> {
  return { ok: false, problems: [problem] };
}
