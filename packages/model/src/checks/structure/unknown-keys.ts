// Keys that are not known where they stand: mistyped, or in the wrong place.
import { closestName, type DiagnosticPath } from '@ojd/expr';
import type { Report } from '../report.ts';
import { childOf, type DocumentNode, nodeAt, quote } from '../../documents/nodes.ts';
import { knownShape, type Place, ruleAt } from './places.ts';
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
  const close = closestName(
    key,
    known.filter((name) => childOf(node, name) === undefined),
  );
  if (isUnderEmpty(key, shape, node, path, place)) return;
  const home = shape === undefined ? undefined : homeOf(key, shape, path, place);
  const merge = key === '<<' ? 'YAML 1.2 has no merge keys: write the keys out.' : undefined;
  const meant = close === undefined ? undefined : `Did you mean ${quote(close)}?`;
  const hint = merge ?? meant ?? home ?? `Known keys: ${known.join(', ')}.`;
  const message = `The key ${quote(key)} is not known here.`;
  report.add({ code: 'unknown-key', message, hint, path: [...path, key], at: 'key' });
}

/** Where a key is known nearby: under another key of the same object, or beside the object. An indentation slipped. */
function homeOf(key: string, shape: ObjectShape, path: DiagnosticPath, place: Place): string | undefined {
  for (const [under, field] of Object.entries(shape.fields)) {
    if (isKnownIn(field.rule, key, place)) return `It belongs under ${quote(under)}: indent it further.`;
  }
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

/** Unknown keys of one mapping that may be a missing one, mistyped: with more than that it is no typing error. */
const MAX_MISTYPED = 50;
