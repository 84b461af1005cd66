/** The revision of the Open Job Description specification that this package implements. */
export const SPECIFICATION_REVISION = '2023-09';

export type { DiagnosticCode } from './diagnostics/codes.ts';
export type { ModelDiagnostic, Outcome } from './diagnostics/diagnostic.ts';
export { ModelError } from './diagnostics/model-error.ts';
export { renderCodeFrame } from './diagnostics/render-code-frame.ts';
export { pathText, renderPlain } from './diagnostics/render-plain.ts';
export { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from './documents/limits.ts';
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
} from './templates/profile.ts';
export type {
  ActionTemplate,
  AmountRequirementTemplate,
  AttributeRequirementTemplate,
  CancelationTemplate,
  ChunksTemplate,
  CombinationNode,
  EmbeddedFile,
  EnvironmentActionsTemplate,
  EnvironmentDefinition,
  EnvironmentScriptTemplate,
  EnvironmentTemplate,
  HostRequirementsTemplate,
  JobTemplate,
  LetBinding,
  ParameterSpaceTemplate,
  StepScriptTemplate,
  StepTemplate,
  TaskParameterDefinition,
  TaskParameterType,
  TemplateSource,
} from './templates/types.ts';
