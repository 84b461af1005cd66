// Turns an example into a module that runs by itself.
import type { DocExample } from './extract.ts';

/** A name that an example may use without importing it. */
export interface AvailableName {
  readonly name: string;
  readonly isType: boolean;
  /** The module specifier that it comes from. */
  readonly from: string;
}

/** The names in the `export { ... } from` lists of an index.ts. */
export function namesOfIndex(source: string, from: string): readonly AvailableName[] {
  return [...source.matchAll(/export\s+(type\s+)?\{([^}]*)\}/g)].flatMap(([, onlyTypes, list = '']) =>
    list
      .replace(/\/\*[^]*?\*\/|\/\/.*/g, '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => ({
        name: (item.split(/\s+as\s+/).at(-1) ?? item).replace(/^type\s+/, ''),
        isType: onlyTypes !== undefined || item.startsWith('type '),
        from,
      })),
  );
}

/** The names that a module declares and exports itself. */
export function namesOfModule(source: string, from: string): readonly AvailableName[] {
  const declarations = source.matchAll(
    /^export\s+(?:abstract\s+|async\s+)*(function\*?|class|const|let|interface|type)\s+([\w$]+)/gm,
  );
  return [...declarations].map(([, keyword = '', name = '']) => ({
    name,
    isType: keyword === 'interface' || keyword === 'type',
    from,
  }));
}

/**
 * The module's text. An example without any import may use the available names, as TSDoc examples commonly do;
 * one with imports is taken as it is.
 */
export function moduleText(example: DocExample, available: readonly AvailableName[]): string {
  const marker = `// From ${example.file}:${example.line}\n`;
  const body = example.code.split('\n').map(showValue).join('\n');
  const imports = /^import\s/m.test(example.code) ? '' : importLines(example.code, available);
  return `${marker}${SHOW}${imports}\n${body}`;
}

/** What the example says it prints: its `// =>` comments, in order. */
export function promisedOutput(code: string): readonly string[] {
  return [...code.matchAll(/\/\/ => ?(.*)$/gm)].map(([, text = '']) => comparable(text));
}

/** `[1, 2]` and `[ 1, 2 ]` are the same to a reader. */
export function comparable(printed: string): string {
  return printed
    .replace(/([[{(]) +/g, '$1')
    .replace(/ +([\]})])/g, '$1')
    .trimEnd();
}

const SHOW = `import { inspect as __inspect } from 'node:util';
const __show = (value: unknown): void => console.log('%s', __inspect(value, { breakLength: Infinity, depth: 6 }));
`;

/**
 * `VALUE; // => text` and `const NAME = VALUE; // => text` show the value as Node's prompt would;
 * `console.log(VALUE); // => text` prints for itself.
 */
function showValue(line: string): string {
  const shown = /^(?<indent>\s*)(?<statement>.+);\s*\/\/ =>/.exec(line)?.groups;
  if (shown === undefined) return line;
  const { indent = '', statement = '' } = shown;
  if (/\bconsole\.|^(?:if|for|while|return|throw)\b|^\}/.test(statement)) return line;
  const declared = /^(?:const|let)\s+(?<name>[\w$]+)\b/.exec(statement)?.groups?.['name'];
  return declared === undefined ? `${indent}__show(${statement});` : `${indent}${statement}; __show(${declared});`;
}

function importLines(code: string, available: readonly AvailableName[]): string {
  const used = available.filter(({ name }) => new RegExp(`(?<![\\w$.'"])${name}(?![\\w$])`).test(code));
  const byName = new Map(used.toReversed().map((found) => [found.name, found])); // the first of a name wins
  return [...byName.values()]
    .map(({ name, isType, from }) => `import { ${isType ? 'type ' : ''}${name} } from '${from}';\n`)
    .join('');
}
