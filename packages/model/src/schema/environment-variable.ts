import { createProfile } from '../profile/profile.ts';
import { checkText, TEXT_RULES } from './text-rules.ts';

const PROFILE = createProfile();

/**
 * What is wrong with the resolved value of an environment's variable, as a sentence; undefined when nothing is. For hosts,
 * which resolve the values.
 *
 * @example
 * ```ts
 * import { environmentVariableProblem } from '@ojd/model';
 *
 * environmentVariableProblem('a'.repeat(2048)); // => undefined
 * environmentVariableProblem('a'.repeat(2049)); // => 'The value of an environment variable has at most 2048 characters, and this one has 2049.'
 * ```
 * @see Template Schemas 4.4.2
 */
export function environmentVariableProblem(value: string): string | undefined {
  return checkText(TEXT_RULES.environmentVariableValue, value, PROFILE)?.message;
}
