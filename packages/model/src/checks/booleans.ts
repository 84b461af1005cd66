import type { ScalarNode } from '../documents/nodes.ts';

const SPELLINGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  '1': true,
  false: false,
  no: false,
  off: false,
  '0': false,
};

/** The boolean that one of the spellings of section 2.9 means; undefined for anything else. */
export function looseBoolean(value: string | number | bigint | boolean | null): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === null) return undefined;
  // 1.0 and 0.0 are numbers that equal 1 and 0; as strings they are no booleans.
  const spelling = typeof value === 'string' ? value.toLowerCase() : String(Number(value));
  return Object.hasOwn(SPELLINGS, spelling) ? SPELLINGS[spelling] : undefined;
}

export function isLooseBoolean(node: ScalarNode): boolean {
  return looseBoolean(node.value) !== undefined;
}
