import { expect, test } from 'vitest';
import { publishedSchema } from '../../src/schema/json-schema.ts';
import { RULE_TABLE } from '../../src/schema/table.ts';
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
