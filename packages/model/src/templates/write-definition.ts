import { withJson } from '../profile/with-json.ts';
import { ExactNumber } from './exact-number.ts';
import type { JobParameterDefinition } from './parameter-definitions.ts';

/** A definition that `JSON.stringify` writes as a template says it. */
export function writableDefinition<T extends JobParameterDefinition>(definition: T): T {
  // Where a template takes no text for a number, the number is written.
  const bare = /^LIST.*(?:INT|FLOAT)/.test(definition.type) ? [...BOUNDS, STEP] : [STEP];
  return withJson(definition, () => written({ ...definition }, bare, false));
}

const STEP = 'singleStepDelta';
const BOUNDS = ['default', 'allowedValues', 'minValue', 'maxValue'];

function written(value: unknown, bareKeys: readonly string[], isBare: boolean): unknown {
  if (typeof value === 'bigint' || (typeof value === 'string' && isBare)) {
    const text = String(value);
    if (isBare) return new ExactNumber(text);
    return Number.isSafeInteger(Number(value)) ? Number(value) : text;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => written(item, bareKeys, isBare));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, written(item, bareKeys, bareKeys.includes(key))]);
  return Object.fromEntries(entries);
}
