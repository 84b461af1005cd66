// One walk over a document along the rule table: extensions, bounds, format strings in their scopes, and the checks of
// each shape. What has the wrong type is passed over in silence: structure.ts has reported it.
import type { DiagnosticPath, EvaluationBudget, FormatString, ParseOptions } from '@ojd/expr';
import type { DocumentLimits } from '../documents/limits.ts';
import { below, childOf, describeNode, type DocumentNode, type MapNode, quote, textOf } from '../documents/nodes.ts';
import { checkNumber, type NumberRule, type NumberRuleName } from '../schema/number-rules.ts';
import type { Field, ObjectShape, Rule, VariantShape } from '../schema/rule.ts';
import { invalidChoice } from '../schema/choices.ts';
import type { RuleTable } from '../schema/table.ts';
import { commonShape, meantVariant, variantOf } from '../schema/variants.ts';
import { checkText, limitOf, type TextRule, type TextRuleName, type ValueProblem } from '../schema/text-rules.ts';
import type { ExtensionName, Profile } from '../profile/profile.ts';
import { isLooseBoolean } from './booleans.ts';
import { checkFormatString, checkFormatStringText } from './format-strings.ts';
import { undeclared } from './causes.ts';
import type { Report } from './report.ts';
import type { Scope } from './scope.ts';
import { enterScope } from './scopes.ts';
import type { ShapeCheck } from './shape-check.ts';

/** The rules that a walk follows, as data. */
export interface WalkRules {
  readonly table: RuleTable;
  readonly textRules: Readonly<Record<TextRuleName, TextRule>>;
  readonly numberRules: Readonly<Record<NumberRuleName, NumberRule>>;
  readonly shapeChecks: Readonly<Record<string, readonly ShapeCheck[]>>;
}

/** All that a walk depends on. */
export interface Walk extends WalkRules {
  readonly profile: Profile;
  readonly limits: DocumentLimits;
  /** How format strings are read. */
  readonly parsing: ParseOptions;
  /** What all expressions of the document may cost together. */
  readonly budget: EvaluationBudget;
  readonly report: Report;
  /** Format strings that are right, by their text: large templates repeat themselves, and those who build them parse no more. */
  readonly formatStrings: Map<string, FormatString>;
}

/** Checks an object of a shape and everything in it. */
export function walkObject(
  shapeName: string,
  node: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  const shape = walk.table[shapeName];
  if (node.kind !== 'map' || shape === undefined) return;
  if (shape.kind === 'variants') {
    const variant = variantFor(shape, node, path, walk);
    if (variant === undefined) walkFields(commonShape(shape, walk.table), node, path, scope, walk);
    else walkObject(variant, node, path, scope, walk);
    return;
  }
  const inside = shape.scope === undefined ? scope : enterScope(shape.scope, node, path, scope, walk);
  walkFields(shape, node, path, inside, walk);
  for (const check of walk.shapeChecks[shapeName] ?? []) check.run(node, path, walk);
}

function walkFields(shape: ObjectShape, node: MapNode, path: DiagnosticPath, scope: Scope, walk: Walk): void {
  for (const [key, field] of fieldsOf(shape)) {
    const entry = node.entries.get(key);
    if (entry !== undefined) walkField(key, field, entry.value, path, scope, walk);
  }
}

type FieldEntries = readonly (readonly [string, Field])[];
const fieldEntries = new WeakMap<ObjectShape, FieldEntries>();

/** The fields of a shape: listed once for the thousands of objects that have it. */
function fieldsOf(shape: ObjectShape): FieldEntries {
  let entries = fieldEntries.get(shape);
  if (entries === undefined) {
    entries = Object.entries(shape.fields);
    fieldEntries.set(shape, entries);
  }
  return entries;
}

function walkField(
  key: string,
  field: Field,
  value: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  const here = below(path, key);
  if (field.extension !== undefined && !walk.profile.extensions.has(field.extension)) {
    reportUndeclared(`The key ${quote(key)}`, field.extension, here, 'key', walk.report);
    return;
  }
  walkValue(field.rule, value, here, scope, walk);
}

