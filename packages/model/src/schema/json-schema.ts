// JSON Schema from the rule table, in two editions: the published one, with everything that helps an editor, and the
// structural one, with what has to hold before a value can be looked at: types, required keys, known keys, choices.
import { NEEDED, OFFERED } from './editor-aids.ts';
import { DESCRIPTIONS } from './descriptions.ts';
import { NUMBER_RULES } from './number-rules.ts';
import type { Field, ObjectShape, Rule, VariantShape } from './rule.ts';
import type { RuleTable } from './table.ts';
import { type Limit, TEXT_RULES, type TextRule } from './text-rules.ts';
import { commonShape } from './variants.ts';

export type JsonSchema = { readonly [key: string]: unknown };
type Edition = 'published' | 'structure';

/** The values of limits that extensions raise, as raised: one schema stands for all extensions. */
const RAISED_LIMITS: Readonly<Record<string, number>> = {
  jobNameLength: 512,
  stepNameLength: 512,
  environmentNameLength: 512,
  identifierLength: 512,
  filenameLength: 256,
  jobTemplateParameters: 200,
  environmentTemplateParameters: 50,
};

const raised = (limit: Limit): number => (typeof limit === 'number' ? limit : (RAISED_LIMITS[limit] ?? 0));

const TITLES: Readonly<Record<string, string>> = {
  JobTemplate: 'A job template: the shape of a job, from which jobs are created by giving values to its parameters.',
  EnvironmentTemplate: 'An environment template: an environment that is applied to jobs from outside.',
};

/** The published schema of one root object. */
export function publishedSchema(table: RuleTable, root: string): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Open Job Description 2023-09: ${TITLES[root] ?? root}`,
    $ref: `#/definitions/${root}`,
    definitions: definitionsFor(table, [root], 'published'),
  };
}

/** The structural schema of some root objects: each is a definition. */
export function structureSchema(table: RuleTable, roots: readonly string[]): JsonSchema {
  return { definitions: definitionsFor(table, roots, 'structure') };
}

function definitionsFor(table: RuleTable, roots: readonly string[], edition: Edition): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  for (const name of reachable(table, roots)) {
    const shape = table[name];
    if (shape === undefined) throw new Error(`The rule table has no shape ${name}.`);
    definitions[name] =
      shape.kind === 'object' ? objectSchema(name, shape, edition) : variantSchema(name, shape, table, edition);
  }
  return definitions;
}

function reachable(table: RuleTable, roots: readonly string[]): string[] {
  const found = new Set(roots);
  for (const name of found) {
    const shape = table[name];
    if (shape?.kind === 'variants') for (const variant of Object.values(shape.variants)) found.add(variant.shape);
    if (shape?.kind === 'object') for (const { rule } of Object.values(shape.fields)) collect(rule, found);
  }
  return [...found];
}

function collect(rule: Rule, into: Set<string>): void {
  if (rule.kind === 'object') into.add(rule.shape);
  if (rule.kind === 'list') collect(rule.item, into);
  if (rule.kind === 'string-or-list') collect(rule.list, into);
}

function objectSchema(name: string, shape: ObjectShape, edition: Edition): JsonSchema {
  const properties: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape.fields)) {
    const schema = fieldSchema(field, descriptionOf(name, key, field), edition);
    properties[key] = edition === 'published' ? offering(schema, OFFERED[`${name}.${key}`]) : schema;
  }
  const required = Object.keys(shape.fields).filter((key) => shape.fields[key]?.required === true);
  return {
    type: 'object',
    ...(edition === 'published' ? { title: `${name} (${sectionText(shape.section)})` } : {}),
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
    ...(edition === 'published' ? NEEDED[name] : {}),
  };
}

function sectionText(section: string): string {
  return section.startsWith('RFC') ? section : `Template Schemas ${section}`;
}

/** A schema whose strings may be others too, and of which an editor completes these. */
function offering(schema: JsonSchema, values: readonly string[] | undefined): JsonSchema {
  if (values === undefined) return schema;
  const { items } = schema;
  if (items !== undefined) return { ...schema, items: offering(Object(items), values) };
  return { ...schema, anyOf: [{ enum: values }, { type: 'string' }] };
}

/** What editors show of a key. */
function descriptionOf(shape: string, key: string, { doc, extension }: Field): string {
  const needs = extension === undefined ? '' : ` Needs the extension ${extension}.`;
  return (doc ?? DESCRIPTIONS[`${shape}.${key}`] ?? DESCRIPTIONS[key] ?? '') + needs;
}

function fieldSchema(field: Field, description: string, edition: Edition): JsonSchema {
  const schema = ruleSchema(field.rule, edition);
  if (edition === 'structure') return schema;
  // Draft 7 ignores what stands beside $ref. Definitions have a title and no description: editors show this one.
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}

const TELLING = 'The type: it says which other keys there are.';

/** What all variants have alike. */
function sharedShape(shape: VariantShape, table: RuleTable): ObjectShape {
  const variants = Object.values(shape.variants).map((variant) => table[variant.shape]);
  const { fields } = commonShape(shape, table);
  const shared = Object.entries(fields).filter(
    ([key, { rule }]) =>
      key !== shape.by &&
      rule.kind !== 'ignored' &&
      variants.every((variant) => variant?.kind === 'object' && variant.fields[key] !== undefined),
  );
  return { kind: 'object', section: shape.section, fields: Object.fromEntries(shared) };
}

