import { type DiagnosticPath, type ExprProblem, type FormatStringSegment, FormatString } from '@ojd/expr';
import { rangeExprOf } from '../documents/range-pieces.ts';
import { sentence } from '../diagnostics/sentence.ts';
import { quote, type ScalarNode } from '../documents/nodes.ts';
import type { Rule, Stage } from '../schema/rule.ts';
import { type TargetName, targetType, textsOf } from '../schema/targets.ts';
import {
  checkCharacters,
  checkLength,
  checkText,
  lengthOf,
  type TextRule,
  type ValueProblem,
} from '../schema/text-rules.ts';
import { undeclared, unknownName } from './causes.ts';
import type { Scope } from './scope.ts';
import type { Walk } from './walk.ts';

/** Checks a string field that may hold `{{ }}`: its text where that is known, its expressions in their scope. */
export function checkFormatString(
  node: ScalarNode,
  rule: Rule & { kind: 'format-string' },
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  const checked = checkFormatStringText(node, rule, path, scope, walk);
  if (checked === undefined) return;
  const { parsed, texts } = checked;
  if (rule.whole === true) {
    if (!parsed.isWholeField) walk.report.add({ ...notAList(parsed.source), path });
    return;
  }
  const textRule = walk.textRules[rule.text];
  if (parsed.isLiteral) {
    const problem = checkText(textRule, parsed.source, walk.profile);
    if (problem !== undefined) walk.report.add({ ...problem, path });
    else if (rule.text === 'rangeExpression') checkRange(parsed.source, path, walk);
    return;
  }
  checkTextSegments(parsed.segments, textRule, path, walk);
  // Range expressions are read where they are resolved.
  if (texts === undefined) checkLeastLength(parsed.segments, textRule, path, walk);
  else if (rule.text !== 'rangeExpression') checkKnownTexts(texts, rule, path, walk);
}

/** The rules that hold after resolution, for what is known of it now. Places in it are no places in the source. */
function checkKnownTexts(
  texts: readonly string[],
  { text, stage }: Rule & { kind: 'format-string' },
  path: DiagnosticPath,
  walk: Walk,
): void {
  const rule = walk.textRules[text];
  for (const known of texts) {
    // The host takes what characters an expression makes, such as those of an escape.
    const problem =
      stage === 'host' ? checkLength(rule, lengthOf(known), walk.profile) : checkText(rule, known, walk.profile);
    if (problem === undefined) continue;
    const { code, message, hint } = problem;
    walk.report.add({ code, message, path, ...(hint === undefined ? {} : { hint }) });
  }
}

/** Whatever the expressions give, the text around them stays. */
function checkLeastLength(
  segments: readonly FormatStringSegment[],
  rule: TextRule,
  path: DiagnosticPath,
  { profile, report }: Walk,
): void {
  if (rule.maxLength === undefined) return;
  const least = segments.reduce((sum, segment) => sum + (segment.kind === 'text' ? lengthOf(segment.text) : 0), 0);
  const problem = checkLength({ ...rule, minLength: 0 }, least, profile, 'the text around the expressions alone');
  if (problem !== undefined) report.add({ ...problem, path });
}

/** The problem of a text where an expression has to give the list. */
function notAList(text: string): ValueProblem {
  const message = `Expected a list, or one expression that gives a list, found ${quote(text)}.`;
  const filled = /^\s*\{\{[^]*\}\}\s*$/.test(text);
  const hint = filled
    ? 'What stands around the expression, a line break too, makes it a text: remove it.'
    : 'Write the values as a list. Range expressions are for INT and CHUNK[INT].';
  return { code: 'wrong-type', message, hint };
}

/** A format string whose expressions were checked. */
interface CheckedFormatString {
  readonly parsed: FormatString;
  /** What it gives, where that is known already: nothing for null, several texts for a list. */
  readonly texts: readonly string[] | undefined;
}

