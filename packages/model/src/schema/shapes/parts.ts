import type { NumberRuleName } from '../number-rules.ts';
import type { Field, ObjectShape, Rule, ScopeName, Stage } from '../rule.ts';
import type { TargetName } from '../targets.ts';
import type { TextRuleName } from '../text-rules.ts';

// Short spellings for the table.
export const text = (name: TextRuleName): Rule => ({ kind: 'text', text: name });
export const format = (name: TextRuleName, stage: Stage, target: TargetName): Rule => ({
  kind: 'format-string',
  text: name,
  stage,
  target,
});
export const number = (name: NumberRuleName): Rule => ({ kind: 'number', number: name });
export const object = (name: string): Rule => ({ kind: 'object', shape: name });
export const choice = (...choices: string[]): Rule => ({ kind: 'choice', choices });
export const list = (
  item: Rule,
  min: number,
  max?: number | 'jobTemplateParameters' | 'environmentTemplateParameters',
): Rule => ({
  kind: 'list',
  item,
  min,
  ...(max === undefined ? {} : { max }),
});

export const required = (rule: Rule, doc: string): Field => ({ rule, required: true, doc });
/** Its sentence is one of the `DESCRIPTIONS`. */
export const optional = (rule: Rule): Field => ({ rule });

export function shape(section: string, fields: Record<string, Field>, scope?: ScopeName): ObjectShape {
  return { kind: 'object', section, fields, ...(scope === undefined ? {} : { scope }) };
}

/** `let` (3.6): its entries are checked with the scope that they bind names in. */
export const LET: Field = {
  rule: { kind: 'list', item: { kind: 'text', text: 'any' }, min: 1, max: 50 },
  extension: 'EXPR',
};
