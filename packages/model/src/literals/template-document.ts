// A job template as an object, in the shape of the specification's documents: what a template literal may say, and what
// an editor completes. Bounds, character sets and everything about several fields together is checked at run time.
import type { JobParameterInput } from '../parameters/types.ts';
import type { JobParameterType } from '../templates/parameter-definitions.ts';
import type { ExtensionName } from '../profile/profile.ts';
import type { TaskParameterType } from '../templates/types.ts';

/** A number, or its text, or a format string that gives it. */
type Numeric = number | string;

/** Types are written in any case with EXPR: an editor offers the names, `defineJobTemplate` refuses what is none. */
type AnyCase<Name extends string> = Name | (string & NonNullable<unknown>);

/**
 * A job template as an object (Template Schemas 1.1).
 *
 * @see Template Schemas 1.1
 */
export interface JobTemplateDocument {
  readonly $schema?: string;
  readonly specificationVersion: 'jobtemplate-2023-09';
  readonly extensions?: readonly ExtensionName[];
  readonly name: string;
  readonly description?: string;
  readonly parameterDefinitions?: readonly JobParameterDocument[];
  readonly jobEnvironments?: readonly EnvironmentDocument[];
  readonly steps: readonly StepDocument[];
}

/**
 * An environment template as an object (Template Schemas 1.2).
 *
 * @see Template Schemas 1.2
 */
export interface EnvironmentTemplateDocument {
  readonly specificationVersion: 'environment-2023-09';
  readonly extensions?: readonly ExtensionName[];
  readonly parameterDefinitions?: readonly JobParameterDocument[];
  readonly environment: EnvironmentDocument;
}

/**
 * A job parameter (Template Schemas 2).
 *
 * @see Template Schemas 2
 */
export interface JobParameterDocument {
  readonly name: string;
  readonly type: AnyCase<JobParameterType>;
  readonly description?: string;
  readonly default?: JobParameterInput;
  readonly allowedValues?: readonly (string | number | bigint)[];
  readonly minValue?: number | bigint | string;
  readonly maxValue?: number | bigint | string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly objectType?: 'FILE' | 'DIRECTORY';
  readonly dataFlow?: 'NONE' | 'IN' | 'OUT' | 'INOUT';
  readonly item?: Omit<JobParameterDocument, 'name' | 'type'>;
  readonly userInterface?: Readonly<Record<string, unknown>>;
}

/**
 * A Step (Template Schemas 3).
 *
 * @see Template Schemas 3
 */
export interface StepDocument {
  readonly name: string;
  readonly description?: string;
  readonly let?: readonly string[];
  readonly dependencies?: readonly { readonly dependsOn: string }[];
  readonly stepEnvironments?: readonly EnvironmentDocument[];
  readonly hostRequirements?: {
    readonly amounts?: readonly { readonly name: string; readonly min?: Numeric; readonly max?: Numeric }[];
    readonly attributes?: readonly {
      readonly name: string;
      readonly anyOf?: readonly string[];
      readonly allOf?: readonly string[];
    }[];
  };
  readonly parameterSpace?: {
    readonly taskParameterDefinitions: readonly TaskParameterDocument[];
    readonly combination?: string;
  };
  readonly script?: {
    readonly let?: readonly string[];
    readonly actions: { readonly onRun: ActionDocument };
    readonly embeddedFiles?: readonly EmbeddedFileDocument[];
  };
  readonly bash?: SimpleActionDocument;
  readonly cmd?: SimpleActionDocument;
  readonly node?: SimpleActionDocument;
  readonly powershell?: SimpleActionDocument;
  readonly python?: SimpleActionDocument;
}

/**
 * A task parameter (Template Schemas 3.4.1).
 *
 * @see Template Schemas 3.4.1
 */
export interface TaskParameterDocument {
  readonly name: string;
  readonly type: AnyCase<TaskParameterType>;
  readonly range: string | readonly (string | number | bigint)[];
  readonly chunks?: {
    readonly defaultTaskCount: Numeric;
    readonly targetRuntimeSeconds?: Numeric;
    readonly rangeConstraint: 'CONTIGUOUS' | 'NONCONTIGUOUS';
  };
}

/**
 * An Environment (Template Schemas 4).
 *
 * @see Template Schemas 4
 */
export interface EnvironmentDocument {
  readonly name: string;
  readonly description?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly script?: {
    readonly let?: readonly string[];
    readonly actions: {
      readonly onEnter?: ActionDocument;
      readonly onExit?: ActionDocument;
      readonly onWrapEnvEnter?: ActionDocument;
      readonly onWrapTaskRun?: ActionDocument;
      readonly onWrapEnvExit?: ActionDocument;
    };
    readonly embeddedFiles?: readonly EmbeddedFileDocument[];
  };
}

/**
 * An Action (Template Schemas 5).
 *
 * @see Template Schemas 5
 */
export interface ActionDocument {
  readonly command: string;
  readonly args?: readonly string[];
  readonly timeout?: Numeric;
  readonly cancelation?: { readonly mode: string; readonly notifyPeriodInSeconds?: Numeric };
}

/**
 * A simple action (Template Schemas 8).
 *
 * @see Template Schemas 8
 */
export interface SimpleActionDocument extends Omit<ActionDocument, 'command'> {
  readonly let?: readonly string[];
  readonly script: string;
}

/**
 * An embedded file (Template Schemas 6.1).
 *
 * @see Template Schemas 6.1
 */
export interface EmbeddedFileDocument {
  readonly name: string;
  readonly type: 'TEXT';
  readonly data: string;
  readonly filename?: string;
  readonly runnable?: boolean;
  readonly endOfLine?: 'AUTO' | 'LF' | 'CRLF';
}
