// The template world: what a decoded template holds. Fields carry the specification's names, format strings are parsed
// and unresolved. The job world (resolved values) lives in jobs/.
import type { FormatString } from '@ojd/expr';
import type { CombinationNode } from '../combinations/combination.ts';
import type { TemplateSource } from '../diagnostics/template-source.ts';
import type { JobParameterDefinition } from './parameter-definitions.ts';
import type { Cancelation, EnvironmentHooks, LetBinding, Script } from './script-types.ts';
import type { ExtensionName, Profile } from '../profile/profile.ts';

/**
 * A Job Template (Template Schemas 1.1).
 *
 * @see Template Schemas 1.1
 */
export interface JobTemplate {
  readonly kind: 'job';
  readonly specificationVersion: 'jobtemplate-2023-09';
  readonly extensions: readonly ExtensionName[];
  readonly name: FormatString;
  readonly description?: string;
  readonly parameterDefinitions: readonly JobParameterDefinition[];
  readonly jobEnvironments: readonly EnvironmentDefinition[];
  readonly steps: readonly StepTemplate[];
  readonly profile: Profile;
  readonly source: TemplateSource;
}

/**
 * An Environment Template (Template Schemas 1.2).
 *
 * @see Template Schemas 1.2
 */
export interface EnvironmentTemplate {
  readonly kind: 'environment';
  readonly specificationVersion: 'environment-2023-09';
  readonly extensions: readonly ExtensionName[];
  readonly parameterDefinitions: readonly JobParameterDefinition[];
  readonly environment: EnvironmentDefinition;
  readonly profile: Profile;
  readonly source: TemplateSource;
}

/**
 * A Step (Template Schemas 3). A simple action of FEATURE_BUNDLE_1 is already expanded into `script`.
 *
 * @see Template Schemas 3
 */
export interface StepTemplate {
  readonly name: string;
  readonly description?: string;
  readonly let: readonly LetBinding[];
  /** Names of the Steps that must complete first. */
  readonly dependencies: readonly string[];
  readonly stepEnvironments: readonly EnvironmentDefinition[];
  readonly hostRequirements?: HostRequirementsTemplate;
  /** Absent: the Step is one Task. */
  readonly parameterSpace?: ParameterSpaceTemplate;
  readonly script: StepScriptTemplate;
}

/**
 * An Environment (Template Schemas 4). At least one of `variables` and `script` is present.
 *
 * @see Template Schemas 4
 */
export interface EnvironmentDefinition {
  readonly name: string;
  readonly description?: string;
  /** Null-prototype object: a variable may be called `__proto__`. */
  readonly variables?: Readonly<Record<string, FormatString>>;
  readonly script?: EnvironmentScriptTemplate;
}

/**
 * The script of a Step (Template Schemas 3.5).
 *
 * @see Template Schemas 3.5
 */
export type StepScriptTemplate = Script<{ readonly onRun: ActionTemplate }>;

/**
 * The script of an Environment (Template Schemas 4.2).
 *
 * @see Template Schemas 4.2
 */
export type EnvironmentScriptTemplate = Script<EnvironmentActionsTemplate>;

/**
 * The actions of an Environment (Template Schemas 4.3). The three wrap hooks come together or not at all.
 *
 * @see Template Schemas 4.3
 */
export type EnvironmentActionsTemplate = EnvironmentHooks<ActionTemplate>;

/**
 * An Action (Template Schemas 5).
 *
 * @see Template Schemas 5
 */
export interface ActionTemplate {
  readonly command: FormatString;
  readonly args: readonly FormatString[];
  /** Seconds, or a format string that gives them. */
  readonly timeout?: number | FormatString;
  /** Absent: `TERMINATE`. */
  readonly cancelation?: CancelationTemplate;
}

/**
 * How an Action is canceled (Template Schemas 5.3), before the job is created.
 *
 * @see Template Schemas 5.3
 */
export type CancelationTemplate = Cancelation;

/**
 * What a host must offer to a Step (Template Schemas 3.3).
 *
 * @see Template Schemas 3.3
 */
export interface HostRequirementsTemplate {
  readonly amounts: readonly AmountRequirementTemplate[];
  readonly attributes: readonly AttributeRequirementTemplate[];
}

/**
 * A quantity that a host must offer (Template Schemas 3.3.1).
 *
 * @see Template Schemas 3.3.1
 */
export interface AmountRequirementTemplate {
  readonly name: FormatString;
  /** A decimal as written, or a format string that gives it. */
  readonly min?: string | FormatString;
  /** A decimal as written, or a format string that gives it. */
  readonly max?: string | FormatString;
}

/**
 * Values that an attribute of a host must have (Template Schemas 3.3.2).
 *
 * @see Template Schemas 3.3.2
 */
export interface AttributeRequirementTemplate {
  readonly name: FormatString;
  readonly anyOf?: readonly FormatString[];
  readonly allOf?: readonly FormatString[];
}

/**
 * The parameter space of a Step (Template Schemas 3.4).
 *
 * @see Template Schemas 3.4
 */
export interface ParameterSpaceTemplate {
  readonly taskParameterDefinitions: readonly TaskParameterDefinition[];
  /** Absent: the product of all parameters, the last one fastest. */
  readonly combination?: CombinationNode;
}

/**
 * The type of a task parameter. `CHUNK[INT]` needs TASK_CHUNKING.
 *
 * @see Template Schemas 3.4.1
 */
export type TaskParameterType = 'INT' | 'FLOAT' | 'STRING' | 'PATH' | 'CHUNK[INT]';

/**
 * A task parameter and the values it takes (Template Schemas 3.4.1).
 *
 * @see Template Schemas 3.4.1
 */
export interface TaskParameterDefinition {
  readonly name: string;
  readonly type: TaskParameterType;
  /**
   * One format string (a range expression, or with EXPR an expression that gives a list), or a list of elements.
   * An element without `{{ }}` is plain text: canonical digits for INT, the number as written for FLOAT.
   */
  readonly range: FormatString | readonly (FormatString | string)[];
  /** Present exactly when the type is `CHUNK[INT]`. */
  readonly chunks?: ChunksTemplate;
}

/**
 * How a `CHUNK[INT]` parameter is cut into chunks (Template Schemas 3.4.1.5).
 *
 * @see Template Schemas 3.4.1.5
 */
export interface ChunksTemplate {
  readonly defaultTaskCount: number | FormatString;
  /** Seconds; 0 means that the scheduler does not adapt. */
  readonly targetRuntimeSeconds?: number | FormatString;
  readonly rangeConstraint: 'CONTIGUOUS' | 'NONCONTIGUOUS';
}
