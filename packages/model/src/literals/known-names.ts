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

/** A number may come from these. */
type NumberType = 'INT' | 'FLOAT' | 'STRING';

type Definitions<T> = T extends { readonly parameterDefinitions: readonly (infer Definition)[] } ? Definition : never;

/** The names of the task parameters of a step literal. */
export type TaskParameterNames<Step> = Step extends {
  readonly parameterSpace: { readonly taskParameterDefinitions: readonly (infer Definition)[] };
}
  ? NameOf<Definition>
  : never;

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
  readonly Number: NamesOfType<T, NumberType>;
  readonly RawNumber: NamesOfType<T, NumberType | 'PATH'>;
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