/** The shape of the variant that one key of an object tells, or should; undefined when nobody knows. */
function variantFor(shape: VariantShape, node: MapNode, path: DiagnosticPath, walk: Walk): string | undefined {
  const literal = textOf(childOf(node, shape.by));
  const name = variantOf(shape, literal);
  // That it does not tell was reported with the structure.
  if (literal === undefined || name === undefined)
    return shape.variants[meantVariant(shape, walk.table, node) ?? '']?.shape;
  const variant = shape.variants[name];
  const here = [...path, shape.by];
  const { extensions } = walk.profile;
  if (variant?.extension !== undefined && !extensions.has(variant.extension)) {
    reportUndeclared(`The type ${name}`, variant.extension, here, 'value', walk.report);
  } else if (literal !== name && !extensions.has('EXPR')) {
    const hint = `Write ${name}. Other cases need the extension EXPR.`;
    const offered = Object.entries(shape.variants).filter(([, { extension }]) => extension === undefined);
    walk.report.add({
      ...invalidChoice(
        literal,
        offered.map(([choice]) => choice),
      ),
      hint,
      path: here,
    });
  }
  return variant?.shape;
}

export function reportUndeclared(
  what: string,
  extension: ExtensionName,
  path: DiagnosticPath,
  at: 'key' | 'value',
  report: Report,
  hint = `Add ${extension} to "extensions".`,
): void {
  const message = `${what} needs the extension ${extension}, which this template does not declare.`;
  report.add({ code: 'extension-not-declared', message, hint, path, at, cause: undeclared(extension) });
}

function walkValue(rule: Rule, node: DocumentNode, path: DiagnosticPath, scope: Scope, walk: Walk): void {
  const { profile, report } = walk;
  switch (rule.kind) {
    case 'text': {
      const value = textOf(node);
      if (value !== undefined) reportValue(checkText(walk.textRules[rule.text], value, profile), path, report);
      return;
    }
    case 'format-string':
      if (node.kind === 'scalar' && typeof node.value === 'string') checkFormatString(node, rule, path, scope, walk);
      return;
    case 'number':
      walkNumber(rule, node, path, scope, walk);
      return;
    case 'loose-boolean':
      if (node.kind === 'scalar' && node.value !== null && !isLooseBoolean(node)) {
        const message = `Expected a boolean, found ${quote(node.text)}. It can be written as true, false, yes, no, on, off, 1 and 0.`;
        report.add({ code: 'invalid-boolean', message, path });
      }
      return;
    case 'choice':
      walkChoice(rule, node, path, scope, walk);
      return;
    case 'list':
      walkList(rule, node, path, scope, walk);
      return;
    case 'map':
      walkMap(rule, node, path, scope, walk);
      return;
    case 'object':
      walkObject(rule.shape, node, path, scope, walk);
      return;
    case 'string-or-list':
      if (node.kind === 'list') walkValue(rule.list, node, path, scope, walk);
      else walkString(rule, node, path, scope, walk);
      return;
    case 'boolean':
    case 'ignored':
      return;
  }
}

function walkString(
  rule: Rule & { kind: 'string-or-list' },
  node: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  const text = textOf(node);
  if (text === undefined) return;
  if (rule.stringNeeds !== undefined && !text.includes('{{')) {
    const message = `Expected a list, found ${describeNode(node)}.`;
    const hint = 'Write a list. A string may stand here only if it is an expression that gives one.';
    walk.report.add({ code: 'wrong-type', message, hint, path });
  } else if (rule.stringNeeds !== undefined && !walk.profile.extensions.has(rule.stringNeeds)) {
    reportUndeclared('An expression in place of a list', rule.stringNeeds, path, 'value', walk.report);
  } else walkValue(rule.string, node, path, scope, walk);
}

