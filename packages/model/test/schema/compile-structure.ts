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
    // A copy of all errors so far for each object that has some would cost the square of their number.
    .replace(/vErrors = vErrors === null \? (validate\d+)\.errors : vErrors\.concat\(\1\.errors\);/g, (_, inner) => {
      return `vErrors = joined(vErrors, ${inner}.errors);`;
    })
    .replace(/^export const (\w+) = (\w+);/gm, 'export const $1: StructureValidator = $2;');
  if (typed.includes('concat(')) throw new Error('ajv joins errors in another way than it did.');
  const small = withoutUnused(typed);
  return `// Generated from the rule table by test/schema/generated.test.ts. Do not edit: run \`npx vitest run --project model -u\`.
// @ts-nocheck
import type { StructureValidator } from '../validator.ts';

const NOTHING_SAID = {};

function joined(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

${small}`;
}

/** Half of the code that ajv writes tells what nobody reads here (see {@link StructureError}); a browser would load it all. */
function withoutUnused(code: string): string {
  const short = code
    .replace(/schemaPath:"[^"]*",/g, '')
    .replace(/, parentData, parentDataProperty, rootData=data\}/g, '}')
    .replace(/,parentData(?::\w+)?,parentDataProperty(?::(?:"[^"]*"|\w+))?,rootData(?=\})/g, '')
    .replace(/params:\{(?!missingProperty:|additionalProperty:)[^{}]*\}/g, 'params:NOTHING_SAID')
    .replace(
      /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g,
      'vErrors = joined(vErrors, [$2]);',
    );
  if (/schemaPath|parentData|vErrors\.push/.test(short))
    throw new Error('ajv tells errors in another way than it did.');
  return short.replace(/^const (schema\d+) = .*\n/gm, (line, name: string) => {
    return short.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : '';
  });
}
