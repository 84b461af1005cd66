import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
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
