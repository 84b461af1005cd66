import type { ModelDiagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { limitProblem } from './limit-problems.ts';
import { documentLimits, type DocumentLimits } from './limits.ts';
import { LineIndex } from './line-index.ts';
import type { DocumentNode } from './nodes.ts';
import type { DocumentProblem } from './problem.ts';
import { decodeUtf8, exceedsUtf8Bytes } from './read-bytes.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { checkStrings, forbiddenCharacter, isTextSuspicious } from './string-checks.ts';

/** A value of a JSON or YAML document. Maps have no prototype; an integer that a number can't hold exactly is a bigint. */
export type DataValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly DataValue[]
  | { readonly [key: string]: DataValue };

/** How to read a document of data. */
export interface ReadDataOptions {
  /** Default: JSON if the text begins with a brace or bracket, else YAML. */
  readonly format?: 'yaml' | 'json';
  readonly limits?: Partial<DocumentLimits>;
}

/**
 * Reads a JSON or YAML document that is no template (parameter values, tasks, path mapping rules), within the same limits as a template. The
 * root may be of any kind.
 *
 * @example
 * ```ts
 * import { readData } from '@ojd/model';
 *
 * const outcome = readData('Frames: 1-10\nSeed: 9223372036854775807\n');
 * const value = outcome.ok ? outcome.value : null;
 * Object.entries(value ?? {}); // => [['Frames', '1-10'], ['Seed', 9223372036854775807n]]
 * ```
 */
export function readData(input: string | Uint8Array, options: ReadDataOptions = {}): Outcome<DataValue> {
  const limits = documentLimits(options.limits);
  const { text, root, problems } = read(input, options.format, limits);
  const lines = new LineIndex(text);
  const diagnostics = problems.map((problem) => diagnosticOf(problem, lines));
  if (diagnostics.some(({ severity }) => severity === 'error')) return { ok: false, diagnostics };
  return { ok: true, value: root === undefined ? null : dataOf(root), warnings: diagnostics };
}

function diagnosticOf(
  { code, severity, message, hint, path, extent }: DocumentProblem,
  lines: LineIndex,
): ModelDiagnostic {
  return {
    code,
    severity: severity ?? 'error',
    message,
    path: path ?? [],
    ...(extent === undefined ? {} : { range: lines.range(extent) }),
    ...(hint === undefined ? {} : { hint }),
  };
}

interface Read {
  readonly text: string;
  readonly root?: DocumentNode | undefined;
  readonly problems: readonly DocumentProblem[];
}

function read(input: string | Uint8Array, format: ReadDataOptions['format'], limits: DocumentLimits): Read {
  if (typeof input === 'string' ? exceedsUtf8Bytes(input, limits.maxBytes) : input.byteLength > limits.maxBytes) {
    return { text: '', problems: [limitProblem('maxBytes', limits)] };
  }
  const decoded = typeof input === 'string' ? ({ ok: true, text: input } as const) : decodeUtf8(input);
  if (!decoded.ok) return { text: '', problems: [decoded.problem] };
  // A carriage return alone ends a line, as in a template.
  const text = decoded.text.replace(/^\uFEFF/, ' ').replaceAll(/\r(?!\n)/g, '\n');
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== undefined) return { text, problems: [forbidden] };
  const isJson = (format ?? (/^\s*[{[]/.test(text) ? 'json' : 'yaml')) === 'json';
  const { root, problems } = isJson ? readJson(text, limits) : readYaml(text, limits);
  const found = [...problems];
  if (root !== undefined && isTextSuspicious(text, limits)) checkStrings(root, limits, found);
  return { text, root, problems: found };
}

function dataOf(node: DocumentNode): DataValue {
  switch (node.kind) {
    case 'scalar': {
      const { value } = node;
      return typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
    }
    case 'list':
      return node.items.map(dataOf);
    case 'map': {
      const map: Record<string, DataValue> = Object.create(null);
      for (const { key, value } of node.entries.values()) map[key] = dataOf(value);
      return map;
    }
  }
}
