import { ANY, type ExprType, listType, optionalType, SIMPLE_TYPES, unionType, unresolvedType } from './expr-type.ts';

const SIMPLE: ReadonlyMap<string, ExprType> = new Map(Object.entries(SIMPLE_TYPES));

/**
 * Reads a type in the notation of the specification.
 *
 * @throws {TypeError} if the text is not a type.
 * @example
 * ```ts
 * parseType('string? | list[string]');
 * ```
 * @see Expression Language 1.2.1
 */
export function parseType(text: string): ExprType {
  const tokens = text.match(/[a-z_]+|\S/g) ?? [];
  let position = 0;
  const take = (token: string): boolean => {
    if (tokens[position] !== token) return false;
    position++;
    return true;
  };
  const refuse = (): never => {
    const found = tokens[position];
    throw new TypeError(
      `Expected a type such as int, string?, list[path] or int | float, found ${JSON.stringify(text)}` +
        (found === undefined ? '' : ` with an unexpected '${found}'`),
    );
  };
  const bracketed = (): ExprType => {
    if (!take('[')) refuse();
    const inner = union();
    if (!take(']')) refuse();
    return inner;
  };
  const single = (): ExprType => {
    if (take('list')) return listType(bracketed());
    if (take('unresolved')) return unresolvedType(tokens[position] === '[' ? bracketed() : ANY);
    const type = SIMPLE.get(tokens[position] ?? '') ?? refuse();
    position++;
    return type;
  };
  const member = (): ExprType => {
    let type = single();
    while (take('?')) type = optionalType(type);
    return type;
  };
  const union = (): ExprType => {
    const members = [member()];
    while (take('|')) members.push(member());
    return unionType(members);
  };
  const type = union();
  if (position < tokens.length) refuse();
  return type;
}
