// Definitions that could not be read: who refers to them is not to blame.
import { closestName } from '@ojd/expr';
import { childOf, type DocumentNode } from '../documents/nodes.ts';

/** Stands for the names of `let`, which have no prefix, in what a scope is blind to. */
export const LET_NAMES = 'let';

/** What stands under a key, or under a key that is probably this one, mistyped. */
export function valueUnder(owner: DocumentNode | undefined, key: string): DocumentNode | undefined {
  const found = childOf(owner, key);
  if (found !== undefined || owner?.kind !== 'map') return found;
  const mistyped = closestName(key, owner.entries.keys());
  return mistyped === undefined ? undefined : childOf(owner, mistyped);
}

/** The definitions under a key, or under that key mistyped. */
export function definitionsUnder(owner: DocumentNode | undefined, key: string): readonly DocumentNode[] {
  const list = valueUnder(owner, key);
  return list?.kind === 'list' ? list.items : [];
}

/**
 * Whether the definitions under a key could not all be read: the value is no list, or an element does not say its name.
 * Then nobody can tell whether a name that is used elsewhere is defined.
 */
export function isUnreadable(
  owner: DocumentNode | undefined,
  key: string,
  isReadable: (item: DocumentNode) => boolean,
): boolean {
  const list = valueUnder(owner, key);
  return list !== undefined && (list.kind !== 'list' || !list.items.every(isReadable));
}

/** Whether an object has a key that is probably one of these, mistyped: the key that it is was reported as unknown. */
export function isMistyped(owner: DocumentNode | undefined, keys: readonly string[]): boolean {
  return keys.some((key) => childOf(owner, key) === undefined && valueUnder(owner, key) !== undefined);
}
