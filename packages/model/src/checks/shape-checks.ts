import * as parameters from './parameter-checks.ts';
import type { ShapeCheck } from './shape-check.ts';
import * as steps from './step-checks.ts';
import * as templates from './template-checks.ts';
import * as interfaces from './user-interface-checks.ts';

// Bounds come before the values that are measured by them: a conclusion from a broken value is dropped.
const text = [parameters.lengthBoundsInOrder, ...parameters.textValues, interfaces.controlFits];
const numbers = [parameters.valueBoundsInOrder, ...parameters.numberValues, interfaces.controlFits];
const list = [parameters.lengthBoundsInOrder, parameters.listLengthInBounds];

/** Rules about several values of one object, by shape: the part of the rule table that is not about single values. */
export const SHAPE_CHECKS: Readonly<Record<string, readonly ShapeCheck[]>> = {
  JobTemplate: [
    templates.uniqueParameters,
    templates.uniqueSteps,
    templates.uniqueEnvironments,
    templates.knownDependencies,
    templates.uniqueDependencies,
    templates.noDependencyCycles,
    templates.oneWrappingEnvironment,
  ],
  EnvironmentTemplate: [templates.uniqueParameters],
  StepTemplate: [templates.oneStepAction],
  StepScript: [templates.uniqueFiles, templates.uniqueFilenames],
  Environment: [templates.environmentNotEmpty],
  EnvironmentScript: [templates.uniqueFiles, templates.uniqueFilenames],
  EnvironmentActions: [templates.environmentHasAction, templates.wrapHooksComplete],
  Cancelation: [templates.notifyPeriodFits],
  WrapCancelation: [templates.notifyPeriodFits],

  HostRequirements: [
    steps.requirementsNotEmpty,
    steps.requirementsNotTooMany,
    steps.uniqueAmounts,
    steps.uniqueAttributes,
  ],
  AmountRequirement: [steps.amountNotEmpty, steps.capabilityNotReserved('amount'), steps.amountBoundsInOrder],
  AttributeRequirement: [steps.attributeNotEmpty, steps.capabilityNotReserved('attr'), steps.standardAttributeValues],
  StepParameterSpace: [
    templates.uniqueTaskParameters,
    steps.oneChunkParameter,
    steps.combinationFits,
    steps.associationLengths,
    steps.noChunkInAssociation,
  ],

  STRING_Parameter: [...text, interfaces.checkBoxPair],
  PATH_Parameter: [...text, interfaces.controlFields],
  INT_Parameter: [...numbers, interfaces.controlFields],
  FLOAT_Parameter: [...numbers, interfaces.controlFields],
  RANGE_EXPR_Parameter: [parameters.lengthBoundsInOrder, parameters.rangeDefault, parameters.rangeDefaultLength],
  LIST_STRING_Parameter: [...list, parameters.textItems],
  LIST_PATH_Parameter: [...list, parameters.textItems, interfaces.controlFields],
  LIST_INT_Parameter: [...list, parameters.numberItems, interfaces.controlFields],
  LIST_FLOAT_Parameter: [...list, parameters.numberItems, interfaces.controlFields],
  LIST_BOOL_Parameter: list,
  LIST_LIST_INT_Parameter: [...list, parameters.intListItems],
  TextItem: [parameters.lengthBoundsInOrder, parameters.itemAllowedInBounds('length')],
  IntItem: [parameters.valueBoundsInOrder, parameters.itemAllowedInBounds('value')],
  FloatItem: [parameters.valueBoundsInOrder, parameters.itemAllowedInBounds('value')],
  IntListItem: [parameters.lengthBoundsInOrder],
};
