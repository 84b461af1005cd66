import { shown } from './check-given.ts';
import { SessionError } from './session-error.ts';

/**
 * The one rule of durations: a finite number of milliseconds. What is left out has no limit; NaN, which an unset variable easily becomes, and text would
 * compare as false with everything and so end an action as soon as it starts, or never.
 */
export function checkDuration(name: string, value: unknown, least: 'from 0' | 'above 0' = 'from 0'): void {
  if (value === undefined) return;
  if (typeof value === 'number' && Number.isFinite(value) && (least === 'from 0' ? value >= 0 : value > 0)) return;
  throw new SessionError(
    'invalid-option',
    `${name} must be a finite number of milliseconds ${least}; got ${shown(value)}. Leave it out for no limit.`,
  );
}
