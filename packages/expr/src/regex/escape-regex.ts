/**
 * The pattern that matches exactly `text`, written as Python's `re.escape` writes it.
 *
 * @example
 * ```ts
 * escapeRegex('file[1].txt'); // => 'file\\[1\\]\\.txt'
 * ```
 */
export function escapeRegex(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r #$&()*+\-.?[\\\]^{|}~]/g, String.raw`\$&`);
}
