import { stringify } from 'yaml';
import type { JsonValue } from './json-text.ts';

/** YAML text, without its last line end. A file of its own: the library is loaded only for `--output yaml`. */
export function yamlText(value: JsonValue): string {
  // In the form of both reference commands.
  return stringify(value, { indentSeq: false, singleQuote: true, lineWidth: 0 }).trimEnd();
}
