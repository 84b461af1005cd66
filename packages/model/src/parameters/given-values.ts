import type { Findings } from '../diagnostics/findings.ts';
import { DEFAULT_DOCUMENT_LIMITS } from '../documents/limits.ts';

/** Values that somebody gave, by name; nobody has looked at them. */
export type GivenValues = ReadonlyMap<string, unknown>;

/** Lists hold lists; what these hold instead of values is told by its length. */
const LIST_LEVELS = 3;
const MOST_VALUES = DEFAULT_DOCUMENT_LIMITS.maxNodes;

/**
 * Copies what a caller gave, once: a getter or a proxy of theirs may throw, or say something else the next time, and holes
 * of a list are elements like others.
 */
export function readGivenValues(
  values: Readonly<Record<string, unknown>>,
  findings: Findings,
): GivenValues | undefined {
  const copies = new Map<string, unknown>();
  let count = 0;
  const copy = (value: unknown, levels: number): unknown => {
    if (!Array.isArray(value)) return value;
    if (levels === 0) return undefined;
    const { length } = value;
    count += length;
    if (count > MOST_VALUES) throw new Error(`there are more than ${MOST_VALUES}`);
    const items: unknown[] = [];
    for (let index = 0; index < length; index++) items.push(copy(value[index], levels - 1));
    return items;
  };
  try {
    for (const name of Object.keys(values)) {
      const value = values[name];
      if (value !== undefined) copies.set(name, copy(value, LIST_LEVELS));
    }
  } catch (error) {
    findings.add({
      code: 'object-unsupported-value',
      path: [],
      message: `The job parameters could not be read: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Give an object of values by the names of the parameters.',
    });
    return undefined;
  }
  return copies;
}
