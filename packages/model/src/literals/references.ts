import type { JobParameterType } from '../templates/parameter-definitions.ts';
import type { TaskParameterType } from '../templates/types.ts';
import type { EnvironmentTemplateDocument, JobTemplateDocument } from './template-document.ts';

// References in format strings, checked by the compiler. Only bodies that are one dotted name are looked at; expressions
// are left to run time. The work is linear in the template: every string is cut once, a long one not to its end.

/**
 * The names of the job parameters of a template literal.
 *
 * @see Template Schemas 7.3.1
 */
export type ParameterNames<T> = NameOf<Definitions<T>>;

/** Those that have a value before a host is known: a PATH has only its `RawParam` then. */
type KnownEarly<T> = NameOf<Exclude<Definitions<T>, { readonly type: AnyPath }>>;

type AnyPath = 'PATH' | 'path' | 'Path' | 'LIST[PATH]' | 'list[path]' | 'List[Path]';

type Definitions<T> = T extends { readonly parameterDefinitions: readonly (infer Definition)[] } ? Definition : never;

/** The names of the task parameters of a step literal. */
type TaskParameterNames<Step> = Step extends {
  readonly parameterSpace: { readonly taskParameterDefinitions: readonly (infer Definition)[] };
}
  ? NameOf<Definition>
  : never;

type NameOf<Definition> = Definition extends { readonly name: infer Name extends string } ? Name : never;

type TemplateDocument = JobTemplateDocument | EnvironmentTemplateDocument;

declare const MISTAKE: unique symbol;

/**
 * What no string is: the compiler prints the message, and the names that exist, when it refuses one.
 *
 * @see Template Schemas 7.3.1
 */
export interface Mistake<Message extends string, Known extends string> {
  readonly [MISTAKE]: readonly [Message, Known];
}

/** The names that references in a place may use. */
interface Names {
  readonly Param: string;
  readonly RawParam: string;
  readonly Task: string;
}

interface NamesOf<Param extends string, RawParam extends string, Task extends string> {
  readonly Param: Param;
  readonly RawParam: RawParam;
  readonly Task: Task;
}

/**
 * The type of a template literal in which every reference to a job or task parameter exists, and every type of a parameter.
 * Where one does not, the string has a type that nothing but the message of the mistake satisfies, so that the compiler
 * points at it.
 *
 * @see Template Schemas 7.3.1
 */
export type CheckedReferences<T extends TemplateDocument> = {
  readonly [Key in keyof T]: Key extends 'steps'
    ? CheckedSteps<T[Key], ParameterNames<T>, KnownEarly<T>>
    : Key extends 'name'
      ? Checked<T[Key], NamesOf<KnownEarly<T>, ParameterNames<T>, never>>
      : Key extends 'jobEnvironments'
        ? CheckedEnvironments<T[Key], NamesOf<ParameterNames<T>, ParameterNames<T>, never>>
        : Key extends 'environment'
          ? CheckedEnvironment<T[Key], NamesOf<ParameterNames<T>, ParameterNames<T>, never>>
          : Key extends 'parameterDefinitions'
            ? CheckedTypes<T[Key], JobParameterType>
            : T[Key];
};

type CheckedSteps<Steps, Params extends string, Early extends string> = {
  readonly [Index in keyof Steps]: CheckedStep<Steps[Index], Params, Early, TaskParameterNames<Steps[Index]>>;
};

type CheckedStep<Step, Params extends string, Early extends string, Task extends string> = {
  readonly [Key in keyof Step]: Key extends 'name' | PlainKey
    ? Step[Key]
    : Key extends 'stepEnvironments'
      ? CheckedEnvironments<Step[Key], NamesOf<Params, Params, never>>
      : Key extends 'hostRequirements'
        ? Checked<Step[Key], NamesOf<Early, Params, never>>
        : Key extends 'parameterSpace'
          ? CheckedSpace<Step[Key], NamesOf<Early, Params, never>>
          : Checked<Step[Key], NamesOf<Params, Params, Task>>;
};

type CheckedSpace<Spanned, In extends Names> = {
  readonly [Key in keyof Spanned]: Key extends 'taskParameterDefinitions'
    ? Checked<Spanned[Key], In> & CheckedTypes<Spanned[Key], TaskParameterType>
    : Spanned[Key];
};

type CheckedEnvironments<Environments, In extends Names> = {
  readonly [Index in keyof Environments]: CheckedEnvironment<Environments[Index], In>;
};

