import {
  BOOL,
  FLOAT,
  INT,
  IntRangeExpr,
  PATH,
  STRING,
  RANGE_EXPR,
  SymbolTable,
  applyPathMapping,
  boolValue,
  floatValue,
  intValue,
  listType,
  listValue,
  pathValue,
  rangeValue,
  stringValue,
} from '@ojd/expr';
import type { ExprType, ExprValue, PathFormat, PathMappingRule } from '@ojd/expr';
import { SHAPES } from './shapes.ts';
import type { ScalarKind } from './shapes.ts';
import type { CanonicalValue, JobParameterValue, JobParameterValues } from './types.ts';

/**
 * Where a session runs: how its paths are written, and where the files of other places are found.
 *
 * @see Template Schemas 7.3.1
 */
export interface HostScope {
  readonly pathFormat: PathFormat;
  /** The longest source first, as `sortPathMappingRules` returns them. */
  readonly pathMappingRules: readonly PathMappingRule[];
}

/**
 * The place that symbols are for: fields that are resolved when the job is created, or on the host that runs it.
 *
 * @see Template Schemas 7.3.1
 */
export type SymbolScope = { readonly kind: 'template' } | ({ readonly kind: 'host' } & HostScope);

const TYPES: Readonly<Record<ScalarKind, ExprType>> = {
  string: STRING,
  path: PATH,
  int: INT,
  float: FLOAT,
  bool: BOOL,
  range: RANGE_EXPR,
};

/** The value that the canonical text of an element stands for. */
const READ: Readonly<Record<Exclude<ScalarKind, 'path'>, (text: string) => ExprValue>> = {
  string: stringValue,
  int: (text) => intValue(BigInt(text)),
  float: (text) => floatValue(Number(text), text),
  bool: (text) => boolValue(text === 'true'),
  range: (text) => rangeValue(IntRangeExpr.parse(text, { maxParts: Infinity })),
};

/**
 * `Param.*` and `RawParam.*` for all job parameters. PATH parameters are mapped where a host is known; in template scope
 * they have a `RawParam` only.
 *
 * @example
 * ```ts
 * import { parameterSymbols } from '@ojd/model';
 *
 * const symbols = parameterSymbols(
 *   { Scene: { type: 'PATH', value: '/shows/a.blend' } },
 *   {
 *     kind: 'host',
 *     pathFormat: 'POSIX',
 *     pathMappingRules: [{ sourcePathFormat: 'POSIX', sourcePath: '/shows', destinationPath: '/mnt/shows' }],
 *   },
 * );
 * symbols.get('Param.Scene'); // => { kind: 'path', value: '/mnt/shows/a.blend', format: 'POSIX' }
 * symbols.get('RawParam.Scene'); // => { kind: 'string', value: '/shows/a.blend' }
 * ```
 * @see Template Schemas 7.3.1
 */
export function parameterSymbols(parameters: JobParameterValues, scope: SymbolScope): SymbolTable {
  const symbols = new SymbolTable();
  for (const [name, parameter] of Object.entries(parameters)) {
    symbols.set(`RawParam.${name}`, rawValue(parameter));
    if (SHAPES[parameter.type].kind !== 'path') {
      symbols.set(`Param.${name}`, rawValue(parameter));
    } else if (scope.kind === 'host') {
      symbols.set(
        `Param.${name}`,
        valueOf(parameter.value, PATH, (text) => mappedPath(text, scope)),
      );
    } else {
      symbols.forbid(
        `Param.${name}`,
        `Param.${name} is a PATH: its value is known on the host that runs the job, here only RawParam.${name} is`,
      );
    }
  }
  return symbols;
}

/** The path as the host knows it. */
export function mappedPath(text: string, { pathFormat, pathMappingRules }: HostScope): ExprValue {
  return pathValue(applyPathMapping(pathMappingRules, text, pathFormat), pathFormat);
}

function rawValue({ type, value }: JobParameterValue): ExprValue {
  const { kind } = SHAPES[type];
  const element = kind === 'path' ? 'string' : kind;
  return valueOf(value, TYPES[element], READ[element]);
}

function valueOf(value: CanonicalValue, element: ExprType, read: (text: string) => ExprValue): ExprValue {
  if (typeof value === 'string') return read(value);
  const items: ExprValue[] = [];
  let type = element;
  for (const item of value) {
    if (typeof item !== 'string') type = listType(element);
    items.push(valueOf(item, element, read));
  }
  return listValue(items, type);
}
