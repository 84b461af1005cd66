// The strings that hosts resolve, and which of them may turn out wrong once the values of job parameters are known.
import { FormatString } from '@ojd/expr';
import type { DiagnosticPath, Expression } from '@ojd/expr';
import { invalidChoice } from '../schema/choices.ts';
import { CANCELATION_MODES } from '../schema/shapes/script-shapes.ts';
import type { TargetName } from '../schema/targets.ts';
import { checkLength, lengthOf, TEXT_RULES, type TextRuleName, type ValueProblem } from '../schema/text-rules.ts';
import type { Profile } from '../profile/profile.ts';
import type { Action } from './types.ts';

/** A string that hosts resolve, and what is to be said of it as far as it is known. */
export interface HostField {
  readonly source: FormatString;
  readonly path: DiagnosticPath;
  readonly target: TargetName;
  readonly judge?: Judge | undefined;
}

/** What is wrong with the text of a field. `complete` says whether all of it is known, not only pieces. */
type Judge = (text: string, complete: boolean, profile: Profile) => ValueProblem | undefined;

/** The strings of an action that hosts resolve. A time is one only if it was left to them. */
export function actionFields(action: Action, path: DiagnosticPath, impliedArgs = 0): readonly HostField[] {
  const { command, args, timeoutSeconds, cancelation } = action;
  const field = (source: unknown, keys: DiagnosticPath, target: TargetName, judge?: Judge): readonly HostField[] =>
    source instanceof FormatString ? [{ source, path: [...path, ...keys], target, judge }] : [];
  return [
    ...field(command, ['command'], 'string', judgeCommand),
    ...args.flatMap((arg, index) => field(arg, ['args', index - impliedArgs], 'string-item')),
    ...field(timeoutSeconds, ['timeout'], 'optional-int'),
    ...field(cancelation?.notifyPeriodInSeconds, ['cancelation', 'notifyPeriodInSeconds'], 'optional-int'),
    ...field(cancelation?.mode, ['cancelation', 'mode'], 'optional-string', judgeMode),
  ];
}

/** The contents of an embedded file. */
export const contentsField = (source: FormatString, path: DiagnosticPath): HostField => ({
  source,
  path,
  target: 'string',
});

/** The value of a variable. */
export const variableField = (source: FormatString, path: DiagnosticPath): HostField => ({
  source,
  path,
  target: 'string',
  judge: judgeVariable,
});

const judgeLength =
  (rule: TextRuleName): Judge =>
  (known, complete, profile) => {
    const { minLength, ...upper } = TEXT_RULES[rule];
    const bounds = complete && minLength !== undefined ? { ...upper, minLength } : upper;
    return checkLength(bounds, lengthOf(known), profile, complete ? undefined : 'what is known of this one');
  };

const judgeCommand = judgeLength('command');
const judgeVariable = judgeLength('environmentVariableValue');

const judgeMode: Judge = (mode, complete) =>
  !complete || CANCELATION_MODES.some((known) => known === mode) ? undefined : invalidChoice(mode, CANCELATION_MODES);

/** Whether a field may be wrong now that was right when the template was decoded. */
export function concerns({ source, judge }: HostField): boolean {
  const matters = judge === undefined ? mayFail : isKnownNow;
  return source.segments.some((segment) => segment.kind === 'expression' && matters(segment.expression));
}

/** Whether an expression uses a value that is known since parameters are, or that a `let` may have made from one. */
export function isKnownNow({ references }: Expression): boolean {
  return references.some(({ name }) => /^(?:(?:Param|RawParam|Job|Step)\.|[a-z_])/.test(name));
}

/** A value that is only copied has the type that was checked already; a `let` may turn out null. */
export function mayFail(expression: Expression): boolean {
  const [only] = expression.references;
  const isCopied = only !== undefined && /^[A-Z]/.test(only.name) && only.name === expression.source.trim();
  return !isCopied && isKnownNow(expression);
}
