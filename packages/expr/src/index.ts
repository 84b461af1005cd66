export { caretText, problemText } from './diagnostics/caret.ts';
export { closestName } from './diagnostics/closest-name.ts';
export { EXPR_CODES, type ExprCode } from './diagnostics/codes.ts';
export type { Diagnostic, DiagnosticPath, RelatedLocation } from './diagnostics/diagnostic.ts';
export { displayWidth } from './diagnostics/display-width.ts';
export { ExprError, type ParseOutcome } from './diagnostics/expr-error.ts';
export type { ExprProblem, Span } from './diagnostics/problem.ts';
export type { SourcePosition, SourceRange } from './diagnostics/source-range.ts';
export { closestVariable } from './diagnostics/variable-hint.ts';
export { type BudgetLimits, EvaluationBudget } from './evaluate/budget.ts';
export type { EvaluationContext } from './evaluate/context.ts';
export { type CheckResult, Expression, type ParseOptions } from './format-strings/expression.ts';
export { FormatString, type FormatStringSegment } from './format-strings/format-string.ts';
export { setUnicodeNames, type UnicodeNameLookup } from './names/registry.ts';
export type { Reference } from './parse/ast.ts';
export { DEFAULT_LIMITS, type ExprLimits } from './parse/limits.ts';
export type { Syntax } from './parse/syntax.ts';
export type { PathFormat, SourcePathFormat } from './paths/path-format.ts';
export { applyPathMapping, type PathMappingRule, sortPathMappingRules } from './paths/path-mapping.ts';
export { canonicalPath, isAbsolutePath, joinPath, normalizePath } from './paths/pure-path.ts';
export { isUri } from './paths/uri.ts';
export { IntRangeExpr } from './ranges/int-range-expr.ts';
export type { RangeLimits } from './ranges/parse-range.ts';
export type { IntRange } from './ranges/runs.ts';
export { SymbolTable } from './symbols/symbol-table.ts';
export {
  ANY,
  BOOL,
  type ExprType,
  FLOAT,
  INT,
  listType,
  NULLTYPE,
  optionalType,
  PATH,
  RANGE_EXPR,
  sameType,
  type SimpleKind,
  STRING,
  typeText,
  unionType,
} from './types/expr-type.ts';
export { parseType } from './types/parse-type.ts';
export { coerce, type Coerced } from './values/coerce.ts';
export { decodeValue, type EncodedData, type EncodedValue, encodeValue } from './values/encoded-value.ts';
export {
  type BoolValue,
  boolValue,
  type ExprValue,
  type FloatValue,
  floatValue,
  type IntValue,
  intValue,
  type ListValue,
  listValue,
  type NullValue,
  nullValue,
  type PathValue,
  pathValue,
  type RangeValue,
  rangeValue,
  type StringValue,
  stringValue,
  typeOf,
  type UnresolvedValue,
  unresolvedValue,
} from './values/expr-value.ts';
export { floatText } from './values/float-text.ts';
export { jsonText, type PlainValue, toJson, valueText } from './values/value-text.ts';
