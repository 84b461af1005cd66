import { ExactNumber } from './exact-number.ts';
import type { JobParameterDefinition } from './parameter-definitions.ts';
import type { EnvironmentTemplate, JobTemplate } from './types.ts';

/**
 * A template, or parameter definitions, as JSON text that decodes to the same again. Numbers keep all their digits in every engine;
 * `JSON.stringify` can do so since Node 21, and before that it drops zeros at the end (`2.50`) and throws rather than round.
 *
 * @example
 * ```ts
 * const template = decodeJobTemplate(`
 * specificationVersion: jobtemplate-2023-09
 * extensions: [EXPR]
 * name: Film
 * parameterDefinitions: [{ name: Seeds, type: "LIST[INT]", default: [9007199254740993] }]
 * steps: [{ name: Render, script: { actions: { onRun: { command: render } } } }]
 * `);
 * const text = stringifyTemplate(template);
 * text.includes('"default":[9007199254740993]'); // => true
 * decodeJobTemplate(text).parameterDefinitions[0]?.default; // => [9007199254740993n]
 * ```
 * @see Template Schemas 1
 */
export function stringifyTemplate(
  value: JobTemplate | EnvironmentTemplate | JobParameterDefinition | readonly JobParameterDefinition[],
): string {
  return written(value);
}

function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof ExactNumber) return value.json;
  if ('toJSON' in value && typeof value.toJSON === 'function') return written(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${written(item)}`).join()}}`;
}
