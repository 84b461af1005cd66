import { type ExprType, type ExprValue, parseType, valueText } from '@ojd/expr';

// The types of fields that expressions are coerced to (Expression Language 1.3). A null drops an optional field or a
// list item; a list in place of a list item is spread.
const TARGETS = {
  string: 'string',
  'string-item': 'string? | list[string]',
  'int-item': 'int? | list[int]',
  'float-item': 'float? | list[float]',
  'optional-string': 'string?',
  'optional-int': 'int?',
  'optional-float': 'float?',
  int: 'int',
  'int-range': 'int | string | range_expr | list[int]',
  'float-range': 'list[float]',
  'string-range': 'list[string]',
} as const;

export type TargetName = keyof typeof TARGETS;

const parsed = new Map<TargetName, ExprType>();

/** The type of a target. */
export function targetType(name: TargetName): ExprType {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const type = parseType(TARGETS[name]);
  parsed.set(name, type);
  return type;
}

/** The texts that a field gets from a value: none for null, several for a list; undefined while they are not known. */
export function textsOf(value: ExprValue): readonly string[] | undefined {
  if (value.kind === 'unresolved') return undefined;
  if (value.kind === 'null') return [];
  return value.kind === 'list' ? value.items.map(valueText) : [valueText(value)];
}
