// What a number may be, field by field. The same rules hold for literals in a template and for values after resolution.
import { compareDecimals, integerOfDecimal, isDecimal, parseInteger } from '../documents/numbers.ts';
import { quote } from '../documents/nodes.ts';
import { capital } from '../diagnostics/sentence.ts';
import type { ValueProblem } from './text-rules.ts';

export interface NumberRule {
  readonly noun: string;
  readonly section: string;
  readonly integer: boolean;
  /** Least value, as text: decimals are compared exactly. */
  readonly min?: string;
  /** The least value itself is refused. */
  readonly exclusiveMin?: boolean;
  readonly max?: string;
}

export type NumberRuleName =
  | 'int'
  | 'float'
  | 'length'
  | 'rangeLength'
  | 'decimals'
  | 'intStep'
  | 'floatStep'
  | 'amountMin'
  | 'amountMax'
  | 'defaultTaskCount'
  | 'targetRuntime'
  | 'timeout'
  | 'notifyPeriod';

/** Every number of the specification that has rules, by name. */
export const NUMBER_RULES: Readonly<Record<NumberRuleName, NumberRule>> = {
  int: { noun: 'an INT value', section: '2.3', integer: true },
  float: { noun: 'a FLOAT value', section: '2.4', integer: false },
  length: { noun: 'a length', section: '2.1', integer: true, min: '0' },
  rangeLength: { noun: 'the length of a range expression', section: '2.10', integer: true, min: '1' },
  decimals: { noun: 'a number of decimals', section: '2.4', integer: true, min: '0' },
  intStep: { noun: 'a step', section: '2.3', integer: true, min: '1' },
  floatStep: { noun: 'a step', section: '2.4', integer: false, min: '0', exclusiveMin: true },
  amountMin: { noun: 'the least amount', section: '3.3.1', integer: false, min: '0' },
  amountMax: { noun: 'the greatest amount', section: '3.3.1', integer: false, min: '0', exclusiveMin: true },
  defaultTaskCount: { noun: 'a task count', section: '3.4.1.5', integer: true, min: '1' },
  targetRuntime: { noun: 'a target runtime in seconds', section: '3.4.1.5', integer: true, min: '0' },
  timeout: { noun: 'a timeout in seconds', section: '5', integer: true, min: '1' },
  notifyPeriod: { noun: 'a notify period in seconds', section: '5.3.2', integer: true, min: '1', max: '600' },
};

/** The longest text of a RANGE_EXPR where its definition does not say (2.10). */
export const DEFAULT_RANGE_LENGTH = 1024;

export const INT64_MIN: bigint = -(2n ** 63n);
export const INT64_MAX: bigint = 2n ** 63n - 1n;

/**
 * The first rule that the text of a number breaks; undefined when it keeps all of them. Also for values after
 * resolution.
 *
 * @param kind - JSON and YAML have one type of numbers, so that `1e3` is an integer; a string is one in digits alone (2.3).
 */
export function checkNumber(rule: NumberRule, text: string, kind: 'number' | 'string'): ValueProblem | undefined {
  const written = text.trim();
  if (!isDecimal(written)) return notANumber(rule, text);
  if (rule.integer && kind === 'string' && parseInteger(written) === undefined) {
    const digits = integerOfDecimal(written);
    const problem = notANumber(rule, text);
    return digits === undefined ? problem : { ...problem, hint: `Write ${digits}.` };
  }
  if (rule.integer) {
    const value = integerOfDecimal(written);
    // Not exact: a fraction, or too large to look at.
    if (value === undefined) return Number.isInteger(Number(written)) ? overflow(rule, text) : notANumber(rule, text);
    if (value < INT64_MIN || value > INT64_MAX) return overflow(rule, text);
  }
  const { min, max } = rule;
  // A decimal that no 64-bit float tells from its bound is that bound: 1e-400 is 0.
  const isBound = rule.exclusiveMin === true && Number(written) === Number(min);
  if (isBound || (min !== undefined && compareDecimals(written, min) < 0)) {
    const least = rule.exclusiveMin === true ? `greater than ${min}` : `at least ${min}`;
    return { code: 'number-too-small', message: `${capital(rule.noun)} is ${least}, and this one is ${written}.` };
  }
  if (max !== undefined && compareDecimals(written, max) > 0) {
    return {
      code: 'number-too-large',
      message: `${capital(rule.noun)} is at most ${max}, and this one is ${written}.`,
    };
  }
  return undefined;
}

function notANumber(rule: NumberRule, text: string): ValueProblem {
  const [code, expected] = rule.integer
    ? (['invalid-integer', 'a base-10 integer'] as const)
    : (['invalid-number', 'a finite base-10 number'] as const);
  const hint = WITH_UNIT.test(text) ? { hint: 'Write the number alone, without a unit.' } : {};
  return { code, message: `${quote(text)} is not ${rule.noun}. Expected ${expected}.`, ...hint };
}

/** `5m`, `4 GB`. */
const WITH_UNIT = /^[-+]?\d+(?:\.\d+)? ?[A-Za-z%]{1,8}$/;

function overflow(rule: NumberRule, text: string): ValueProblem {
  const message = `${quote(text)} does not fit ${rule.noun}: integers have 64 bits (${INT64_MIN} to ${INT64_MAX}).`;
  return { code: 'integer-overflow', message };
}
