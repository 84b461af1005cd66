/** The revision of the Open Job Description specification that this package implements. */
export const SPECIFICATION_REVISION = '2023-09';

export type { CombinationNode } from './combinations/combination.ts';
export type { DiagnosticCode } from './diagnostics/codes.ts';
export type { TemplateSource } from './diagnostics/template-source.ts';
// What a diagnostic is made of can be named without a dependency on the package it comes from.
export type { DiagnosticPath, RelatedLocation, SourcePosition, SourceRange } from '@ojd/expr';
export type { ModelDiagnostic, Outcome } from './diagnostics/diagnostic.ts';
export { ModelError } from './diagnostics/model-error.ts';
export { type CodeFrameOptions, renderCodeFrame } from './diagnostics/render-code-frame.ts';
export { renderJson } from './diagnostics/render-json.ts';
export { pathText, renderPlain } from './diagnostics/render-plain.ts';
export { type FileDiagnostics, type SarifLog, toSarif } from './diagnostics/render-sarif.ts';
export { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from './documents/limits.ts';
export { type DataValue, readData, type ReadDataOptions } from './documents/read-data.ts';
export type { DocumentInput } from './documents/read-document.ts';
export { STANDARD_AMOUNTS, STANDARD_ATTRIBUTES } from './schema/capabilities.ts';
export {
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  type DecodeOptions,
  decodeTemplate,
  safeDecodeEnvironmentTemplate,
  safeDecodeJobTemplate,
  safeDecodeTemplate,
} from './templates/decode.ts';
export {
  type BoolParameterDefinition,
  type FileFilter,
  type FloatParameterDefinition,
  type IntParameterDefinition,
  JOB_PARAMETER_TYPES,
  type JobParameterDefinition,
  type JobParameterType,
  type ListBoolParameterDefinition,
  type ListFloatParameterDefinition,
  type ListIntParameterDefinition,
  type ListListIntParameterDefinition,
  type ListPathParameterDefinition,
  type ListStringParameterDefinition,
  type PathParameterDefinition,
  type RangeExprParameterDefinition,
  type StringParameterDefinition,
  type UserInterface,
} from './templates/parameter-definitions.ts';
export {
  createProfile,
  EXTENSION_NAMES,
  type ExtensionName,
  type Profile,
  type ProfileLimits,
} from './profile/profile.ts';
export { stringifyTemplate } from './templates/stringify-template.ts';
export type { Cancelation, EmbeddedFile, LetBinding } from './templates/script-types.ts';
export type {
  ActionTemplate,
  AmountRequirementTemplate,
  AttributeRequirementTemplate,
  CancelationTemplate,
  ChunksTemplate,
  EnvironmentActionsTemplate,
  EnvironmentDefinition,
  EnvironmentScriptTemplate,
  EnvironmentTemplate,
  HostRequirementsTemplate,
  JobTemplate,
  ParameterSpaceTemplate,
  StepScriptTemplate,
  StepTemplate,
  TaskParameterDefinition,
  TaskParameterType,
} from './templates/types.ts';
export {
  createEnvironment,
  createJob,
  type CreateEnvironmentOptions,
  type CreateLimits,
  type CreateOptions,
  safeCreateEnvironment,
  safeCreateJob,
} from './jobs/create-job.ts';
export { decodeEnvironment, decodeJob, safeDecodeEnvironment, safeDecodeJob } from './jobs/decode/decode-job.ts';
export { environmentVariableProblem } from './schema/environment-variable.ts';
export { StepDependencyGraph } from './jobs/step-dependency-graph.ts';
export type {
  Action,
  AmountRequirement,
  AttributeRequirement,
  CreationScope,
  Environment,
  EnvironmentActions,
  EnvironmentScript,
  HostRequirements,
  Job,
  Step,
  StepScript,
} from './jobs/types.ts';
export { defineEnvironmentTemplate } from './literals/define-environment-template.ts';
export { defineJobTemplate } from './literals/define-job-template.ts';
export type { InputsOfLiteral } from './literals/parameter-inputs.ts';
export type { Mistake } from './diagnostics/mistake.ts';
export type { ParameterNames } from './literals/known-names.ts';
export type { CheckedReferences } from './literals/references.ts';
export type {
  ActionDocument,
  EmbeddedFileDocument,
  EnvironmentDocument,
  EnvironmentTemplateDocument,
  JobParameterDocument,
  JobTemplateDocument,
  SimpleActionDocument,
  StepDocument,
  TaskParameterDocument,
} from './literals/template-document.ts';
export type { AnyInputs, CheckedInputs, JobParameterInputs, TypedJobTemplate } from './parameters/inputs.ts';
export {
  mergeJobParameterDefinitions,
  safeMergeJobParameterDefinitions,
  type TemplatesToMerge,
} from './parameters/merge.ts';
export { type HostScope, parameterSymbols, type SymbolScope } from './parameters/parameter-symbols.ts';
export {
  preprocessJobParameters,
  type PreprocessOptions,
  safePreprocessJobParameters,
} from './parameters/preprocess.ts';
export type {
  JobParameterInput,
  JobParameterValue,
  JobParameterValues,
  ScalarParameterType,
} from './parameters/types.ts';
export { StepParameterSpaceIterator } from './spaces/step-parameter-space-iterator.ts';
export { taskSymbols, type TaskScope } from './spaces/task-symbols.ts';
export type {
  ResolvedChunks,
  ResolvedTaskParameter,
  StepParameterSpace,
  TaskParameterSet,
  TaskParameterValue,
} from './spaces/types.ts';
