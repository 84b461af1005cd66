import { Document, isCollection, parseDocument, type Node } from 'yaml';

/** A text that the output must hold, or several of which it must hold one. */
export type ExpectedText = string | { readonly anyOf: readonly string[] };

/** What a job vector expects of a run. */
export interface Expectations {
  readonly output: readonly ExpectedText[];
  readonly forbidden: readonly string[];
  /** The run must fail; with an exit code, that of the first process that did not exit with 0. */
  readonly taskFailure?: { readonly exitCode?: number };
}

/** A job to run, and what must and must not come out. Documents are text: what is written in a vector reaches the program as it is written there. */
export interface JobVector {
  readonly template: string;
  readonly parameters?: string;
  readonly environments: readonly string[];
  readonly pathMappingRules?: unknown;
  /** `posix`, `windows`; absent: everywhere. */
  readonly runOn?: readonly string[];
  readonly expected: Expectations;
}

const KEYS = new Set(['template', 'parameters', 'environments', 'pathMapping', 'runOn', 'expected']);

/** Reads a vector. A key that this program doesn't know is an error: a vector must not pass because it was half read. */
export function readJobVector(text: string, system: 'posix' | 'windows'): JobVector {
  const document = parseDocument(text, { intAsBigInt: true });
  if (document.errors.length > 0) throw new Error(`the vector is not YAML: ${document.errors[0]?.message}`);
  const data = document.toJS() as Record<string, unknown>;
  const unknown = Object.keys(data).filter((key) => !KEYS.has(key));
  if (unknown.length > 0) throw new Error(`the vector has keys that are not known here: ${unknown.join(', ')}`);
  const environments = document.get('environments', true);
  const runOn = data['runOn'] as readonly string[] | undefined;
  const parameters = document.get('parameters', true) as Node | undefined;
  return {
    template: documentText(document.get('template', true) as Node),
    ...(parameters === undefined ? {} : { parameters: documentText(parameters) }),
    environments: isCollection(environments) ? environments.items.map((item) => documentText(item as Node)) : [],
    ...(data['pathMapping'] === undefined ? {} : { pathMappingRules: data['pathMapping'] }),
    ...(runOn === undefined ? {} : { runOn }),
    expected: expectationsOf((data['expected'] ?? {}) as Record<string, unknown>, system),
  };
}

/** A part of the vector as a document of its own, its numbers written as they were (`3.500`). */
function documentText(node: Node): string {
  const document = new Document();
  document.contents = node;
  return document.toString({ lineWidth: 0 });
}

const EXPECTATIONS = ['output', 'forbidden'] as const;

function expectationsOf(expected: Record<string, unknown>, system: 'posix' | 'windows'): Expectations {
  const allowed = new Set(['taskFailure', ...EXPECTATIONS.flatMap((key) => [key, `${key}_posix`, `${key}_windows`])]);
  const unknown = Object.keys(expected).filter((key) => !allowed.has(key));
  if (unknown.length > 0) throw new Error(`the vector expects what is not known here: ${unknown.join(', ')}`);
  const both = (key: string): readonly unknown[] =>
    [key, `${key}_${system}`].flatMap((name) => (expected[name] ?? []) as unknown[]);
  const failure = expected['taskFailure'] as { readonly exitCode?: bigint } | undefined;
  return {
    output: both('output') as ExpectedText[],
    forbidden: both('forbidden') as string[],
    ...(failure === undefined
      ? {}
      : { taskFailure: failure.exitCode === undefined ? {} : { exitCode: Number(failure.exitCode) } }),
  };
}
