// Job parameter definitions (Template Schemas 2). One discriminated union on `type`. Where a double would lose something,
// numbers are kept exactly: integers as bigint, decimals as the text that the author wrote.

/**
 * The types of job parameters. All but the first four need EXPR.
 *
 * @see Template Schemas 2
 */
export const JOB_PARAMETER_TYPES = [
  'STRING',
  'PATH',
  'INT',
  'FLOAT',
  'BOOL',
  'RANGE_EXPR',
  'LIST[STRING]',
  'LIST[PATH]',
  'LIST[INT]',
  'LIST[FLOAT]',
  'LIST[BOOL]',
  'LIST[LIST[INT]]',
] as const;

/**
 * The type of a job parameter, in its canonical spelling.
 *
 * @see Template Schemas 2
 */
export type JobParameterType = (typeof JOB_PARAMETER_TYPES)[number];

/**
 * What every `userInterface` may say (Template Schemas 2.6).
 *
 * @see Template Schemas 2.6
 */
export interface UserInterface<Control extends string> {
  readonly control?: Control;
  readonly label?: string;
  readonly groupLabel?: string;
}

/**
 * A named file type of a file chooser (Template Schemas 2.7).
 *
 * @see Template Schemas 2.7
 */
export interface FileFilter {
  readonly label: string;
  readonly patterns: readonly string[];
}

interface DefinitionBase<Type extends JobParameterType, Default> {
  readonly name: string;
  readonly type: Type;
  readonly description?: string;
  /** Absent: a value must be supplied. */
  readonly default?: Default;
}