type CheckedEnvironment<Environment, In extends Names> = {
  readonly [Key in keyof Environment]: Key extends 'name' | PlainKey ? Environment[Key] : Checked<Environment[Key], In>;
};

/** Definitions whose types exist, in any case. */
type CheckedTypes<Found, Type extends string> = {
  readonly [Index in keyof Found]: Found[Index] extends { readonly type: infer Written extends string }
    ? string extends Written
      ? Found[Index]
      : Uppercase<Written> extends Type
        ? Found[Index]
        : { readonly type: Mistake<`There is no type ${Written}`, Type> }
    : Found[Index];
};

/** Every string inside a value. */
type Checked<Value, In extends Names> = Value extends string
  ? string extends Value
    ? Value
    : CheckedString<Value, Value, In, []>
  : Value extends object
    ? {
        readonly [Key in keyof Value]: Key extends PlainKey ? Value[Key] : Checked<Value[Key], In>;
      }
    : Value;

/** Fields that are no format strings: braces in them are text. */
type PlainKey = 'description' | 'filename' | 'dependsOn' | 'combination';

/** How many `{{ }}` of one string are looked at. */
type MaxBodies = 50;

type CheckedString<
  Whole extends string,
  Rest extends string,
  In extends Names,
  Seen extends readonly unknown[],
> = Seen['length'] extends MaxBodies
  ? Whole
  : Rest extends `${string}{{${infer Body}}}${infer After}`
    ? MistakeIn<Trimmed<Body>, In> extends infer Found
      ? [Found] extends [never]
        ? CheckedString<Whole, After, In, [...Seen, 0]>
        : Found
      : never
    : Whole;

/** What is wrong with a body; never when nothing is, or when it is an expression. */
type MistakeIn<Body extends string, In extends Names> = Body extends `Param.${infer Tail}`
  ? UnknownParam<FirstName<Tail>, In>
  : Body extends `RawParam.${infer Tail}`
    ? Unknown<'RawParam', FirstName<Tail>, In['RawParam']>
    : Body extends `Task.Param.${infer Tail}`
      ? Unknown<'Task.Param', FirstName<Tail>, In['Task']>
      : Body extends `Task.RawParam.${infer Tail}`
        ? Unknown<'Task.RawParam', FirstName<Tail>, In['Task']>
        : Body extends `Session.${infer Tail}`
          ? Unknown<'Session', FirstName<Tail>, SessionNames>
          : UnknownRoot<Body, FirstName<Body>>;

type UnknownParam<Name extends string, In extends Names> = Name extends In['Param']
  ? never
  : Name extends In['RawParam']
    ? Mistake<`Param.${Name} is a PATH, known on the host only: here RawParam.${Name} is`, In['Param']>
    : Unknown<'Param', Name, In['Param']>;

type SessionNames = 'WorkingDirectory' | 'PathMappingRulesFile' | 'HasPathMappingRules';

/** What dotted names of the specification begin with. */
type Root =
  | 'Param'
  | 'RawParam'
  | 'Task'
  | 'Session'
  | 'Env'
  | 'Job'
  | 'Step'
  | 'WrappedAction'
  | 'WrappedEnv'
  | 'WrappedStep';

/** Names of `let` bindings and functions begin in lower case; the constants of EXPR do not. */
type UnknownRoot<Body extends string, First extends string> = First extends Root | 'True' | 'False' | 'None'
  ? never
  : First extends Uncapitalize<First>
    ? never
    : Body extends NoName
      ? never
      : Mistake<`${Body} does not exist`, Root>;

type Unknown<Scope extends string, Name extends string, Known extends string> = Name extends Known
  ? never
  : Name extends NoName
    ? never
    : Mistake<`${Scope}.${Name} does not exist`, Known>;

/** With EXPR a property may follow the name of a parameter. */
type FirstName<Tail extends string> = Tail extends `${infer Name}.${string}` ? Name : Tail;

/** Texts with a character that no identifier has: they belong to an expression. */
type NoName = `${string}${
  | Space
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '<'
  | '>'
  | '='
  | '!'
  | '('
  | ')'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | ':'
  | "'"
  | '"'}${string}`;

type Space = ' ' | '\n' | '\t' | '\r';

type Trimmed<Text extends string> = Text extends `${Space}${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest}${Space}`
    ? Trimmed<Rest>
    : Text;
