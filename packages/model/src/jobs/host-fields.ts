// The strings that hosts resolve, and which of them may turn out wrong once the values of job parameters are known.
import type { DiagnosticPath, Expression, FormatString, SymbolTable } from '@ojd/expr';
import { invalidChoice } from '../schema/choices.ts';
import { CANCELATION_MODES } from '../schema/shapes/script-shapes.ts';
import type { TargetName } from '../schema/targets.ts';
import { checkLength, lengthOf, TEXT_RULES, type TextRuleName, type ValueProblem } from '../schema/text-rules.ts';
import type { Profile } from '../profile/profile.ts';
import type { ActionTemplate } from '../templates/types.ts';

/** A string that hosts resolve, and what is to be said of it as far as it is known. */
export interface HostField {
  readonly source: FormatString;
  readonly path: DiagnosticPath;
  readonly target: TargetName;
  readonly judge?: Judge;
}

/** What is wrong with the text of a field. `complete` says whether all of it is known, not only pieces. */
type Judge = (text: string, complete: boolean, profile: Profile) => ValueProblem | undefined;

/** The strings of an action that hosts resolve. */
export function actionFields(action: ActionTemplate, path: DiagnosticPath, impliedArgs = 0): readonly HostField[] {
  const { command, args, timeout, cancelation } = action;
  const period = cancelation?.notifyPeriodInSeconds;
  const periodPath = [...path, 'cancelation', 'notifyPeriodInSeconds'];
  const mode = cancelation?.mode;
  return [
    { source: command, path: [...path, 'command'], target: 'string', judge: judgeCommand },
    ...args.map((source, index) => ({
      source,
      path: [...path, 'args', index - impliedArgs],
      target: 'string-item' as const,
    })),
    ...secondsField(timeout, [...path, 'timeout']),
    ...secondsField(period, periodPath),
    ...(mode === undefined || typeof mode === 'string'
      ? []
      : [
          {
            source: mode,
            path: [...path, 'cancelation', 'mode'],
            target: 'optional-string' as const,
            judge: judgeMode,
          },
        ]),
  ];
}

/** Times that may have been left to the host; all others were resolved. */
function secondsField(source: number | FormatString | undefined, path: DiagnosticPath): readonly HostField[] {
  return typeof source === 'object' && isOfHook(path) ? [{ source, path, target: 'optional-int' }] : [];
}

/** Only the times of a wrap hook may use what turns out on the host: the action that it wraps, the `let` of its script, the session. */
export function isForHost(source: FormatString, path: DiagnosticPath, known: SymbolTable): boolean {
  return isOfHook(path) && source.references.some(({ name }) => !known.has(name));
}

const isOfHook = (path: DiagnosticPath): boolean => path.some((part) => String(part).startsWith('onWrap'));

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
