import { ExprError, type ParseOutcome, unwrapOutcome } from '../diagnostics/expr-error.ts';
import type { ExprProblem } from '../diagnostics/problem.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import { evaluateNode } from '../evaluate/evaluator.ts';
import { Refusal } from '../evaluate/refusal.ts';
import type { ExprNode, Reference } from '../parse/ast.ts';
import { type ExprLimits, withDefaults } from '../parse/limits.ts';
import { type ParsedExpression, parseExpression } from '../parse/parse-expression.ts';

import type { Syntax } from '../parse/syntax.ts';
import { ANY, type ExprType, withoutUnresolved } from '../types/expr-type.ts';
import { type ExprValue, typeOf, unresolvedValue } from '../values/expr-value.ts';

/**
 * How an expression or a format string is read.
 *
 * @see Expression Language 1.1
 */
export interface ParseOptions {
  /** Default `expr`. */
  readonly syntax?: Syntax;
  readonly limits?: Partial<ExprLimits>;
}

/**
 * What checking found out. With problems, the value is unresolved and its type as good as known.
 *
 * @see Expression Language 1.1
 */
export interface CheckResult {
  /** Without `unresolved`: whether the value is known, `value` says. */
  readonly type: ExprType;
  readonly value: ExprValue;
  readonly problems: readonly ExprProblem[];
}

/**
 * An expression: the right side of a `let`, or what stands between `{{` and `}}`. Parse once, evaluate often.
 *
 * @example
 * ```ts
 * const expression = Expression.parse('Param.Frame');
 * const symbols = new SymbolTable().set('Param.Frame', intValue(7));
 * expression.evaluate({ symbols, pathFormat: 'POSIX' }); // => { kind: 'int', value: 7 }
 * ```
 * @see Expression Language 1.1
 */
export class Expression {
  readonly source: string;
  /** The variables that the expression refers to, with the properties that follow them. */
  readonly references: readonly Reference[];
  /** The functions and methods that the expression calls. */
  readonly calls: ReadonlySet<string>;
  readonly #node: ExprNode;

  private constructor(source: string, parsed: ParsedExpression) {
    this.source = source;
    this.#node = parsed.node;
    this.references = parsed.references;
    this.calls = parsed.calls;
  }

  /**
   * Reads an expression.
   *
   * @throws {ExprError} with everything wrong with it.
   */
  static parse(source: string, options?: ParseOptions): Expression {
    return unwrapOutcome(source, Expression.safeParse(source, options));
  }

  /** As {@link Expression.parse}, returning the problems. */
  static safeParse(source: string, options: ParseOptions = {}): ParseOutcome<Expression> {
    const outcome = parseExpression(source, options.syntax ?? 'expr', withDefaults(options.limits));
    return outcome.ok ? { ok: true, value: new Expression(source, outcome.value) } : outcome;
  }

  /**
   * The value, coerced to the target type; unresolved where that depends on something unresolved.
   *
   * @throws {ExprError} if there is none.
   */
  evaluate(context: EvaluationContext, target?: ExprType): ExprValue {
    try {
      return evaluateNode(this.#node, context, target);
    } catch (error) {
      throw error instanceof Refusal ? new ExprError(this.source, error.problems) : error;
    }
  }

  /** As {@link Expression.evaluate}, returning the problems. Never throws. */
  check(context: EvaluationContext, target?: ExprType): CheckResult {
    try {
      const value = evaluateNode(this.#node, context, target);
      return { type: withoutUnresolved(typeOf(value)), value, problems: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const type = withoutUnresolved(target ?? ANY);
      return { type, value: unresolvedValue(type), problems: error.problems };
    }
  }

  toString(): string {
    return this.source;
  }

  toJSON(): string {
    return this.source;
  }
}
