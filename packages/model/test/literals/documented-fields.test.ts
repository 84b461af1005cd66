// What an editor shows of a field of a template literal is what the published schema says of the key.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedSchema } from '../../src/schema/json-schema.ts';
import { RULE_TABLE } from '../../src/schema/table.ts';

const SOURCE = readFileSync(new URL('../../src/literals/template-document.ts', import.meta.url), 'utf8');

/** The one interface for parameters of every type says in general what the schema says of each. */
const IN_GENERAL: ReadonlySet<string> = new Set([
  'The least number of characters, or of elements of a list.',
  'The greatest number of characters, or of elements of a list.',
  'The values: a range expression such as `1-10,20-30:2` for integers, or a list.',
]);

test('every field of the document types has the sentence of the schema', () => {
  const schemas = JSON.stringify([
    publishedSchema(RULE_TABLE, 'JobTemplate'),
    publishedSchema(RULE_TABLE, 'EnvironmentTemplate'),
  ]);
  const fields = [...SOURCE.matchAll(/(?:\/\*\* (.*) \*\/\n)? *readonly (\$?\w+)\??:/g)];
  expect(fields.length).toBeGreaterThan(60);
  const unlike = fields.filter(
    ([, sentence = '']) => !IN_GENERAL.has(sentence) && !schemas.includes(`"description":${JSON.stringify(sentence)}`),
  );
  expect(unlike.map(([, sentence, name]) => [name, sentence])).toEqual([]);
});
