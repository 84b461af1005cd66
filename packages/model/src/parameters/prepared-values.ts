import type { JobParameterDefinition } from '../templates/parameter-definitions.ts';
import type { Findings } from '../diagnostics/findings.ts';
import { describe, readValue } from './read-value.ts';
import { SHAPES } from './shapes.ts';
import type { JobParameterValues } from './types.ts';

const HINT = 'Pass what preprocessJobParameters returns: it reads every value, and fills in the defaults.';

/**
 * Whether every parameter of a template has a value in the form that `preprocessJobParameters` gives it. Callers in
 * JavaScript pass raw inputs by mistake; what comes after relies on exact texts.
 */
export function checkPrepared(
  definitions: readonly JobParameterDefinition[],
  parameters: JobParameterValues,
  findings: Findings,
): boolean {
  const before = findings.diagnostics.length;
  for (const [index, { name, type }] of definitions.entries()) {
    const path = ['parameterDefinitions', index, 'name'];
    const given: unknown = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (given === undefined) {
      const message = `Job parameter ${name} (${type}) has no value.`;
      findings.add({ code: 'parameter-missing', path, message, hint: HINT });
      continue;
    }
    const fault = faultOf(given, type);
    if (fault === undefined) continue;
    const message = `Job parameter ${name} (${type}): expected ${fault.expected}, found ${fault.found}.`;
    findings.add({ code: 'parameter-value-type', path, message, hint: HINT });
  }
  return findings.diagnostics.length === before;
}

function faultOf(
  given: unknown,
  type: JobParameterDefinition['type'],
): { expected: string; found: string } | undefined {
  if (typeof given !== 'object' || given === null || !('type' in given) || !('value' in given)) {
    return { expected: 'an object of type and value', found: describe(given) };
  }
  if (given.type !== type) return { expected: `the type ${type}`, found: describe(given.type) };
  const { value } = given;
  // What is canonical already is read as itself.
  const reading = typeof value === 'string' || Array.isArray(value) ? readValue(SHAPES[type], value) : undefined;
  if (reading?.ok === true && JSON.stringify(reading.value) === JSON.stringify(value)) return undefined;
  return { expected: 'the canonical text of a value', found: describe(value) };
}
