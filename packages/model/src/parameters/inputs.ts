import type { JobTemplate } from '../templates/types.ts';
import type { CheckedInput } from './checked-input.ts';
import type { Mistake } from '../diagnostics/mistake.ts';
import type { JobParameterInput } from './types.ts';

/**
 * Values by the name of the parameter; undefined is as good as absent.
 *
 * @see Template Schemas 2
 */
export type AnyInputs = Readonly<Record<string, JobParameterInput | undefined>>;

declare const INPUTS: unique symbol;
declare const TYPES: unique symbol;

/**
 * A template whose parameters the compiler knows: the values that they take, and their types by name.
 *
 * @see Template Schemas 2
 */
export interface TypedJobTemplate<Inputs, Types = unknown> extends JobTemplate {
  /** Exists for the compiler only. */
  readonly [INPUTS]?: Inputs;
  /** Exists for the compiler only. */
  readonly [TYPES]?: Types;
}

/**
 * The values that a template takes, as far as its type says.
 *
 * @see Template Schemas 2
 */
export type JobParameterInputs<T extends JobTemplate> =
  T extends TypedJobTemplate<infer Inputs> ? (unknown extends Inputs ? AnyInputs : Inputs) : never;

/** Texts that may be numbers: whether they are is seen on the values that are given. */
type LooseText<Type> = Type extends 'INT' | 'FLOAT'
  ? string
  : Type extends 'LIST[INT]' | 'LIST[FLOAT]'
    ? readonly (string | number | bigint)[]
    : Type extends 'LIST[LIST[INT]]'
      ? readonly (readonly (string | number | bigint)[])[]
      : never;

/** Offers the names and the values of the parameters to an editor, and takes all others too. */
type Offered<Inputs> = { readonly [Name in keyof Inputs]: Inputs[Name] | AnyOther };
type AnyOther = (string & NonNullable<unknown>) | number | bigint | boolean | readonly JobParameterInput[];

/**
 * The values given on the spot, each with what the compiler sees of it: that `1.5` is no INT, and `'007'` is one.
 *
 * @param HasOthers whether environment templates may define parameters that the type of the job template knows nothing of.
 * @see Template Schemas 2
 */
export type CheckedInputs<T extends JobTemplate, Values, HasOthers extends boolean> =
  T extends TypedJobTemplate<infer Inputs, infer Types>
    ? unknown extends Types
      ? unknown
      : (HasOthers extends true ? Partial<Offered<Inputs>> : Offered<Inputs>) & {
          readonly [Name in keyof Values]: Name extends keyof Types & keyof Inputs
            ? Values[Name] extends Inputs[Name] | LooseText<Types[Name]>
              ? CheckedInput<Types[Name], Values[Name]>
              : Mistake<`Not a value of the type ${Types[Name] & string}`, Extract<Inputs[Name], string>>
            : HasOthers extends true
              ? Values[Name]
              : Mistake<`There is no parameter ${Name & string}`, keyof Types & string>;
        }
    : unknown;
