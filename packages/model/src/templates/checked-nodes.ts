// Reads nodes that have passed the checks: what cannot be is a bug, and throws.
import { childOf, type DocumentNode } from '../documents/nodes.ts';

/** The value of a required key. */
export function child(node: DocumentNode, key: string): DocumentNode {
  const found = childOf(node, key);
  if (found === undefined) throw new Error(`The key ${key} passed the checks without being there.`);
  return found;
}

/** The items of a list that may be absent. */
export function items(node: DocumentNode, key: string): readonly DocumentNode[] {
  const found = childOf(node, key);
  return found?.kind === 'list' ? found.items : [];
}

/** The text of a scalar; integers in base 10. */
export function scalarText(node: DocumentNode): string {
  if (node.kind !== 'scalar') throw new Error(`A ${node.kind} passed the checks in place of a scalar.`);
  return typeof node.value === 'bigint' ? String(node.value) : node.text;
}

/** The decimal of a scalar as written, without the spaces and the plus sign that a string may have. */
export function decimalText(node: DocumentNode): string {
  const written = node.kind === 'scalar' && !/^[-+]?0[xo]/.test(node.text) ? node.text : scalarText(node);
  return written.trim().replace(/^\+/, '');
}

/** The string under a required key. */
export function text(node: DocumentNode, key: string): string {
  return scalarText(child(node, key));
}

/** The literal under a required key, in any case. */
export function literal<const Choice extends string>(
  node: DocumentNode,
  key: string,
  choices: readonly Choice[],
): Choice {
  const written = text(node, key).toUpperCase();
  const found = choices.find((choice) => choice === written);
  if (found === undefined) throw new Error(`The literal ${written} passed the checks.`);
  return found;
}

/** What is made of the value of a key; nothing when the key is absent. For spreading into an object. */
export function optional<T extends object>(
  node: DocumentNode,
  key: string,
  make: (value: DocumentNode) => T,
): T | undefined {
  const found = childOf(node, key);
  return found === undefined ? undefined : make(found);
}

/** `description`, where there is one. */
export function descriptionOf(node: DocumentNode): { readonly description: string } | undefined {
  return optional(node, 'description', (value) => ({ description: scalarText(value) }));
}
