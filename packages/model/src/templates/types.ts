// The template world: what a decoded template holds. Fields carry the specification's names, format strings are parsed
// and unresolved. The job world (resolved values) lives in jobs/.
import type { DiagnosticPath, Expression, FormatString, SourceRange } from '@ojd/expr';
import type { JobParameterDefinition } from './parameter-definitions.ts';
import type { ExtensionName, Profile } from './profile.ts';

/**
 * The text that a template was read from, for later stages that find problems in it.
 * It holds nothing enumerable, so that a template prints and compares without it.
 */
export interface TemplateSource {
  /** The text of the document; undefined when the template was decoded from an object. */
  readonly text: string | undefined;
  /**
   * Where the value (or the key) at a path stands in the text. A path that the text does not have gives the nearest
   * enclosing value; undefined when there is no text.
   *
   * @param span offsets inside the string at that path: narrows the range to that piece, through escapes and folding.
   */
  rangeOf(
    path: DiagnosticPath,
    what: 'key' | 'value',
    span?: { readonly start: number; readonly end: number },
  ): SourceRange | undefined;
}

/** A Job Template (Template Schemas 1.1). */
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

/** An Environment Template (Template Schemas 1.2). */
export interface EnvironmentTemplate {
  readonly kind: 'environment';
  readonly specificationVersion: 'environment-2023-09';
  readonly extensions: readonly ExtensionName[];
  readonly parameterDefinitions: readonly JobParameterDefinition[];
  readonly environment: EnvironmentDefinition;
  readonly profile: Profile;
  readonly source: TemplateSource;
}

/** A Step (Template Schemas 3). A simple action of FEATURE_BUNDLE_1 is already expanded into `script`. */
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

/** One `name = expression` of a `let` list (Template Schemas 3.6, EXPR). */
export interface LetBinding {
  readonly name: string;
  readonly expression: Expression;
  /** Where the expression begins in the text of the entry. */
  readonly offset: number;
}

/** An Environment (Template Schemas 4). At least one of `variables` and `script` is present. */
export interface EnvironmentDefinition {
  readonly name: string;
  readonly description?: string;
  /** Null-prototype object: a variable may be called `__proto__`. */
  readonly variables?: Readonly<Record<string, FormatString>>;
  readonly script?: EnvironmentScriptTemplate;
}

/** The script of a Step (Template Schemas 3.5). */
export interface StepScriptTemplate {
  readonly let: readonly LetBinding[];
  readonly actions: { readonly onRun: ActionTemplate };
  readonly embeddedFiles: readonly EmbeddedFile[];
}

/** The script of an Environment (Template Schemas 4.2). */
export interface EnvironmentScriptTemplate {
  readonly let: readonly LetBinding[];
  readonly actions: EnvironmentActionsTemplate;
  readonly embeddedFiles: readonly EmbeddedFile[];
}

/** The actions of an Environment (Template Schemas 4.3). The three wrap hooks come together or not at all. */
export interface EnvironmentActionsTemplate {
  readonly onEnter?: ActionTemplate;
  readonly onExit?: ActionTemplate;
  readonly onWrapEnvEnter?: ActionTemplate;
  readonly onWrapTaskRun?: ActionTemplate;
  readonly onWrapEnvExit?: ActionTemplate;
}

/** An Action (Template Schemas 5). */
export interface ActionTemplate {
  readonly command: FormatString;
  readonly args: readonly FormatString[];
  /** Seconds, or a format string that gives them. */
  readonly timeout?: number | FormatString;
  /** Absent: `TERMINATE`. */
  readonly cancelation?: CancelationTemplate;
}

/** How an Action is canceled (Template Schemas 5.3). */
export interface CancelationTemplate {
  readonly mode: 'TERMINATE' | 'NOTIFY_THEN_TERMINATE' | FormatString;
  /** Seconds, or a format string that gives them. */
  readonly notifyPeriodInSeconds?: number | FormatString;
}

/** A file that is written before every Action of its script (Template Schemas 6.1). */
export interface EmbeddedFile {
  readonly name: string;
  readonly type: 'TEXT';
  readonly filename?: string;
  readonly data: FormatString;
  readonly runnable: boolean;
  readonly endOfLine?: 'AUTO' | 'LF' | 'CRLF';
}

/** What a host must offer to a Step (Template Schemas 3.3). */
export interface HostRequirementsTemplate {
  readonly amounts: readonly AmountRequirementTemplate[];
  readonly attributes: readonly AttributeRequirementTemplate[];
}

/** A quantity that a host must offer (Template Schemas 3.3.1). */
export interface AmountRequirementTemplate {
  readonly name: FormatString;
  readonly min?: number | FormatString;
  readonly max?: number | FormatString;
}

/** Values that an attribute of a host must have (Template Schemas 3.3.2). */
export interface AttributeRequirementTemplate {
  readonly name: FormatString;
  readonly anyOf?: readonly FormatString[];
  readonly allOf?: readonly FormatString[];
}

/** The parameter space of a Step (Template Schemas 3.4). */
export interface ParameterSpaceTemplate {
  readonly taskParameterDefinitions: readonly TaskParameterDefinition[];
  /** Absent: the product of all parameters, the last one fastest. */
  readonly combination?: CombinationNode;
}

/** The type of a task parameter. `CHUNK[INT]` needs TASK_CHUNKING. */
export type TaskParameterType = 'INT' | 'FLOAT' | 'STRING' | 'PATH' | 'CHUNK[INT]';

/** A task parameter and the values it takes (Template Schemas 3.4.1). */
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

/** How a `CHUNK[INT]` parameter is cut into chunks (Template Schemas 3.4.1.5). */
export interface ChunksTemplate {
  readonly defaultTaskCount: number | FormatString;
  /** Seconds; 0 means that the scheduler does not adapt. */
  readonly targetRuntimeSeconds?: number | FormatString;
  readonly rangeConstraint: 'CONTIGUOUS' | 'NONCONTIGUOUS';
}

/** A combination expression, parsed (Template Schemas 3.4.3). */
export type CombinationNode =
  | { readonly kind: 'name'; readonly name: string }
  /** `A * B`: every combination, the last member fastest. */
  | { readonly kind: 'product'; readonly members: readonly CombinationNode[] }
  /** `(A, B)`: in lockstep. */
  | { readonly kind: 'association'; readonly members: readonly CombinationNode[] };
