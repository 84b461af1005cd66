import { hasNul, holdsNul } from '../ports/nul-characters.ts';

/** Variables of one layer; null takes a variable away that a lower layer set. */
export type VariableChanges = Iterable<readonly [name: string, value: string | null | undefined]>;

/** The layers from low to high, made into the environment of a process. */
export function stackVariables(
  nameOf: (name: string) => string,
  layers: readonly VariableChanges[],
): Record<string, string> {
  const stacked = new Map<string, string>();
  for (const layer of layers) {
    for (const [name, value] of layer) {
      if (value === undefined) continue;
      if (value === null) stacked.delete(nameOf(name));
      else stacked.set(nameOf(name), value);
    }
  }
  // `__proto__` is a legal variable name.
  const variables: Record<string, string> = Object.create(null);
  for (const [name, value] of stacked) variables[name] = value;
  return variables;
}

/** Says what is wrong with the caller's variables, if anything is. */
export function variableProblem(variables: Readonly<Record<string, string | null>>): string | undefined {
  for (const [name, value] of Object.entries(variables)) {
    if (name === '' || /[=\0]/.test(name)) {
      return `the variable name ${JSON.stringify(name)} must be at least one character long and hold neither '=' nor NUL`;
    }
    if (value !== null && typeof value !== 'string')
      return `the variable ${name} must be a string, or null to unset it; got ${typeof value}`;
    if (value !== null && hasNul(value)) return `the value of the variable ${name} ${holdsNul}`;
  }
  return undefined;
}
