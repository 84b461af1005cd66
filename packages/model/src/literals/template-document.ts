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

/** The modes, which an editor offers; with EXPR a format string gives one. */
type CancelationMode = AnyCase<'TERMINATE' | 'NOTIFY_THEN_TERMINATE'>;

/**
 * A job template as an object (Template Schemas 1.1).
 *
 * @see Template Schemas 1.1
 */
export interface JobTemplateDocument {
  /** Ignored. For editors. */
  readonly $schema?: string;
  /** The schema of this document: `jobtemplate-2023-09`. */
  readonly specificationVersion: 'jobtemplate-2023-09';
  /** The extensions of the specification that this template uses: TASK_CHUNKING, REDACTED_ENV_VARS, FEATURE_BUNDLE_1, EXPR, WRAP_ACTIONS. */
  readonly extensions?: readonly ExtensionName[];
  /** The name of jobs created from this template. A format string. */
  readonly name: string;
  /** What jobs from this template do. For people only. */
  readonly description?: string;
  /** The parameters that a submission gives values to. `{{Param.NAME}}` is the value. */
  readonly parameterDefinitions?: readonly JobParameterDocument[];
  /** Environments that every session of this job enters first, in this order, and leaves last. */
  readonly jobEnvironments?: readonly EnvironmentDocument[];
  /** The steps of the job. */
  readonly steps: readonly StepDocument[];
}

/**
 * An environment template as an object (Template Schemas 1.2).
 *
 * @see Template Schemas 1.2
 */
export interface EnvironmentTemplateDocument {
  /** The schema of this document: `environment-2023-09`. */
  readonly specificationVersion: 'environment-2023-09';
  /** The extensions of the specification that this template uses: TASK_CHUNKING, REDACTED_ENV_VARS, FEATURE_BUNDLE_1, EXPR, WRAP_ACTIONS. */
  readonly extensions?: readonly ExtensionName[];
  /** Parameters that the environment uses. They are merged with those of the job. */
  readonly parameterDefinitions?: readonly JobParameterDocument[];
  /** The environment. */
  readonly environment: EnvironmentDocument;
}

/**
 * A job parameter (Template Schemas 2).
 *
 * @see Template Schemas 2
 */
export interface JobParameterDocument {
  /** The name of the parameter: `{{Param.NAME}}` is its value. */
  readonly name: string;
  /** The type of the parameter. */
  readonly type: AnyCase<JobParameterType>;
  /** What the parameter is for. For people only. */
  readonly description?: string;
  /** The value when a submission gives none. Without a default a submission must give one. */
  readonly default?: JobParameterInput;
  /** The values that the parameter can take. */
  readonly allowedValues?: readonly (string | number | bigint)[];
  /** The least value. */
  readonly minValue?: number | bigint | string;
  /** The greatest value. */
  readonly maxValue?: number | bigint | string;
  /** The least number of characters, or of elements of a list. */
  readonly minLength?: number;
  /** The greatest number of characters, or of elements of a list. */
  readonly maxLength?: number;
  /** What the path leads to. Default: DIRECTORY. */
  readonly objectType?: 'FILE' | 'DIRECTORY';
  /** What the job does with it. Default: NONE. */
  readonly dataFlow?: 'NONE' | 'IN' | 'OUT' | 'INOUT';
  /** What each element must satisfy. */
  readonly item?: Omit<JobParameterDocument, 'name' | 'type'>;
  /** How a user interface shows the parameter. */
  readonly userInterface?: Readonly<Record<string, unknown>>;
}

/**
 * A Step (Template Schemas 3).
 *
 * @see Template Schemas 3
 */
export interface StepDocument {
  /** The name of the step, unique in the job. */
  readonly name: string;
  /** What the step does. For people only. */
  readonly description?: string;
  /** Names for expressions, each as `name = expression`, in order. A later entry can use an earlier one. Needs the extension EXPR. */
  readonly let?: readonly string[];
  /** Steps that must complete before this one starts. */
  readonly dependencies?: readonly {
    /** The name of that step. */
    readonly dependsOn: string;
  }[];
  /** Environments that sessions of this step enter after those of the job. */
  readonly stepEnvironments?: readonly EnvironmentDocument[];
  /** What a host must offer to run this step. */
  readonly hostRequirements?: {
    /** Quantities that a session reserves on its host. */
    readonly amounts?: readonly {
      /** The capability, such as `amount.worker.vcpu`, `amount.worker.memory` (MiB) or `amount.worker.gpu`. */
      readonly name: string;
      /** The least amount. Zero or more. */
      readonly min?: Numeric;
      /** The greatest amount that is of use. More than zero. */
      readonly max?: Numeric;
    }[];
    /** Attributes that the host must have. */
    readonly attributes?: readonly {
      /** The capability, such as `attr.worker.os.family` or `attr.worker.cpu.arch`. */
      readonly name: string;
      /** The host must have at least one of these values. */
      readonly anyOf?: readonly string[];
      /** The host must have all of these values. */
      readonly allOf?: readonly string[];
    }[];
  };
  /** The tasks of the step. Without it the step is one task. */
  readonly parameterSpace?: {
    /** The parameters. */
    readonly taskParameterDefinitions: readonly TaskParameterDocument[];
    /** How values combine: `A * B` is every pair, `(A, B)` is lockstep. Default: every combination. */
    readonly combination?: string;
  };
  /** What each task runs. */
  readonly script?: {
    /** Names for expressions, each as `name = expression`, in order. A later entry can use an earlier one. Needs the extension EXPR. */
    readonly let?: readonly string[];
    /** The actions. */
    readonly actions: {
      /** Run for each task. */
      readonly onRun: ActionDocument;
    };
    /** Files that are written before each action of this script. */
    readonly embeddedFiles?: readonly EmbeddedFileDocument[];
  };
  /** A Bash script that each task runs: short for `script` with an embedded file. Needs the extension FEATURE_BUNDLE_1. */
  readonly bash?: SimpleActionDocument;
  /** A Windows batch script that each task runs: short for `script` with an embedded file. Needs the extension FEATURE_BUNDLE_1. */
  readonly cmd?: SimpleActionDocument;
  /** A JavaScript (Node) script that each task runs: short for `script` with an embedded file. Needs the extension FEATURE_BUNDLE_1. */
  readonly node?: SimpleActionDocument;
  /** A PowerShell script that each task runs: short for `script` with an embedded file. Needs the extension FEATURE_BUNDLE_1. */
  readonly powershell?: SimpleActionDocument;
  /** A Python script that each task runs: short for `script` with an embedded file. Needs the extension FEATURE_BUNDLE_1. */
  readonly python?: SimpleActionDocument;
}

