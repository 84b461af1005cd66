// Structure: are the types right, the required keys there, the other keys known? ajv answers, compiled ahead of time;
// what it says becomes diagnostics here, one for each place. About unknown keys it says only that there are some.
import type { DiagnosticPath } from '@ojd/expr';
import type { Report } from '../report.ts';
import {
  childOf,
  describeNode,
  type DocumentNode,
  type MapNode,
  nodeAt,
  plainValue,
  quote,
  textOf,
} from '../../documents/nodes.ts';
import { closestChoice, invalidChoice } from '../../schema/choices.ts';
import { NUMBER_RULES } from '../../schema/number-rules.ts';
import { mendKeys } from './mend-keys.ts';
import { isOffered, knownShape, type Place, ruleAt } from './places.ts';
import type { ObjectShape, Rule, VariantShape } from '../../schema/rule.ts';
import type { StructureError, StructureValidator } from '../../schema/validator.ts';
import { commonShape, meantVariant } from '../../schema/variants.ts';

/** Reports every structural problem of a document; gives the document with the keys that its author meant. */
export function checkStructure(written: Place, validate: StructureValidator, report: Report): MapNode {
  if (validate(plainValue(written.root))) return written.root;
  const root = mendKeys(written, report);
  const place = { ...written, root };
  const plain = plainValue(root);
  if (validate(plain)) return root;
  const seen = new Set<string>();
  const first = validate.errors ?? [];
  reportErrors(first, place, seen, report);
  // ajv says nothing about an object before it knows its variant: those that can be guessed are looked at once more.
  let guessed = false;
  for (const path of untold(first, place)) guessed = guess(path, plain, place, report) || guessed;
  if (guessed && !validate(plain)) reportErrors(validate.errors ?? [], place, seen, report);
  return root;
}

function reportErrors(errors: readonly StructureError[], place: Place, seen: Set<string>, report: Report): void {
  for (const { instancePath, keyword, params } of errors) {
    const key = `${instancePath}#${params.missingProperty ?? ''}`;
    // What is wrong with the version and with unknown keys was reported already.
    if (keyword === 'additionalProperties' || seen.has(key) || isAboutVersion(instancePath, params)) continue;
    seen.add(key);
    reportError(keyword, params, pathOf(instancePath, place.root), place, report);
  }
}

/** The objects that do not say which variant they are. */
function* untold(errors: readonly StructureError[], place: Place): Generator<DiagnosticPath> {
  for (const { instancePath, keyword, params } of errors) {
    const path = pathOf(instancePath, place.root);
    const owner = keyword === 'required' ? path : path.slice(0, -1);
    const shape = variantsAt(place, owner);
    if (shape !== undefined && shape.by === (params.missingProperty ?? path.at(-1))) yield owner;
  }
}

function variantsAt(place: Place, path: DiagnosticPath): VariantShape | undefined {
  const rule = ruleAt(place, path);
  const shape = rule.kind === 'object' ? place.table[rule.shape] : undefined;
  return shape?.kind === 'variants' ? shape : undefined;
}

/** Has the plain value of an object say which variant it was meant to be; without a guess checks what all have in common. */
function guess(path: DiagnosticPath, plain: unknown, place: Place, report: Report): boolean {
  const shape = variantsAt(place, path);
  const node = nodeAt(place.root, path);
  if (shape === undefined || node?.kind !== 'map') return false;
  const meant = meantVariant(shape, place.table, node);
  if (meant === undefined) {
    checkCommon(commonShape(shape, place.table), node, path, place, report);
    return false;
  }
  let object = plain;
  for (const key of path) object = Reflect.get(Object(object), key);
  Reflect.set(Object(object), shape.by, meant);
  return true;
}

/** What a compiled schema would say, for the shape of an object whose variant nobody knows. */
function checkCommon(shape: ObjectShape, node: MapNode, path: DiagnosticPath, place: Place, report: Report): void {
  for (const [key, field] of Object.entries(shape.fields)) {
    const value = childOf(node, key);
    if (value === undefined && field.required === true) reportMissing(key, shape, path, report);
    if (value === undefined || (field.rule.kind !== 'text' && field.rule.kind !== 'choice')) continue;
    const text = textOf(value);
    const here = [...path, key];
    if (text === undefined) reportType(field.rule, value, here, place, report);
    else if (field.rule.kind === 'choice' && !field.rule.choices.includes(text))
      report.add({ ...invalidChoice(text, field.rule.choices), path: here });
  }
}

function isAboutVersion(instancePath: string, { missingProperty }: StructureError['params']): boolean {
  return (
    instancePath === '/specificationVersion' || (instancePath === '' && missingProperty === 'specificationVersion')
  );
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
  const shape = rule.kind === 'object' ? knownShape(place.table, rule.shape, node) : undefined;
  if (keyword === 'required') {
    reportMissing(params.missingProperty ?? '', shape, path, report);
  } else if (keyword === 'type') {
    reportType(rule, node, path, place, report);
  } else {
    reportChoice(rule.kind === 'choice' ? rule.choices : [], node, path, place, report);
  }
}

