import type { JobParameterInput } from '../parameters/types.ts';

/** What may be given for the elements of each type. Texts of numbers are allowed where the compiler sees that they are. */
interface ElementInputs {
  STRING: string;
  PATH: string;
  INT: number | bigint | `${bigint}`;
  FLOAT: number | bigint | `${number}`;
  BOOL: boolean | 0 | 1 | 'true' | 'false' | 'yes' | 'no' | 'on' | 'off';
}

/** What may be given for a parameter of a type. */
type InputOf<Type extends string> = Type extends keyof ElementInputs
  ? ElementInputs[Type]
  : Type extends 'RANGE_EXPR'
    ? string | number | bigint
    : Type extends `LIST[LIST[INT]]`
      ? readonly (readonly ElementInputs['INT'][])[]
      : Type extends `LIST[${infer Element extends keyof ElementInputs}]`
        ? readonly ElementInputs[Element][]
        : JobParameterInput;

/** The allowed values of a text are the only ones the compiler takes. */
type InputFor<Definition> = Definition extends {
  readonly type: 'STRING';
  readonly allowedValues: readonly (infer Allowed extends string)[];
}
  ? Allowed
  : Definition extends { readonly type: infer Type extends string }
    ? InputOf<Uppercase<Type>>
    : never;

type Definitions<T> = T extends { readonly parameterDefinitions: readonly (infer Definition)[] } ? Definition : never;

type WithDefault = { readonly default: unknown };

/** The values that a template literal takes: what has no default is required. */
export type InputsOfLiteral<T> = {
  readonly [D in Exclude<Definitions<T>, WithDefault> as NameIn<D>]: InputFor<D>;
} & {
  readonly [D in Extract<Definitions<T>, WithDefault> as NameIn<D>]?: InputFor<D> | undefined;
};

type NameIn<Definition> = Definition extends { readonly name: infer Name extends string } ? Name : never;
