import { closestName } from '@ojd/expr';
import { childOf, type DocumentNode } from '../documents/nodes.ts';

/**
 * Whether the definitions under a key could not all be read: the key is mistyped, its value is no list, or an element
 * does not say its name. Then nobody can tell whether a name that is used elsewhere is defined.
 */
export function isUnreadable(
  owner: DocumentNode | undefined,
  key: string,
  isReadable: (item: DocumentNode) => boolean,
): boolean {
  const list = childOf(owner, key);
  if (list === undefined) return isMistyped(owner, [key]);
  return list.kind !== 'list' || !list.items.every(isReadable);
}

/** Whether an object has a key that is probably one of these, mistyped: the key that it is was reported as unknown. */
export function isMistyped(owner: DocumentNode | undefined, keys: readonly string[]): boolean {
  if (owner?.kind !== 'map') return false;
  const present = [...owner.entries.keys()];
  return keys.some((key) => !owner.entries.has(key) && closestName(key, present) !== undefined);
}
