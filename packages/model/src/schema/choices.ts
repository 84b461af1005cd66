import { closestName } from '@ojd/expr';
import { quote } from '../documents/nodes.ts';
import type { ValueProblem } from './text-rules.ts';

/** The problem of a literal that is none of the choices. */
export function invalidChoice(found: string, choices: readonly string[]): ValueProblem {
  const close = closestChoice(found, choices);
  const message = `Expected one of ${choices.join(', ')}, found ${quote(found)}.`;
  return { code: 'invalid-choice', message, ...(close === undefined ? {} : { hint: `Did you mean ${close}?` }) };
}

/** The literal that was probably meant: near in spelling, or one that the text begins with, or that begins with the text. */
export function closestChoice<const Choice extends string>(
  found: string,
  choices: readonly Choice[],
): Choice | undefined {
  const upper = found.toUpperCase();
  const name = closestName(found, choices) ?? closestName(upper, choices) ?? upper;
  return (
    choices.find((choice) => choice === name || choice.toUpperCase() === upper) ??
    choices.find((choice) => upper.length > 2 && isPrefix(upper, choice.toUpperCase()))
  );
}

const isPrefix = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
