import { Expression, jsonText, SymbolTable } from '@ojd/expr';
import { LIBRARY } from '../../src/functions/library.ts';
import { OPERATOR_SIGNS } from '../../src/functions/operator-names.ts';
import { type Description, SECTIONS } from './descriptions.ts';

const host = {
  pathMappingRules: [{ sourcePathFormat: 'POSIX', sourcePath: '/mnt/shows', destinationPath: '/local/shows' }],
} as const;

/** The result of an example as the document shows it: text in quotes, so that its type is seen. */
function resultOf(example: string): string {
  const value = Expression.parse(example).evaluate({ symbols: new SymbolTable(), pathFormat: 'POSIX', host });
  return value.kind === 'path' ? `path(${jsonText(value)})` : jsonText(value);
}

/** How a function is written: with its operator, as a property, or by its name. */
function formOf(name: string, signature: string): string {
  const [, inside = '', returns = ''] = /^\((.*)\) -> (.*)$/.exec(signature) ?? [];
  const parameters = inside === '' ? [] : inside.split(', ');
  const [first = '', second = ''] = parameters;
  const sign = OPERATOR_SIGNS[name];
  const property = /^__property_(\w+)__$/.exec(name)?.[1];
  if (property !== undefined) return `(${first}).${property} -> ${returns}`;
  if (name === '__getitem__') {
    const index = parameters.slice(1).map((parameter) => parameter.replace(/(.*): (.*)/, '$1: $2'));
    return `(${first})[${index.join(parameters.length > 2 ? ' : ' : '')}] -> ${returns}`;
  }
  if (sign === undefined) return `${name}${signature}`;
  if (parameters.length === 1) return `${sign}${sign === 'not' ? ' ' : ''}(${first}) -> ${returns}`;
  const [left, right] = sign.endsWith('in') ? [second, first] : [first, second];
  return `(${left}) ${sign} (${right}) -> ${returns}`;
}

function titleOf(name: string): string {
  const sign = OPERATOR_SIGNS[name];
  if (name === '__getitem__') return '[ ]';
  if (sign !== undefined) return name === '__neg__' || name === '__pos__' ? `${sign} (sign)` : sign;
  return /^__property_(\w+)__$/.exec(name)?.[1]?.replace(/^/, '.') ?? `${name}()`;
}

function describeFunction(name: string, { text, examples }: Description): string {
  const forms = (LIBRARY.get(name)?.overloads ?? []).map(({ signature }) => formOf(name, signature));
  const results = examples.map((example) => `${example}  →  ${resultOf(example)}`);
  return [`### \`${titleOf(name)}\``, text, fence(forms), fence(results)].join('\n\n');
}

function fence(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}

const INTRODUCTION = `# Functions and operators of the expression language

The EXPR extension of Open Job Description lets a format string hold expressions: \`{{ Param.Frame * 2 }}\`.
This page lists what they can call. It is written from the table that the evaluator itself uses, and every result on it
was computed: \`npm run document:expressions -w @ojd/expr\` writes it anew, and a test fails when it is out of date.

- \`T\`, \`T1\`, \`T2\`, \`T3\` stand for any type; \`T?\` may be null; \`A | B\` is one of both.
- Every function can be called as a method of its first argument: \`'a'.upper()\` is \`upper('a')\`. What stands before the dot is not converted.
- Other arguments are converted where nothing is lost: int to float, path to string, and the elements of lists likewise.
- \`a and b\` gives \`a\` if it is null or false, else \`b\`; \`a or b\` gives \`b\` if \`a\` is null or false, else \`a\`. \`a if condition else b\` needs a bool.
- \`[x * 2 for x in list if x > 0]\` makes a list of another or of a range expression.
- Numbers are written \`42\`, \`0x2A\`, \`0o52\`, \`0b101010\`, \`1_000\`, \`1.5e-3\`; texts \`'a'\`, \`"a"\`, \`'''a'''\`, \`r'\\d'\`, with the escapes of Python, \`\\N{BULLET}\` among them.
- An evaluation takes at most 10,000,000 operations and 100,000,000 bytes, unless the caller says otherwise. All expressions of a document together take at most 1,000,000 operations when it is decoded, and as many again when a job is made of it (\`limits.maxTotalOperations\`): a thousand steps with ordinary expressions need a tenth of that. Where the sum is used up there is one \`expr-limit-budget\`, and only what needs no operation is still checked. What hosts will resolve is checked with the job's parameters within a sum of its own, whose end refuses nothing. What costs more than a call of its kind counts for more: several types that a value may have, the letters of paths and of quoted texts.

Where this package and the reference implementation differ stands in [expression-differences.md](expression-differences.md).`;

/** The text of docs/expressions.md. */
export function expressionsDocument(): string {
  const sections = SECTIONS.map(({ title, functions }) =>
    [
      `## ${title}`,
      ...Object.entries(functions).map(([name, description]) => describeFunction(name, description)),
    ].join('\n\n'),
  );
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

/** The functions that the document has to describe, and those that it describes. */
export const DESCRIBED: readonly string[] = SECTIONS.flatMap(({ functions }) => Object.keys(functions));
export const EXISTING: readonly string[] = [...LIBRARY.keys()];
