import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { publishedSchema } from '../../src/schema/json-schema.ts';
import { RULE_TABLE } from '../../src/schema/table.ts';
import { RULE_CASES } from '../rules/rule-cases.ts';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from '../rules/samples.ts';
import { structureModule } from './compile-structure.ts';

// These files come from the rule table. `npx vitest run --project model -u` writes them.
test('the compiled validators are those of the rule table', async () => {
  await expect(structureModule(RULE_TABLE)).toMatchFileSnapshot('../../src/schema/generated/structure-validators.ts');
});

test.each([
  ['JobTemplate', 'job-template'],
  ['EnvironmentTemplate', 'environment-template'],
])('the published JSON Schema of %s is that of the rule table', async (root, file) => {
  const schema = JSON.stringify(publishedSchema(RULE_TABLE, root), null, 2);
  await expect(`${schema}\n`).toMatchFileSnapshot(`../../schema/${file}.schema.json`);
});

const ROOTS: Readonly<Record<string, string>> = {
  'jobtemplate-2023-09': 'JobTemplate',
  'environment-2023-09': 'EnvironmentTemplate',
};

// An editor that follows the schema must not complain about what is right; what needs more than a schema it cannot see.
test('the published JSON Schema accepts every template that is accepted', () => {
  const ajv = new Ajv({ allowUnionTypes: true });
  const validators = new Map(
    Object.values(ROOTS).map((root) => [root, ajv.compile(publishedSchema(RULE_TABLE, root))]),
  );
  const valid = [
    JOB_SAMPLE,
    ENVIRONMENT_SAMPLE,
    ...RULE_CASES.filter(({ problems }) => problems.length === 0).map(({ template }) => template),
  ];
  expect(valid.length).toBeGreaterThan(80);
  for (const template of valid) {
    // JSON has no bigint, and no undefined.
    const plain = JSON.parse(
      JSON.stringify(template, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    ) as { specificationVersion: string };
    const validate = validators.get(ROOTS[plain.specificationVersion] ?? '');
    expect([validate?.(plain), validate?.errors, plain]).toMatchObject([true, null, {}]);
  }
});

test('the published JSON Schema says something about every field', () => {
  const { definitions } = publishedSchema(RULE_TABLE, 'JobTemplate') as {
    definitions: Record<string, { properties?: Record<string, { description?: string }> }>;
  };
  const silent = Object.entries(definitions).flatMap(([name, { properties = {} }]) =>
    Object.keys(properties)
      .filter((key) => (properties[key]?.description ?? '') === '')
      .map((key) => `${name}.${key}`),
  );
  expect(silent).toEqual([]);
});

interface Published {
  readonly properties: Readonly<Record<string, { items?: object; anyOf?: readonly object[] }>>;
  readonly required: readonly string[];
}

// What an editor offers while the author has not written the rest: only keys and values that the schema says without it.
describe('an editor completes', () => {
  const { definitions } = publishedSchema(RULE_TABLE, 'JobTemplate') as {
    definitions: Readonly<Record<string, Published>>;
  };
  const offered = (shape: string, key: string) => {
    const property = definitions[shape]?.properties[key];
    return (property?.items ?? property) as { anyOf?: readonly [{ enum: readonly string[] }, object] };
  };

  test.each(['JobParameterDefinition', 'TaskParameterDefinition'])('the keys of %s before its type', (shape) => {
    expect(Object.keys(definitions[shape]?.properties ?? {})).toEqual(expect.arrayContaining(['name', 'type']));
    expect(definitions[shape]?.required).toEqual(['name', 'type']);
  });

  test.each([
    ['JobTemplate', 'extensions', 'EXPR'],
    ['AmountRequirement', 'name', 'amount.worker.vcpu'],
    ['AttributeRequirement', 'name', 'attr.worker.os.family'],
    ['AttributeRequirement', 'anyOf', 'linux'],
    ['AttributeRequirement', 'allOf', 'arm64'],
  ])('values of %s.%s, and takes others', (shape, key, value) => {
    expect(offered(shape, key).anyOf).toEqual([{ enum: expect.arrayContaining([value]) }, { type: 'string' }]);
  });
});

test.each([
  ['a step without an action', '/steps/0', { name: 'S' }],
  ['a step with two', '/steps/0', { name: 'S', bash: { script: 'a' }, python: { script: 'b' } }],
  ['an environment that does nothing', '/steps/0/stepEnvironments/0', step({ stepEnvironments: [{ name: 'E' }] })],
  ['an amount without bounds', '/steps/0/hostRequirements/amounts/0', needing({ amounts: [{ name: 'amount.a' }] })],
  [
    'an attribute without values',
    '/steps/0/hostRequirements/attributes/0',
    needing({ attributes: [{ name: 'attr.a' }] }),
  ],
])('the published JSON Schema refuses %s', (_, place, wrong) => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(publishedSchema(RULE_TABLE, 'JobTemplate'));
  const template = { specificationVersion: 'jobtemplate-2023-09', name: 'N', steps: [wrong] };
  expect([validate(template), validate.errors?.map(({ instancePath }) => instancePath)]).toEqual([
    false,
    expect.arrayContaining([place]),
  ]);
});

function step(more: object): object {
  return { name: 'S', script: { actions: { onRun: { command: 'a' } } }, ...more };
}

function needing(hostRequirements: object): object {
  return step({ hostRequirements });
}
