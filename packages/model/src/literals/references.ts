import type { JobParameterType } from '../templates/parameter-definitions.ts';
import type { TaskParameterType } from '../templates/types.ts';
import type { Mistake } from '../diagnostics/mistake.ts';
import type { CheckedValues } from './checked-values.ts';
import type { EnvironmentTemplateDocument, JobTemplateDocument } from './template-document.ts';
import type { CheckedNumber, CheckedText } from './checked-strings.ts';
import type { FileNames, Names, NamesOf, Parameters, ParametersOf, TaskParameterNames } from './known-names.ts';

// References in format strings, checked by the compiler. Only bodies that are one dotted name are looked at; expressions
// are left to run time. The work is linear in the template: every string is cut once, a long one not to its end.

type TemplateDocument = JobTemplateDocument | EnvironmentTemplateDocument;

/**
 * The type of a template literal in which every reference to a job or task parameter, or to an embedded file, exists, and every type of a parameter.
 * Where one does not, the string has a type that nothing but the message of the mistake satisfies, so that the compiler
 * points at it.
 *
 * @see Template Schemas 7.3.1
 */
export type CheckedReferences<T extends TemplateDocument> = CheckedTemplate<T, ParametersOf<T>, KnownKey<T>>;

/** The compiler itself takes any further key, because the literal has a type of its own. */
type KnownKey<T> = [T] extends [EnvironmentTemplateDocument]
  ? keyof EnvironmentTemplateDocument
  : keyof JobTemplateDocument;

type CheckedTemplate<T, P extends Parameters, Known extends string> = {
  readonly [Key in keyof T]: Key extends 'steps'
    ? CheckedSteps<T[Key], P>
    : Key extends 'name'
      ? Checked<T[Key], NamesOf<P, P['Early'], never>>
      : Key extends 'jobEnvironments'
        ? CheckedEnvironments<T[Key], NamesOf<P, P['All'], never>>
        : Key extends 'environment'
          ? CheckedEnvironment<T[Key], NamesOf<P, P['All'], never>>
          : Key extends 'parameterDefinitions'
            ? CheckedTypes<T[Key], JobParameterType>
            : Key extends Known
              ? T[Key]
              : Mistake<`There is no key ${Key & string}`, Known>;
};

type CheckedSteps<Steps, P extends Parameters> = {
  readonly [Index in keyof Steps]: CheckedStep<Steps[Index], P, TaskParameterNames<Steps[Index]>>;
};

type CheckedStep<Step, P extends Parameters, Task extends string> = {
  readonly [Key in keyof Step]: Key extends 'name' | PlainKey
    ? Step[Key]
    : Key extends 'stepEnvironments'
      ? CheckedEnvironments<Step[Key], NamesOf<P, P['All'], never>>
      : Key extends 'hostRequirements'
        ? Checked<Step[Key], NamesOf<P, P['Early'], never>>
        : Key extends 'parameterSpace'
          ? CheckedSpace<Step[Key], NamesOf<P, P['Early'], never>>
          : Key extends 'script'
            ? Checked<Step[Key], NamesOf<P, P['All'], Task, P['Early'], FileNames<Step[Key]>>>
            : Checked<Step[Key], NamesOf<P, P['All'], Task>>;
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
  readonly [Key in keyof Environment]: Key extends 'name' | PlainKey
    ? Environment[Key]
    : Key extends 'variables'
      ? { readonly [Name in keyof Environment[Key]]: CheckedText<Environment[Key][Name], In> }
      : Key extends 'script'
        ? Checked<
            Environment[Key],
            NamesOf<In, In['Param'], never, In['NumberParam'], string, FileNames<Environment[Key]>>
          >
        : Checked<Environment[Key], In>;
};

/** Definitions whose types exist, in any case, and take the values that are given. */
type CheckedTypes<Found, Type extends string> = {
  readonly [Index in keyof Found]: Found[Index] extends { readonly type: infer Written extends string }
    ? string extends Written
      ? Found[Index]
      : Uppercase<Written> extends Type
        ? CheckedValues<Uppercase<Written>, Found[Index]>
        : { readonly type: Mistake<`There is no type ${Written}`, Type> }
    : Found[Index];
};

/** Every string inside a value. */
type Checked<Value, In extends Names> = Value extends string
  ? CheckedText<Value, In>
  : Value extends readonly unknown[]
    ? { readonly [Index in keyof Value]: Checked<Value[Index], In> }
    : Value extends object
      ? {
          readonly [Key in keyof Value]: Key extends PlainKey | NumberKey | WrapKey
            ? CheckedSpecial<Key, Value[Key], In>
            : Checked<Value[Key], In>;
        }
      : Value;

type CheckedSpecial<Key extends PlainKey | NumberKey | WrapKey, Value, In extends Names> = Key extends PlainKey
  ? Value
  : Key extends NumberKey
    ? CheckedNumber<Value, In>
    : Checked<Value, NamesOf<In, In['Param'], In['Task'], In['All'], In['TaskFile'], In['EnvFile']>>;

/** Fields that are numbers. They are resolved with the job, and never see a task. */
type NumberKey = 'timeout' | 'notifyPeriodInSeconds' | 'min' | 'max' | 'defaultTaskCount' | 'targetRuntimeSeconds';

/** Wrap hooks resolve their numbers on the host: the wrapped action is known there. */
type WrapKey = 'onWrapEnvEnter' | 'onWrapTaskRun' | 'onWrapEnvExit';

/** Fields that are no format strings: braces in them are text. */
type PlainKey = 'description' | 'filename' | 'dependsOn' | 'combination';
