import type { FormatString, SymbolTable } from '@ojd/expr';
import type { JobParameterValues } from '../parameters/types.ts';
import type { StepParameterSpace } from '../spaces/types.ts';
import type { Profile } from '../profile/profile.ts';
import type { Cancelation, EnvironmentHooks, Script } from '../templates/script-types.ts';

// The job world: what creation resolved. A format string that is still one is resolved on the host.

/**
 * What creation defined beyond the job parameters, for the host to build on.
 *
 * @see Template Schemas 7.3.1
 */
export interface CreationScope {
  /** The Step that this belongs to; absent for job environments and environment templates. */
  readonly stepName?: string;
  /** Absent for environment templates: they do not know their job. */
  readonly jobName?: string;
  /** With EXPR: `Job.Name`, `Step.Name` and the names that the Step's `let` binds. The job parameters are not in it. */
  readonly symbols: SymbolTable;
}

/**
 * A job: a template with the values of its parameters.
 *
 * @see How Jobs Are Constructed: Job Structure
 */
export interface Job {
  readonly name: string;
  readonly description?: string;
  readonly parameters: JobParameterValues;
  readonly jobEnvironments: readonly Environment[];
  readonly steps: readonly Step[];
  readonly profile: Profile;
}

/**
 * A Step of a job (Template Schemas 3).
 *
 * @see Template Schemas 3
 */
export interface Step {
  readonly name: string;
  readonly description?: string;
  /** Names of the Steps that must complete first. */
  readonly dependencies: readonly string[];
  readonly stepEnvironments: readonly Environment[];
  readonly hostRequirements?: HostRequirements;
  /** Absent: the Step is one Task. */
  readonly parameterSpace?: StepParameterSpace;
  readonly script: StepScript;
  readonly scope: CreationScope;
  readonly profile: Profile;
}

/**
 * An Environment of a job, or one from an environment template (Template Schemas 4).
 *
 * @see Template Schemas 4
 */
export interface Environment {
  readonly name: string;
  readonly description?: string;
  /** An object without prototype. */
  readonly variables?: Readonly<Record<string, FormatString>>;
  readonly script?: EnvironmentScript;
  readonly scope: CreationScope;
  readonly profile: Profile;
}

/**
 * The script of a Step (Template Schemas 3.5).
 *
 * @see Template Schemas 3.5
 */
export type StepScript = Script<{ readonly onRun: Action }>;

/**
 * The script of an Environment (Template Schemas 4.2).
 *
 * @see Template Schemas 4.2
 */
export type EnvironmentScript = Script<EnvironmentActions>;

/**
 * The Actions of an Environment (Template Schemas 4.3). The three wrap hooks come together or not at all.
 *
 * @see Template Schemas 4.3
 */
export type EnvironmentActions = EnvironmentHooks<Action>;

/**
 * A command to run (Template Schemas 5).
 *
 * @see Template Schemas 5
 */
export interface Action {
  readonly command: FormatString;
  readonly args: readonly FormatString[];
  /** Absent: the default of the kind of Action. A format string only in a wrap hook: what it wraps is known on the host. */
  readonly timeoutSeconds?: number | FormatString;
  /** Absent: `TERMINATE`. */
  readonly cancelation?: Cancelation;
}

/**
 * What a host must offer (Template Schemas 3.3).
 *
 * @see Template Schemas 3.3
 */
export interface HostRequirements {
  readonly amounts: readonly AmountRequirement[];
  readonly attributes: readonly AttributeRequirement[];
}

/**
 * A quantity that a Session reserves on its host.
 *
 * @see Template Schemas 3.3.1
 */
export interface AmountRequirement {
  /** As written; names are compared without regard to case. */
  readonly name: string;
  /** A decimal as written: `2.50`. */
  readonly min?: string;
  /** A decimal as written. */
  readonly max?: string;
}

/**
 * Values that an attribute of the host must have; compared without regard to case.
 *
 * @see Template Schemas 3.3.2
 */
export interface AttributeRequirement {
  readonly name: string;
  readonly anyOf?: readonly string[];
  readonly allOf?: readonly string[];
}
