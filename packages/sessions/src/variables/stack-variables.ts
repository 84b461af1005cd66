import { hasNul, holdsNul } from '../ports/nul-characters.ts';

/** Variables of one layer; null takes a variable away that a lower layer set. */
export type VariableChanges = Iterable<readonly [name: string, value: string | null | undefined]>;

/** Variables by name. Without a prototype: `__proto__` is a legal name. */
export type Variables = Record<string, string>;

/** A copy to which layers can be added. */
export function copyOf(variables: Variables): Variables {
  const copy: Variables = Object.create(null);
  // Several times as fast as what copies all properties at once, and every action starts with this.
  for (const name in variables) copy[name] = variables[name] ?? '';
  return copy;
}

/** Adds layers, from low to high. */
export function stackVariables(
  variables: Variables,
  nameOf: (name: string) => string,
  layers: readonly VariableChanges[],
): Variables {
  for (const layer of layers) {
    for (const [name, value] of layer) {
      if (value === undefined) continue;
      if (value === null) delete variables[nameOf(name)];
      else variables[nameOf(name)] = value;
    }
  }
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
