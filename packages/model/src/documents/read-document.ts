import type { DiagnosticPath, RelatedLocation } from '@ojd/expr';
import type { ModelDiagnostic } from '../diagnostics/diagnostic.ts';
import { groupDuplicateKeys } from './duplicate-keys.ts';
import { limitProblem } from './limit-problems.ts';
import { documentLimits, type DocumentLimits } from './limits.ts';
import { type DocumentNode, type MapNode, quote } from './nodes.ts';
import type { DocumentProblem } from './problem.ts';
import { decodeUtf8, exceedsUtf8Bytes } from './read-bytes.ts';
import { readJson } from './read-json.ts';
import { readObject } from './read-object.ts';
import { readYaml } from './read-yaml.ts';
import { DocumentSource } from './source.ts';
import { checkStrings, forbiddenCharacter, isTextSuspicious } from './string-checks.ts';

/** A document: YAML or JSON text, its bytes in UTF-8, or the values it stands for. */
export type DocumentInput = string | Uint8Array | object;

export interface ReadOptions {
  /** Default: JSON if the text begins with a brace, else YAML. */
  readonly format?: 'yaml' | 'json' | undefined;
  readonly limits?: Partial<DocumentLimits> | undefined;
}

/** What reading a document gives: its root, unless something is wrong with the document itself. */
export interface DocumentOutcome {
  readonly root: MapNode | undefined;
  readonly source: DocumentSource;
  readonly diagnostics: readonly ModelDiagnostic[];
  readonly limits: DocumentLimits;
}

/** Reads a document of any form, within limits. */
export function readDocument(input: DocumentInput, options: ReadOptions = {}): DocumentOutcome {
  const limits = documentLimits(options.limits);
  if (typeof input === 'string') return readText(input, options.format, limits);
  if (!isBytes(input)) return finish(undefined, readObject(input, limits), limits);
  if (input.byteLength > limits.maxBytes)
    return finish(undefined, { root: undefined, problems: [limitProblem('maxBytes', limits)] }, limits);
  const decoded = decodeUtf8(input);
  return decoded.ok
    ? readText(decoded.text, options.format, limits)
    : finish(undefined, { root: undefined, problems: [decoded.problem] }, limits);
}

/** Also bytes of another realm, or of a subclass such as a Buffer. */
function isBytes(input: object): input is Uint8Array {
  return ArrayBuffer.isView(input) && Object.prototype.toString.call(input) === '[object Uint8Array]';
}

interface Read {
  readonly root: DocumentNode | undefined;
  readonly problems: readonly DocumentProblem[];
  /** Whether a string may be too long or hold what UTF-8 cannot say. Default: whether the text looks like it. */
  readonly isSuspicious?: boolean;
}

function readText(written: string, format: ReadOptions['format'], limits: DocumentLimits): DocumentOutcome {
  // A carriage return alone ends a line too (YAML 1.2, 5.4), which the library does not know. Places stay what they are.
  const input = written.includes('\r') ? written.replaceAll(/\r(?!\n)/g, '\n') : written;
  if (exceedsUtf8Bytes(input, limits.maxBytes))
    return finish(undefined, { root: undefined, problems: [limitProblem('maxBytes', limits)] }, limits);
  const problems: DocumentProblem[] = [];
  const mark = input.startsWith('\uFEFF');
  if (mark) {
    const message = 'The document begins with a byte order mark. Other implementations may refuse it.';
    const hint = 'Save it as UTF-8 without a byte order mark.';
    const extent = { start: 0, end: 1 };
    problems.push({ code: 'document-byte-order-mark', message, hint, severity: 'warning', extent });
  }
  // A space in its place keeps every offset.
  const text = mark ? ` ${input.slice(1)}` : input;
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== undefined) return finish(input, { root: undefined, problems: [...problems, forbidden] }, limits);
  const looksLikeJson = /^\s*\{/.test(text);
  let read = format === 'json' || looksLikeJson ? readJson(text, limits) : undefined;
  if (format === 'yaml' && read !== undefined && read.problems.length > 0) read = undefined;
  read ??= readYaml(text.replace(/^ (?=\S)/, mark ? '\uFEFF' : '$&'), limits);
  // A text that only looks like JSON may be YAML in flow style.
  if (format === undefined && looksLikeJson && read.problems.some(({ code }) => code === 'json-syntax')) {
    const yaml = readYaml(text, limits);
    if (yaml.problems.length === 0) read = yaml;
  }
  return finish(input, { root: read.root, problems: [...problems, ...read.problems] }, limits);
}

function finish(text: string | undefined, read: Read, limits: DocumentLimits): DocumentOutcome {
  const problems = groupDuplicateKeys(read.problems, read.root);
  const failed = problems.some(({ severity }) => severity !== 'warning');
  const suspicious = read.isSuspicious ?? (text !== undefined && isTextSuspicious(text, limits));
  if (!failed && suspicious && read.root !== undefined) checkStrings(read.root, limits, problems);
  if (!failed && read.root?.kind !== 'map') problems.push(notAMapping(read.root));
  const source = new DocumentSource(text, read.root);
  const broken = problems.some(({ severity }) => severity !== 'warning');
  return {
    root: broken || read.root?.kind !== 'map' ? undefined : read.root,
    source,
    diagnostics: problems.map((problem) => diagnostic(problem, source)),
    limits,
  };
}

function notAMapping(root: DocumentNode | undefined): DocumentProblem {
  const hint = 'A template begins with "specificationVersion".';
  if (root === undefined || (root.kind === 'scalar' && root.value === null)) {
    return { code: 'document-empty', message: 'The document is empty.', hint };
  }
  const found = root.kind === 'list' ? 'a list' : `the value ${quote(root.kind === 'scalar' ? root.text : '')}`;
  return {
    code: 'wrong-type',
    message: `Expected a mapping at the top of the document, found ${found}.`,
    hint,
    extent: root.extent,
  };
}

function diagnostic(problem: DocumentProblem, source: DocumentSource): ModelDiagnostic {
  const { code, message, hint, severity = 'error', path = [], extent, related } = problem;
  const range = source.range(extent ?? { start: 0, end: 0 });
  return {
    code,
    severity,
    message,
    path,
    ...(range === undefined ? {} : { range }),
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined ? {} : { related: related.map((place) => relatedLocation(place, path, source)) }),
  };
}

function relatedLocation(
  { message, extent }: NonNullable<DocumentProblem['related']>[number],
  path: DiagnosticPath,
  source: DocumentSource,
): RelatedLocation {
  const range = extent === undefined ? undefined : source.range(extent);
  return { message, path, ...(range === undefined ? {} : { range }) };
}
