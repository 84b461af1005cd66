// The names that format strings of a template literal may use.

/**
 * The names of the job parameters of a template literal.
 *
 * @see Template Schemas 7.3.1
 */
export type ParameterNames<T> = NameOf<Definitions<T>>;

/** The names of the job parameters of some types, however the types are written. */
type NamesOfType<T, Type extends string> =
  Definitions<T> extends infer Definition
    ? Definition extends { readonly name: infer Name extends string; readonly type: infer Written extends string }
      ? Uppercase<Written> extends Type
        ? Name
        : never
      : never
    : never;

/** The names of the job parameters that may be of some types: also of those whose type the compiler does not know. */
type NamesMaybeOfType<T, Type extends string> =
  Definitions<T> extends infer Definition
    ? Definition extends { readonly name: infer Name extends string; readonly type: infer Written extends string }
      ? Written extends unknown
        ? string extends Written
          ? Name
          : Uppercase<Written> extends Type
            ? Name
            : never
        : never
      : never
    : never;

/** A number may come from these. */
type NumberType = 'INT' | 'FLOAT' | 'STRING';

/** The lists of definitions that a template may have; undefined where it may have none. */
export type DefinitionLists<T> = ValueAt<T, 'parameterDefinitions'>;

/** The definitions that a template has, or may have. */
export type Definitions<T> = ElementOf<DefinitionLists<T>>;

/** What a key may hold, of each type that is meant; undefined where there may be no such key. */
type ValueAt<T, Key extends string> = T extends unknown ? (Key extends keyof T ? T[Key] : undefined) : never;

type ElementOf<List> = List extends readonly (infer Element)[] ? Element : never;

/** The names of the task parameters that a step literal has, or may have. */
export type TaskParameterNames<Step> = NameOf<
  ElementOf<ValueAt<ValueAt<Step, 'parameterSpace'>, 'taskParameterDefinitions'>>
>;

/**
 * The names of the files that are embedded in a script literal; any name where the compiler does not know them all. Of several
 * scripts that may be meant those of each are known.
 */
export type FileNames<Script> = Script extends unknown
  ? 'embeddedFiles' extends keyof Script
    ? Script['embeddedFiles'] extends readonly (infer File)[]
      ? File extends { readonly name: infer Name extends string }
        ? Name
        : string
      : string
    : never
  : never;

type NameOf<Definition> = Definition extends { readonly name: infer Name extends string } ? Name : never;

/** The names of job parameters, by what they can be used for. */
export interface Parameters {
  readonly All: string;
  /** Known before there is a host: a PATH has only its `RawParam` then. */
  readonly Early: string;
  /** May stand alone where a number is expected. */
  readonly Number: string;
  /** The same, of their `RawParam`. */
  readonly RawNumber: string;
}

export interface ParametersOf<T> {
  readonly All: ParameterNames<T>;
  readonly Early: Exclude<ParameterNames<T>, NamesOfType<T, 'PATH' | 'LIST[PATH]'>>;
  readonly Number: NamesMaybeOfType<T, NumberType>;
  readonly RawNumber: NamesMaybeOfType<T, NumberType | 'PATH'>;
}

/** The names that references in a place may use. */
export interface Names extends Parameters {
  readonly Param: string;
  readonly Task: string;
  /** Of files that are embedded in the script of the step. */
  readonly TaskFile: string;
  /** Of files that are embedded in the script of the environment. */
  readonly EnvFile: string;
  /** Where fields are resolved that are numbers: with the job, or on the host. */
  readonly NumberParam: string;
}

export interface NamesOf<
  P extends Parameters,
  Param extends string,
  Task extends string,
  NumberParam extends string = P['Early'],
  // Outside of scripts they are left to run time.
  TaskFile extends string = string,
  EnvFile extends string = string,
> extends Parameters {
  readonly Param: Param;
  readonly Task: Task;
  readonly TaskFile: TaskFile;
  readonly EnvFile: EnvFile;
  readonly NumberParam: NumberParam;
  readonly All: P['All'];
  readonly Early: P['Early'];
  readonly Number: P['Number'];
  readonly RawNumber: P['RawNumber'];
}
