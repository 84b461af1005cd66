import { ExprError, type ParseOutcome, unwrapOutcome } from '../diagnostics/expr-error.ts';
import { type ExprProblem, shiftProblems, type Span } from '../diagnostics/problem.ts';
import type { EvaluationContext } from '../evaluate/context.ts';
import type { Reference } from '../parse/ast.ts';
import { withDefaults } from '../parse/limits.ts';
import { type ExprType, STRING, withoutUnresolved } from '../types/expr-type.ts';
import { coerce } from '../values/coerce.ts';
import { type ExprValue, stringValue, typeOf, unresolvedValue } from '../values/expr-value.ts';
import { valueText } from '../values/value-text.ts';
import { type CheckResult, Expression, type ParseOptions } from './expression.ts';
import { splitSegments } from './split-segments.ts';

/**
 * Text to copy, or an expression; the span of the latter is what stands between the braces.
 *
 * @see Template Schemas 7.3
 */
export type FormatStringSegment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly span: Span };

/**
 * A text with `{{ }}` in it.
 *
 * @example
 * ```ts
 * const name = FormatString.parse('frame-{{ Param.Frame }}', { syntax: 'base' });
 * const symbols = new SymbolTable().set('Param.Frame', intValue(7));
 * name.resolve({ symbols, pathFormat: 'POSIX' }); // => 'frame-7'
 * ```
 * @see Template Schemas 7.3, Expression Language 1.3.2
 */
export class FormatString {
  readonly source: string;
  readonly segments: readonly FormatStringSegment[];
  /** The variables of all expressions; the spans are places in `source`. */
  readonly references: readonly Reference[];
  /** Whether there is no `{{ }}`. */
  readonly isLiteral: boolean;

  private constructor(source: string, segments: readonly FormatStringSegment[]) {
    this.source = source;
    this.segments = segments;
    this.isLiteral = segments.every((segment) => segment.kind === 'text');
    this.references = this.isLiteral
      ? NO_REFERENCES
      : segments.flatMap((segment) =>
          segment.kind === 'text'
            ? []
            : segment.expression.references.map(({ name, span }) => ({
                name,
                span: { start: span.start + segment.span.start, end: span.end + segment.span.start },
              })),
        );
  }

  /**
   * Reads a format string.
   *
   * @throws {ExprError} with everything wrong with it.
   */
  static parse(source: string, options?: ParseOptions): FormatString {
    return unwrapOutcome(source, FormatString.safeParse(source, options));
  }

  /** As {@link FormatString.parse}, returning the problems. */
  static safeParse(source: string, options: ParseOptions = {}): ParseOutcome<FormatString> {
    // Most strings of a template are nothing but text.
    if (!/\{\{|\}\}/.test(source)) return { ok: true, value: new FormatString(source, textAlone(source)) };
    const split = splitSegments(source, withDefaults(options.limits).maxSegments);
    if (!split.ok) return split;
    const problems: ExprProblem[] = [];
    const segments: FormatStringSegment[] = [];
    for (const { kind, text, span } of split.value) {
      if (kind === 'text') {
        segments.push({ kind, text });
        continue;
      }
      const outcome = Expression.safeParse(text, options);
      if (outcome.ok) segments.push({ kind, expression: outcome.value, span });
      else problems.push(...shiftProblems(outcome.problems, span.start));
    }
    return problems.length === 0 ? { ok: true, value: new FormatString(source, segments) } : { ok: false, problems };
  }

  /** Whether there is exactly one `{{ }}` and nothing around it: then the value keeps its type. */
  get isWholeField(): boolean {
    return this.segments.length === 1 && this.segments[0]?.kind === 'expression';
  }

  /** What the value would be, without throwing. A whole field is coerced to the target; with text around, it is a string. */
  check(context: EvaluationContext, target?: ExprType): CheckResult {
    const problems: ExprProblem[] = [];
    const pieces: ExprValue[] = [];
    for (const segment of this.segments) {
      if (segment.kind === 'text') {
        pieces.push(stringValue(segment.text));
        continue;
      }
      const result = segment.expression.check(context, this.isWholeField ? target : undefined);
      problems.push(...shiftProblems(result.problems, segment.span.start));
      pieces.push(result.value);
    }
    const [only] = pieces;
    if (this.isWholeField && only !== undefined) {
      return { type: withoutUnresolved(typeOf(only)), value: only, problems };
    }
    return coerceText(joinPieces(pieces), problems, this.source, context, target);
  }

  /**
   * The value: a whole field keeps its type and is coerced to the target, where null is allowed if the target allows it;
   * with text around, it is a string, in which null is nothing.
   *
   * @throws {ExprError} if there is none.
   */
  evaluate(context: EvaluationContext, target?: ExprType): ExprValue {
    const { value, problems } = this.check(context, target);
    if (problems.length > 0) throw new ExprError(this.source, problems);
    return value;
  }

  /**
   * The text: {@link FormatString.evaluate} with everything known.
   *
   * @throws {ExprError} if there is none, or a variable has no value yet (`expr-unresolved`).
   */
  resolve(context: EvaluationContext): string {
    const value = this.evaluate(context);
    if (value.kind !== 'unresolved') return valueText(value);
    const names = this.references.map(({ name }) => name).join(', ');
    const message = `Expected every variable to have a value, found one without among ${names}`;
    throw new ExprError(this.source, [
      { code: 'expr-unresolved', message, span: { start: 0, end: this.source.length } },
    ]);
  }

  toString(): string {
    return this.source;
  }

  toJSON(): string {
    return this.source;
  }
}

const NO_REFERENCES: readonly Reference[] = [];

function textAlone(text: string): readonly FormatStringSegment[] {
  return text === '' ? [] : [{ kind: 'text', text }];
}

function joinPieces(pieces: readonly ExprValue[]): ExprValue {
  if (pieces.some((piece) => piece.kind === 'unresolved')) return unresolvedValue(STRING);
  return stringValue(pieces.map(valueText).join(''));
}

/** A text has the type string; a field that wants another type may be able to read it. */
function coerceText(
  text: ExprValue,
  problems: readonly ExprProblem[],
  source: string,
  context: EvaluationContext,
  target: ExprType | undefined,
): CheckResult {
  const coerced = target === undefined ? text : coerce(text, target, context.pathFormat);
  if (typeof coerced !== 'string') return { type: withoutUnresolved(typeOf(coerced)), value: coerced, problems };
  const mismatch: ExprProblem = {
    code: 'expr-type-mismatch',
    message: coerced,
    span: { start: 0, end: source.length },
  };
  const type = withoutUnresolved(target ?? STRING);
  return { type, value: unresolvedValue(type), problems: [...problems, mismatch] };
}
