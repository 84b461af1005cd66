// Objects that one key tells apart: which variant one is, which one it was meant to be, and what all have in common.
import { closestName } from '@ojd/expr';
import { childOf, type DocumentNode, textOf } from '../documents/nodes.ts';
import { closestChoice } from './choices.ts';
import type { Field, ObjectShape, Rule, Shape, VariantShape } from './rule.ts';
import type { RuleTable } from './table.ts';

/** The name of the variant that a literal says, in any case. */
export function variantOf(shape: VariantShape, literal: string | undefined): string | undefined {
  const upper = literal?.toUpperCase() ?? '';
  return Object.hasOwn(shape.variants, upper) ? upper : undefined;
}

/** The object shape of a node: for variants, the one that the telling key says. */
export function shapeOf(table: RuleTable, name: string, node: DocumentNode | undefined): Shape | undefined {
  const shape = table[name];
  if (shape?.kind !== 'variants') return shape;
  const variant = variantOf(shape, textOf(childOf(node, shape.by)));
  return variant === undefined ? shape : table[shape.variants[variant]?.shape ?? ''];
}

/** The key that tells, as an object has it: perhaps mistyped. Undefined when it is absent. */
export function tellingKey(shape: VariantShape, table: RuleTable, node: DocumentNode): string | undefined {
  if (node.kind !== 'map' || node.entries.has(shape.by)) return shape.by;
  const { fields } = commonShape(shape, table);
  return closestName(
    shape.by,
    [...node.entries.keys()].filter((key) => !Object.hasOwn(fields, key)),
  );
}

/** The variant that an object was probably meant to be, though it does not say so: the telling key or its value is mistyped. */
export function meantVariant(shape: VariantShape, table: RuleTable, node: DocumentNode): string | undefined {
  const literal = textOf(childOf(node, tellingKey(shape, table, node) ?? shape.by));
  if (literal === undefined) return undefined;
  const close = variantOf(shape, literal) ?? closestChoice(literal, Object.keys(shape.variants));
  // One more level of list is no typing error: what it holds would be judged by the wrong rules.
  return close !== undefined && levels(close) === levels(literal) ? close : undefined;
}

const levels = (type: string): number => type.split('[').length;

const commonShapes = new WeakMap<VariantShape, ObjectShape>();

/** What can be said of an object whose variant nobody knows: every key of any variant, and the rules that all agree on. */
export function commonShape(shape: VariantShape, table: RuleTable): ObjectShape {
  const known = commonShapes.get(shape);
  if (known !== undefined) return known;
  const variants = Object.values(shape.variants).flatMap(({ shape: name }) => {
    const variant = table[name];
    return variant?.kind === 'object' ? [variant] : [];
  });
  const fields: Record<string, Field> = {};
  for (const key of new Set(variants.flatMap((variant) => Object.keys(variant.fields)))) {
    const all = variants.flatMap((variant) => variant.fields[key] ?? []);
    const [first] = all;
    if (first === undefined) continue;
    const rule: Rule = all.every((field) => field.rule === first.rule) ? first.rule : { kind: 'ignored' };
    const isRequired = variants.every((variant) => variant.fields[key]?.required === true);
    fields[key] = { ...(isRequired ? first : {}), rule };
  }
  const common: ObjectShape = { kind: 'object', section: shape.section, fields };
  commonShapes.set(shape, common);
  return common;
}
