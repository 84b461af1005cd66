// Keys that are not known where they stand: mistyped, or in the wrong place.
import type { DiagnosticPath } from '@ojd/expr';
import type { Report } from '../report.ts';
import { type DocumentNode, type MapNode, nodeAt, quote } from '../../documents/nodes.ts';
import { lackedKey, misspeltKey, synonymOf } from './meant-keys.ts';
import { isOffered, knownShape, type Place, ruleAt } from './places.ts';
import type { ObjectShape, Rule } from '../../schema/rule.ts';

/** With more empty keys than these in one mapping nobody can say which one should hold what follows. */
const MAX_EMPTY_KEYS = 20;

/** Reports a key that is not known in its object; gives the absent key that it surely was meant to be. */
export function reportUnknownKey(
  key: string,
  shape: ObjectShape,
  absent: readonly string[],
  node: MapNode,
  path: DiagnosticPath,
  place: Place,
  report: Report,
): string | undefined {
  if (isUnderEmpty(key, shape, node, path, place)) return undefined;
  // A key that is there already is not what a mistyped key meant.
  const misspelt = misspeltKey(key, absent);
  const under = misspelt === undefined ? underOf(key, shape, place) : undefined;
  const beside = misspelt === undefined && under === undefined ? besideOf(key, path, place) : undefined;
  const isElsewhere = under !== undefined || beside !== undefined;
  const meant = misspelt ?? (isElsewhere ? undefined : synonymOf(key, absent));
  const lacked = meant === undefined && !isElsewhere ? lackedKey(shape, node, key) : undefined;
  const hint =
    key === '<<'
      ? 'YAML 1.2 has no merge keys: write the keys out.'
      : (meantHint(meant, shape, place) ??
        (under === undefined ? beside : underHint(under)) ??
        (lacked === undefined ? knownHint(shape, place) : `Is it meant to be ${quote(lacked)}, which is missing?`));
  report.add({
    code: 'unknown-key',
    message: `The key ${quote(key)} is not known here.`,
    hint,
    path: [...path, key],
    at: 'key',
    standsFor: meant ?? under?.[0] ?? lacked,
  });
  return meant;
}

function knownHint({ fields }: ObjectShape, place: Place): string {
  const offered = Object.keys(fields).filter((name) => isOffered(place, fields[name] ?? {}));
  return `Known keys: ${offered.join(', ')}.`;
}

function meantHint(meant: string | undefined, shape: ObjectShape, place: Place): string | undefined {
  if (meant === undefined) return undefined;
  const extension = shape.fields[meant]?.extension;
  const needs =
    extension === undefined || place.extensions.has(extension) ? '' : ` It needs the extension ${extension}.`;
  return `Did you mean ${quote(meant)}?${needs}`;
}

function underHint(way: readonly string[]): string {
  const [inner = '', ...outer] = way.toReversed().map(quote);
  return outer.length === 0
    ? `It belongs under ${inner}: indent it further.`
    : `It belongs under ${[inner, ...outer].join(' in ')}.`;
}

/** The keys that lead to where a key is known inside of an object, the fewest: `script`, `actions` for `onRun`. */
function underOf(key: string, shape: ObjectShape, place: Place): readonly string[] | undefined {
  let ways: { readonly way: readonly string[]; readonly shape: ObjectShape }[] = [{ way: [], shape }];
  for (let level = 1; level <= MAX_LEVELS; level++) {
    ways = ways.flatMap((outer) =>
      Object.entries(outer.shape.fields).flatMap(([name, { rule, ...field }]) => {
        const inner =
          rule.kind === 'object' && isOffered(place, field)
            ? knownShape(place.table, rule.shape, undefined)
            : undefined;
        return inner === undefined ? [] : [{ way: [...outer.way, name], shape: inner }];
      }),
    );
    const found = ways.find(({ shape: { fields } }) => Object.hasOwn(fields, key));
    if (found !== undefined) return found.way;
  }
  return undefined;
}

const MAX_LEVELS = 3;

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
  shape: ObjectShape,
  node: DocumentNode,
  path: DiagnosticPath,
  place: Place,
): boolean {
  return emptyKeys(node).some((other) => {
    if (other === key) return false;
    const rule = shape.fields[other]?.rule ?? ruleAt(place, [...path.slice(0, -1), other]);
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
