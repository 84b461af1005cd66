// Structure: are the types right, the required keys there, the other keys known? ajv answers, compiled ahead of time;
// what it says becomes diagnostics here, one for each place.
import { closestName, type DiagnosticPath } from '@ojd/expr';
import type { Report } from '../checks/report.ts';
import { childOf, describeNode, type DocumentNode, nodeAt, quote, textOf } from '../documents/nodes.ts';
import { NUMBER_RULES } from './number-rules.ts';
import type { Rule, Shape } from './rule.ts';
import type { RuleTable } from './table.ts';
import type { ValueProblem } from './text-rules.ts';

/** What ajv says about one place. */
export interface StructureError {
  readonly instancePath: string;
  readonly keyword: string;
  /** Of the keywords of the structural schema, two say which key they are about. */
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}

/** A compiled schema. */
export interface StructureValidator {
  (data: unknown): boolean;
  errors?: readonly StructureError[] | null;
}

/** Reports every structural problem of a document. */
export function checkStructure(
  root: DocumentNode,
  plain: unknown,
  rootShape: string,
  table: RuleTable,
  validate: StructureValidator,
  report: Report,
): void {
  if (validate(plain)) return;
  const seen = new Set<string>();
  for (const { instancePath, keyword, params } of validate.errors ?? []) {
    const path = pathOf(instancePath, root);
    const place = `${instancePath}#${params.missingProperty ?? params.additionalProperty ?? ''}`;
    // `if` only says that its `then` failed, which was reported already; so was what is wrong with the version.
    if (keyword === 'if' || seen.has(place) || isAboutVersion(instancePath, params)) continue;
    seen.add(place);
    reportError(keyword, params, path, { root, table, rootShape }, report);
  }
}

function isAboutVersion(instancePath: string, { missingProperty }: StructureError['params']): boolean {
  return (
    instancePath === '/specificationVersion' || (instancePath === '' && missingProperty === 'specificationVersion')
  );
}

interface Place {
  readonly root: DocumentNode;
  readonly table: RuleTable;
  readonly rootShape: string;
}

function reportError(
  keyword: string,
  params: StructureError['params'],
  path: DiagnosticPath,
  place: Place,
  report: Report,
): void {
  const node = nodeAt(place.root, path);
  const rule = ruleAt(place, path);
  if (node === undefined) return;
  if (keyword === 'required') {
    const key = params.missingProperty ?? '';
    const shape = rule.kind === 'object' ? shapeOf(place.table, rule.shape, node) : undefined;
    if (isMistypedKey(key, node, shape)) return;
    const doc = shape?.kind === 'object' ? shape.fields[key]?.doc : undefined;
    const message = `The key ${quote(key)} is missing${doc === undefined ? '.' : `: ${doc.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase())}`}`;
    report.add({ code: 'missing-key', message, path, at: 'object' });
  } else if (keyword === 'additionalProperties') {
    reportUnknownKey(params.additionalProperty ?? '', rule, node, path, place, report);
  } else if (keyword === 'type') {
    const message = `Expected ${describeRule(rule, place.table)}, found ${describeNode(node)}.`;
    report.add({ code: 'wrong-type', message, path, ...quoteHint(rule, node) });
  } else {
    report.add({ ...invalidChoice(textOf(node) ?? '', rule.kind === 'choice' ? rule.choices : []), path });
  }
}

/** Whether a missing key stands there after all, mistyped: then the unknown key says so. */
function isMistypedKey(key: string, node: DocumentNode, shape: Shape | undefined): boolean {
  if (node.kind !== 'map' || shape?.kind !== 'object') return false;
  const absent = Object.keys(shape.fields).filter((name) => !node.entries.has(name));
  let unknown = 0;
  for (const present of node.entries.keys()) {
    if (Object.hasOwn(shape.fields, present)) continue;
    if (closestName(present, absent) === key) return true;
    unknown += 1;
    if (unknown === MAX_MISTYPED) return false;
  }
  return false;
}

/** Unknown keys of one mapping that may be a missing one, mistyped: with more than that it is no typing error. */
const MAX_MISTYPED = 50;

