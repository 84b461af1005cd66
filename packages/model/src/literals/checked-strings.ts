// Format strings of a template literal. Every string is cut once, a long one not to its end.
import type { Mistake } from '../diagnostics/mistake.ts';
import type { Space, Trimmed } from '../documents/number-texts.ts';
import type { Names, NamesOf } from './known-names.ts';

/** A number, or a format string that gives one. An expression that fills it has the type of its value. */
export type CheckedNumber<Value, In extends Names> = Value extends `{{${infer Body}}}`
  ? NoNumber<Trimmed<Body>, In> extends infer Found
    ? [Found] extends [never]
      ? CheckedText<Value, NamesOf<In, In['NumberParam'], never>>
      : Found
    : never
  : CheckedText<Value, NamesOf<In, In['NumberParam'], never>>;

/** What is wrong with the type of a parameter that exists and fills a number; never when nothing is. */
type NoNumber<Body extends string, In extends Names> = Body extends `Param.${infer Name}`
  ? Name extends Exclude<In['NumberParam'], In['Number']>
    ? Mistake<`Param.${Name} is no number`, In['Number']>
    : never
  : Body extends `RawParam.${infer Name}`
    ? Name extends Exclude<In['All'], In['RawNumber']>
      ? Mistake<`RawParam.${Name} is no number`, In['RawNumber']>
      : never
    : never;

/** A string of a literal; one that the compiler does not know is left to run time. */
export type CheckedText<Value, In extends Names> = Value extends string
  ? string extends Value
    ? Value
    : CheckedString<Value, Value, In, []>
  : Value;

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
    ? [MistakeIn<Trimmed<Body>, In>] extends [never]
      ? CheckedString<Whole, After, In, [...Seen, 0]>
      : MistakeIn<Trimmed<Body>, In>
    : Whole;

/** What is wrong with a body; never when nothing is, or when it is an expression. */
type MistakeIn<Body extends string, In extends Names> = Body extends `Param.${infer Tail}`
  ? // The common case, before a property is looked for: large templates have thousands of them.
    Tail extends In['Param']
    ? never
    : UnknownParam<FirstName<Tail>, In>
  : Body extends `RawParam.${infer Tail}`
    ? Unknown<'RawParam', FirstName<Tail>, In['All']>
    : Body extends `Task.Param.${infer Tail}`
      ? Tail extends In['Task']
        ? never
        : Unknown<'Task.Param', FirstName<Tail>, In['Task']>
      : Body extends `Task.RawParam.${infer Tail}`
        ? Unknown<'Task.RawParam', FirstName<Tail>, In['Task']>
        : Body extends `Task.File.${infer Tail}`
          ? Unknown<'Task.File', FirstName<Tail>, In['TaskFile']>
          : Body extends `Env.File.${infer Tail}`
            ? Unknown<'Env.File', FirstName<Tail>, In['EnvFile']>
            : Body extends `Session.${infer Tail}`
              ? Unknown<'Session', FirstName<Tail>, SessionNames>
              : UnknownRoot<Body, FirstName<Body>>;

type UnknownParam<Name extends string, In extends Names> = Name extends In['Param']
  ? never
  : Name extends In['All']
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
