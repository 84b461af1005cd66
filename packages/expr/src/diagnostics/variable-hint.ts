import { closestName } from './closest-name.ts';

/** More names than these nobody reads. */
const MAX_LISTED = 10;

/** What to say about a variable that does not exist: the one that was meant, or else those that there are. */
export function variableHint(name: string, known: Iterable<string>): string {
  const names = [...known];
  const meant = closestVariable(name, names);
  if (meant !== undefined) return `did you mean '${meant}'?`;
  if (names.length === 0) return 'no variable exists here';
  const prefix = name.slice(0, name.lastIndexOf('.') + 1);
  const alike = names.filter((other) => other.startsWith(prefix) && !other.includes('.', prefix.length));
  return `what exists here: ${listed(alike.length > 0 ? alike : names)}`;
}

/**
 * The variable that a mistyped one most likely meant. Dotted names are compared part by part, so that `Param.A` is not near
 * `Param.B` for all that they share; a name alone, or behind a wrong prefix, is the shortest that ends with it.
 *
 * @example
 * ```ts
 * closestVariable('Frame', ['Param.Scene', 'Param.Frame']); // => 'Param.Frame'
 * ```
 */
export function closestVariable(name: string, known: readonly string[]): string | undefined {
  const parts = name.split('.');
  let candidates = known.filter((other) => other.split('.').length === parts.length);
  for (const [index, part] of parts.entries()) {
    const there = candidates.map((other) => other.split('.')[index] ?? '');
    const close = there.includes(part) ? part : closestName(part, there);
    candidates = candidates.filter((_, at) => there[at] === close);
  }
  const ending = `.${parts.at(-1) ?? ''}`;
  const [shortest] = known.filter((other) => other.endsWith(ending)).toSorted((a, b) => a.length - b.length);
  return candidates[0] ?? shortest ?? known.find((other) => name.startsWith(`${other}.`));
}

function listed(names: readonly string[]): string {
  const rest = names.length - MAX_LISTED;
  const shown = names.slice(0, MAX_LISTED).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}
