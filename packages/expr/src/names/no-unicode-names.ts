import type { UnicodeNameLookup } from './registry.ts';

/** Stands for the table of names where it isn't loaded by default: see "imports" in package.json. */
export const unicodeNames: UnicodeNameLookup | undefined = undefined;