function reportUnknownKey(
  key: string,
  rule: Rule,
  node: DocumentNode,
  path: DiagnosticPath,
  { table }: Place,
  report: Report,
): void {
  const shape = rule.kind === 'object' ? shapeOf(table, rule.shape, node) : undefined;
  const known = shape?.kind === 'object' ? Object.keys(shape.fields) : [];
  // A key that is there already is not what a mistyped key meant.
  const close = closestName(
    key,
    known.filter((name) => childOf(node, name) === undefined),
  );
  const merge = key === '<<' ? 'YAML 1.2 has no merge keys: write the keys out.' : undefined;
  const hint = merge ?? (close === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean ${quote(close)}?`);
  const message = `The key ${quote(key)} is not known here.`;
  report.add({ code: 'unknown-key', message, hint, path: [...path, key], at: 'key' });
}

/** The problem of a literal that is none of the choices. */
export function invalidChoice(found: string, choices: readonly string[]): ValueProblem {
  const close = closestName(found, choices) ?? choices.find((choice) => choice.toLowerCase() === found.toLowerCase());
  const message = `${quote(found)} is not one of ${choices.join(', ')}.`;
  return { code: 'invalid-choice', message, ...(close === undefined ? {} : { hint: `Did you mean ${close}?` }) };
}

function quoteHint(rule: Rule, node: DocumentNode): { readonly hint?: string } {
  const takesString = rule.kind === 'text' || rule.kind === 'format-string' || rule.kind === 'choice';
  const scalar = node.kind === 'scalar' && node.value !== null && typeof node.value !== 'string';
  return takesString && scalar ? { hint: `Put it in quotes: ${quote(node.text)}.` } : {};
}

/** What a rule takes, in words. */
function describeRule(rule: Rule, table: RuleTable): string {
  switch (rule.kind) {
    case 'text':
    case 'format-string':
      return 'a string';
    case 'choice':
      return `one of ${rule.choices.join(', ')}`;
    case 'number': {
      const number = NUMBER_RULES[rule.number].integer ? 'an integer' : 'a number';
      return rule.asString === undefined ? number : `${number} or a string that holds one`;
    }
    case 'boolean':
    case 'loose-boolean':
      return 'true or false';
    case 'list':
      return rule.item.kind === 'object'
        ? 'a list of mappings'
        : `a list: ${describeRule(rule.item, table).replace(/^an? /, '')}s`;
    case 'string-or-list':
      return 'a string or a list';
    case 'map':
      return 'a mapping of strings';
    case 'object': {
      const shape = table[rule.shape];
      const keys =
        shape?.kind === 'object' ? Object.keys(shape.fields).filter((key) => shape.fields[key]?.required) : [];
      return keys.length > 0 ? `a mapping with ${keys.join(', ')}` : 'a mapping';
    }
    case 'ignored':
      return 'anything';
  }
}

/** The object shape of a node: for variants, the one that the telling key says. */
export function shapeOf(table: RuleTable, name: string, node: DocumentNode | undefined): Shape | undefined {
  const shape = table[name];
  if (shape?.kind !== 'variants') return shape;
  const variant = variantOf(shape, textOf(childOf(node, shape.by)));
  return variant === undefined ? shape : table[shape.variants[variant]?.shape ?? ''];
}

/** The name of the variant that a literal says, in any case. */
export function variantOf(shape: Shape & { kind: 'variants' }, literal: string | undefined): string | undefined {
  const upper = literal?.toUpperCase() ?? '';
  return Object.hasOwn(shape.variants, upper) ? upper : undefined;
}

/** The rule for a place, found by walking down from the root. */
function ruleAt({ root, table, rootShape }: Place, path: DiagnosticPath): Rule {
  let rule: Rule = { kind: 'object', shape: rootShape };
  let node: DocumentNode | undefined = root;
  for (const key of path) {
    if (rule.kind === 'object') {
      const shape: Shape | undefined = shapeOf(table, rule.shape, node);
      // Only the telling key of variants is looked at before it tells.
      if (shape?.kind === 'variants') return { kind: 'choice', choices: Object.keys(shape.variants) };
      rule = shape?.fields[key]?.rule ?? { kind: 'ignored' };
    } else if (rule.kind === 'list') rule = rule.item;
    else if (rule.kind === 'string-or-list') rule = rule.list.kind === 'list' ? rule.list.item : rule.list;
    else if (rule.kind === 'map') rule = rule.value;
    node = childOf(node, key);
  }
  return rule;
}

/** A JSON pointer as a path; what indexes a list becomes a number. */
function pathOf(pointer: string, root: DocumentNode): DiagnosticPath {
  const path: (string | number)[] = [];
  let node: DocumentNode | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const key: string = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step: string | number = node?.kind === 'list' ? Number(key) : key;
    path.push(step);
    node = childOf(node, step);
  }
  return path;
}
