import { coerce, stringValue, valueText } from '@ojd/expr';
import type {
  DiagnosticPath,
  EvaluationBudget,
  EvaluationContext,
  ExprLimits,
  ExprValue,
  FormatString,
  SymbolTable,
} from '@ojd/expr';
import { NUMBER_RULES, checkNumber } from '../schema/number-rules.ts';
import type { NumberRuleName } from '../schema/number-rules.ts';
import { targetType } from '../schema/targets.ts';
import type { TargetName } from '../schema/targets.ts';
import { TEXT_RULES, checkText } from '../schema/text-rules.ts';
import type { TextRuleName } from '../schema/text-rules.ts';
import type { Profile } from '../profile/profile.ts';
import { quote } from '../documents/nodes.ts';
import type { Findings } from '../diagnostics/findings.ts';

/** The most values that any list of a template has (Template Schemas 3.4.1.1). */
const MAX_SPREAD = 1024n;

/**
 * Resolves the fields that are known when a job is created, and checks each value against the rule that its literal form
 * has too. A field that cannot be resolved gives undefined, its problems go to the findings.
 */
export class Resolver {
  readonly findings: Findings;
  readonly profile: Profile;
  readonly symbols: SymbolTable;
  readonly #budget: EvaluationBudget;
  readonly #limits: Partial<ExprLimits> | undefined;

  constructor(options: {
    readonly findings: Findings;
    readonly profile: Profile;
    readonly symbols: SymbolTable;
    /** What all expressions of the job may cost together. */
    readonly budget: EvaluationBudget;
    readonly limits?: Partial<ExprLimits> | undefined;
  }) {
    this.findings = options.findings;
    this.profile = options.profile;
    this.symbols = options.symbols;
    this.#budget = options.budget;
    this.#limits = options.limits;
  }

  /** The same job seen from a scope that knows more. */
  within(symbols: SymbolTable): Resolver {
    const { findings, profile } = this;
    return new Resolver({ findings, profile, symbols, budget: this.#budget, limits: this.#limits });
  }

  /** Template scope: paths are POSIX paths, whatever the machine, and nothing of a host is known. */
  get context(): EvaluationContext {
    return {
      symbols: this.symbols,
      pathFormat: 'POSIX',
      budget: this.#budget,
      ...(this.#limits !== undefined && { limits: this.#limits }),
    };
  }

  /** The value of a field; undefined when it has problems, which are then reported. */
  value(source: FormatString, path: DiagnosticPath, target?: TargetName): ExprValue | undefined {
    // Only an expression that fills the field gives a typed value; everything else is text that the field reads.
    const typed = target !== undefined && this.profile.syntax === 'expr' && source.isWholeField;
    const { value, problems } = source.check(this.context, typed ? targetType(target) : undefined);
    this.findings.addProblems(problems, path);
    // All symbols of template scope are known, so what is unresolved comes from a `let` that failed and was reported.
    return problems.length > 0 || value.kind === 'unresolved' ? undefined : value;
  }

  /** A required text. */
  text(source: FormatString, path: DiagnosticPath, rule: TextRuleName): string | undefined {
    const value = this.value(source, path, 'string');
    return value === undefined ? undefined : this.checkedText(valueText(value), path, rule);
  }

  /** A text that keeps its rule, or undefined when it breaks it. */
  checkedText(text: string, path: DiagnosticPath, rule: TextRuleName): string | undefined {
    const problem = checkText(TEXT_RULES[rule], text, this.profile);
    if (problem === undefined) return text;
    // The span of the problem lies in the resolved text; the source has no such place.
    const { code, message } = problem;
    // Nor can it be mended there: the character came with a value.
    const hint =
      code === 'string-forbidden-character'
        ? `It is ${quote(text)}: give the values that it is made of without this character.`
        : problem.hint;
    this.findings.add({ code, message, hint, path });
    return undefined;
  }

  /** An optional number: its `value` is undefined when its expression gives null. */
  number(
    source: number | FormatString,
    path: DiagnosticPath,
    rule: NumberRuleName,
    target: TargetName,
  ): { readonly value: number | undefined } | undefined {
    if (typeof source === 'number') return { value: source };
    const text = this.decimal(source, path, rule, target);
    return text === undefined ? undefined : { value: text.value === undefined ? undefined : Number(text.value) };
  }

  /** An optional decimal, as it is written: its `value` is undefined when its expression gives null. */
  decimal(
    source: string | FormatString,
    path: DiagnosticPath,
    rule: NumberRuleName,
    target: TargetName,
  ): { readonly value: string | undefined } | undefined {
    if (typeof source === 'string') return { value: source };
    const value = this.value(source, path, target);
    if (value === undefined) return undefined;
    if (value.kind === 'null') return { value: undefined };
    const text = valueText(value).trim();
    const problem = checkNumber(NUMBER_RULES[rule], text, 'string');
    if (problem === undefined) return { value: text };
    const { code, message, hint } = problem;
    this.findings.add({ code, message, hint, path });
    return undefined;
  }

  /**
   * The values of a list item: one, none when it is null, several when it is a list. Text stays the text it is, so that a
   * decimal keeps its digits.
   */
  items(source: FormatString, path: DiagnosticPath, target: TargetName): readonly ExprValue[] | undefined {
    const natural = this.value(source, path);
    if (natural === undefined) return undefined;
    if (this.profile.syntax !== 'expr' || !source.isWholeField) return [stringValue(valueText(natural))];
    if (natural.kind === 'null') return [];
    if (natural.kind === 'range_expr' && natural.value.length > MAX_SPREAD) {
      // Counted before it is spelled out: the range may have more values than there is memory.
      const message = `Expected a list of at most ${MAX_SPREAD} values, and the range has ${natural.value.length}.`;
      this.findings.add({ code: 'list-too-long', path, message });
      return undefined;
    }
    const value = isText(natural) ? natural : coerce(natural, targetType(target), 'POSIX');
    if (typeof value !== 'string') return value.kind === 'list' ? value.items : [value];
    const span = { start: 0, end: source.source.length };
    this.findings.addProblems([{ code: 'expr-type-mismatch', message: value, span }], path);
    return undefined;
  }
}

function isText(value: ExprValue): boolean {
  return (
    value.kind === 'string' ||
    value.kind === 'path' ||
    (value.kind === 'list' && value.items.length > 0 && value.items.every(isText))
  );
}
