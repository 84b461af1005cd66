import type { JobParameterInput } from '../parameters/types.ts';
import type { DefinitionLists, Definitions } from './known-names.ts';

/** Texts that are read without regard to case, as people write them. */
type AnyCase<Text extends string> = Text | Capitalize<Text> | Uppercase<Text>;

/**
 * What may be given for the elements of each type. Texts of numbers are allowed where the compiler sees that they are.
 * Of what is given on the spot it sees more: `1.5` is no INT, and `'007'` is one. Both are looked at where values are
 * given, and not here.
 */
interface ElementInputs {
  STRING: string;
  PATH: string;
  INT: number | bigint | `${bigint}` | `+${bigint}` | `0${bigint}`;
  FLOAT: number | bigint | `${number}`;
  BOOL: boolean | 0 | 1 | '0' | '1' | AnyCase<'true' | 'false' | 'yes' | 'no' | 'on' | 'off'>;
}

/** The text of a JSON array, as a command line gives a list. */
type JsonList = `[${string}]`;

/** What may be given for a parameter of a type. */
type InputOf<Type extends string> = Type extends keyof ElementInputs
  ? ElementInputs[Type]
  : Type extends 'RANGE_EXPR'
    ? string | number | bigint
    : Type extends `LIST[LIST[INT]]`
      ? readonly (readonly ElementInputs['INT'][])[] | JsonList
      : Type extends `LIST[${infer Element extends keyof ElementInputs}]`
        ? readonly ElementInputs[Element][] | JsonList
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

type WithDefault = { readonly default: unknown };

/** The definitions without a default that the compiler sees to be there, whatever happens at run time. */
type Certain<List> =
  IsUnion<List> extends true
    ? never
    : List extends readonly unknown[]
      ? number extends List['length']
        ? never
        : Exclude<
            { [Index in keyof List]: IsUnion<List[Index]> extends true ? never : List[Index] }[number],
            WithDefault
          >
      : never;

type IsUnion<One, All = One> = true extends (One extends unknown ? ([All] extends [One] ? never : true) : never)
  ? true
  : false;

/**
 * The values that a template literal takes: what has no default is required, unless it may be that it is not defined.
 *
 * @see Template Schemas 2
 */
export type InputsOfLiteral<T> = {
  readonly [D in Certain<DefinitionLists<T>> as NameIn<D>]: InputFor<D>;
} & {
  readonly [D in Exclude<Definitions<T>, Certain<DefinitionLists<T>>> as NameIn<D>]?: InputFor<D> | undefined;
};

/**
 * The type of each parameter of a template literal, in upper case.
 *
 * @see Template Schemas 2
 */
export type TypesOfLiteral<T> = {
  readonly [D in Definitions<T> as NameIn<D>]: D extends { readonly type: infer Type extends string }
    ? Uppercase<Type>
    : never;
};

type NameIn<Definition> = Definition extends { readonly name: infer Name extends string } ? Name : never;
