import { SessionError } from './session-error.ts';

// What a caller gives is checked where it is given: later, it would be an action that fails for no visible reason, or a session that never ends.

/** Throws a SessionError if what is to be run is missing: `job.steps[0]` of a job without steps, for example. */
export function checkGiven(name: string, expected: string, value: unknown): asserts value is object {
  if (!isObject(value)) refuse(name, expected, value);
}

export function checkText(name: string, value: unknown): void {
  if (value !== undefined && (typeof value !== 'string' || value === ''))
    refuse(name, 'a string of at least one character', value);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function refuse(name: string, expected: string, found: unknown): never {
  throw new SessionError('invalid-option', `${name} must be ${expected}; got ${shown(found)}.`);
}

/** A text or number as it is, of anything larger only what it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return 'a list';
  if (isObject(value))
    return value.constructor?.name === 'Object' ? 'an object' : `an object of ${value.constructor?.name ?? 'no class'}`;
  return typeof value === 'function' ? 'a function' : String(value);
}