interface TextConstraints {
  readonly allowedValues?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface IntConstraints {
  readonly allowedValues?: readonly bigint[];
  readonly minValue?: bigint;
  readonly maxValue?: bigint;
}

/** Decimals as written: `3.500` stays `3.500`. */
interface FloatConstraints {
  readonly allowedValues?: readonly string[];
  readonly minValue?: string;
  readonly maxValue?: string;
}

/** Number of elements of a list. */
interface ListLengths {
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What a path leads to and what the job does with it (Template Schemas 2.2). */
interface PathHints {
  /** Default `DIRECTORY`. */
  readonly objectType?: 'FILE' | 'DIRECTORY';
  /** Default `NONE`. */
  readonly dataFlow?: 'NONE' | 'IN' | 'OUT' | 'INOUT';
}

interface FileChooser {
  readonly fileFilters?: readonly FileFilter[];
  readonly fileFilterDefault?: FileFilter;
}

interface IntStepper {
  readonly singleStepDelta?: bigint;
}

interface FloatStepper {
  readonly decimals?: number;
  /** As written. */
  readonly singleStepDelta?: string;
}

/**
 * Template Schemas 2.1.
 *
 * @see Template Schemas 2.1
 */
export interface StringParameterDefinition extends DefinitionBase<'STRING', string>, TextConstraints {
  readonly userInterface?: UserInterface<'LINE_EDIT' | 'MULTILINE_EDIT' | 'DROPDOWN_LIST' | 'CHECK_BOX' | 'HIDDEN'>;
}

/**
 * Template Schemas 2.2.
 *
 * @see Template Schemas 2.2
 */
export interface PathParameterDefinition extends DefinitionBase<'PATH', string>, TextConstraints, PathHints {
  readonly userInterface?: UserInterface<
    'CHOOSE_INPUT_FILE' | 'CHOOSE_OUTPUT_FILE' | 'CHOOSE_DIRECTORY' | 'DROPDOWN_LIST' | 'HIDDEN'
  > &
    FileChooser;
}

/**
 * Template Schemas 2.3.
 *
 * @see Template Schemas 2.3
 */
export interface IntParameterDefinition extends DefinitionBase<'INT', bigint>, IntConstraints {
  readonly userInterface?: UserInterface<'SPIN_BOX' | 'DROPDOWN_LIST' | 'HIDDEN'> & IntStepper;
}

/**
 * Template Schemas 2.4. The default is kept as written.
 *
 * @see Template Schemas 2.4
 */
export interface FloatParameterDefinition extends DefinitionBase<'FLOAT', string>, FloatConstraints {
  readonly userInterface?: UserInterface<'SPIN_BOX' | 'DROPDOWN_LIST' | 'HIDDEN'> & FloatStepper;
}

/**
 * Template Schemas 2.9 (EXPR).
 *
 * @see Template Schemas 2.9
 */
export interface BoolParameterDefinition extends DefinitionBase<'BOOL', boolean> {
  readonly userInterface?: UserInterface<'CHECK_BOX' | 'HIDDEN'>;
}

/**
 * Template Schemas 2.10 (EXPR). The lengths bound the text of the range expression.
 *
 * @see Template Schemas 2.10
 */
export interface RangeExprParameterDefinition extends DefinitionBase<'RANGE_EXPR', string> {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly userInterface?: UserInterface<'LINE_EDIT' | 'HIDDEN'>;
}

/**
 * Template Schemas 2.11 (EXPR).
 *
 * @see Template Schemas 2.11
 */
export interface ListStringParameterDefinition extends DefinitionBase<'LIST[STRING]', readonly string[]>, ListLengths {
  readonly item?: TextConstraints;
  readonly userInterface?: UserInterface<'LINE_EDIT_LIST' | 'HIDDEN'>;
}

/**
 * Template Schemas 2.12 (EXPR).
 *
 * @see Template Schemas 2.12
 */
export interface ListPathParameterDefinition
  extends DefinitionBase<'LIST[PATH]', readonly string[]>, ListLengths, PathHints {
  readonly item?: TextConstraints;
  readonly userInterface?: UserInterface<
    'CHOOSE_INPUT_FILE_LIST' | 'CHOOSE_OUTPUT_FILE_LIST' | 'CHOOSE_DIRECTORY_LIST' | 'HIDDEN'
  > &
    FileChooser;
}

/**
 * Template Schemas 2.13 (EXPR).
 *
 * @see Template Schemas 2.13
 */
export interface ListIntParameterDefinition extends DefinitionBase<'LIST[INT]', readonly bigint[]>, ListLengths {
  readonly item?: IntConstraints;
  readonly userInterface?: UserInterface<'SPIN_BOX_LIST' | 'HIDDEN'> & IntStepper;
}

/**
 * Template Schemas 2.14 (EXPR).
 *
 * @see Template Schemas 2.14
 */
export interface ListFloatParameterDefinition extends DefinitionBase<'LIST[FLOAT]', readonly string[]>, ListLengths {
  readonly item?: FloatConstraints;
  readonly userInterface?: UserInterface<'SPIN_BOX_LIST' | 'HIDDEN'> & FloatStepper;
}

/**
 * Template Schemas 2.15 (EXPR).
 *
 * @see Template Schemas 2.15
 */
export interface ListBoolParameterDefinition extends DefinitionBase<'LIST[BOOL]', readonly boolean[]>, ListLengths {
  readonly userInterface?: UserInterface<'CHECK_BOX_LIST' | 'HIDDEN'>;
}

/**
 * Template Schemas 2.16 (EXPR).
 *
 * @see Template Schemas 2.16
 */
export interface ListListIntParameterDefinition
  extends DefinitionBase<'LIST[LIST[INT]]', readonly (readonly bigint[])[]>, ListLengths {
  readonly item?: ListLengths & { readonly item?: IntConstraints };
  readonly userInterface?: UserInterface<'HIDDEN'>;
}

/**
 * A job parameter (Template Schemas 2), discriminated by `type`.
 *
 * @see Template Schemas 2
 */
export type JobParameterDefinition =
  | StringParameterDefinition
  | PathParameterDefinition
  | IntParameterDefinition
  | FloatParameterDefinition
  | BoolParameterDefinition
  | RangeExprParameterDefinition
  | ListStringParameterDefinition
  | ListPathParameterDefinition
  | ListIntParameterDefinition
  | ListFloatParameterDefinition
  | ListBoolParameterDefinition
  | ListListIntParameterDefinition;