function variantSchema(name: string, shape: VariantShape, table: RuleTable, edition: Edition): JsonSchema {
  const names = Object.keys(shape.variants);
  const tells = shape.caseInsensitiveWithExpr ? { pattern: `^(?:${names.map(anyCase).join('|')})$` } : { enum: names };
  // Editors complete what every variant has before they know which one it is.
  const shared = edition === 'published' ? objectSchema(name, sharedShape(shape, table), edition) : {};
  const offered = edition === 'published' ? { anyOf: [{ enum: names }, tells] } : tells;
  return {
    type: 'object',
    ...(edition === 'published' ? { title: `${name} (${sectionText(shape.section)})` } : {}),
    properties: {
      ...Object(shared['properties']),
      [shape.by]: { type: 'string', ...(edition === 'published' ? { description: TELLING } : {}), ...offered },
    },
    required: [...(Array.isArray(shared['required']) ? shared['required'] : []), shape.by],
    allOf: Object.entries(shape.variants).map(([literal, variant]) => ({
      if: {
        type: 'object',
        properties: { [shape.by]: { type: 'string', pattern: `^${anyCase(literal)}$` } },
        required: [shape.by],
      },
      // The shape of a variant says its own literal, in capitals: what tells was checked above, in any case.
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: { $ref: `#/definitions/${variant.shape}` },
    })),
  };
}

/** A regular expression for a name in any case: `INT` as `[Ii][Nn][Tt]`. */
function anyCase(name: string): string {
  return name.replaceAll(/[A-Z]|[^A-Z_]/g, (letter) =>
    /[A-Z]/.test(letter) ? `[${letter}${letter.toLowerCase()}]` : `\\${letter}`,
  );
}

function ruleSchema(rule: Rule, edition: Edition): JsonSchema {
  switch (rule.kind) {
    case 'text':
      return { type: 'string', ...(edition === 'published' ? textSchema(TEXT_RULES[rule.text]) : {}) };
    case 'format-string':
      // Lengths and patterns hold after resolution, so only an empty string can be refused here.
      return {
        type: 'string',
        ...(edition === 'published' ? minLength(TEXT_RULES[rule.text]) : {}),
        ...(edition === 'published' && rule.whole === true ? { pattern: '^\\{\\{' } : {}),
      };
    case 'number':
      return numberSchema(rule, edition);
    case 'boolean':
      return { type: 'boolean' };
    case 'loose-boolean':
      return {
        type: ['boolean', 'number', 'string'],
        ...(edition === 'published'
          ? {
              anyOf: [
                { type: 'boolean' },
                { enum: [0, 1] },
                {
                  pattern:
                    '^(?:[Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Oo][Nn]|1|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]|[Oo][Ff][Ff]|0)$',
                  type: 'string',
                },
              ],
            }
          : {}),
      };
    case 'choice':
      if (rule.formatString === undefined)
        return { type: 'string', ...(rule.choices.length > 0 ? { enum: rule.choices } : {}) };
      return {
        type: 'string',
        ...(edition === 'published' ? { anyOf: [{ enum: rule.choices }, { pattern: '\\{\\{' }] } : {}),
      };
    case 'list':
      return {
        type: 'array',
        items: ruleSchema(rule.item, edition),
        ...(edition === 'published' && rule.min !== undefined ? { minItems: rule.min } : {}),
        ...(edition === 'published' && rule.max !== undefined ? { maxItems: raised(rule.max) } : {}),
      };
    case 'map':
      return {
        type: 'object',
        additionalProperties: ruleSchema(rule.value, edition),
        ...(edition === 'published' && rule.min !== undefined ? { minProperties: rule.min } : {}),
        ...(edition === 'published' ? { propertyNames: textSchema(TEXT_RULES[rule.key]) } : {}),
      };
    case 'object':
      return { $ref: `#/definitions/${rule.shape}` };
    case 'string-or-list': {
      const { type: _string, ...string } = ruleSchema(rule.string, edition);
      const { type: _list, ...list } = ruleSchema(rule.list, edition);
      return { type: ['string', 'array'], ...string, ...list };
    }
    case 'ignored':
      return {};
  }
}

function minLength(rule: TextRule): JsonSchema {
  return rule.minLength === undefined ? {} : { minLength: rule.minLength };
}

function textSchema(rule: TextRule): JsonSchema {
  return {
    ...minLength(rule),
    ...(rule.maxLength === undefined ? {} : { maxLength: raised(rule.maxLength) }),
    ...(rule.pattern === undefined || rule.pattern.matches.flags.includes('i')
      ? {}
      : { pattern: rule.pattern.matches.source }),
  };
}

function numberSchema(rule: Rule & { kind: 'number' }, edition: Edition): JsonSchema {
  const { integer, min, max, exclusiveMin } = NUMBER_RULES[rule.number];
  const type = edition === 'published' && integer ? 'integer' : 'number';
  const types = rule.asString === undefined ? type : [type, 'string'];
  if (edition === 'structure') return { type: types };
  return {
    type: types,
    ...(min === undefined ? {} : { [exclusiveMin === true ? 'exclusiveMinimum' : 'minimum']: Number(min) }),
    ...(max === undefined ? {} : { maximum: Number(max) }),
  };
}
