/** A value that can be printed as JSON; integers beyond 2^53 are bigint and keep all their digits. */
export type JsonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };

const INDENT = '    ';

/** JSON text with four spaces of indentation, as the Python reference prints it. Keys that are undefined are left out. */
export function jsonText(value: JsonValue, indent = ''): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const inner = indent + INDENT;
  if (isList(value))
    return enclosed(
      '[',
      value.map((item) => jsonText(item, inner)),
      ']',
      indent,
    );
  const entries = definedEntries(value).map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`);
  return enclosed('{', entries, '}', indent);
}

function enclosed(open: string, entries: readonly string[], close: string, indent: string): string {
  const inner = indent + INDENT;
  return entries.length === 0 ? open + close : `${open}\n${inner}${entries.join(`,\n${inner}`)}\n${indent}${close}`;
}

/**
 * A copy without the fields that say nothing: undefined, null, false, 0, "" and empty lists and maps.
 * The Python reference leaves them out of every result, so scripts test for presence.
 */
export function withoutEmptyFields(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(withoutEmptyFields);
  const kept: Record<string, JsonValue> = Object.create(null);
  for (const [key, item] of definedEntries(value)) {
    const inner = withoutEmptyFields(item);
    if (!isEmpty(inner)) kept[key] = inner;
  }
  return kept;
}

function isEmpty(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return !value;
  return isList(value) ? value.length === 0 : Object.keys(value).length === 0;
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function definedEntries(map: {
  readonly [key: string]: JsonValue | undefined;
}): readonly (readonly [string, JsonValue])[] {
  return Object.entries(map).flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
}

/**
 * A value as JSON on one line. Readers of lines (Node's own from 24 on) also break at U+2028 and U+2029, which JSON leaves as they are: they are escaped here.
 */
export function jsonLine(value: object): string {
  return JSON.stringify(value)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}
