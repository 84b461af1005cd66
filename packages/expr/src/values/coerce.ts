import { canonicalPath } from '../paths/pure-path.ts';
import type { PathFormat } from '../paths/path-format.ts';
import { IntRangeExpr } from '../ranges/int-range-expr.ts';
import { type ExprType, INT, listType, membersOf, type SimpleKind, typeText, unionType } from '../types/expr-type.ts';
import {
  type BoolValue,
  boolValue,
  type ExprValue,
  floatValue,
  hasType,
  intValue,
  listValue,
  type ListValue,
  pathValue,
  rangeValue,
  stringValue,
  typeOf,
  unresolvedValue,
} from './expr-value.ts';
import { parseFloatText, parseInteger, wholeNumber } from './parse-number.ts';
import { valueText } from './value-text.ts';

/**
 * A value, or a sentence that says why there is none.
 *
 * @see Expression Language 1.2.3
 */
export type Coerced = ExprValue | string;

type Conversion = (value: ExprValue, format: PathFormat) => Coerced;

const TRUE_WORDS = new Set(['1', 'true', 'on', 'yes']);
const FALSE_WORDS = new Set(['0', 'false', 'off', 'no']);

/** The truth that a word stands for; a sentence if it stands for none. */
export function parseBool(text: string): BoolValue | string {
  const word = text.toLowerCase();
  if (TRUE_WORDS.has(word)) return boolValue(true);
  if (FALSE_WORDS.has(word)) return boolValue(false);
  return `Expected one of 1, true, on, yes, 0, false, off, no, found ${JSON.stringify(text)}`;
}

const toText: Conversion = (value) => stringValue(valueText(value));
const textOf = (value: ExprValue): string => valueText(value);

/**
 * What becomes what when the target has a single scalar type, without losing anything.
 *
 * Specification: Expression Language 1.2.3.
 */
const SCALAR_CONVERSIONS: Readonly<Partial<Record<SimpleKind, Readonly<Record<string, Conversion>>>>> = {
  string: { bool: toText, int: toText, float: toText, path: toText, range_expr: toText },
  path: { string: (value, format) => pathValue(canonicalPath(format, textOf(value)), format) },
  int: {
    float: (value) => (value.kind === 'float' ? wholeNumber(value) : value),
    string: (value) => parseInteger(textOf(value)),
  },
  float: {
    int: (value) => (value.kind === 'int' ? floatValue(Number(value.value)) : value),
    string: (value) => parseFloatText(textOf(value), true),
  },
  bool: { string: (value) => parseBool(textOf(value)) },
  range_expr: {
    string: (value) => {
      const outcome = IntRangeExpr.safeParse(textOf(value));
      return outcome.ok ? rangeValue(outcome.value) : (outcome.problems[0]?.message ?? 'Expected a range expression');
    },
  },
};

/** The conversions that need no single scalar type: they apply where the target has the second type and not the first. */
const WIDENINGS: readonly (readonly [SimpleKind, SimpleKind])[] = [
  ['int', 'float'],
  ['path', 'string'],
  ['range_expr', 'string'],
];

/** How many values a range expression may have to become a list without being asked to. */
export type ListBudget = (length: bigint) => void;

/**
 * The value as one of the types that a target allows, or a sentence that says why it is none. Nothing is lost on the way:
 * 3.75 does not become an int. An unresolved value becomes the promise of what each of its types would become.
 *
 * @example
 * ```ts
 * coerce(stringValue('12'), INT, 'POSIX'); // => { kind: 'int', value: 12 }
 * ```
 * @see Expression Language 1.2.3
 */
export function coerce(value: ExprValue, target: ExprType, format: PathFormat, budget?: ListBudget): Coerced {
  if (target.kind === 'any') return value;
  if (target.kind === 'unresolved') return coerce(value, target.type, format, budget);
  if (value.kind === 'unresolved') return coerceUnresolved(value.type, target);
  const members = membersOf(target);
  if (members.some((member) => member.kind === 'any' || hasType(value, member))) return value;

  if (value.kind === 'list') {
    const list = onlyList(members);
    return list === undefined ? mismatch(value, target) : coerceList(value, list, format, budget);
  }
  if (value.kind === 'range_expr' && hasMember(members, listType(INT))) {
    budget?.(value.value.length);
    return listValue(Array.from(value.value, intValue), INT);
  }
  const to = scalarTarget(value.kind, members);
  const convert = to === undefined ? undefined : SCALAR_CONVERSIONS[to]?.[value.kind];
  return convert === undefined ? mismatch(value, target) : convert(value, format);
}

/** The type that a value of one type would be coerced to; undefined if it could not be. */
export function coerceType(type: ExprType, target: ExprType): ExprType | undefined {
  if (target.kind === 'any') return type;
  if (type.kind === 'any') return target;
  if (type.kind === 'noreturn') return type;
  const members = membersOf(target);
  const exact = members.find((member) => typeText(member) === typeText(type));
  if (exact !== undefined) return exact;
  if (type.kind === 'list') {
    const list = onlyList(members);
    if (list === undefined) return undefined;
    return type.element.kind === 'nulltype' || coerceType(type.element, list.element) !== undefined ? list : undefined;
  }
  if (type.kind === 'range_expr' && hasMember(members, listType(INT))) return listType(INT);
  const to = scalarTarget(type.kind, members);
  if (to === undefined || SCALAR_CONVERSIONS[to]?.[type.kind] === undefined) return undefined;
  return members.find((member) => member.kind === to);
}

function coerceUnresolved(type: ExprType, target: ExprType): Coerced {
  const possible = membersOf(type).flatMap((member) => coerceType(member, target) ?? []);
  if (possible.length === 0) {
    return `Expected ${typeText(target)}, found a value of type ${typeText(type)}`;
  }
  return unresolvedValue(unionType(possible));
}

function coerceList(
  value: ListValue,
  list: ExprType & { kind: 'list' },
  format: PathFormat,
  budget?: ListBudget,
): Coerced {
  const items: ExprValue[] = [];
  for (const item of value.items) {
    const coerced = coerce(item, list.element, format, budget);
    if (typeof coerced === 'string') return coerced;
    items.push(coerced);
  }
  return listValue(items, list.element);
}

/** The single type that a scalar may be converted to, by widening or because it is the only scalar type. */
function scalarTarget(kind: string, members: readonly ExprType[]): SimpleKind | undefined {
  const scalars = members.flatMap((member) =>
    'element' in member || 'members' in member || 'type' in member || member.kind === 'nulltype' ? [] : [member.kind],
  );
  const [only] = scalars;
  if (scalars.length === 1) return only;
  return WIDENINGS.find(([from, to]) => from === kind && scalars.some((scalar) => scalar === to))?.[1];
}

function onlyList(members: readonly ExprType[]): (ExprType & { kind: 'list' }) | undefined {
  const lists = members.filter((member) => member.kind === 'list').filter(({ element }) => element.kind !== 'nulltype');
  return lists.length === 1 ? lists[0] : undefined;
}

function hasMember(members: readonly ExprType[], type: ExprType): boolean {
  return members.some((member) => typeText(member) === typeText(type));
}

function mismatch(value: ExprValue, target: ExprType): string {
  return `Expected ${typeText(target)}, found a value of type ${typeText(typeOf(value))}`;
}
