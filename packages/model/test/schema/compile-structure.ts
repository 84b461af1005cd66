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

function leaves(errors, data, instancePath, names, types) {
  for (const name of names) {
    if (data[name] !== undefined && !types.includes(typeof data[name])) {
      errors = fault(errors, \`\${instancePath}/\${name}\`, 'type');
    }
  }
  return errors;
}

function choice(errors, data, instancePath, name, choices) {
  if (data[name] === undefined || choices.includes(data[name])) return errors;
  return fault(leaves(errors, data, instancePath, [name], ['string']), \`\${instancePath}/\${name}\`, 'enum');
}

function inner(errors, data, instancePath, names, validate) {
  for (const name of names) {
    if (data[name] !== undefined && !validate(data[name], { instancePath: \`\${instancePath}/\${name}\` })) {
      errors = joined(errors, validate.errors);
    }
  }
  return errors;
}

function each(errors, data, instancePath, name, check, of) {
  const list = data[name];
  const path = \`\${instancePath}/\${name}\`;
  if (list === undefined) return errors;
  return Array.isArray(list) ? check(errors, list, path, list.keys(), of) : fault(errors, path, 'type');
}

function object(validate, data, { instancePath = '' } = {}, check) {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  validate.errors = isObject ? check(null, instancePath) : fault(null, instancePath, 'type');
  return validate.errors === null;
}

function ofType(errors, data, instancePath, type, validate) {
  if (typeof data?.type !== 'string' || !type.test(data.type) || validate(data, { instancePath })) return errors;
  return joined(errors, validate.errors);
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
  const calls = code
    .replace(
      OF_TYPE,
      (_, _1, _2, _3, pattern: string, validate: string) =>
        `vErrors = ofType(vErrors, data, instancePath, ${pattern}, ${validate});\n`,
    )
    .replace(OBJECT_KEYS, (_, neededTests: string, tests: string) => {
      const needed = Array.from(neededTests.matchAll(/missingProperty: "([^"]*)"/g), ([, name = '']) => name);
      const others = keysOf(tests).filter((name) => !needed.includes(name));
      return call('keys', JSON.stringify(needed), JSON.stringify(others));
    })
    .replace(
      /vErrors = joined\(vErrors, \[\{instancePath(?::([^,]*))?,keyword:("\w+"),params:(.*)\}\]\);/g,
      (_, path: string | undefined, keyword: string, params: string) =>
        `vErrors = fault(vErrors, ${path ?? 'instancePath'}, ${keyword}${params === '{}' ? '' : `, ${params}`});`,
    );
  if (calls.includes('_errs')) throw new Error('ajv asks for the type of a parameter in another way than it did.');
  return ofValues(calls).replace(/new RegExp\("([^"]*)", "u"\)/g, (pattern, source: string) => {
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
function call(helper: string, ...parts: readonly string[]): string {
  return `vErrors = ${helper}(vErrors, data, instancePath, ${parts.join(', ')});\n`;
}

/** What is asked of the value of each key, in one line; without a count of the errors, which are listed. */
function ofValues(code: string): string {
  const calls = code
    .replace(/^(?:let errors = 0;|errors\+\+;|errors = vErrors\.length;)\n/gm, '')
    .replaceAll('return errors === 0;', 'return vErrors === null;')
    .replace(CHOICE, (_, key: string, _value: string, tests: string) => {
      const choices = Array.from(tests.matchAll(/"([^"]*)"/g), ([, text = '']) => text);
      return call('choice', `"${key}"`, JSON.stringify(choices));
    })
    .replace(LEAF, (_, key: string, tests: string) => call('leaves', `["${key}"]`, typesOf(tests)))
    .replace(LEAVES, (_, key: string, _list: string, tests: string) =>
      call('each', `"${key}"`, 'leaves', typesOf(tests)),
    )
    .replace(
      TEXT_OR_LEAVES,
      (_, key: string, _list: string, tests: string) =>
        `if(typeof data.${key} !== "string"){\n${call('each', `"${key}"`, 'leaves', typesOf(tests))}}\n`,
    )
    .replace(OBJECT, (_, key: string, validate: string) => call('inner', `["${key}"]`, validate))
    .replace(OBJECTS, (_, key: string, _list: string, validate: string) => call('each', `"${key}"`, 'inner', validate))
    .replace(
      WHOLE,
      (_, name: string, body: string) =>
        `function ${name}(data, at){\nreturn object(${name}, data, at, (vErrors, instancePath) => {\n${body}return vErrors;\n});\n}\n`,
    )
    // Neighbours of which the same is asked share a call.
    .replace(
      /(?:vErrors = (leaves|inner)\(.*, \["\$?\w+"\], (.*)\);\n)(?:vErrors = \1\(.*, \["\$?\w+"\], \2\);\n)+/g,
      (same, helper: string, of: string) =>
        call(helper, JSON.stringify(Array.from(same.matchAll(/\["(.*?)"\], /g), ([, key = '']) => key)), of),
    );
  if (/(?<!\.)\berrors\b/.test(calls)) {
    throw new Error('ajv asks for values in another way than it did.');
  }
  return calls;
}

function typesOf(tests: string): string {
  return JSON.stringify(Array.from(tests.matchAll(/"(\w+)"/g), ([, type = '']) => type));
}

/** A validator of an object, whatever it asks of its keys. */
const WHOLE =
  /function (validate\d+)\(data, \{instancePath=""\}=\{\}\)\{\nlet vErrors = null;\nif\(data && typeof data == "object" && !Array\.isArray\(data\)\)\{\n([^]*?)\}\nelse \{\nvErrors = fault\(vErrors, instancePath, "type"\);\n\}\n\1\.errors = vErrors;\nreturn vErrors === null;\n\}\n/g;
const CHOICE =
  /if\(data\.(\$?\w+) !== undefined\)\{\nlet (data\d+) = data\.\1;\nif\(typeof \2 !== "string"\)\{\n.*\n\}\nif\(!(\(.*\2 === .*\))\)\{\nvErrors = fault\(vErrors, instancePath\+"\/\1", "enum"\);\n\}\n\}\n/g;
const LEAF =
  /if\(data\.(\$?\w+) !== undefined\)\{\n(?:let data\d+ = data\.\1;\n)?if\(((?:[^\n]*typeof data[\d.$\w]+ !?==? "(?:string|number|boolean)"[^\n]*))\)\{\nvErrors = fault\(vErrors, instancePath\+"\/\1", "type"\);\n\}\n\}\n/g;
/** A list and what is asked of each item; the key is the first group, the list the second. */
const listOf = (item: string): string =>
  String.raw`if\(Array\.isArray\((data\d+)\)\)\{\nconst len\d+ = \2\.length;\nfor\(let i\d+=0; .*\)\{\n${item}\}\n\}\n`;
const KEY = String.raw`if\(data\.(\$?\w+) !== undefined\)\{\n`;
const VALUE = String.raw`let data\d+ = data\.\1;\n`;
const OR_FAULT = String.raw`else \{\nvErrors = fault\(vErrors, instancePath\+"/\1", "type"\);\n\}\n\}\n`;
const LEAF_ITEM = String.raw`(?:let data\d+ = .*;\n)?if\((.*typeof.*)\)\{\nvErrors = fault\(vErrors, instancePath\+"/\1/" \+ i\d+, "type"\);\n\}\n`;
const OBJECT_ITEM = String.raw`if\(!\((validate\d+)\(\2\[i\d+\], .*\)\)\)\{\nvErrors = joined\(vErrors, \3\.errors\);\n\}\n`;
const LEAVES = new RegExp(`${KEY}${VALUE}${listOf(LEAF_ITEM)}${OR_FAULT}`, 'g');
const OBJECTS = new RegExp(`${KEY}${VALUE}${listOf(OBJECT_ITEM)}${OR_FAULT}`, 'g');
const TEXT_OR_LEAVES = new RegExp(
  `${KEY}${VALUE}if\\(\\(typeof .* !== "string"\\) && .*\\)\\{\\n.*\\n\\}\\n${listOf(LEAF_ITEM)}\\}\\n`,
  'g',
);
const OBJECT = new RegExp(
  `${KEY}if\\(!\\((validate\\d+)\\(data\\.\\1, .*\\)\\)\\)\\{\\nvErrors = joined\\(vErrors, \\2\\.errors\\);\\n\\}\\n\\}\\n`,
  'g',
);

function propertiesOf(schema: string): readonly string[] {
  const { properties } = JSON.parse(schema) as { readonly properties: object };
  return Object.keys(properties);
}
