import type { PurePath } from './path-format.ts';

const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//;

/**
 * Whether a path is a URI, such as `s3://bucket/key`.
 *
 * @example
 * ```ts
 * isUri('s3://bucket/key'); // => true
 * ```
 * @see Expression Language 1.2.1
 */
export function isUri(text: string): boolean {
  return SCHEME.test(text);
}

/** The parts of a URI: `scheme://authority`, then what stands between the slashes, empty parts and dots included. */
export function parseUri(text: string): PurePath {
  const schemeLength = SCHEME.exec(text)?.[0].length ?? 0;
  const slash = text.indexOf('/', schemeLength);
  if (slash === -1) return { format: 'URI', anchor: text, names: [] };
  const rest = text.slice(slash + 1);
  return { format: 'URI', anchor: text.slice(0, slash), names: rest === '' ? [] : rest.split('/') };
}

export function uriText(path: PurePath): string {
  return path.names.length === 0 ? path.anchor : `${path.anchor}/${path.names.join('/')}`;
}

/** Joins a relative path below a URI: one slash at the end of the URI is consumed, nothing else is normalised. */
export function joinUri(base: PurePath, child: string): PurePath {
  const names = base.names.at(-1) === '' ? base.names.slice(0, -1) : base.names;
  return { ...base, names: child === '' ? names : [...names, ...child.split('/')] };
}
