// Definitions that could not be read: who refers to them is not to blame.
import { closestName } from '@ojd/expr';
import { childOf, type DocumentNode, textOf } from '../documents/nodes.ts';
import { isIdentifier } from '../schema/text-rules.ts';
import type { Report } from './report.ts';

/** Stands for the names of `let`, which have no prefix, in what a scope is blind to. */
export const LET_NAMES = 'let';

/** In a mapping of more keys than any object of a template has, no key is looked for among those that are mistyped. */
const MAX_KEYS = 100;

/** What stands under a key, or under a key that is probably this one, mistyped. */
export function valueUnder(owner: DocumentNode | undefined, key: string): DocumentNode | undefined {
  const found = childOf(owner, key);
  if (found !== undefined || owner?.kind !== 'map' || owner.entries.size > MAX_KEYS) return found;
  const mistyped = closestName(key, owner.entries.keys());
  return mistyped === undefined ? undefined : childOf(owner, mistyped);
}

/** The definitions under a key. */
export function definitionsUnder(owner: DocumentNode | undefined, key: string): readonly DocumentNode[] {
  const list = childOf(owner, key);
  return list?.kind === 'list' ? list.items : [];
}

/** The name that a definition says; undefined when it says none. */
export type NameOf = (item: DocumentNode) => string | undefined;

export const nameOf: NameOf = (item) => {
  const name = textOf(childOf(item, 'name')) ?? '';
  return isIdentifier(name) ? name : undefined;
};

/**
 * Whether the definitions under a key could not all be read: the value is no list or an empty one, an element does not say
 * a name that is one, or two say the same. Then nobody can tell whether a name that is used elsewhere was meant to be defined.
 */
export function isUnreadable(
  owner: DocumentNode | undefined,
  key: string,
  report: Report,
  name: NameOf = nameOf,
): boolean {
  const list = childOf(owner, key);
  // Perhaps it stands in the wrong place.
  if (list === undefined) return report.hasUnknownKey(key);
  if (list.kind !== 'list') return true;
  if (list.items.length === 0) return true;
  const names = list.items.map(name);
  return names.includes(undefined) || new Set(names).size < names.length;
}

/** More names that are none than these are not looked for in expressions. */
const MAX_ILLEGIBLE = 50;

/** The names that definitions say and that are no identifiers: who refers to one has made no second mistake. */
export function illegibleNames(owner: DocumentNode | undefined, key: string): readonly string[] {
  const names = definitionsUnder(owner, key).map((item) => textOf(childOf(item, 'name')) ?? '');
  return names.filter((name) => name !== '' && !isIdentifier(name)).slice(0, MAX_ILLEGIBLE);
}

/** Whether the task parameters of a parameter space could not all be read. */
export function hasUnreadableTasks(space: DocumentNode | undefined, report: Report): boolean {
  if (space === undefined) return report.hasUnknownKey('parameterSpace') || report.hasUnknownKey(TASKS);
  return childOf(space, TASKS) === undefined || isUnreadable(space, TASKS, report);
}

const TASKS = 'taskParameterDefinitions';

/** Whether an object has a key that is probably one of these, mistyped. */
export function isMistyped(owner: DocumentNode | undefined, keys: readonly string[]): boolean {
  if (owner?.kind !== 'map' || owner.entries.size > MAX_KEYS) return false;
  const candidates = [...owner.entries.keys()].filter((key) => !keys.includes(key));
  return keys.some((key) => !owner.entries.has(key) && closestName(key, candidates) !== undefined);
}
