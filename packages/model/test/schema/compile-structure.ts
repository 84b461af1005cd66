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

${HELPERS}
${small}`;
}

/** What the compiled validators say in one call instead of in a block of their own for each key. */
const HELPERS = `function joined(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

function fault(errors, instancePath, keyword, params = {}) {
  return joined(errors, [{ instancePath, keyword, params }]);
}

function keys(errors, data, instancePath, needed, others) {
  for (const missingProperty of needed) {
    if (data[missingProperty] === undefined) errors = fault(errors, instancePath, 'required', { missingProperty });
  }
  for (const additionalProperty in data) {
    if (!needed.includes(additionalProperty) && !others.includes(additionalProperty)) {
      errors = fault(errors, instancePath, 'additionalProperties', { additionalProperty });
    }
  }
  return errors;
}

function texts(errors, data, instancePath, names) {
  for (const name of names) {
    if (data[name] !== undefined && typeof data[name] !== 'string') {
      errors = fault(errors, \`\${instancePath}/\${name}\`, 'type');
    }
  }
  return errors;
}

function ofType(errors, data, instancePath, type, validate) {
  if (typeof data?.type !== 'string' || !type.test(data.type) || validate(data, { instancePath })) return errors;
  return joined(errors, validate.errors);
}

function total(errors) {
  return errors === null ? 0 : errors.length;
}
`;

/** Half of the code that ajv writes tells what nobody reads here (see {@link StructureError}); a browser would load it all. */
function withoutUnused(code: string): string {
  const short = code
    .replace(/schemaPath:"[^"]*",/g, '')
    .replace(/, parentData, parentDataProperty, rootData=data\}/g, '}')
    .replace(/,parentData(?::\w+)?,parentDataProperty(?::(?:"[^"]*"|\w+))?,rootData(?=\})/g, '')
    .replace(/params:\{(?!missingProperty:|additionalProperty:)[^{}]*\}/g, 'params:{}')
    .replace(
      /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g,
      'vErrors = joined(vErrors, [$2]);',
    );
  if (/schemaPath|parentData|vErrors\.push/.test(short)) {
    throw new Error('ajv tells errors in another way than it did.');
  }
  const called = inCalls(short);
  return called.replace(/^const ((?:schema|func)\d+) = .*\n/gm, (line, name: string) => {
    return called.split(new RegExp(`\\b${name}\\b`)).length > 2 ? line : '';
  });
}

/** Calls of {@link HELPERS}, which count the errors anew, in place of what ajv writes out for each key. */
function inCalls(code: string): string {
  const keysOf = (tests: string): readonly string[] => {
    // Of more than a few keys it is asked whether the schema has them.
    const schema = /^func\d+\.call\((schema\d+)\.properties, key0\)$/.exec(tests)?.[1];
    const source = new RegExp(`^const ${schema} = (.*);$`, 'm').exec(code)?.[1];
    return source === undefined
      ? Array.from(tests.matchAll(/"([^"]*)"/g), ([, key = '']) => key)
      : propertiesOf(source);
  };
  const call = (helper: string, ...names: readonly (readonly string[])[]): string =>
    `vErrors = ${helper}(vErrors, data, instancePath, ${names.map((list) => JSON.stringify(list)).join(', ')});\nerrors = total(vErrors);\n`;
  const calls = code
    .replace(
      OF_TYPE,
      (_, _1, _2, _3, pattern: string, validate: string) =>
        `vErrors = ofType(vErrors, data, instancePath, ${pattern}, ${validate});\nerrors = total(vErrors);\n`,
    )
    .replace(OBJECT_KEYS, (_, neededTests: string, tests: string) => {
      const needed = Array.from(neededTests.matchAll(/missingProperty: "([^"]*)"/g), ([, name = '']) => name);
      return call(
        'keys',
        needed,
        keysOf(tests).filter((name) => !needed.includes(name)),
      );
    })
    .replace(TEXTS, (tests) =>
      call(
        'texts',
        Array.from(tests.matchAll(/^if\(data\.(\w+) !==/gm), ([, name = '']) => name),
      ),
    )
    .replace(
      /vErrors = joined\(vErrors, \[\{instancePath(?::([^,]*))?,keyword:("\w+"),params:(.*)\}\]\);/g,
      (_, path: string | undefined, keyword: string, params: string) =>
        `vErrors = fault(vErrors, ${path ?? 'instancePath'}, ${keyword}${params === '{}' ? '' : `, ${params}`});`,
    );
  if (calls.includes('_errs')) throw new Error('ajv asks for the type of a parameter in another way than it did.');
  return calls.replace(/new RegExp\("([^"]*)", "u"\)/g, (pattern, source: string) => {
    const letters = source.replace(/\[([A-Z])([a-z])\]/g, (pair, upper: string, lower: string) =>
      upper.toLowerCase() === lower ? lower : pair,
    );
    // Without `u`, so that no letter beyond ASCII is taken for one of these.
    return /[A-Za-z]/.test(source.replace(/\[[A-Z][a-z]\]/g, '')) ? pattern : `new RegExp("${letters}", "i")`;
  });
}

/** What holds for an object whose `type` matches a pattern. */
const OF_TYPE =
  /const (_errs\d+) = errors;\nlet (valid\d+) = true;\nconst (_errs\d+) = errors;\nif\(errors === \3\)\{\nif\(data && typeof data == "object" && !Array\.isArray\(data\)\)\{\nlet missing\d+;\nif\(\(data\.type === undefined\)[^]*?(pattern\d+)\.test\(data\d+\)[^]*?\nif\(!\((validate\d+)\(data, \{instancePath\}\)\)\)\{[^]*?\nif\(!\2\)\{\n.*\n.*\n\}\n/g;

/** The keys that an object must have, and then those that it may have. */
const OBJECT_KEYS =
  /((?:if\(data\.\w+ === undefined\)\{\nvErrors = .*missingProperty.*\nerrors\+\+;\n\}\n)*)for\(const key0 in data\)\{\nif\(!\((.*)\)\)\{\nvErrors = .*additionalProperties.*\nerrors\+\+;\n\}\n\}\n/g;
/** Neighbours whose values are texts. */
const TEXTS =
  /(?:if\(data\.(\w+) !== undefined\)\{\nif\(typeof data\.\1 !== "string"\)\{\nvErrors = .*instancePath\+"\/\1",keyword:"type".*\nerrors\+\+;\n\}\n\}\n)+/g;

function propertiesOf(schema: string): readonly string[] {
  const { properties } = JSON.parse(schema) as { readonly properties: object };
  return Object.keys(properties);
}
