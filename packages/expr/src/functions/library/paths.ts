import { pathCost } from '../../evaluate/meter.ts';
import type { PurePath } from '../../paths/path-format.ts';
import {
  canonicalPath,
  isAbsolutePath,
  joinPure,
  parsePath,
  purePathText,
  relativeNames,
} from '../../paths/pure-path.ts';
import { type PathValue, pathValue } from '../../values/expr-value.ts';
import { valueText } from '../../values/value-text.ts';
import type { Call } from '../call.ts';
import { type FunctionTable, overload } from '../signature.ts';
import { numberedName } from './frame-number.ts';

/** Specification: Expression Language 2.3. */
export const pathFunctions: FunctionTable = {
  __property_name__: [overload('(p: path) -> string', nameOf)],
  __property_stem__: [overload('(p: path) -> string', (p) => stemOf(nameOf(p)))],
  __property_suffix__: [overload('(p: path) -> string', (p) => suffixOf(nameOf(p)))],
  __property_suffixes__: [overload('(p: path) -> list[string]', (p) => suffixesOf(nameOf(p)))],
  __property_parent__: [overload('(p: path) -> path', (p) => withNames(p, read(p).names.slice(0, -1)))],
  __property_parts__: [
    overload('(p: path) -> list[string]', (p) => {
      const { anchor, names } = read(p);
      return anchor === '' ? names : [anchor, ...names];
    }),
  ],
  path: [
    overload('(s: string) -> path', (s, call) => {
      call.meter.spend(pathCost(s.length));
      return pathValue(canonicalPath(call.pathFormat, s), call.pathFormat);
    }),
    overload('(parts: list[string]) -> path', (parts, call) => {
      const [first = '', ...rest] = parts.items.map(valueText);
      call.meter.reserveText(rest.reduce((length, part) => length + part.length + 1, first.length));
      const joined = rest.reduce((path, part) => joinPart(path, part, call), parsePath(call.pathFormat, first));
      return pathValue(purePathText(joined), call.pathFormat);
    }),
  ],
  with_name: [overload('(p: path, name: string) -> path', (p, name, call) => rename(p, call, () => name))],
  with_stem: [
    overload('(p: path, stem: string) -> path', (p, stem, call) => {
      // What is left would be a name without a suffix: .exr
      if (stem === '') call.refuseValue('Expected a stem that is not empty, found ""', 1);
      return rename(p, call, (name) => stem + suffixOf(name));
    }),
  ],
  with_suffix: [
    overload('(p: path, suffix: string) -> path', (p, suffix, call) => {
      if (suffix !== '' && !/^\.[^/]+$/.test(suffix)) {
        const message = `Expected a suffix such as ".exr" or "", found ${JSON.stringify(suffix)}`;
        call.refuseValue(message, 1);
      }
      return rename(p, call, (name) => stemOf(name) + suffix);
    }),
  ],
  with_number: [
    overload('(p: path, num: int) -> path', (p, num, call) =>
      rename(p, call, (name) => numberedName(stemOf(name), num, call) + suffixOf(name)),
    ),
    overload('(s: string, num: int) -> string', (s, num, call) => {
      const renamed = rename(
        pathValue(canonicalPath(call.pathFormat, s), call.pathFormat),
        call,
        (name) => numberedName(stemOf(name), num, call) + suffixOf(name),
      );
      return renamed.value;
    }),
  ],
  as_posix: [
    overload('(p: path) -> string', (p) => (read(p).format === 'WINDOWS' ? p.value.replaceAll('\\', '/') : p.value)),
  ],
  is_absolute: [overload('(p: path) -> bool', (p) => isAbsolutePath(p.format, p.value))],
  is_relative_to: [
    overload('(p: path, other: path) -> bool', (p, other) => isBelow(p, other.value)),
    overload('(p: path, other: string) -> bool', isBelow),
  ],
  relative_to: [
    overload('(p: path, other: path) -> path', (p, other, call) => below(p, other.value, call)),
    overload('(p: path, other: string) -> path', below),
  ],
};

function read(p: PathValue): PurePath {
  return parsePath(p.format, p.value);
}

function withNames(p: PathValue, names: readonly string[]): PathValue {
  return pathValue(purePathText({ ...read(p), names }), p.format);
}

function nameOf(p: PathValue): string {
  return read(p).names.at(-1) ?? '';
}

/** Where the last suffix of a name begins: at the last dot that has something on both sides. */
function suffixStart(name: string): number {
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 ? dot : name.length;
}

function stemOf(name: string): string {
  return name.slice(0, suffixStart(name));
}

function suffixOf(name: string): string {
  return name.slice(suffixStart(name));
}

function suffixesOf(name: string): readonly string[] {
  if (name.endsWith('.')) return [];
  const [, ...suffixes] = name.replace(/^\.+/, '').split('.');
  return suffixes.map((suffix) => `.${suffix}`);
}

/** A part below a URI is kept as it is; only the first part can make a path a URI. */
function joinPart(path: PurePath, part: string, call: Call): PurePath {
  if (path.format === 'URI') return { ...path, names: [...path.names, part] };
  return joinPure(path, part, call.pathFormat);
}

function rename(p: PathValue, call: Call, rewrite: (name: string) => string): PathValue {
  const path = read(p);
  const name = nameOf(p);
  if (name === '') call.refuseValue(`Expected a path with a name, found ${JSON.stringify(p.value)}`, 0);
  const renamed = rewrite(name);
  const isSeparated = path.format === 'WINDOWS' ? /[/\\]|^[a-zA-Z]:/.test(renamed) : renamed.includes('/');
  if (renamed === '' || isSeparated || (renamed === '.' && path.format !== 'URI')) {
    call.refuseValue(`Expected the name of a file, found ${JSON.stringify(renamed)}`, 1);
  }
  call.meter.reserveText(p.value.length + renamed.length);
  return withNames(p, [...path.names.slice(0, -1), renamed]);
}

function namesBelow(p: PathValue, other: string): readonly string[] | undefined {
  const path = read(p);
  const base = parsePath(p.format, other);
  // A slash at the end of a URI says nothing more about what is below it.
  const isSlashed = base.format === 'URI' && base.names.at(-1) === '';
  return relativeNames(path, isSlashed ? { ...base, names: base.names.slice(0, -1) } : base);
}

function isBelow(p: PathValue, other: string): boolean {
  return namesBelow(p, other) !== undefined;
}

function below(p: PathValue, other: string, call: Call): PathValue {
  const names = namesBelow(p, other);
  if (names === undefined) {
    return call.refuseValue(`Expected a path below ${JSON.stringify(other)}, found ${JSON.stringify(p.value)}`, 0);
  }
  return pathValue(canonicalPath(p.format, names.join('/')), p.format);
}
