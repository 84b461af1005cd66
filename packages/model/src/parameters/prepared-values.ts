import type { JobParameterDefinition, JobParameterType } from '../templates/parameter-definitions.ts';
import type { Findings } from '../diagnostics/findings.ts';
import type { RangeLimit } from '../documents/range-pieces.ts';
import { checkValue } from './check-value.ts';
import { checkedConstraintsOf } from './definition-constraints.ts';
import { describe, readValue } from './read-value.ts';
import { SHAPES } from './shapes.ts';
import type { CanonicalValue, JobParameterValues } from './types.ts';

const HINT = 'Pass what preprocessJobParameters returns: it reads every value, and fills in the defaults.';

/**
 * Whether every parameter of a template has a value in the form that `preprocessJobParameters` gives it, within its
 * bounds. Callers in JavaScript pass raw inputs by mistake, or values of another template; what comes after relies on both.
 */
export function checkPrepared(
  definitions: readonly JobParameterDefinition[],
  parameters: JobParameterValues,
  findings: Findings,
): boolean {
  const before = findings.diagnostics.length;
  for (const [index, definition] of definitions.entries()) {
    const { name, type } = definition;
    const path = ['parameterDefinitions', index, 'name'];
    const given: unknown = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (given === undefined) {
      const message = `Job parameter ${name} (${type}) has no value.`;
      findings.add({ code: 'parameter-missing', path, message, hint: HINT });
      continue;
    }
    const fault = faultOf(given, type);
    if (fault !== undefined) {
      const message = `Job parameter ${name} (${type}): expected ${fault.expected}, found ${fault.found}.`;
      findings.add({ code: 'parameter-value-type', path, message, hint: HINT });
      continue;
    }
    // Those of the template itself: bounds of environment templates were looked at when the value was prepared.
    const value = parameters[name]?.value ?? '';
    const violations = checkValue(SHAPES[type], checkedConstraintsOf(definition), value);
    for (const { code, at, bound, expected, found } of violations) {
      const item = at.map((position) => `[${position}]`).join('');
      const message = `Job parameter ${name}${item}: expected ${expected}, found ${found}.`;
      findings.add({ code, path: ['parameterDefinitions', index, ...bound], message, hint: HINT });
    }
  }
  return findings.diagnostics.length === before;
}

function faultOf(given: unknown, type: JobParameterType): { expected: string; found: string } | undefined {
  if (typeof given !== 'object' || given === null || !('type' in given) || !('value' in given)) {
    return { expected: 'an object of type and value', found: describe(given) };
  }
  if (given.type !== type) return { expected: `the type ${type}`, found: describe(given.type) };
  const { value } = given;
  if (isCanonical(type, value, { maxRangePieces: Infinity })) return undefined;
  return { expected: 'the canonical text of a value', found: describe(value) };
}

/** Whether a value has the form that preparing gives it: what is canonical already is read as itself. */
export function isCanonical(type: JobParameterType, value: unknown, limits: RangeLimit): boolean {
  const reading =
    typeof value === 'string' || Array.isArray(value) ? readValue(SHAPES[type], value, limits) : undefined;
  return reading?.ok === true && isSame(reading.value, value);
}

function isSame(canonical: CanonicalValue, value: unknown): boolean {
  if (typeof canonical === 'string') return canonical === value;
  return (
    Array.isArray(value) &&
    value.length === canonical.length &&
    canonical.every((item, index) => isSame(item, value[index]))
  );
}
