import { unicodeNames } from '#unicode-names';

/**
 * Gives the character that has a Unicode name or alias; undefined for an unknown name.
 *
 * @see Expression Language 1.1.5
 */
export type UnicodeNameLookup = (name: string) => string | undefined;

// In Node the table is there from the start; elsewhere "#unicode-names" is a module without one (package.json).
let registered: UnicodeNameLookup | undefined = unicodeNames;

/**
 * Makes `\N{NAME}` available in the string literals of expressions. Node has it without this call. Elsewhere the table
 * of names, about as large as all the rest of the package, is loaded by choice:
 *
 * @param lookup - The table, or undefined to do without.
 *
 * @example
 * ```ts
 * import { setUnicodeNames } from '@ojd/expr';
 * import { unicodeNames } from '@ojd/expr/names';
 *
 * setUnicodeNames(unicodeNames);
 * ```
 * @see Expression Language 1.1.5
 */
export function setUnicodeNames(lookup: UnicodeNameLookup | undefined): void {
  registered = lookup;
}

/** Whether there is a table of names; without one `\N{NAME}` can't be read. */
export function hasUnicodeNames(): boolean {
  return registered !== undefined;
}

/** The character with this name; undefined for an unknown name, and always when there is no table. */
export function lookupUnicodeName(name: string): string | undefined {
  return registered?.(name);
}
