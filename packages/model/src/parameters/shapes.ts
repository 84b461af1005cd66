import type { JobParameterType } from '../templates/parameter-definitions.ts';

/** What an element of a job parameter is. */
export type ScalarKind = 'string' | 'path' | 'int' | 'float' | 'bool' | 'range';

/** How a job parameter type is built: from one kind of element and zero, one or two levels of list. */
export interface Shape {
  readonly kind: ScalarKind;
  readonly listLevels: 0 | 1 | 2;
}

/** Every job parameter type: what reads, checks, merges and evaluates values is written once per kind, not per type. */
export const SHAPES: Readonly<Record<JobParameterType, Shape>> = {
  STRING: { kind: 'string', listLevels: 0 },
  PATH: { kind: 'path', listLevels: 0 },
  INT: { kind: 'int', listLevels: 0 },
  FLOAT: { kind: 'float', listLevels: 0 },
  BOOL: { kind: 'bool', listLevels: 0 },
  RANGE_EXPR: { kind: 'range', listLevels: 0 },
  'LIST[STRING]': { kind: 'string', listLevels: 1 },
  'LIST[PATH]': { kind: 'path', listLevels: 1 },
  'LIST[INT]': { kind: 'int', listLevels: 1 },
  'LIST[FLOAT]': { kind: 'float', listLevels: 1 },
  'LIST[BOOL]': { kind: 'bool', listLevels: 1 },
  'LIST[LIST[INT]]': { kind: 'int', listLevels: 2 },
};

/** What bounds a value, whatever its type. Values are canonical texts; a list bounds its items with `item`. */
export interface Constraints {
  readonly allowedValues?: readonly string[];
  readonly minValue?: string;
  readonly maxValue?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly item?: Constraints;
}
