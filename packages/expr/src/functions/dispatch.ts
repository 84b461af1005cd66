import type { EvaluationContext } from '../evaluate/context.ts';
import { type Meter, pathCost, textCost } from '../evaluate/meter.ts';
import { possibleTypes } from '../evaluate/possible-types.ts';
import { refuse } from '../evaluate/refusal.ts';
import { ANY, type ExprType, membersOf, typeText, unionType } from '../types/expr-type.ts';
import { type ExprValue, typeOf, unresolvedValue } from '../values/expr-value.ts';
import { Call } from './call.ts';
import { coerceArgument } from './coerce-argument.ts';
import type { CallRequest, FunctionEntry } from './function-entry.ts';
import { type MatchedOverload, matchOverload } from './match.ts';
import { refuseArguments } from './no-match.ts';
import { resultValue } from './result-value.ts';

/** More combinations of possible argument types than this are not told apart. */
const MAX_COMBINATIONS = 256;

const NO_MATCH = Symbol('no match');
const matches = new WeakMap<FunctionEntry, Map<string, MatchedOverload | typeof NO_MATCH>>();

/** The result of a call: computed if all arguments are known, else the types that it may have. */
export function callFunction(request: CallRequest, context: EvaluationContext, meter: Meter): ExprValue {
  const { entry, args, span } = request;
  meter.span = span;
  meter.spend(1);
  if (entry.isHost && context.host === undefined) {
    const message = `Expected a function that is available here, found ${entry.name}(), which works only on the host that runs the session`;
    refuse('expr-function-not-available', message, span);
  }
  if (args.some((arg) => arg.kind === 'unresolved'))
    return unresolvedResult(request, new Call(context, meter, span, request.argSpans));
  const types = args.map(typeOf);
  const match = findMatch(request, types);
  if (match === undefined) return refuseArguments(request, types);
  if (entry.isHost && context.host === 'unresolved') return unresolvedValue(match.returns);
  if (!entry.isConstantTime) meter.spend(argumentsCost(args));
  const { overload, parameterTypes } = match;
  const ready =
    parameterTypes === undefined ? args : args.map((arg, i) => coerceArgument(arg, parameterTypes[i] ?? ANY));
  const call = new Call(context, meter, span, request.argSpans);
  return resultValue(overload.implement(ready, call), overload.returns, call);
}

function unresolvedResult(request: CallRequest, call: Call): ExprValue {
  const choices = combinations(request.args.map((arg) => membersOf(possibleTypes(arg))));
  call.meter.spend(choices.length);
  const found = choices.flatMap((types) => possibleMatches(request, types, call));
  if (found.length === 0) return refuseArguments(request, request.args.map(possibleTypes));
  const [only, ...others] = found;
  const { argumentCheck } = only?.overload ?? {};
  const known = argumentCheck === undefined ? undefined : request.args[argumentCheck.argument];
  // Where the call may take several forms, another one may take the argument.
  if (others.length === 0 && known !== undefined && known.kind !== 'unresolved') argumentCheck?.check(known, call);
  return unresolvedValue(unionType(found.map(({ returns }) => returns)));
}

/** The overloads that may be called with such types: one, unless something may be anything. */
function possibleMatches(request: CallRequest, types: readonly ExprType[], call: Call): readonly MatchedOverload[] {
  if (types.some(mayBeAnything)) {
    call.meter.spend(request.entry.overloads.length);
    return request.entry.overloads.flatMap((overload) => matchOverload([overload], types, request.isMethod) ?? []);
  }
  const match = findMatch(request, types);
  return match === undefined ? [] : [match];
}

function mayBeAnything(type: ExprType): boolean {
  return type.kind === 'any' || (type.kind === 'list' && mayBeAnything(type.element));
}

/** Every way to choose one type for each argument; where there are too many, anything. */
function combinations(possible: readonly (readonly ExprType[])[]): readonly (readonly ExprType[])[] {
  const count = possible.reduce((product, types) => product * types.length, 1);
  if (count > MAX_COMBINATIONS) return [possible.map(() => ANY)];
  return possible.reduce<readonly (readonly ExprType[])[]>(
    (chosen, types) => chosen.flatMap((before) => types.map((type) => [...before, type])),
    [[]],
  );
}

function findMatch({ entry, isMethod }: CallRequest, types: readonly ExprType[]): MatchedOverload | undefined {
  const known = matches.get(entry) ?? new Map<string, MatchedOverload | typeof NO_MATCH>();
  matches.set(entry, known);
  let key = isMethod ? '.' : '';
  for (const type of types) key += `${type.kind === 'list' ? typeText(type) : type.kind},`;
  const match = known.get(key) ?? matchOverload(entry.overloads, types, isMethod) ?? NO_MATCH;
  known.set(key, match);
  return match === NO_MATCH ? undefined : match;
}

function argumentsCost(args: readonly ExprValue[]): number {
  let cost = 0;
  for (const arg of args) {
    if (arg.kind === 'list') cost += arg.items.length;
    else if (arg.kind === 'string') cost += textCost(arg.value.length);
    else if (arg.kind === 'path') cost += pathCost(arg.value.length);
  }
  return cost;
}
