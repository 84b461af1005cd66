// Rule sets that lack one rule each. Whoever runs them learns whether the tests would notice.
import { RULES, type RuleSet } from '../../src/templates/decode.ts';
import type { NumberRule } from '../../src/schema/number-rules.ts';
import type { Field, ObjectShape, Rule, Shape } from '../../src/schema/rule.ts';
import type { TextRule } from '../../src/schema/text-rules.ts';
import { childOf, type DocumentNode } from '../../src/documents/nodes.ts';
import { readObject } from '../../src/documents/read-object.ts';
import { DEFAULT_DOCUMENT_LIMITS } from '../../src/documents/limits.ts';
import type { StructureError, StructureValidator } from '../../src/schema/validator.ts';
import { shapeOf } from '../../src/schema/variants.ts';

export interface Mutant {
  /** Which rule is missing: `StepTemplate.name: required`. */
  readonly id: string;
  readonly rules: RuleSet;
  /** Whether the rule is about structure: then the structural cases are asked. */
  readonly structural: boolean;
  /** A word of the problems that the rule reports, so that the likely cases are asked first. */
  readonly word: string;
}

/** What a text or number rule reports without one of its properties. */
const WORDS: Readonly<Record<string, string>> = {
  minLength: 'string-too-short',
  maxLength: 'string-too-long',
  forbids: 'string-forbidden',
  pattern: 'invalid-',
  min: 'number-too-small',
  exclusiveMin: 'number-too-small',
  max: 'number-too-large',
  integer: 'invalid-integer',
};

/** The rules, and besides what each shape check reports while they are followed: its id by shape. */
export function recordingRules(record: (check: string) => void): RuleSet {
  const shapeChecks = Object.entries(RULES.shapeChecks).map(([shape, checks]) => [
    shape,
    checks.map((check) => ({
      ...check,
      run: (...[node, path, walk]: Parameters<typeof check.run>) => {
        const before = walk.report.diagnostics.length;
        check.run(node, path, walk);
        if (walk.report.diagnostics.length > before) record(`${shape}: ${check.id}`);
      },
    })),
  ]);
  return { ...RULES, shapeChecks: Object.fromEntries(shapeChecks) };
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
  const keys: readonly (keyof TextRule)[] = ['minLength', 'maxLength', 'forbids', 'pattern'];
  return Object.entries(RULES.textRules).flatMap(([name, rule]) =>
    keys
      .filter((key) => rule[key] !== undefined)
      .map((key) => ({
        id: `text ${name}: ${key}`,
        word: WORDS[key] ?? '',
        structural: false,
        rules: { ...RULES, textRules: { ...RULES.textRules, [name]: without(rule, key) } },
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
        word: WORDS[key] ?? '',
        structural: false,
        rules: {
          ...RULES,
          numberRules: {
            ...RULES.numberRules,
            [name]: key === 'integer' ? { ...rule, integer: false } : without(rule, key),
          },
        },
      })),
  );
}

function shapeCheckMutants(): Mutant[] {
  return Object.entries(RULES.shapeChecks).flatMap(([shape, checks]) =>
    checks.map((check) => ({
      id: `${shape}: ${check.id}`,
      word: '',
      structural: false,
      rules: {
        ...RULES,
        shapeChecks: { ...RULES.shapeChecks, [shape]: checks.filter((other) => other !== check) },
      },
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
  // The version says which table holds, so it is checked before the table is: what the table says of it is for editors.
  const fields = Object.entries(shape.fields).filter(([key]) => key !== 'specificationVersion');
  return fields.flatMap(([key, field]) =>
    fieldMutants(field).flatMap(([what, mutated, structural]) => {
      const mutatedFields = { ...shape.fields, [key]: mutated };
      // Inside a simple action the extension that a string needs is declared: the action itself needs it.
      if (name === 'SimpleAction' && what === 'string') return [];
      const change = { shape: name, key, what: what === 'required' ? what : 'value' } as const;
      return tableMutant(
        `${name}.${key}: ${what}`,
        name,
        { ...shape, fields: mutatedFields },
        structural ? change : undefined,
      );
    }),
  );
}

/** A table that differs in one field. A structural difference is one in what the compiled schema reports. */
function tableMutant(id: string, name: string, shape: Shape, change?: StructureChange): Mutant {
  const key = change?.key ?? (id.split(/[.:]/)[1] ?? '').trim();
  const structure =
    change === undefined
      ? RULES.structure
      : {
          job: silenced(RULES.structure.job, 'JobTemplate', change),
          environment: silenced(RULES.structure.environment, 'EnvironmentTemplate', change),
        };
  return {
    id,
    word: key,
    structural: change !== undefined,
    rules: { ...RULES, table: { ...RULES.table, [name]: shape }, structure },
  };
}

/** Structural errors that a schema without one rule would not report. */
interface StructureChange {
  readonly shape: string;
  readonly key: string;
  /** The absence of the key, or whatever is at or below it. */
  readonly what: 'required' | 'value';
}

/** The compiled schema, without what a schema without one rule would not report. Compiling each takes minutes. */
function silenced(validate: StructureValidator, root: string, change: StructureChange): StructureValidator {
  const validator: StructureValidator = (data) => {
    if (validate(data)) return true;
    const document = readObject(data as object, DEFAULT_DOCUMENT_LIMITS).root;
    const errors = (validate.errors ?? []).filter((error) => !isAbout(error, document, root, change));
    validator.errors = errors;
    return errors.length === 0;
  };
  return validator;
}

function isAbout(
  error: StructureError,
  document: DocumentNode | undefined,
  root: string,
  change: StructureChange,
): boolean {
  const keys = error.instancePath.split('/').slice(1);
  if (error.params.additionalProperty !== undefined) keys.push(error.params.additionalProperty);
  const fields = fieldsAlong(keys, document, root);
  if (change.what === 'value') return fields.some(([shape, key]) => shape === change.shape && key === change.key);
  const absent = error.params.missingProperty;
  return (
    absent === change.key &&
    fieldsAlong([...keys, absent], document, root).some(([shape, key]) => shape === change.shape && key === change.key)
  );
}

/** The shape and key of every object on the way to a place. */
function fieldsAlong(keys: readonly string[], document: DocumentNode | undefined, root: string): [string, string][] {
  const found: [string, string][] = [];
  let node = document;
  let rule: Rule = { kind: 'object', shape: root };
  for (const key of keys) {
    if (rule.kind === 'string-or-list') rule = rule.list;
    if (rule.kind === 'list') rule = rule.item;
    else if (rule.kind === 'object') {
      const shape = shapeOf(RULES.table, rule.shape, node);
      const name = Object.keys(RULES.table).find((other) => RULES.table[other] === shape) ?? '';
      found.push([name, key]);
      rule = shape?.kind === 'object' ? (shape.fields[key]?.rule ?? { kind: 'ignored' }) : { kind: 'ignored' };
    } else if (rule.kind === 'map') rule = rule.value;
    node = childOf(node, node?.kind === 'list' ? Number(key) : key);
  }
  return found;
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
      if (rule.whole === true) found.push(['whole', without(rule, 'whole'), false]);
      break;
    case 'number':
      if (rule.number !== 'float') found.push(['number', { ...rule, number: 'float' }, false]);
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
