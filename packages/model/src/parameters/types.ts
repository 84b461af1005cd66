import type { JobParameterType } from '../templates/parameter-definitions.ts';

/**
 * A job parameter whose value is one text.
 *
 * @see Template Schemas 2
 */
export type ScalarParameterType = Exclude<JobParameterType, `LIST[${string}`>;

/**
 * What may be given for a job parameter. Numbers that a double does not hold exactly are given as bigint or as text.
 * A list may also be given as the text of a JSON array, as on a command line.
 *
 * @see Template Schemas 2
 */
export type JobParameterInput = string | number | bigint | boolean | readonly JobParameterInput[];

/**
 * The value of a job parameter. Texts are canonical: integers are the digits of a 64-bit integer, decimals keep the digits
 * that were given (`3.500`), booleans are `true` or `false`, range expressions stay as written.
 *
 * @see Template Schemas 2
 */
export type JobParameterValue =
  | { readonly type: ScalarParameterType; readonly value: string }
  | {
      readonly type: Exclude<JobParameterType, ScalarParameterType | 'LIST[LIST[INT]]'>;
      readonly value: readonly string[];
    }
  | { readonly type: 'LIST[LIST[INT]]'; readonly value: readonly (readonly string[])[] };

/**
 * The values of all job parameters by name; an object without prototype.
 *
 * @see Template Schemas 2
 */
export type JobParameterValues = Readonly<Record<string, JobParameterValue>>;

/** One canonical text, or a list of them, or a list of lists. */
export type CanonicalValue = string | readonly CanonicalValue[];
