import type { Span } from '../diagnostics/problem.ts';
import { coerceItems } from '../functions/coerce-argument.ts';
import { type ExprType, listType, membersOf, NORETURN, typeText, unionType } from '../types/expr-type.ts';
import { joinTypes, listDepth } from '../types/join-types.ts';
import { type ExprValue, listValue, typeOf, unresolvedValue } from '../values/expr-value.ts';
import type { Meter } from './meter.ts';
import { refuse } from './refusal.ts';

const MAX_DEPTH = 2;
/** More possible element types than this are not told apart. */
const MAX_POSSIBLE = 64;

/** An element of a list with the place that it was written at. */
export interface Element {
  readonly value: ExprValue;
  readonly span: Span;
}

/**
 * The list of some elements, as the type that they have in common; unresolved if one of them is.
 *
 * Specification: Expression Language 1.2.6.
 */
export function makeList(elements: readonly Element[], span: Span, meter: Meter): ExprValue {
  if (elements.every(({ value }) => value.kind !== 'unresolved')) return knownList(elements, span);
  let possible: readonly ExprType[] = [NORETURN];
  for (const { value, span: at } of elements) {
    const types = elementTypes(value, at);
    meter.spend(possible.length * types.length);
    // Most lists: another element of the one type that all others had.
    if (possible.length === 1 && types.length === 1 && possible[0] === types[0]) continue;
    possible = distinct(possible.flatMap((type) => types.flatMap((other) => joinTypes(type, other) ?? [])));
    if (possible.length === 0) refuseMix(elements, span);
    if (possible.length > MAX_POSSIBLE) possible = [{ kind: 'any' }];
  }
  const shallow = possible.filter((type) => listDepth(type) < MAX_DEPTH);
  if (shallow.length === 0) refuseDepth(span);
  return unresolvedValue(unionType(shallow.map(listType)));
}

function knownList(elements: readonly Element[], span: Span): ExprValue {
  let common: ExprType = NORETURN;
  let isUniform = true;
  for (const { value, span: at } of elements) {
    const [type = NORETURN] = elementTypes(value, at);
    const joined = joinTypes(common, type);
    if (joined === undefined) return refuseMix(elements, span);
    isUniform &&= joined === type && (common === NORETURN || joined === common);
    common = joined;
  }
  if (elements.length === 0) return listValue([]);
  if (listDepth(common) >= MAX_DEPTH) refuseDepth(span);
  const items = elements.map(({ value }) => value);
  return isUniform && listDepth(common) === 0 ? listValue(items, common) : coerceItems(items, common);
}

/** The types that an element may have: not null, which no list holds. */
function elementTypes(value: ExprValue, span: Span): readonly ExprType[] {
  const types = membersOf(value.kind === 'unresolved' ? value.type : typeOf(value));
  const present = types.filter(({ kind }) => kind !== 'nulltype');
  if (present.length > 0) return present;
  const hint = 'leave the element out with a condition: [x for x in list if ...]';
  return refuse('expr-null-in-list', 'Expected an element of a list, found null', span, hint);
}

function distinct(types: readonly ExprType[]): readonly ExprType[] {
  return [...new Map(types.map((type) => [typeText(type), type])).values()];
}

function refuseMix(elements: readonly Element[], span: Span): never {
  const types = new Set(
    elements.map(({ value }) => typeText(value.kind === 'unresolved' ? value.type : typeOf(value))),
  );
  const message = `Expected elements with a common type, found ${[...types].slice(0, 5).join(' and ')}`;
  refuse('expr-mixed-list', message, span, 'write string(...) to make text of a value');
}

function refuseDepth(span: Span): never {
  refuse('expr-list-too-deep', `Expected lists nested at most ${MAX_DEPTH} levels deep, found more`, span);
}