/**
 * A task parameter (Template Schemas 3.4.1).
 *
 * @see Template Schemas 3.4.1
 */
export interface TaskParameterDocument {
  /** The name of the task parameter: `{{Task.Param.NAME}}` is its value. */
  readonly name: string;
  /** The type of the task parameter. */
  readonly type: AnyCase<TaskParameterType>;
  /** The values: a range expression such as `1-10,20-30:2` for integers, or a list. */
  readonly range: string | readonly (string | number | bigint)[];
  /** How the values are cut into chunks. */
  readonly chunks?: {
    /** How many values one chunk takes, unless the scheduler adapts it. */
    readonly defaultTaskCount: Numeric;
    /** How long a chunk should run; a scheduler may adapt the size of chunks to it. 0: never adapt. */
    readonly targetRuntimeSeconds?: Numeric;
    /** CONTIGUOUS: each chunk is one range such as `1-10`. NONCONTIGUOUS: any range expression. */
    readonly rangeConstraint: 'CONTIGUOUS' | 'NONCONTIGUOUS';
  };
}

/**
 * An Environment (Template Schemas 4).
 *
 * @see Template Schemas 4
 */
export interface EnvironmentDocument {
  /** The name of the environment. */
  readonly name: string;
  /** What the environment does. For people only. */
  readonly description?: string;
  /** Environment variables that are set while the environment is entered. The values are format strings. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What runs when the environment is entered and left. */
  readonly script?: {
    /** Names for expressions, each as `name = expression`, in order. A later entry can use an earlier one. Needs the extension EXPR. */
    readonly let?: readonly string[];
    /** The actions. */
    readonly actions: {
      /** Run when the environment is entered. */
      readonly onEnter?: ActionDocument;
      /** Run when the environment is left. Default timeout: 300 seconds. */
      readonly onExit?: ActionDocument;
      /** Run in place of `onEnter` of the environments inside this one. Needs the extension WRAP_ACTIONS. */
      readonly onWrapEnvEnter?: ActionDocument;
      /** Run in place of `onRun` of the tasks inside this environment. Needs the extension WRAP_ACTIONS. */
      readonly onWrapTaskRun?: ActionDocument;
      /** Run in place of `onExit` of the environments inside this one. Needs the extension WRAP_ACTIONS. */
      readonly onWrapEnvExit?: ActionDocument;
    };
    /** Files that are written before each action of this script. */
    readonly embeddedFiles?: readonly EmbeddedFileDocument[];
  };
}

/**
 * An Action (Template Schemas 5).
 *
 * @see Template Schemas 5
 */
export interface ActionDocument {
  /** The program to run. A format string. */
  readonly command: string;
  /** The arguments of the command. Format strings; with EXPR a null is left out and a list is spread. */
  readonly args?: readonly string[];
  /** Seconds after which the action is canceled and has failed. */
  readonly timeout?: Numeric;
  /** How the action is canceled. Default: TERMINATE. */
  readonly cancelation?: {
    /** TERMINATE: end the process tree at once. NOTIFY_THEN_TERMINATE: signal first, and wait. */
    readonly mode: CancelationMode;
    /** Seconds between the signal and the end, for NOTIFY_THEN_TERMINATE. At most 600; default 120 for tasks, 30 otherwise. */
    readonly notifyPeriodInSeconds?: Numeric;
  };
}

/**
 * A simple action (Template Schemas 8).
 *
 * @see Template Schemas 8
 */
export interface SimpleActionDocument extends Omit<ActionDocument, 'command'> {
  /** Names for expressions, each as `name = expression`, in order. A later entry can use an earlier one. Needs the extension EXPR. */
  readonly let?: readonly string[];
  /** The text of the script. A format string. */
  readonly script: string;
}

/**
 * An embedded file (Template Schemas 6.1).
 *
 * @see Template Schemas 6.1
 */
export interface EmbeddedFileDocument {
  /** The name: `{{Task.File.NAME}}` or `{{Env.File.NAME}}` is the path of the file. */
  readonly name: string;
  /** The type: TEXT. */
  readonly type: 'TEXT';
  /** The text of the file. A format string. */
  readonly data: string;
  /** The name of the file on disk. Default: a random one. */
  readonly filename?: string;
  /** Whether the file may be executed. Default: false. */
  readonly runnable?: boolean;
  /** The line ends of the written file. AUTO: those of the host. Needs the extension FEATURE_BUNDLE_1. */
  readonly endOfLine?: 'AUTO' | 'LF' | 'CRLF';
}
