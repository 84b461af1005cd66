// The capabilities of hosts that the specification defines (Template Schemas 3.3.1.1, 3.3.2.1).
import { closestName } from '@ojd/expr';
import { quote } from '../documents/nodes.ts';
import type { Profile } from '../profile/profile.ts';
import { closestChoice } from './choices.ts';
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

/** What other programs call the values of standard attributes. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  darwin: 'macos',
  osx: 'macos',
  'mac os x': 'macos',
  win: 'windows',
  win32: 'windows',
  win64: 'windows',
  x64: 'x86_64',
  amd64: 'x86_64',
  aarch64: 'arm64',
};

/** What is wrong with a value that is asked of a standard attribute. Also for values after resolution. */
export function standardValueProblem(name: string, value: string): ValueProblem | undefined {
  const known = standardValues(name);
  const lower = value.toLowerCase();
  if (known === undefined || known.some((other) => other === lower)) return undefined;
  const meant = Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : closestChoice(lower, known);
  const message = `${name} is never ${quote(value)}. It is one of ${known.join(', ')}.`;
  const hint = known.find((other) => other === meant);
  return { code: 'attribute-value-unknown', message, ...(hint === undefined ? {} : { hint: `Did you mean ${hint}?` }) };
}

/**
 * What is wrong with asking for several values of a standard attribute at once. Also for values after resolution.
 *
 * @param certain how many of the values are sure to be there: with EXPR, an expression may drop its own.
 */
export function severalValuesProblem(name: string, list: 'anyOf' | 'allOf', certain: number): ValueProblem | undefined {
  if (list === 'anyOf' || certain < 2 || standardValues(name) === undefined) return undefined;
  const message = `${name} has one value on each host, and allOf asks for ${certain}.`;
  return { code: 'attribute-single-valued', message, hint: 'Use anyOf.' };
}

function standardValues(name: string): readonly string[] | undefined {
  return Object.entries(STANDARD_ATTRIBUTES).find(([standard]) => standard === name.toLowerCase())?.[1];
}
