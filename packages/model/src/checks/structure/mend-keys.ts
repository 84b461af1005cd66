// Unknown keys: each is reported once. What stands under one that was surely meant to be another is checked as if it
// stood under that one: every check after this sees the mended document, and the report gives the places as written.
import type { DiagnosticPath } from '@ojd/expr';
import { below, type DocumentNode, listNode, type MapEntry, type MapNode, mapNode } from '../../documents/nodes.ts';
import type { ObjectShape, Rule } from '../../schema/rule.ts';
import type { Report } from '../report.ts';
import { fits } from './meant-keys.ts';
import { isOffered, knownShape, type Place } from './places.ts';
import { reportUnknownKey } from './unknown-keys.ts';

/** The document with the keys that its author meant. */
export function mendKeys(place: Place, report: Report): MapNode {
  return mendObject(place.rootShape, place.root, [], place, report);
}

function mend(rule: Rule, node: DocumentNode, path: DiagnosticPath, place: Place, report: Report): DocumentNode {
  if (rule.kind === 'object' && node.kind === 'map') return mendObject(rule.shape, node, path, place, report);
  if (rule.kind === 'string-or-list') return mend(rule.list, node, path, place, report);
  if (rule.kind !== 'list' || node.kind !== 'list') return node;
  const items = node.items.map((item, index) => mend(rule.item, item, below(path, index), place, report));
  return items.every((item, index) => item === node.items[index]) ? node : listNode(items, node.extent);
}

function mendObject(name: string, node: MapNode, path: DiagnosticPath, place: Place, report: Report): MapNode {
  const shape = knownShape(place.table, name, node);
  if (shape === undefined) return node;
  const names = meantNames(shape, node, path, place, report);
  let isSame = names.size === 0;
  const entries = new Map<string, MapEntry>();
  for (const [written, entry] of node.entries) {
    const key = names.get(written) ?? written;
    const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    const value = field === undefined ? entry.value : mend(field.rule, entry.value, below(path, key), place, report);
    isSame &&= value === entry.value;
    entries.set(key, { ...entry, key, value });
  }
  return isSame ? node : mapNode(entries, node.extent);
}

/** Reports the unknown keys of an object; gives what those were meant to be whose value fits. */
function meantNames(
  shape: ObjectShape,
  node: MapNode,
  path: DiagnosticPath,
  place: Place,
  report: Report,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const absent = new Set(Object.keys(shape.fields).filter((key) => !node.entries.has(key)));
  for (const { key, value } of node.entries.values()) {
    if (Object.hasOwn(shape.fields, key)) continue;
    const meant = reportUnknownKey(key, shape, [...absent], node, path, place, report);
    const field = shape.fields[meant ?? ''];
    if (meant === undefined || field === undefined || !isOffered(place, field) || !fits(field.rule, value)) continue;
    absent.delete(meant);
    names.set(key, meant);
    report.rename(path, meant, key);
  }
  return names;
}