function walkNumber(
  rule: Rule & { kind: 'number' },
  node: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  if (node.kind !== 'scalar') return;
  const { value } = node;
  const numberRule = walk.numberRules[rule.number];
  if (typeof value === 'bigint' || typeof value === 'number') {
    // Hexadecimal and octal integers of YAML have no decimal text.
    const text = typeof value === 'bigint' ? String(value) : node.text;
    reportValue(checkNumber(numberRule, text, 'number'), path, walk.report);
  }
  if (typeof value !== 'string' || rule.asString === undefined) return;
  const isFormatString = value.includes('{{');
  const undeclaredExtension =
    rule.asString === 'always' || walk.profile.extensions.has(rule.asString) ? undefined : rule.asString;
  if (isFormatString && undeclaredExtension !== undefined) {
    reportUndeclared('A format string in place of a number', undeclaredExtension, path, 'value', walk.report);
    return;
  }
  if (isFormatString && rule.formatString !== undefined) {
    const texts = checkFormatStringText(node, rule.formatString, path, scope, walk)?.texts ?? [];
    for (const known of texts) reportValue(checkNumber(numberRule, known, 'string'), path, walk.report);
    return;
  }
  // What is no number is none with the extension either.
  const problem = checkNumber(numberRule, value, 'string');
  if (problem === undefined && undeclaredExtension !== undefined) {
    const hint = `Write ${value.trim()} without quotes, or add ${undeclaredExtension} to "extensions".`;
    reportUndeclared('A number written as a string', undeclaredExtension, path, 'value', walk.report, hint);
  } else reportValue(problem, path, walk.report);
}

function walkChoice(
  rule: Rule & { kind: 'choice' },
  node: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  const value = textOf(node);
  if (value === undefined || rule.formatString === undefined || rule.choices.includes(value)) return;
  const { extension, ...formatString } = rule.formatString;
  if (!value.includes('{{')) walk.report.add({ ...invalidChoice(value, rule.choices), path });
  else if (!walk.profile.extensions.has(extension)) {
    reportUndeclared('A format string here', extension, path, 'value', walk.report);
  } else if (node.kind === 'scalar') {
    const texts = checkFormatStringText(node, formatString, path, scope, walk)?.texts ?? [];
    for (const known of texts) {
      if (!rule.choices.includes(known)) walk.report.add({ ...invalidChoice(known, rule.choices), path });
    }
  }
}

function walkList(
  rule: Rule & { kind: 'list' },
  node: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  if (node.kind !== 'list') return;
  const { length } = node.items;
  if (length < (rule.min ?? 0)) {
    const message = `Expected at least ${rule.min} element${rule.min === 1 ? '' : 's'}, found an empty list.`;
    walk.report.add({ code: 'list-too-short', message, hint: 'Add an element, or remove the key.', path });
  }
  const max = rule.max === undefined ? Infinity : limitOf(rule.max, walk.profile);
  if (length > max) {
    const raised = rule.max === 'jobTemplateParameters' && !walk.profile.extensions.has('FEATURE_BUNDLE_1');
    const hint = raised ? 'FEATURE_BUNDLE_1 raises this limit to 200.' : 'Remove elements.';
    walk.report.add({
      code: 'list-too-long',
      message: `Expected at most ${max} elements, found ${length}.`,
      path,
      hint,
    });
  }
  // What is beyond the limit is one problem, however much it is.
  for (const [index, item] of (length > max ? node.items.slice(0, max) : node.items).entries()) {
    walkValue(rule.item, item, below(path, index), scope, walk);
  }
}

function walkMap(
  rule: Rule & { kind: 'map' },
  node: DocumentNode,
  path: DiagnosticPath,
  scope: Scope,
  walk: Walk,
): void {
  if (node.kind !== 'map') return;
  if (node.entries.size < (rule.min ?? 0)) {
    const message = `Expected at least ${rule.min} entry, found an empty mapping.`;
    walk.report.add({ code: 'list-too-short', message, hint: 'Add an entry, or remove the key.', path });
  }
  for (const [key, { value }] of node.entries) {
    const problem = checkText(walk.textRules[rule.key], key, walk.profile);
    if (problem !== undefined) reportValue(problem, [...path, key], walk.report, 'key');
    walkValue(rule.value, value, below(path, key), scope, walk);
  }
}

/** Reports what a value breaks, if it breaks anything. */
export function reportValue(
  problem: ValueProblem | undefined,
  path: DiagnosticPath,
  report: Report,
  at: 'key' | 'value' = 'value',
): void {
  if (problem !== undefined) report.add({ ...problem, path, at });
}
