import type { FunctionEntry } from './function-entry.ts';
import { arithmetic } from './library/arithmetic.ts';
import { comparison } from './library/comparison.ts';
import { general } from './library/general.ts';
import { hostFunctions } from './library/host.ts';
import { lists } from './library/lists.ts';
import { math } from './library/math.ts';
import { pathFunctions } from './library/paths.ts';
import { regularExpressions } from './library/regular-expressions.ts';
import { serialisers } from './library/serialisers.ts';
import { strings } from './library/strings.ts';
import { subscripts } from './library/subscripts.ts';

const CONSTANT_TIME = new Set(['len', '__getitem__', '__not__', 'is_absolute', 'fail', '__property_name__']);

/** Every function, operator and property of the language. Dispatch, checking, suggestions and docs/expressions.md read it. */
export const LIBRARY: ReadonlyMap<string, FunctionEntry> = new Map(
  [
    arithmetic,
    comparison,
    subscripts,
    general,
    math,
    lists,
    strings,
    regularExpressions,
    serialisers,
    pathFunctions,
    hostFunctions,
  ].flatMap((table) =>
    Object.entries(table).map(([name, overloads]) => [
      name,
      { name, overloads, isHost: table === hostFunctions, isConstantTime: CONSTANT_TIME.has(name) },
    ]),
  ),
);

/** The names that can be written in an expression, without operators and properties. */
export const FUNCTION_NAMES: readonly string[] = [...LIBRARY.keys()].filter((name) => !name.startsWith('__'));

/** The names of the properties of paths. */
export const PROPERTY_NAMES: readonly string[] = [...LIBRARY.keys()].flatMap(
  (name) => /^__property_(\w+)__$/.exec(name)?.[1] ?? [],
);
