import type { SpawnErrorSubject, SpawnRequest } from './spawn.ts';

/** What the system takes a text for ends at its first NUL: what stands behind it would be lost without a word. */
export const holdsNul = 'holds a NUL character, which no process can receive';

export function hasNul(text: string): boolean {
  return text.includes('\0');
}

/** The first part of a request that no process can receive. */
export function nulInRequest({
  command,
  args,
  env,
}: Pick<SpawnRequest, 'command' | 'args' | 'env'>): readonly [SpawnErrorSubject, string] | undefined {
  if (hasNul(command)) return ['command', `The command ${JSON.stringify(command)} ${holdsNul}.`];
  const index = args.findIndex(hasNul);
  if (index >= 0) return ['arguments', `The argument args[${index}] of '${command}' ${holdsNul}.`];
  const variable = Object.entries(env).find(([name, value]) => hasNul(name) || hasNul(value));
  if (variable === undefined) return undefined;
  return ['arguments', `The variable ${JSON.stringify(variable[0])} of the environment ${holdsNul}.`];
}
