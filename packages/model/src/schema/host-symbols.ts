// The symbols that only the host knows, with their types (Template Schemas 7.3.1; RFC 0008): for checks before there is one.
import { BOOL, type ExprType, INT, listType, optionalType, parseType, PATH, STRING } from '@ojd/expr';

export type TypedSymbol = readonly [name: string, type: ExprType];

export function sessionSymbols(expr: boolean): readonly TypedSymbol[] {
  return [
    ['Session.WorkingDirectory', PATH],
    ['Session.PathMappingRulesFile', PATH],
    ['Session.HasPathMappingRules', expr ? BOOL : STRING],
  ];
}

const WRAPPED_ACTION: readonly TypedSymbol[] = [
  ['WrappedAction.Command', STRING],
  ['WrappedAction.Args', listType(STRING)],
  ['WrappedAction.Environment', listType(STRING)],
  ['WrappedAction.Timeout', optionalType(INT)],
  ['WrappedAction.Cancelation.Mode', optionalType(STRING)],
  ['WrappedAction.Cancelation.NotifyPeriodInSeconds', optionalType(INT)],
];

/** What a wrap hook sees of what it wraps. */
export const WRAPPED_SYMBOLS: Readonly<Record<'environment' | 'task', readonly TypedSymbol[]>> = {
  environment: [...WRAPPED_ACTION, ['WrappedEnv.Name', STRING]],
  task: [...WRAPPED_ACTION, ['WrappedStep.Name', STRING]],
};

/** The dozen types that parameters have, each read once. */
const exprTypes = new Map<string, ExprType>();

/** The type of a parameter in the expression language: `LIST[PATH]` is a list of paths, `CHUNK[INT]` a range expression. */
export function parameterType(type: string): ExprType {
  let known = exprTypes.get(type);
  if (known === undefined) {
    known = parseType(type.toLowerCase().replace('chunk[int]', 'range_expr'));
    exprTypes.set(type, known);
  }
  return known;
}

/** `Task.Param.*` and `Task.RawParam.*` of a task parameter. */
export function taskParameterSymbols(name: string, type: string | undefined, value: ExprType): readonly TypedSymbol[] {
  return [
    [`Task.Param.${name}`, value],
    [`Task.RawParam.${name}`, type === 'PATH' ? STRING : value],
  ];
}
