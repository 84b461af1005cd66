import { parseType, valueText, type EvaluationContext, type ExprType, type FormatString } from '@ojd/expr';
import type { Action } from '@ojd/model';
import type { CancelMethod } from './cancelation.ts';
import { hasNul, holdsNul } from '../ports/nul-characters.ts';
import { errorText } from '../errors/error-text.ts';

/** An action with its format strings resolved. */
export interface ResolvedAction {
  readonly command: string;
  readonly args: readonly string[];
  /** As declared; the defaults are {@link actionDefaults}. */
  readonly timeLimitMs?: number;
  /** As declared; absent means TERMINATE. */
  readonly cancel?: CancelMethod;
}

/** The place of an action, which decides what holds where the template says nothing (Template Schemas 5). */
export type ActionPlace = 'onEnter' | 'onRun' | 'onExit' | 'onWrapEnvEnter' | 'onWrapTaskRun' | 'onWrapEnvExit';

interface ActionDefaults {
  readonly timeLimitMs?: number;
  readonly notifyPeriodMs: number;
}

/** An exit must not hold a session for ever, so it alone has a limit of its own. */
export const actionDefaults: Readonly<Record<ActionPlace, ActionDefaults>> = {
  onEnter: { notifyPeriodMs: 30_000 },
  onRun: { notifyPeriodMs: 120_000 },
  onExit: { notifyPeriodMs: 30_000, timeLimitMs: 300_000 },
  onWrapEnvEnter: { notifyPeriodMs: 30_000 },
  onWrapTaskRun: { notifyPeriodMs: 120_000 },
  onWrapEnvExit: { notifyPeriodMs: 30_000, timeLimitMs: 300_000 },
};

const longestNotifySeconds = 600;

const argumentType = parseType('string? | list[string]');
const optionalText = parseType('string?');
const optionalInteger = parseType('int?');
const textType = parseType('string');

/** Resolves an action in a scope. Throws an Error whose message names the field. */
export function resolveAction(action: Action, place: ActionPlace, context: EvaluationContext): ResolvedAction {
  const command = resolveText(action.command, 'command', context);
  if (command.trim() === '') throw new Error('command: must name a program, and is empty.');
  const args = action.args.flatMap((arg, index) => resolveArgument(arg, `args[${index}]`, context));
  for (const [index, word] of [command, ...args].entries()) {
    if (hasNul(word)) throw new Error(`${index === 0 ? 'command' : `args[${index - 1}]`}: ${holdsNul}.`);
  }
  const timeoutSeconds = resolveInteger(action.timeoutSeconds, 'timeout', context);
  if (timeoutSeconds !== undefined && timeoutSeconds <= 0)
    throw new Error(`timeout: must be more than 0 seconds, and is ${timeoutSeconds}.`);
  const cancel = resolveCancelation(action, place, context);
  return {
    command,
    args,
    ...(timeoutSeconds !== undefined && { timeLimitMs: timeoutSeconds * 1000 }),
    ...(cancel !== undefined && { cancel }),
  };
}

/** A format string as text; the error names the field. */
export function resolveText(text: FormatString, field: string, context: EvaluationContext): string {
  return valueText(evaluate(text, field, context, textType));
}

/** With EXPR, an argument that is one expression may give none (null) or several (a list). */
function resolveArgument(arg: FormatString, field: string, context: EvaluationContext): readonly string[] {
  const value = evaluate(arg, field, context, argumentType);
  if (value.kind === 'null') return [];
  return value.kind === 'list' ? value.items.map(valueText) : [valueText(value)];
}

function resolveCancelation(action: Action, place: ActionPlace, context: EvaluationContext): CancelMethod | undefined {
  const declared = action.cancelation;
  if (declared === undefined) return undefined;
  const mode = typeof declared.mode === 'string' ? declared.mode : resolveMode(declared.mode, context);
  if (mode === undefined) return undefined;
  if (mode === 'TERMINATE') return { mode };
  if (mode !== 'NOTIFY_THEN_TERMINATE') {
    throw new Error(`cancelation.mode: must be TERMINATE or NOTIFY_THEN_TERMINATE, and is ${JSON.stringify(mode)}.`);
  }
  const field = 'cancelation.notifyPeriodInSeconds';
  const seconds = resolveInteger(declared.notifyPeriodInSeconds, field, context);
  if (seconds !== undefined && (seconds < 1 || seconds > longestNotifySeconds)) {
    throw new Error(`${field}: must be from 1 to ${longestNotifySeconds}, and is ${seconds}.`);
  }
  return { mode, notifyPeriodMs: seconds === undefined ? actionDefaults[place].notifyPeriodMs : seconds * 1000 };
}

function resolveMode(mode: FormatString, context: EvaluationContext): string | undefined {
  const value = evaluate(mode, 'cancelation.mode', context, optionalText);
  return value.kind === 'null' ? undefined : valueText(value);
}

function resolveInteger(
  given: number | FormatString | undefined,
  field: string,
  context: EvaluationContext,
): number | undefined {
  if (given === undefined || typeof given === 'number') return given;
  const value = evaluate(given, field, context, optionalInteger);
  return value.kind === 'null' ? undefined : Number(valueText(value));
}

function evaluate(text: FormatString, field: string, context: EvaluationContext, type: ExprType) {
  try {
    return text.evaluate(context, type);
  } catch (error) {
    throw new Error(`${field}: ${errorText(error)}`, { cause: error });
  }
}
