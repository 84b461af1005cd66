import type { PathFormat, PurePath, SourcePathFormat } from './path-format.ts';
import { parsePath, purePathText, relativeNames, separatorOf } from './pure-path.ts';
import { isUri, parseUri } from './uri.ts';

/**
 * Says where the files of one place are found on this host.
 *
 * @see How Jobs Are Run: Path Mapping
 */
export interface PathMappingRule {
  readonly sourcePathFormat: SourcePathFormat;
  readonly sourcePath: string;
  readonly destinationPath: string;
}

/**
 * The rules with the longest source first, counted in path components; equally long ones keep their order.
 *
 * @example
 * ```ts
 * const rule = (sourcePath: string) =>
 *   ({ sourcePathFormat: 'POSIX', sourcePath, destinationPath: '/mnt' }) as const;
 * sortPathMappingRules([rule('/a'), rule('/a/b')]).map(({ sourcePath }) => sourcePath); // => ['/a/b', '/a']
 * ```
 * @see How Jobs Are Run: Path Mapping
 */
export function sortPathMappingRules(rules: readonly PathMappingRule[]): readonly PathMappingRule[] {
  return rules
    .map((rule) => ({ rule, length: componentsOf(sourceOf(rule)) }))
    .toSorted((a, b) => b.length - a.length)
    .map(({ rule }) => rule);
}

/**
 * The path as this host knows it: the first rule whose source contains the path decides; without one the path is
 * unchanged. Whole components match; Windows sources ignore case and take either slash.
 *
 * @param sortedRules - as {@link sortPathMappingRules} returns them
 * @param destinationFormat - the path format of the host
 * @example
 * ```ts
 * const rules = sortPathMappingRules([
 *   { sourcePathFormat: 'WINDOWS', sourcePath: 'Z:\\shows', destinationPath: '/mnt/shows' },
 * ]);
 * applyPathMapping(rules, 'z:/shows/a/b.exr', 'POSIX'); // => '/mnt/shows/a/b.exr'
 * ```
 * @see How Jobs Are Run: Path Mapping
 */
export function applyPathMapping(
  sortedRules: readonly PathMappingRule[],
  path: string,
  destinationFormat: PathFormat,
): string {
  for (const rule of sortedRules) {
    const below = namesBelow(rule, path);
    if (below !== undefined) return relocate(rule, path, below, destinationFormat);
  }
  return path;
}

function sourceOf(rule: PathMappingRule): PurePath {
  if (rule.sourcePathFormat !== 'URI') return parsePath(rule.sourcePathFormat, rule.sourcePath);
  const uri = parseUri(rule.sourcePath);
  // A slash at the end of the source says nothing more.
  return uri.names.at(-1) === '' ? { ...uri, names: uri.names.slice(0, -1) } : uri;
}

/** The scheme and authority of a URI ignore case, its path does not. */
function lowered(uri: PurePath): PurePath {
  return { ...uri, anchor: uri.anchor.toLowerCase() };
}

function componentsOf(path: PurePath): number {
  return path.names.length + (path.anchor === '' ? 0 : 1);
}

function namesBelow(rule: PathMappingRule, path: string): readonly string[] | undefined {
  if (rule.sourcePathFormat !== 'URI') {
    return relativeNames(parsePath(rule.sourcePathFormat, path), sourceOf(rule));
  }
  if (!isUri(path)) return undefined;
  return relativeNames(lowered(parseUri(path)), lowered(sourceOf(rule)));
}

function relocate(
  rule: PathMappingRule,
  path: string,
  below: readonly string[],
  destinationFormat: PathFormat,
): string {
  const separator = separatorOf(destinationFormat);
  const endsWithSeparator = rule.sourcePathFormat === 'WINDOWS' ? /[/\\]$/ : /\/$/;
  const destination = purePathText(parsePath(destinationFormat, rule.destinationPath));
  const names = below.at(-1) === '' ? below.slice(0, -1) : below;
  const moved = names.length === 0 ? destination : withSeparator(destination, separator) + names.join(separator);
  return endsWithSeparator.test(path) ? withSeparator(moved, separator) : moved;
}

function withSeparator(path: string, separator: string): string {
  return path.endsWith(separator) ? path : path + separator;
}
