// What only the published schemas say: names to complete where others are allowed too, and keys of which one is needed,
// which the checks tell in their own words.
import { EXTENSION_NAMES } from '../profile/profile.ts';
import { STANDARD_AMOUNTS, STANDARD_ATTRIBUTES } from './capabilities.ts';
import { ENVIRONMENT_ACTIONS } from './shapes/script-shapes.ts';

const ATTRIBUTE_VALUES = Object.values(STANDARD_ATTRIBUTES).flat();

/** Strings that an editor completes, by shape and key; of a list its elements. */
export const OFFERED: Readonly<Record<string, readonly string[]>> = {
  'JobTemplate.extensions': EXTENSION_NAMES,
  'EnvironmentTemplate.extensions': EXTENSION_NAMES,
  'AmountRequirement.name': Object.keys(STANDARD_AMOUNTS),
  'AttributeRequirement.name': Object.keys(STANDARD_ATTRIBUTES),
  'AttributeRequirement.anyOf': ATTRIBUTE_VALUES,
  'AttributeRequirement.allOf': ATTRIBUTE_VALUES,
};

const each = (...keys: string[]) => keys.map((key) => ({ required: [key] }));

/** Keys of which an object has one (`oneOf`), or at least one (`anyOf`), by shape. */
export const NEEDED: Readonly<Record<string, object>> = {
  StepTemplate: { oneOf: each('script', 'bash', 'cmd', 'node', 'powershell', 'python') },
  HostRequirements: { anyOf: each('amounts', 'attributes') },
  AmountRequirement: { anyOf: each('min', 'max') },
  AttributeRequirement: { anyOf: each('anyOf', 'allOf') },
  Environment: { anyOf: each('script', 'variables') },
  EnvironmentActions: { anyOf: each(...ENVIRONMENT_ACTIONS) },
};
