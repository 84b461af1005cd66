import type { DiagnosticPath, SourceRange } from '@ojd/expr';

/**
 * The text that a template was read from, for later stages that find problems in it.
 * It holds nothing enumerable, so that a template prints and compares without it.
 */
export interface TemplateSource {
  /** The text of the document; undefined when the template was decoded from an object. */
  readonly text: string | undefined;
  /**
   * Where the value (or the key) at a path stands in the text. A path that the text does not have gives the nearest
   * enclosing value; undefined when there is no text.
   *
   * @param span offsets inside the string at that path: narrows the range to that piece, through escapes and folding.
   */
  rangeOf(
    path: DiagnosticPath,
    what: 'key' | 'value',
    span?: { readonly start: number; readonly end: number },
  ): SourceRange | undefined;
}
