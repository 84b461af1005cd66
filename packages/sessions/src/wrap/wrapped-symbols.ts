import { intValue, listValue, nullValue, STRING, stringValue, type ExprValue, type SymbolTable } from '@ojd/expr';
import type { EnvironmentScript } from '@ojd/model';
import type { ResolvedAction } from '../actions/resolve-action.ts';

/** The hooks of a wrapping environment, by what they replace (RFC 0008). */
export const wrapHooks = { onEnter: 'onWrapEnvEnter', onRun: 'onWrapTaskRun', onExit: 'onWrapEnvExit' } as const;

/** Whether an environment's script has wrap hooks. They come together or not at all: decoding sees to that. */
export function definesWrapHooks(script: EnvironmentScript | undefined): boolean {
  return script !== undefined && Object.values(wrapHooks).some((hook) => script.actions[hook] !== undefined);
}

function strings(texts: readonly string[]): ExprValue {
  return listValue(
    texts.map((text) => stringValue(text)),
    STRING,
  );
}

function seconds(ms: number | undefined): ExprValue {
  return ms === undefined ? nullValue : intValue(ms / 1000);
}

/** `WrappedAction.*`, `WrappedEnv.Name` and `WrappedStep.Name`: what a wrap hook is told of the action that it stands in for. */
export function setWrappedSymbols(
  symbols: SymbolTable,
  wrapped: {
    readonly action: ResolvedAction;
    /** The session's own variables, not the host's. */
    readonly variables: ReadonlyMap<string, string>;
    readonly subject: { readonly kind: 'environment' | 'step'; readonly name: string };
  },
): void {
  const { action, subject } = wrapped;
  symbols.set('WrappedAction.Command', stringValue(action.command));
  symbols.set('WrappedAction.Args', strings(action.args));
  symbols.set('WrappedAction.Environment', strings([...wrapped.variables].map(([name, value]) => `${name}=${value}`)));
  symbols.set('WrappedAction.Timeout', seconds(action.timeLimitMs));
  // Null says "not declared", which a script can tell from a declared TERMINATE.
  symbols.set(
    'WrappedAction.Cancelation.Mode',
    action.cancel === undefined ? nullValue : stringValue(action.cancel.mode),
  );
  symbols.set(
    'WrappedAction.Cancelation.NotifyPeriodInSeconds',
    seconds(action.cancel?.mode === 'NOTIFY_THEN_TERMINATE' ? action.cancel.notifyPeriodMs : undefined),
  );
  symbols.set(subject.kind === 'environment' ? 'WrappedEnv.Name' : 'WrappedStep.Name', stringValue(subject.name));
}
