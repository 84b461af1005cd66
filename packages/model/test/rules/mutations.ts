// Rule sets that lack one rule each. Whoever runs them learns whether the tests would notice.
import { RULES, type RuleSet } from '../../src/templates/decode.ts';
import type { NumberRule } from '../../src/schema/number-rules.ts';
import type { Field, ObjectShape, Rule, Shape } from '../../src/schema/rule.ts';
import type { TextRule } from '../../src/schema/text-rules.ts';
import { compileStructure } from '../schema/compile-structure.ts';

export interface Mutant {
  /** Which rule is missing: `StepTemplate.name: required`. */
  readonly id: string;
  /** Made when it is needed: some compile a schema. */
  rules(): RuleSet;
}

/** Every rule set that lacks one rule. */
export function mutants(): Mutant[] {
  return [...textMutants(), ...numberMutants(), ...shapeCheckMutants(), ...shapeMutants()];
}

function without<T extends object>(object: T, key: keyof T): T {
  const copy = { ...object };
  delete copy[key];
  return copy;
}

/** One mutant for each property of each rule that restricts something. */
function textMutants(): Mutant[] {
  const keys: readonly (keyof TextRule)[] = ['minLength', 'maxLength', 'forbids', 'forbidsWithExpr', 'pattern'];
  return Object.entries(RULES.textRules).flatMap(([name, rule]) =>
    keys
      .filter((key) => rule[key] !== undefined)
      .map((key) => ({
        id: `text ${name}: ${key}`,
        rules: () => ({ ...RULES, textRules: { ...RULES.textRules, [name]: without(rule, key) } }),
      })),
  );
}

function numberMutants(): Mutant[] {
  const keys: readonly (keyof NumberRule)[] = ['integer', 'min', 'exclusiveMin', 'max'];
  return Object.entries(RULES.numberRules).flatMap(([name, rule]) =>
    keys
      .filter((key) => rule[key] !== undefined && rule[key] !== false)
      .map((key) => ({
        id: `number ${name}: ${key}`,
        rules: () => ({
          ...RULES,
          numberRules: {
            ...RULES.numberRules,
            [name]: key === 'integer' ? { ...rule, integer: false } : without(rule, key),
          },
        }),
      })),
  );
}

function shapeCheckMutants(): Mutant[] {
  return Object.entries(RULES.shapeChecks).flatMap(([shape, checks]) =>
    checks.map((check) => ({
      id: `${shape}: ${check.id}`,
      rules: () => ({
        ...RULES,
        shapeChecks: { ...RULES.shapeChecks, [shape]: checks.filter((other) => other !== check) },
      }),
    })),
  );
}

function shapeMutants(): Mutant[] {
  return Object.entries(RULES.table).flatMap(([name, shape]) =>
    shape.kind === 'variants' ? variantMutants(name, shape) : objectMutants(name, shape),
  );
}

function variantMutants(name: string, shape: Shape & { kind: 'variants' }): Mutant[] {
  return Object.entries(shape.variants).flatMap(([variant, { shape: of, extension }]) =>
    extension === undefined
      ? []
      : [
          tableMutant(`${name} ${variant}: extension`, name, {
            ...shape,
            variants: { ...shape.variants, [variant]: { shape: of } },
          }),
        ],
  );
}

function objectMutants(name: string, shape: ObjectShape): Mutant[] {
  return Object.entries(shape.fields).flatMap(([key, field]) =>
    fieldMutants(field).map(([what, mutated, structural]) =>
      tableMutant(
        `${name}.${key}: ${what}`,
        name,
        { ...shape, fields: { ...shape.fields, [key]: mutated } },
        structural,
      ),
    ),
  );
}

function tableMutant(id: string, name: string, shape: Shape, structural = false): Mutant {
  const table = { ...RULES.table, [name]: shape };
  return {
    id,
    rules: () => ({
      ...RULES,
      table,
      ...(structural
        ? {
            structure: {
              job: compileStructure(table, 'JobTemplate'),
              environment: compileStructure(table, 'EnvironmentTemplate'),
            },
          }
        : {}),
    }),
  };
}

type FieldMutant = readonly [what: string, field: Field, structural: boolean];

function fieldMutants(field: Field): FieldMutant[] {
  return [
    ...(field.extension === undefined ? [] : [['extension', without(field, 'extension'), false] as const]),
    ...(field.required === undefined ? [] : [['required', without(field, 'required'), true] as const]),
    ...ruleMutants(field.rule).map(([what, rule, structural]) => [what, { ...field, rule }, structural] as const),
  ];
}

type RuleMutant = readonly [what: string, rule: Rule, structural: boolean];

function ruleMutants(rule: Rule): RuleMutant[] {
  const found: RuleMutant[] = rule.kind === 'ignored' ? [] : [['type', { kind: 'ignored' }, true]];
  switch (rule.kind) {
    case 'list':
      if (rule.min !== undefined && rule.min > 0) found.push(['min', without(rule, 'min'), false]);
      if (rule.max !== undefined) found.push(['max', without(rule, 'max'), false]);
      found.push(
        ...ruleMutants(rule.item).map(
          ([what, item, structural]) => [`item ${what}`, { ...rule, item }, structural] as const,
        ),
      );
      break;
    case 'map':
      found.push(['min', without(rule, 'min'), false]);
      found.push(['key', { ...rule, key: 'any' }, false]);
      found.push(
        ...ruleMutants(rule.value).map(
          ([what, value, structural]) => [`value ${what}`, { ...rule, value }, structural] as const,
        ),
      );
      break;
    case 'choice':
      if (rule.formatString === undefined) found.push(['choices', { kind: 'text', text: 'any' }, true]);
      break;
    case 'text':
      if (rule.text !== 'any') found.push(['text', { kind: 'text', text: 'any' }, false]);
      break;
    case 'format-string':
      found.push(['expressions', { kind: 'text', text: rule.text }, false]);
      break;
    case 'number':
      found.push(['number', { ...rule, number: 'float' }, false]);
      if (rule.asString !== undefined && rule.asString !== 'always')
        found.push(['string', { ...rule, asString: 'always' }, false]);
      break;
    case 'string-or-list':
      if (rule.stringNeeds !== undefined) found.push(['extension of the string', without(rule, 'stringNeeds'), false]);
      found.push(
        ...ruleMutants(rule.string)
          .filter(([, , structural]) => !structural)
          .map(([what, string]) => [`string ${what}`, { ...rule, string }, false] as const),
      );
      found.push(
        ...ruleMutants(rule.list)
          .filter(([what]) => what !== 'type')
          .map(([what, list, structural]) => [`list ${what}`, { ...rule, list }, structural] as const),
      );
      break;
    default:
  }
  return found;
}
