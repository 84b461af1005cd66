import type { ExprLimits } from '../parse/limits.ts';
import type { PathFormat } from '../paths/path-format.ts';
import type { PathMappingRule } from '../paths/path-mapping.ts';
import type { SymbolTable } from '../symbols/symbol-table.ts';
import type { EvaluationBudget } from './budget.ts';

/**
 * All that an evaluation depends on.
 *
 * @see Expression Language 1.2.1
 */
export interface EvaluationContext {
  readonly symbols: SymbolTable;
  /** POSIX in template scope, that of the host where a session runs. */
  readonly pathFormat: PathFormat;
  /**
   * Whether functions of the host may be called: not at all (absent), yes but with unknown results (`unresolved`), or with
   * these rules, the longest source first as `sortPathMappingRules` returns them.
   */
  readonly host?: 'unresolved' | { readonly pathMappingRules: readonly PathMappingRule[] };
  readonly limits?: Partial<ExprLimits>;
  /** Shared by evaluations that belong together. Default: each has its limits alone. */
  readonly budget?: EvaluationBudget;
}
