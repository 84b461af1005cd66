import { joinTypes } from '../types/join-types.ts';
import {
  ANY,
  elementOf,
  type ExprType,
  listType,
  membersOf,
  NORETURN,
  NULLTYPE,
  sameType,
} from '../types/expr-type.ts';
import type { Overload, Pattern } from './signature.ts';

/** What the variables of a signature stand for in one call. */
export type Bindings = Map<string, ExprType>;

/** An overload that takes arguments of certain types, with the types that the arguments are to become. */
export interface MatchedOverload {
  readonly overload: Overload;
  /** Undefined if the arguments have the right types already. */
  readonly parameterTypes: readonly ExprType[] | undefined;
  readonly returns: ExprType;
}

/**
 * The overload for arguments of the given types: the first that takes them as they are, else the first that takes them
 * after a coercion that loses nothing. The receiver of a method is never coerced.
 *
 * Specification: Expression Language 1.2.4, 1.3.1; RFC 0005, "resolve_and_call".
 */
export function matchOverload(
  overloads: readonly Overload[],
  types: readonly ExprType[],
  isMethod: boolean,
): MatchedOverload | undefined {
  for (const overload of overloads) {
    const bindings = bind(overload, types, () => false);
    if (bindings === undefined || !bindResult(overload, types, bindings)) continue;
    return { overload, parameterTypes: undefined, returns: substitute(overload.returns, bindings) };
  }
  for (const overload of overloads) {
    const bindings = bind(overload, types, (index) => !(isMethod && index === 0));
    if (bindings === undefined || !bindResult(overload, types, bindings)) continue;
    const parameterTypes = overload.parameters.map(({ pattern }) => substitute(pattern, bindings));
    return { overload, parameterTypes, returns: substitute(overload.returns, bindings) };
  }
  return undefined;
}

function bind(
  overload: Overload,
  types: readonly ExprType[],
  mayCoerce: (index: number) => boolean,
): Bindings | undefined {
  const { parameters } = overload;
  if (parameters.length !== types.length) return undefined;
  const bindings: Bindings = new Map();
  const isAccepted = parameters.every(({ pattern }, i) => accepts(pattern, types[i] ?? ANY, bindings, mayCoerce(i)));
  return isAccepted ? bindings : undefined;
}

/**
 * Binds a variable that stands in the result alone, as in `(a: list[T1], b: list[T2]) -> list[T3]`: it is the type that
 * the elements of the arguments have in common. False if they have none.
 */
function bindResult({ parameters, returns }: Overload, types: readonly ExprType[], bindings: Bindings): boolean {
  const name = variableOf(returns);
  if (name === undefined || parameters.some(({ pattern }) => variableOf(pattern) === name)) return true;
  let common: ExprType | undefined = NORETURN;
  for (const type of types) {
    const element = elementOf(type);
    if (element === undefined || element.kind === 'nulltype') continue;
    common = common === undefined ? undefined : joinTypes(common, element);
  }
  if (common !== undefined) bindings.set(name, common === NORETURN ? NULLTYPE : common);
  return common !== undefined;
}

function variableOf(pattern: Pattern): string | undefined {
  if (pattern.kind === 'list') return variableOf(pattern.element);
  return pattern.kind === 'variable' ? pattern.name : undefined;
}

function accepts(pattern: Pattern, type: ExprType, bindings: Bindings, mayCoerce: boolean): boolean {
  if (type.kind === 'any' || type.kind === 'noreturn') return true;
  switch (pattern.kind) {
    case 'type':
      return acceptsType(pattern.type, type, mayCoerce);
    case 'list':
      if (type.kind !== 'list') return false;
      return type.element.kind === 'nulltype' || accepts(pattern.element, type.element, bindings, mayCoerce);
    case 'variable':
      return bindVariable(pattern.name, type, bindings, mayCoerce);
  }
}

function bindVariable(name: string, type: ExprType, bindings: Bindings, mayCoerce: boolean): boolean {
  const bound = bindings.get(name);
  if (bound === undefined) {
    bindings.set(name, type);
    return true;
  }
  if (!mayCoerce) return sameType(bound, type);
  const joined = joinTypes(bound, type);
  if (joined !== undefined) bindings.set(name, joined);
  return joined !== undefined;
}

function acceptsType(wanted: ExprType, type: ExprType, mayCoerce: boolean): boolean {
  return membersOf(wanted).some((member) => fits(type, member, mayCoerce));
}

/**
 * Whether a type is the wanted one, or is coerced to it. That any scalar becomes the only scalar type is for targets
 * alone: were it for arguments too, 'a' + 1 would be 'a1', which the specification names as an error (1.3.11).
 */
function fits(type: ExprType, wanted: ExprType, mayCoerce: boolean): boolean {
  if (type.kind === 'any' || sameType(type, wanted)) return true;
  if (type.kind === 'list' && wanted.kind === 'list') {
    // The empty list is a list of every type.
    return type.element.kind === 'nulltype' || fits(type.element, wanted.element, mayCoerce);
  }
  if (!mayCoerce) return false;
  return (type.kind === 'int' && wanted.kind === 'float') || (type.kind === 'path' && wanted.kind === 'string');
}

function substitute(pattern: Pattern, bindings: Bindings): ExprType {
  switch (pattern.kind) {
    case 'type':
      return pattern.type;
    case 'list':
      return listType(substitute(pattern.element, bindings));
    case 'variable':
      // Only the element of an empty list leaves a variable open.
      return bindings.get(pattern.name) ?? NULLTYPE;
  }
}
