import type { JobTemplate } from '../templates/types.ts';
import type { JobParameterInput } from './types.ts';

/**
 * Values by the name of the parameter; undefined is as good as absent.
 *
 * @see Template Schemas 2
 */
export type AnyInputs = Readonly<Record<string, JobParameterInput | undefined>>;

declare const INPUTS: unique symbol;

/**
 * A template whose parameters the compiler knows.
 *
 * @see Template Schemas 2
 */
export interface TypedJobTemplate<Inputs> extends JobTemplate {
  /** Exists for the compiler only. */
  readonly [INPUTS]?: Inputs;
}

/**
 * The values that a template takes, as far as its type says.
 *
 * @see Template Schemas 2
 */
export type JobParameterInputs<T extends JobTemplate> =
  T extends TypedJobTemplate<infer Inputs> ? (unknown extends Inputs ? AnyInputs : Inputs) : never;
