import type { ExtensionName } from '../../profile/profile.ts';

/** What the documentation says about a code. Nothing of it is needed at run time, so bundles leave it out. */
export interface CodeEntry {
  /** The section of Template Schemas (or the RFC) that the rule comes from; `-` for rules about the document itself. */
  readonly section: string;
  /** What is wrong. */
  readonly summary: string;
  /** What to do. */
  readonly mend: string;
  readonly example: CodeExample;
}

/**
 * Input that gives the code. `yaml` replaces the top-level keys of a small valid template, so that the documentation
 * shows only what matters; `text` and `object` stand alone.
 */
export type CodeExample =
  | {
      readonly yaml: string;
      readonly kind?: 'job' | 'environment';
      readonly extensions?: readonly ExtensionName[];
      readonly supportedExtensions?: readonly ExtensionName[];
      readonly limits?: Readonly<Record<string, number>>;
    }
  | { readonly text: string; readonly format?: 'yaml' | 'json'; readonly limits?: Readonly<Record<string, number>> }
  /** A module-level description for what cannot be written as text: bytes, cyclic objects. Tested by hand. */
  | { readonly described: string };
