import * as parameters from './parameter-checks.ts';
import type { ShapeCheck } from './shape-check.ts';
import * as steps from './step-checks.ts';
import * as templates from './template-checks.ts';

const text = [...parameters.textValues, parameters.lengthBoundsInOrder, parameters.controlFits];
const numbers = [...parameters.numberValues, parameters.valueBoundsInOrder, parameters.controlFits];
const list = [parameters.listLengthInBounds, parameters.lengthBoundsInOrder];

/** Rules about several values of one object, by shape: the part of the rule table that is not about single values. */
export const SHAPE_CHECKS: Readonly<Record<string, readonly ShapeCheck[]>> = {
  JobTemplate: [
    templates.uniqueParameters,
    templates.uniqueSteps,
    templates.uniqueEnvironments,
    templates.knownDependencies,
    templates.noDependencyCycles,
    templates.oneWrappingEnvironment,
  ],
  EnvironmentTemplate: [templates.uniqueParameters],
  StepTemplate: [templates.uniqueDependencies, templates.oneStepAction],
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

  STRING_Parameter: [...text, parameters.checkBoxPair],
  PATH_Parameter: [...text, parameters.controlFields],
  INT_Parameter: [...numbers, parameters.controlFields],
  FLOAT_Parameter: [...numbers, parameters.controlFields],
  RANGE_EXPR_Parameter: [parameters.rangeDefault, parameters.rangeDefaultLength, parameters.lengthBoundsInOrder],
  LIST_STRING_Parameter: [...list, parameters.textItems],
  LIST_PATH_Parameter: [...list, parameters.textItems, parameters.controlFields],
  LIST_INT_Parameter: [...list, parameters.numberItems, parameters.controlFields],
  LIST_FLOAT_Parameter: [...list, parameters.numberItems, parameters.controlFields],
  LIST_BOOL_Parameter: list,
  LIST_LIST_INT_Parameter: [...list, parameters.intListItems],
  TextItem: [parameters.lengthBoundsInOrder, parameters.itemAllowedInBounds('length')],
  IntItem: [parameters.valueBoundsInOrder, parameters.itemAllowedInBounds('value')],
  FloatItem: [parameters.valueBoundsInOrder, parameters.itemAllowedInBounds('value')],
  IntListItem: [parameters.lengthBoundsInOrder],
};