/** Parses a string and checks its expressions. The text around them is the caller's. */
export function checkFormatStringText(
  node: ScalarNode,
  { stage, target }: { readonly stage: Stage; readonly target: TargetName },
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): CheckedFormatString | undefined {
  const parsed = parse(String(node.value), path, scope, walk);
  if (parsed === undefined) return undefined;
  if (parsed.isLiteral) return { parsed, texts: [parsed.source] };
  // Without EXPR everything is text, and fields read numbers from it. Text around an expression makes a string, which
  // each field reads in its own way after resolution.
  const typed = walk.profile.syntax === 'expr' && parsed.isWholeField;
  const { problems, value } = parsed.check(scope.contextFor(stage), typed ? targetType(target) : undefined);
  reportExprProblems(withScope(problems, parsed.source, path, scope, stage), path, walk);
  return { parsed, texts: textsOf(value) };
}

function parse(text: string, path: DiagnosticPath, scope: Scope, walk: Walk): FormatString | undefined {
  const known = walk.formatStrings.get(text);
  if (known !== undefined) return known;
  const outcome = FormatString.safeParse(text, walk.parsing);
  if (outcome.ok) walk.formatStrings.set(text, outcome.value);
  else reportExprProblems(withoutIllegible(outcome.problems, text, scope), path, walk);
  return outcome.ok ? outcome.value : undefined;
}

/** Without the problems of expressions that refer to something by a name which is no identifier: its definition has the mistake. */
function withoutIllegible(problems: readonly ExprProblem[], text: string, scope: Scope): readonly ExprProblem[] {
  return problems.filter(({ span }) => {
    const end = text.indexOf('}}', span.start);
    const expression = text.slice(text.lastIndexOf('{{', span.start), end < 0 ? undefined : end);
    return !scope.hasIllegible(expression);
  });
}

/** A problem inside a string, and what it has in common with others. */
interface PlacedProblem extends ExprProblem {
  readonly cause?: string;
}

/**
 * Problems as the scope knows them better: without those about names whose definitions could not be read, which was
 * reported; and with the name that was meant, if only the host knows it, or the list that should define it.
 */
export function withScope(
  problems: readonly ExprProblem[],
  source: string,
  path: DiagnosticPath,
  scope: Scope,
  stage: Stage,
): readonly PlacedProblem[] {
  return problems.flatMap((problem): PlacedProblem[] => {
    if (problem.code !== 'expr-unknown-symbol') return [problem];
    const name = source.slice(problem.span.start, problem.span.end);
    if (scope.isBlindTo(name)) return [];
    const near = stage === 'creation' ? scope.nearestOnHost(name) : undefined;
    const list = scope.emptyList(name);
    const hint =
      near === undefined
        ? (list && `define it under "${list}": nothing is defined there`) || problem.hint
        : `did you mean '${near.name}'? ${near.reason}`;
    return [{ ...problem, ...(hint === undefined ? {} : { hint }), cause: unknownName(name, path) }];
  });
}

/** Problems inside the string at a path. */
export function reportExprProblems(
  problems: readonly PlacedProblem[],
  path: DiagnosticPath,
  { report }: Walk,
  offset = 0,
): void {
  for (const { code, message, hint, span, cause } of problems) {
    const shared = code === 'format-string-needs-expr' ? undeclared('EXPR') : cause;
    report.add({
      code,
      message: sentence(message),
      ...(hint === undefined ? {} : { hint: sentence(hint) }),
      path,
      span: { start: span.start + offset, end: span.end + offset },
      ...(shared === undefined ? {} : { cause: shared }),
    });
  }
}

export function checkRange(text: string, path: DiagnosticPath, walk: Walk): void {
  const outcome = rangeExprOf(text, walk.limits);
  if (!outcome.ok) reportExprProblems(outcome.problems, path, walk);
}

function checkTextSegments(
  segments: readonly FormatStringSegment[],
  rule: TextRule,
  path: DiagnosticPath,
  walk: Walk,
): void {
  let at = 0;
  for (const segment of segments) {
    if (segment.kind === 'expression') {
      at = segment.span.end + '}}'.length;
      continue;
    }
    const problem = checkCharacters(rule, segment.text);
    if (problem?.span !== undefined) {
      walk.report.add({ ...problem, path, span: { start: at + problem.span.start, end: at + problem.span.end } });
    }
    at += segment.text.length;
  }
}
