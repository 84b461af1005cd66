// Which rule holds at a place of a document, found by walking down from its root.
import type { DiagnosticPath } from '@ojd/expr';
import { childOf, type DocumentNode, type MapNode } from '../../documents/nodes.ts';
import type { ExtensionName } from '../../profile/profile.ts';
import type { ObjectShape, Rule } from '../../schema/rule.ts';
import type { RuleTable } from '../../schema/table.ts';
import { commonShape, meantVariant, shapeOf } from '../../schema/variants.ts';

/** A document and the rules that it follows. */
export interface Place {
  readonly root: MapNode;
  readonly table: RuleTable;
  readonly rootShape: string;
  /** Those that are active: what needs another is not offered to anyone. */
  readonly extensions: ReadonlySet<ExtensionName>;
}

/** Whether something can be used here and now. */
export function isOffered({ extensions }: Place, { extension }: { readonly extension?: ExtensionName }): boolean {
  return extension === undefined || extensions.has(extension);
}

/** The object shape of a node: of variants the one that it says or means, or else what all have in common. */
export function knownShape(table: RuleTable, name: string, node: DocumentNode | undefined): ObjectShape | undefined {
  const shape = shapeOf(table, name, node);
  if (shape?.kind !== 'variants') return shape;
  const meant = node === undefined ? undefined : shape.variants[meantVariant(shape, table, node) ?? ''];
  const variant = meant === undefined ? commonShape(shape, table) : table[meant.shape];
  return variant?.kind === 'object' ? variant : undefined;
}

/** The rule for a place. */
export function ruleAt({ root, table, rootShape }: Place, path: DiagnosticPath): Rule {
  let rule: Rule = { kind: 'object', shape: rootShape };
  let node: DocumentNode | undefined = root;
  for (const key of path) {
    if (rule.kind === 'object') rule = fieldRule(table, rule.shape, node, String(key));
    else if (rule.kind === 'list') rule = rule.item;
    else if (rule.kind === 'string-or-list') rule = rule.list.kind === 'list' ? rule.list.item : rule.list;
    else if (rule.kind === 'map') rule = rule.value;
    node = childOf(node, key);
  }
  return rule;
}

function fieldRule(table: RuleTable, name: string, node: DocumentNode | undefined, key: string): Rule {
  const shape = table[name];
  if (shape?.kind === 'variants' && shape.by === key) return { kind: 'choice', choices: Object.keys(shape.variants) };
  return knownShape(table, name, node)?.fields[key]?.rule ?? { kind: 'ignored' };
}
