import type { Shape } from './rule.ts';
import { PARAMETER_SHAPES } from './shapes/parameter-shapes.ts';
import { SCRIPT_SHAPES } from './shapes/script-shapes.ts';
import { STEP_SHAPES } from './shapes/step-shapes.ts';
import { TEMPLATE_SHAPES } from './shapes/template-shapes.ts';

/** A rule table: every object of the specification, by name. */
export type RuleTable = Readonly<Record<string, Shape>>;

/**
 * Every object of revision 2023-09 with all extensions. The JSON Schema, the checks of values and the documentation of
 * fields come from here.
 */
export const RULE_TABLE: RuleTable = {
  ...TEMPLATE_SHAPES,
  ...PARAMETER_SHAPES,
  ...STEP_SHAPES,
  ...SCRIPT_SHAPES,
};
