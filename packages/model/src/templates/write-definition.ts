import { withJson } from '../profile/with-json.ts';
import type { JobParameterDefinition } from './parameter-definitions.ts';

/** A definition that `JSON.stringify` writes as a template says it. */
export function writableDefinition<T extends JobParameterDefinition>(definition: T): T {
  // Where a template takes no text for a decimal, its number is written.
  const numbers: readonly string[] =
    definition.type === 'LIST[FLOAT]' ? ['default', 'allowedValues', 'minValue', 'maxValue', ...STEP] : STEP;
  return withJson(definition, () => written({ ...definition }, numbers, false));
}

const STEP = ['singleStepDelta'];

/** Integers become numbers where these are exact, else their text. */
function written(value: unknown, numbers: readonly string[], isNumber: boolean): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'string') return isNumber ? Number(value) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => written(item, numbers, isNumber));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, written(item, numbers, numbers.includes(key))]);
  return Object.fromEntries(entries);
}
