// The capabilities of hosts that the specification defines (Template Schemas 3.3.1.1, 3.3.2.1).
import { closestName } from '@ojd/expr';
import { quote } from '../documents/nodes.ts';
import type { Profile } from '../profile/profile.ts';
import type { ValueProblem } from './text-rules.ts';

/**
 * The standard amounts and the least amount of each that every host has.
 *
 * @see Template Schemas 3.3.1.2
 */
export const STANDARD_AMOUNTS = {
  'amount.worker.vcpu': 1,
  'amount.worker.memory': 0,
  'amount.worker.gpu': 0,
  'amount.worker.gpu.memory': 0,
  'amount.worker.disk.scratch': 0,
} as const;

/** What an amount asks for that says neither `min` nor `max` once its expressions have given null (3.3.1). */
export function defaultLeastAmount(name: string): number {
  return Object.entries(STANDARD_AMOUNTS).find(([standard]) => standard === name.toLowerCase())?.[1] ?? 0;
}

/**
 * The standard attributes and the values that each can have: one of them on each host.
 *
 * @see Template Schemas 3.3.2.3
 */
export const STANDARD_ATTRIBUTES = {
  'attr.worker.os.family': ['linux', 'windows', 'macos'],
  'attr.worker.cpu.arch': ['x86_64', 'arm64'],
} as const;

const RESERVED: ReadonlySet<string> = new Set(['worker', 'job', 'step', 'task']);

/** What is wrong with the name of a capability that has the right form. Also for names after resolution. */
export function capabilityProblem(
  kind: 'amount' | 'attr',
  name: string,
  { limits }: Profile,
): ValueProblem | undefined {
  const long = name.split(/[.:]/).find((identifier) => identifier.length > limits.identifierLength);
  if (long !== undefined) {
    const message = `${quote(long)} in the name of a capability has ${long.length} characters, and an identifier has at most ${limits.identifierLength}.`;
    return { code: 'capability-name', message };
  }
  const standard = Object.keys(kind === 'amount' ? STANDARD_AMOUNTS : STANDARD_ATTRIBUTES);
  const lower = name.toLowerCase();
  // A vendor in front changes nothing: the word after the kind is reserved, and standard names have no vendor.
  const scope = new RegExp(`^(?:[^:]*:)?${kind}\\.([^.]+)`).exec(lower)?.[1];
  if (scope === undefined || !RESERVED.has(scope) || standard.includes(lower)) return undefined;
  const close = closestName(lower, standard);
  const hint = close === undefined ? `Standard names: ${standard.join(', ')}.` : `Did you mean ${quote(close)}?`;
  const message = `${quote(name)}: names that begin with "${kind}.${scope}." are reserved, and this is none of the standard ones.`;
  return { code: 'capability-reserved', message, hint };
}

/**
 * What is wrong with the values that are asked of a standard attribute. Values that hold an expression are passed over.
 * Also for values after resolution.
 *
 * @param certain how many of the values are sure to be there: with EXPR, an expression may drop its own.
 */
export function attributeProblems(
  name: string,
  list: 'anyOf' | 'allOf',
  values: readonly string[],
  certain: number,
): readonly (ValueProblem & { readonly index?: number })[] {
  const [, known] = Object.entries(STANDARD_ATTRIBUTES).find(([standard]) => standard === name.toLowerCase()) ?? [];
  if (known === undefined) return [];
  const unknown = values.flatMap((value, index) => {
    if (value === '' || value.includes('{{') || known.some((other) => other === value.toLowerCase())) return [];
    const message = `${name} is never ${quote(value)}. It is one of ${known.join(', ')}.`;
    return [{ code: 'attribute-value-unknown', message, index } as const];
  });
  if (list === 'anyOf' || certain < 2) return unknown;
  const message = `${name} has one value on each host, and allOf asks for ${certain}.`;
  return [...unknown, { code: 'attribute-single-valued', message, hint: 'Use anyOf.' } as const];
}
