/**
 * Types without parts.
 *
 * @see Expression Language 1.2.1
 */
export type SimpleKind = 'bool' | 'int' | 'float' | 'string' | 'path' | 'range_expr' | 'nulltype' | 'any' | 'noreturn';

/**
 * A type of the expression language. Always normal: unions are flat, sorted, without repetition, with `nulltype` last;
 * `unresolved` is outermost or absent. Build types with {@link listType}, {@link unionType} and {@link unresolvedType},
 * which keep it so.
 *
 * @see Expression Language 1.2.1
 */
export type ExprType =
  | { readonly kind: SimpleKind }
  | { readonly kind: 'list'; readonly element: ExprType }
  | { readonly kind: 'union'; readonly members: readonly ExprType[] }
  | { readonly kind: 'unresolved'; readonly type: ExprType };

const simple = (kind: SimpleKind): ExprType => Object.freeze({ kind });

/**
 * The type of booleans.
 *
 * @see Expression Language 1.2.1
 */
export const BOOL: ExprType = simple('bool');
/**
 * The type of 64-bit integers.
 *
 * @see Expression Language 1.2.1
 */
export const INT: ExprType = simple('int');
/**
 * The type of floats.
 *
 * @see Expression Language 1.2.1
 */
export const FLOAT: ExprType = simple('float');
/**
 * The type of strings.
 *
 * @see Expression Language 1.2.1
 */
export const STRING: ExprType = simple('string');
/**
 * The type of paths.
 *
 * @see Expression Language 1.2.1
 */
export const PATH: ExprType = simple('path');
/**
 * The type of range expressions.
 *
 * @see Expression Language 1.2.1
 */
export const RANGE_EXPR: ExprType = simple('range_expr');
/**
 * The type of null.
 *
 * @see Expression Language 1.2.1
 */
export const NULLTYPE: ExprType = simple('nulltype');
/**
 * The type that every value has.
 *
 * @see Expression Language 1.2.1
 */
export const ANY: ExprType = simple('any');
export const NORETURN: ExprType = simple('noreturn');

export const SIMPLE_TYPES: Readonly<Record<SimpleKind, ExprType>> = {
  bool: BOOL,
  int: INT,
  float: FLOAT,
  string: STRING,
  path: PATH,
  range_expr: RANGE_EXPR,
  nulltype: NULLTYPE,
  any: ANY,
  noreturn: NORETURN,
};

/**
 * `list[element]`; `list[unresolved[T]]` is `unresolved[list[T]]`.
 *
 * @example
 * ```ts
 * typeText(listType(INT)); // => 'list[int]'
 * ```
 * @see Expression Language 1.2.1
 */
export function listType(element: ExprType): ExprType {
  if (element.kind === 'unresolved') return unresolvedType(listType(element.type));
  return { kind: 'list', element };
}

/**
 * `T?`, the union of a type with `nulltype`.
 *
 * @example
 * ```ts
 * typeText(optionalType(INT)); // => 'int?'
 * ```
 * @see Expression Language 1.2.1
 */
export function optionalType(type: ExprType): ExprType {
  return unionType([type, NULLTYPE]);
}

/** `unresolved[type]`; nested ones flatten. */
export function unresolvedType(type: ExprType): ExprType {
  return type.kind === 'unresolved' ? type : { kind: 'unresolved', type };
}

/**
 * The normal form of a union: `any` absorbs everything, `noreturn` vanishes, `unresolved` moves outwards.
 *
 * @example
 * ```ts
 * typeText(unionType([STRING, INT])); // => 'int | string'
 * ```
 * @see Expression Language 1.2.1
 */
export function unionType(types: readonly ExprType[]): ExprType {
  const members = new Map<string, ExprType>();
  let unresolved = false;
  const add = (type: ExprType): void => {
    if (type.kind === 'unresolved') {
      unresolved = true;
      add(type.type);
    } else if (type.kind === 'union') {
      type.members.forEach(add);
    } else if (type.kind !== 'noreturn') {
      members.set(typeText(type), type);
    }
  };
  types.forEach(add);
  const type = members.has('any') ? ANY : unionOf(members);
  return unresolved ? unresolvedType(type) : type;
}

/** `nulltype` comes last. */
function rank(text: string): string {
  return text === 'nulltype' ? '~' : text;
}

function unionOf(members: ReadonlyMap<string, ExprType>): ExprType {
  const sorted = [...members].toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)).map(([, type]) => type);
  const [first, second] = sorted;
  if (first === undefined) return NORETURN;
  return second === undefined ? first : { kind: 'union', members: sorted };
}

/** The types of a union; a type that is none is its own only member. */
export function membersOf(type: ExprType): readonly ExprType[] {
  return type.kind === 'union' ? type.members : [type];
}

/** The type of the elements of a list or a range expression; undefined for what has none. */
export function elementOf(type: ExprType): ExprType | undefined {
  if (type.kind === 'list') return type.element;
  if (type.kind === 'range_expr') return INT;
  return type.kind === 'any' ? ANY : undefined;
}

/** The type without its `unresolved`. */
export function withoutUnresolved(type: ExprType): ExprType {
  return type.kind === 'unresolved' ? type.type : type;
}

/**
 * Whether two types are the same.
 *
 * @example
 * ```ts
 * sameType(parseType('int | string'), parseType('string | int')); // => true
 * ```
 * @see Expression Language 1.2.1
 */
export function sameType(a: ExprType, b: ExprType): boolean {
  return a === b || (a.kind === b.kind && typeText(a) === typeText(b));
}

/**
 * The type in the notation of the specification.
 *
 * @example
 * ```ts
 * typeText(optionalType(listType(INT))); // => 'list[int]?'
 * ```
 * @see Expression Language 1.2.1
 */
export function typeText(type: ExprType): string {
  switch (type.kind) {
    case 'list':
      return `list[${typeText(type.element)}]`;
    case 'unresolved':
      return type.type.kind === 'any' ? 'unresolved' : `unresolved[${typeText(type.type)}]`;
    case 'union': {
      const texts = type.members.map(typeText);
      if (texts.length === 2 && texts[1] === 'nulltype') return `${texts[0]}?`;
      return texts.join(' | ');
    }
    default:
      return type.kind;
  }
}
