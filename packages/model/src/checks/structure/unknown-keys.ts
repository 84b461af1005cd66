// Keys that are not known where they stand: mistyped, or in the wrong place.
import { closestName, type DiagnosticPath } from '@ojd/expr';
import type { Report } from '../report.ts';
import { childOf, type DocumentNode, nodeAt, quote } from '../../documents/nodes.ts';
import { isOffered, knownShape, type Place, ruleAt } from './places.ts';
import type { ObjectShape, Rule } from '../../schema/rule.ts';

/** With more empty keys than these in one mapping nobody can say which one should hold what follows. */
const MAX_EMPTY_KEYS = 20;

export function reportUnknownKey(
  key: string,
  shape: ObjectShape | undefined,
  node: DocumentNode,
  path: DiagnosticPath,
  place: Place,
  report: Report,
): void {
  const known = Object.keys(shape?.fields ?? {});
  // A key that is there already is not what a mistyped key meant.
  const absent = known.filter((name) => childOf(node, name) === undefined);
  const close = closestName(key, absent) ?? begunBy(key, absent);
  if (isUnderEmpty(key, shape, node, path, place)) return;
  const under = close === undefined && shape !== undefined ? underOf(key, shape, place) : undefined;
  const home = under === undefined ? besideOf(key, path, place) : underHint(under);
  const merge = key === '<<' ? 'YAML 1.2 has no merge keys: write the keys out.' : undefined;
  const meant = meantHint(close, shape, place);
  const offered = known.filter((name) => isOffered(place, shape?.fields[name] ?? {}));
  const hint = merge ?? meant ?? home ?? `Known keys: ${offered.join(', ')}.`;
  const message = `The key ${quote(key)} is not known here.`;
  const standsFor = close === undefined ? (under?.slice(0, 1) ?? 'anything') : [close];
  report.add({ code: 'unknown-key', message, hint, path: [...path, key], at: 'key', standsFor });
}

function meantHint(meant: string | undefined, shape: ObjectShape | undefined, place: Place): string | undefined {
  if (meant === undefined) return undefined;
  const extension = shape?.fields[meant]?.extension;
  const needs =
    extension === undefined || place.extensions.has(extension) ? '' : ` It needs the extension ${extension}.`;
  return `Did you mean ${quote(meant)}?${needs}`;
}

function underHint([outer, inner]: readonly string[]): string {
  return inner === undefined
    ? `It belongs under ${quote(outer ?? '')}: indent it further.`
    : `It belongs under ${quote(inner)} in ${quote(outer ?? '')}.`;
}

/** The known key that a longer one begins with, or that begins with a shorter one: `timeoutSeconds`, `notifyPeriod`. */
function begunBy(key: string, known: readonly string[]): string | undefined {
  if (key.length < MIN_BEGINNING) return undefined;
  const [one, another] = known.filter(
    (name) => name.startsWith(key) || (name.length >= MIN_BEGINNING && key.startsWith(name)),
  );
  return another === undefined ? one : undefined;
}

/** Shorter beginnings say nothing. */
const MIN_BEGINNING = 4;

/** The keys that lead to where a key is known inside of an object, at most two: `script`, `actions` for `onRun`. */
function underOf(key: string, shape: ObjectShape, place: Place): readonly string[] | undefined {
  const fields = Object.entries(shape.fields).filter(([, field]) => isOffered(place, field));
  for (const [under, { rule }] of fields) if (isKnownIn(rule, key, place)) return [under];
  for (const [under, { rule }] of fields) {
    const inner = rule.kind === 'object' ? knownShape(place.table, rule.shape, undefined) : undefined;
    for (const [name, field] of Object.entries(inner?.fields ?? {})) {
      if (isOffered(place, field) && isKnownIn(field.rule, key, place)) return [under, name];
    }
  }
  return undefined;
}

/** Where a key is known beside the object. An indentation slipped. */
function besideOf(key: string, path: DiagnosticPath, place: Place): string | undefined {
  // Out of a list the way is two steps up.
  for (const up of [1, 2]) {
    const around = path.slice(0, -up);
    const beside = path[path.length - up];
    if (path.length >= up && typeof beside === 'string' && isKnownIn(ruleAt(place, around), key, place, around))
      return `It belongs beside ${quote(beside)}: indent it less.`;
  }
  return undefined;
}

/** Whether a key would be known under one of its neighbours that holds nothing: that neighbour is reported. */
function isUnderEmpty(
  key: string,
  shape: ObjectShape | undefined,
  node: DocumentNode,
  path: DiagnosticPath,
  place: Place,
): boolean {
  return emptyKeys(node).some((other) => {
    if (other === key) return false;
    const rule = shape?.fields[other]?.rule ?? ruleAt(place, [...path.slice(0, -1), other]);
    return rule.kind === 'map' || isKnownIn(rule, key, place);
  });
}

const emptyKeysOf = new WeakMap<DocumentNode, readonly string[]>();

/** The first keys of a mapping that hold nothing, found once for all its unknown keys. */
function emptyKeys(node: DocumentNode): readonly string[] {
  const known = emptyKeysOf.get(node);
  if (known !== undefined || node.kind !== 'map') return known ?? [];
  const found: string[] = [];
  for (const { key, value } of node.entries.values()) {
    if (value.kind === 'scalar' && value.value === null && found.push(key) === MAX_EMPTY_KEYS) break;
  }
  emptyKeysOf.set(node, found);
  return found;
}

function isKnownIn(rule: Rule, key: string, place: Place, path?: DiagnosticPath): boolean {
  if (rule.kind !== 'object') return false;
  const node = path === undefined ? undefined : nodeAt(place.root, path);
  return Object.hasOwn(knownShape(place.table, rule.shape, node)?.fields ?? {}, key);
}

/** Whether a missing key stands there after all, mistyped: then the unknown key says so. */
export function isMistypedKey(key: string, node: DocumentNode, shape: ObjectShape | undefined): boolean {
  if (node.kind !== 'map' || shape === undefined) return false;
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

/** Whether an unknown key belongs under a key that is missing: that it stands too far out says all. */
export function isStoodFor(key: string, node: DocumentNode, shape: ObjectShape | undefined, place: Place): boolean {
  if (node.kind !== 'map' || shape?.fields[key] === undefined) return false;
  const unknown = [...node.entries.keys()].slice(0, MAX_MISTYPED).filter((name) => !Object.hasOwn(shape.fields, name));
  return unknown.some((name) => underOf(name, shape, place)?.[0] === key);
}

/** Unknown keys of one mapping that may be a missing one, mistyped: with more than that it is no typing error. */
const MAX_MISTYPED = 50;