/** Offers the choices that can be used here, and says of another that was meant what it needs. */
function reportChoice(
  choices: readonly string[],
  node: DocumentNode,
  path: DiagnosticPath,
  place: Place,
  report: Report,
): void {
  const found = textOf(node) ?? '';
  const shape = variantsAt(place, path.slice(0, -1));
  const variants = shape?.by === path.at(-1) ? (shape?.variants ?? {}) : {};
  const offered = choices.filter((choice) => isOffered(place, variants[choice] ?? {}));
  const meant = closestChoice(found, choices);
  const extension = meant === undefined ? undefined : variants[meant]?.extension;
  const needs =
    meant === undefined || extension === undefined || offered.includes(meant)
      ? {}
      : { hint: `Did you mean ${meant}? It needs the extension ${extension}.` };
  report.add({ ...invalidChoice(found, offered), ...needs, path });
}

function reportMissing(key: string, shape: ObjectShape | undefined, path: DiagnosticPath, report: Report): void {
  // An unknown key was meant to be this one.
  if (report.hasStandIn(path, [key])) return;
  const doc = shape?.fields[key]?.doc;
  const hint = `Add it${doc === undefined ? '.' : `. ${doc}`}`;
  report.add({ code: 'missing-key', message: `The key ${quote(key)} is missing.`, hint, path, at: 'object' });
}

function reportType(rule: Rule, node: DocumentNode, path: DiagnosticPath, place: Place, report: Report): void {
  const message = `Expected ${describeRule(rule, place)}, found ${describeNode(node)}.`;
  report.add({ code: 'wrong-type', message, path, ...typeHint(rule, node, place, path) });
}

function typeHint(rule: Rule, node: DocumentNode, place: Place, path: DiagnosticPath): { readonly hint?: string } {
  const takesString = rule.kind === 'text' || rule.kind === 'format-string' || rule.kind === 'choice';
  if (node.kind === 'scalar' && node.value === null) {
    if (typeof path.at(-1) === 'number') return { hint: 'Write the element, or remove the dash.' };
    const isScalar = takesString || rule.kind === 'number' || rule.kind === 'boolean' || rule.kind === 'loose-boolean';
    return {
      hint: isScalar
        ? 'Write a value, or remove the key.'
        : 'Indent what belongs to this key further than the key, or remove the key.',
    };
  }
  if (rule.kind === 'list' && node.kind === 'map') return { hint: 'Begin each element with "- ".' };
  if (rule.kind === 'object' && node.kind === 'list') return { hint: 'Remove the "- " in front of the keys.' };
  if (takesString && node.kind === 'scalar' && typeof node.value !== 'string')
    return { hint: `Put it in quotes: ${quote(node.text)}.` };
  if (rule.kind === 'map') return { hint: 'Write "NAME: value" for each.' };
  if (takesString && node.kind === 'list') return { hint: 'Write one string.' };
  const form = node.kind === 'scalar' ? formOf(rule, node.text, place) : undefined;
  return form === undefined ? {} : { hint: `Write ${form}.` };
}

/** How a text is written where a list of texts belongs, or a mapping that needs one. */
function formOf(rule: Rule, text: string, place: Place): string | undefined {
  if (rule.kind === 'text' || rule.kind === 'format-string') return quote(text);
  if (rule.kind === 'list') {
    const item = formOf(rule.item, text, place);
    return item === undefined ? undefined : `[${item}]`;
  }
  const shape = rule.kind === 'object' ? place.table[rule.shape] : undefined;
  const needed = shape?.kind === 'object' ? Object.entries(shape.fields).filter(([, { required }]) => required) : [];
  const [[key, field] = []] = needed;
  const value = needed.length === 1 && field !== undefined ? formOf(field.rule, text, place) : undefined;
  return value === undefined ? undefined : `{${key}: ${value}}`;
}

/** What a rule takes, in words. */
function describeRule(rule: Rule, place: Place): string {
  switch (rule.kind) {
    case 'text':
    case 'format-string':
      return 'a string';
    case 'choice':
      return `one of ${rule.choices.join(', ')}`;
    case 'number': {
      const number = NUMBER_RULES[rule.number].integer ? 'an integer' : 'a number';
      const { asString } = rule;
      const takesString = asString === 'always' || (asString !== undefined && place.extensions.has(asString));
      return takesString ? `${number} or a string that holds one` : number;
    }
    case 'boolean':
    case 'loose-boolean':
      return 'true or false';
    case 'list':
      return `a list of ${describeSeveral(rule.item)}`;
    case 'string-or-list':
      return rule.list.kind === 'list' ? `a string or a list of ${describeSeveral(rule.list.item)}` : 'a string';
    case 'map':
      return 'a mapping of strings';
    case 'object': {
      const shape = place.table[rule.shape];
      const keys =
        shape?.kind === 'object' ? Object.keys(shape.fields).filter((key) => shape.fields[key]?.required) : [];
      return keys.length > 0 ? `a mapping with ${keys.join(', ')}` : 'a mapping';
    }
    case 'ignored':
      return 'anything';
  }
}

/** What a rule takes, in the plural. */
function describeSeveral(rule: Rule): string {
  if (rule.kind === 'list') return `lists of ${describeSeveral(rule.item)}`;
  if (rule.kind === 'object') return 'mappings';
  if (rule.kind === 'boolean' || rule.kind === 'loose-boolean') return 'true and false';
  if (rule.kind !== 'number') return 'strings';
  return NUMBER_RULES[rule.number].integer ? 'integers' : 'numbers';
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
