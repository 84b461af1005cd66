import { type ExprType, FLOAT, listType, sameType, STRING } from './expr-type.ts';

/**
 * The type that values of two types have in common inside a list: int and float become float, path and string become
 * string, lists join their elements, and the empty list fits every list. Undefined when there is none.
 *
 * Specification: Expression Language 1.2.6.
 */
export function joinTypes(a: ExprType, b: ExprType): ExprType | undefined {
  if (sameType(a, b) || b.kind === 'noreturn') return a;
  if (a.kind === 'noreturn') return b;
  if (a.kind === 'any' || b.kind === 'any') return { kind: 'any' };
  const kinds = `${a.kind},${b.kind}`;
  if (kinds === 'int,float' || kinds === 'float,int') return FLOAT;
  if (kinds === 'path,string' || kinds === 'string,path') return STRING;
  if (a.kind !== 'list' || b.kind !== 'list') return undefined;
  if (a.element.kind === 'nulltype') return b;
  if (b.element.kind === 'nulltype') return a;
  const element = joinTypes(a.element, b.element);
  return element === undefined ? undefined : listType(element);
}

/** How many levels of lists a type has. */
export function listDepth(type: ExprType): number {
  return type.kind === 'list' ? 1 + listDepth(type.element) : 0;
}
