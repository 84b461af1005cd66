import type { DiagnosticPath, FormatString, SymbolTable } from '@ojd/expr';
import type { NumberRuleName } from '../schema/number-rules.ts';
import type { ActionTemplate, CancelationTemplate } from '../templates/types.ts';
import type { Resolver } from './resolver.ts';
import type { Cancelation } from '../templates/script-types.ts';
import type { Action } from './types.ts';

/** The Action of a job. What the template leaves to the host, above all the command, stays a format string. */
export function createAction(template: ActionTemplate, path: DiagnosticPath, resolver: Resolver): Action {
  const { command, args, timeout, cancelation } = template;
  const timeoutSeconds =
    timeout === undefined ? undefined : seconds(timeout, [...path, 'timeout'], 'timeout', resolver);
  return {
    command,
    args,
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(cancelation !== undefined && {
      cancelation: createCancelation(cancelation, [...path, 'cancelation'], resolver),
    }),
  };
}

function createCancelation(template: CancelationTemplate, path: DiagnosticPath, resolver: Resolver): Cancelation {
  const { mode, notifyPeriodInSeconds } = template;
  const period =
    notifyPeriodInSeconds === undefined
      ? undefined
      : seconds(notifyPeriodInSeconds, [...path, 'notifyPeriodInSeconds'], 'notifyPeriod', resolver);
  return { mode, ...(period !== undefined && { notifyPeriodInSeconds: period }) };
}

function seconds(
  source: number | FormatString,
  path: DiagnosticPath,
  rule: NumberRuleName,
  resolver: Resolver,
): number | FormatString | undefined {
  if (typeof source !== 'number' && isForHost(source, resolver.symbols)) return source;
  return resolver.number(source, path, rule, 'optional-int')?.value;
}

/**
 * Whether a time uses what turns out on the host alone: the action that a hook wraps, the `let` of its script, the session. Decoding has seen to it that only
 * the times of wrap hooks do.
 */
function isForHost(source: FormatString, known: SymbolTable): boolean {
  return source.references.some(({ name }) => !known.has(name) && known.reasonAgainst(name) === undefined);
}
