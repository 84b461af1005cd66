import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { structureSchema } from '../../src/schema/json-schema.ts';
import type { RuleTable } from '../../src/schema/table.ts';

// One error for each place is enough, and an unused error message is only bytes.
const OPTIONS = {
  allErrors: true,
  messages: false,
  strictNumbers: false,
  strictTypes: false,
  strictTuples: false,
  inlineRefs: false,
} as const;

const ROOTS = { jobTemplateStructure: 'JobTemplate', environmentTemplateStructure: 'EnvironmentTemplate' };
const ID = 'structure';

/** The TypeScript module with the compiled validators: no `eval` when it runs, no ajv either. */
export function structureModule(table: RuleTable): string {
  const ajv = new Ajv({ ...OPTIONS, code: { source: true, esm: true, lines: true } });
  ajv.addSchema(structureSchema(table, Object.values(ROOTS)), ID);
  for (const [name, root] of Object.entries(ROOTS)) ajv.addSchema({ $ref: `${ID}#/definitions/${root}` }, name);
  const exports = Object.fromEntries(Object.keys(ROOTS).map((name) => [name, name]));
  const code = standalone.default(ajv, exports);
  if (code.includes('require(')) throw new Error('The compiled validators need a part of ajv at run time.');
  const typed = code
    .replace(/^"use strict";\n?/, '')
    .replace(/^export const (\w+) = (\w+);/gm, 'export const $1: StructureValidator = $2;');
  return `// Generated from the rule table by test/schema/generated.test.ts. Do not edit: run \`npx vitest run --project model -u\`.
// @ts-nocheck
import type { StructureValidator } from '../structure.ts';

${typed}`;
}
