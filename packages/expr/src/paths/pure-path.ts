import type { PathFormat, PurePath } from './path-format.ts';
import { isUri, joinUri, parseUri, uriText } from './uri.ts';

const WINDOWS_DRIVE = /^[a-zA-Z]:/;
// \\server\share, and the forms that begin with a device: \\?\UNC\server\share, \\?\C:, \\.\device
const WINDOWS_UNC = /^\\\\(?:[?.]\\UNC\\[^\\]+\\[^\\]+|[^\\]+\\[^\\]+|[^\\]+(?=\\?$))/i;

/** Reads a path as Python's `PurePosixPath` and `PureWindowsPath` do; a URI is read as a URI whatever the format. */
export function parsePath(format: PathFormat, text: string): PurePath {
  if (isUri(text)) return parseUri(text);
  return format === 'POSIX' ? parsePosix(text) : parseWindows(text);
}

/** The path as text: without `.` parts, double and trailing separators; `.` when nothing is left. URIs are kept as they are. */
export function purePathText(path: PurePath): string {
  if (path.format === 'URI') return uriText(path);
  const text = path.names.join(separatorOf(path.format));
  // A first name such as c: would be read as a drive.
  if (path.format === 'WINDOWS' && path.anchor === '' && WINDOWS_DRIVE.test(text)) return `.\\${text}`;
  return path.anchor + text || '.';
}

/** The separator that text of this format is written with. */
export function separatorOf(format: PathFormat): string {
  return format === 'POSIX' ? '/' : '\\';
}

/**
 * `text` as the path type writes it, for example `/a//b/` as `/a/b`.
 *
 * @example
 * ```ts
 * canonicalPath('POSIX', '/a//b/./c/'); // => '/a/b/c'
 * ```
 * @see Expression Language 1.2.1
 */
export function canonicalPath(format: PathFormat, text: string): string {
  return isUri(text) ? text : purePathText(parsePath(format, text));
}

/**
 * Joins a path below a base; an absolute one replaces the base, as with the `/` operator of Python's `pathlib`.
 *
 * @example
 * ```ts
 * joinPath('POSIX', '/shows', 'a', 'b.blend'); // => '/shows/a/b.blend'
 * ```
 * @see Expression Language 2.1.5
 */
export function joinPath(format: PathFormat, base: string, ...children: readonly string[]): string {
  return purePathText(children.reduce((path, child) => joinPure(path, child, format), parsePath(format, base)));
}

/** {@link joinPath} on a path in parts. */
export function joinPure(base: PurePath, childText: string, format: PathFormat): PurePath {
  const child = parsePath(format, childText);
  if (isAbsolute(child)) return child;
  if (base.format === 'URI') return joinUri(base, childText);
  // A server without a share: what is joined becomes its share.
  if (base.format === 'WINDOWS' && /^\\\\[^\\]*$/.test(base.anchor))
    return parsePath(format, `${base.anchor}\\${childText}`);
  if (child.anchor === '') return { ...base, names: [...base.names, ...child.names] };
  // Windows only: a root without a drive (\a), or a drive without a root (c:a).
  const baseDrive = driveOf(base.anchor);
  const childDrive = driveOf(child.anchor);
  if (childDrive === '') return { ...child, anchor: baseDrive + child.anchor };
  if (childDrive.toLowerCase() !== baseDrive.toLowerCase()) return child;
  return { ...base, names: [...base.names, ...child.names] };
}

/**
 * Whether a path does not depend on a current directory: a root on POSIX, a drive and a root on Windows, any URI.
 *
 * @example
 * ```ts
 * isAbsolutePath('WINDOWS', 'C:/shows'); // => true
 * isAbsolutePath('POSIX', 'C:/shows'); // => false
 * ```
 * @see Expression Language 1.2.1
 */
export function isAbsolutePath(format: PathFormat, text: string): boolean {
  return isAbsolute(parsePath(format, text));
}

export function isAbsolute(path: PurePath): boolean {
  if (path.format === 'URI') return true;
  if (path.format === 'POSIX') return path.anchor !== '';
  return path.anchor.startsWith('\\\\') || (path.anchor.endsWith('\\') && driveOf(path.anchor) !== '');
}

/**
 * The path without `.` and `..` parts wherever that needs no file system, as Python's `os.path.normpath`. URIs are kept.
 *
 * @example
 * ```ts
 * normalizePath('POSIX', '/shows/a/../b'); // => '/shows/b'
 * ```
 * @see Expression Language 1.2.1
 */
export function normalizePath(format: PathFormat, text: string): string {
  if (isUri(text)) return text;
  const path = parsePath(format, text);
  const isRooted = format === 'POSIX' ? path.anchor !== '' : path.anchor.endsWith('\\');
  const names: string[] = [];
  for (const name of path.names) {
    const last = names.at(-1);
    if (name !== '..' || (last === undefined ? !isRooted : last === '..')) names.push(name);
    else names.pop();
  }
  return purePathText({ ...path, names });
}

/** The names of a path below another, or undefined when it is not below it. Windows paths ignore case. */
export function relativeNames(path: PurePath, base: PurePath): readonly string[] | undefined {
  if (path.format !== base.format || base.names.length > path.names.length) return undefined;
  const fold = (name: string): string => (path.format === 'WINDOWS' ? name.toLowerCase() : name);
  const isBelow =
    fold(path.anchor) === fold(base.anchor) && base.names.every((name, i) => fold(name) === fold(path.names[i] ?? ''));
  return isBelow ? path.names.slice(base.names.length) : undefined;
}

function parsePosix(text: string): PurePath {
  const slashes = /^\/*/.exec(text)?.[0].length ?? 0;
  // POSIX leaves the meaning of exactly two slashes to the system: they are kept.
  const anchor = slashes === 0 ? '' : slashes === 2 ? '//' : '/';
  return { format: 'POSIX', anchor, names: namesOf(text.split('/')) };
}

function parseWindows(text: string): PurePath {
  const path = text.replaceAll('/', '\\');
  const unc = WINDOWS_UNC.exec(path)?.[0];
  if (unc !== undefined) {
    const isShare = unc.indexOf('\\', 2) !== -1;
    return {
      format: 'WINDOWS',
      anchor: isShare ? `${unc}\\` : unc,
      names: namesOf(path.slice(unc.length).split('\\')),
    };
  }
  const drive = WINDOWS_DRIVE.exec(path)?.[0] ?? '';
  const rest = path.slice(drive.length);
  return {
    format: 'WINDOWS',
    anchor: rest.startsWith('\\') ? `${drive}\\` : drive,
    names: namesOf(rest.split('\\')),
  };
}

function namesOf(parts: readonly string[]): string[] {
  return parts.filter((part) => part !== '' && part !== '.');
}

function driveOf(anchor: string): string {
  return anchor.replace(/\\$/, '');
}
