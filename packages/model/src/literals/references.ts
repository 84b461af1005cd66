import type { JobTemplateDocument } from './template-document.ts';

// References in format strings, checked by the compiler. Only bodies that are one dotted name are looked at; expressions
// are left to run time. The work is linear in the template: every string is cut once, a long one not to its end.

/** The names of the job parameters of a template literal. */
export type ParameterNames<T> = T extends { readonly parameterDefinitions: readonly (infer Definition)[] }
  ? NameOf<Definition>
  : never;

/** The names of the task parameters of a step literal. */
type TaskParameterNames<Step> = Step extends {
  readonly parameterSpace: { readonly taskParameterDefinitions: readonly (infer Definition)[] };
}
  ? NameOf<Definition>
  : never;

type NameOf<Definition> = Definition extends { readonly name: infer Name extends string } ? Name : never;

declare const MISTAKE: unique symbol;

/** What no string is: the compiler prints the message, and the names that exist, when it refuses one. */
export interface Mistake<Message extends string, Known extends string> {
  readonly [MISTAKE]: readonly [Message, Known];
}

/**
 * The type of a template literal in which every reference to a job or task parameter exists. Where one does not, the string
 * has a type that nothing but the message of the mistake satisfies, so that the compiler points at it.
 */
export type CheckedReferences<T extends JobTemplateDocument> = {
  readonly [Key in keyof T]: Key extends 'steps'
    ? CheckedSteps<T[Key], ParameterNames<T>>
    : Key extends 'name' | 'jobEnvironments'
      ? Checked<T[Key], ParameterNames<T>, never>
      : T[Key];
};

type CheckedSteps<Steps, Params extends string> = {
  readonly [Index in keyof Steps]: Checked<Steps[Index], Params, TaskParameterNames<Steps[Index]>>;
};

/** Every string inside a value. */
type Checked<Value, Params extends string, TaskParams extends string> = Value extends string
  ? string extends Value
    ? Value
    : CheckedString<Value, Value, Params, TaskParams, []>
  : Value extends object
    ? {
        readonly [Key in keyof Value]: Key extends PlainKey ? Value[Key] : Checked<Value[Key], Params, TaskParams>;
      }
    : Value;

/** Fields that are no format strings: braces in them are text. */
type PlainKey = 'description' | 'filename' | 'dependsOn' | 'combination';

/** How many `{{ }}` of one string are looked at. */
type MaxBodies = 50;

type CheckedString<
  Whole extends string,
  Rest extends string,
  Params extends string,
  TaskParams extends string,
  Seen extends readonly unknown[],
> = Seen['length'] extends MaxBodies
  ? Whole
  : Rest extends `${string}{{${infer Body}}}${infer After}`
    ? MistakeIn<Trimmed<Body>, Params, TaskParams> extends infer Found
      ? [Found] extends [never]
        ? CheckedString<Whole, After, Params, TaskParams, [...Seen, 0]>
        : Found
      : never
    : Whole;

/** What is wrong with a body; never when nothing is, or when it is an expression. */
type MistakeIn<
  Body extends string,
  Params extends string,
  TaskParams extends string,
> = Body extends `Param.${infer Tail}`
  ? Unknown<'Param', FirstName<Tail>, Params>
  : Body extends `RawParam.${infer Tail}`
    ? Unknown<'RawParam', FirstName<Tail>, Params>
    : Body extends `Task.Param.${infer Tail}`
      ? Unknown<'Task.Param', FirstName<Tail>, TaskParams>
      : Body extends `Task.RawParam.${infer Tail}`
        ? Unknown<'Task.RawParam', FirstName<Tail>, TaskParams>
        : Body extends `Session.${infer Tail}`
          ? Unknown<'Session', FirstName<Tail>, SessionNames>
          : UnknownRoot<Body, FirstName<Body>>;

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
