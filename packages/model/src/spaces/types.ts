import type { IntRangeExpr } from '@ojd/expr';
import type { CombinationNode } from '../combinations/combination.ts';
import type { TaskParameterType } from '../templates/types.ts';

/**
 * How the values of a `CHUNK[INT]` parameter are put together (Template Schemas 3.4.1.5), resolved.
 *
 * @see Template Schemas 3.4.1.5
 */
export interface ResolvedChunks {
  /** Values per chunk; at least 1. */
  readonly defaultTaskCount: number;
  /** Seconds that one chunk should take; absent or 0: chunks keep their size. */
  readonly targetRuntimeSeconds?: number;
  /** `CONTIGUOUS`: every chunk is one interval `a-b`, and none bridges a gap of the range. */
  readonly rangeConstraint: 'CONTIGUOUS' | 'NONCONTIGUOUS';
}

/**
 * A task parameter of a Job: its values are known.
 *
 * @see Template Schemas 3.4.1
 */
export interface ResolvedTaskParameter {
  readonly name: string;
  readonly type: TaskParameterType;
  /** A range of integers, never spelled out; or the texts of the values: integers in canonical form, decimals as written. */
  readonly range: IntRangeExpr | readonly string[];
  /** Present exactly when `type` is `CHUNK[INT]`. */
  readonly chunks?: ResolvedChunks;
}

/**
 * The parameter space of a Step in a Job (Template Schemas 3.4).
 *
 * @see Template Schemas 3.4
 */
export interface StepParameterSpace {
  readonly taskParameterDefinitions: readonly ResolvedTaskParameter[];
  /** How the parameters are combined; the product in the order of definition when the template does not say. */
  readonly combination: CombinationNode;
}

/**
 * The value of one task parameter.
 *
 * @see Template Schemas 3.4
 */
export interface TaskParameterValue {
  readonly type: TaskParameterType;
  /** `CHUNK[INT]`: a range expression, `a-b` when chunks are contiguous. */
  readonly value: string;
}

/**
 * The coordinates of one Task, or of one chunk of Tasks: a value for every task parameter, by name.
 *
 * @see Template Schemas 3.4
 */
export type TaskParameterSet = Readonly<Record<string, TaskParameterValue>>;
