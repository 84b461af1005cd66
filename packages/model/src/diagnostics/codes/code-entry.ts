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
 * Input that gives the code; the tests run all of them. `yaml` replaces the top-level keys of a small valid template, so that the documentation
 * shows only what matters; `text` stands alone.
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
  /** Definitions of job parameters, those of an environment template besides, and what `preprocessJobParameters` is given. */
  | {
      readonly parameters: string;
      readonly environmentParameters?: string;
      readonly values?: Readonly<Record<string, string | number>>;
      readonly options?: Readonly<Record<string, string>>;
    }
  /** A program, for what cannot be written as a document. It ends with the codes that it got. */
  | { readonly ts: string };
