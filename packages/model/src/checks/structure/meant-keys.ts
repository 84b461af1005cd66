// Which key of an object an unknown one was meant to be.
import { closestName } from '@ojd/expr';
import { childOf, type DocumentNode, type MapNode } from '../../documents/nodes.ts';
import type { ObjectShape, Rule } from '../../schema/rule.ts';

/** What other formats call things, and what these may be called here: the first that the object has is meant. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  arguments: ['args'],
  choices: ['allowedValues'],
  chunkSize: ['defaultTaskCount'],
  content: ['data'],
  dependsOn: ['dependencies'],
  depends_on: ['dependencies', 'dependsOn'],
  env: ['variables', 'jobEnvironments', 'stepEnvironments'],
  environment: ['variables', 'jobEnvironments', 'stepEnvironments'],
  environments: ['jobEnvironments', 'stepEnvironments'],
  id: ['name'],
  max: ['maxValue'],
  min: ['minValue'],
  needs: ['dependencies'],
  parameters: ['parameterDefinitions', 'taskParameterDefinitions'],
  run: ['onRun'],
  step: ['dependsOn'],
  taskParameters: ['taskParameterDefinitions'],
  title: ['name'],
  values: ['range', 'allowedValues'],
  version: ['specificationVersion'],
};

/** Shorter beginnings say nothing. */
const MIN_BEGINNING = 4;

/** The key that an unknown one was meant to be, of those that its object has not: misspelt, or cut off. */
export function misspeltKey(key: string, absent: readonly string[]): string | undefined {
  return closestName(key, absent) ?? begunBy(key, absent);
}

/** The same, called as in another format. */
export function synonymOf(key: string, absent: readonly string[]): string | undefined {
  const names = Object.hasOwn(SYNONYMS, key) ? SYNONYMS[key] : undefined;
  return names?.find((name) => absent.includes(name));
}

/** The known key that a longer one begins with, or that begins with a shorter one: `timeoutSeconds`, `notifyPeriod`. */
function begunBy(key: string, known: readonly string[]): string | undefined {
  if (key.length < MIN_BEGINNING) return undefined;
  const [one, another] = known.filter(
    (name) => name.startsWith(key) || (name.length >= MIN_BEGINNING && key.startsWith(name)),
  );
  return another === undefined ? one : undefined;
}

/** The one required key that an object lacks, when it has one unknown key, whose value could be its. */
export function lackedKey(shape: ObjectShape, node: MapNode, key: string): string | undefined {
  const value = childOf(node, key);
  const missing = Object.keys(shape.fields).filter((name) => shape.fields[name]?.required && !node.entries.has(name));
  const [lacked, another] = missing;
  if (lacked === undefined || another !== undefined) return undefined;
  const unknown = [...node.entries.keys()].filter((name) => !Object.hasOwn(shape.fields, name));
  return value !== undefined && unknown.length === 1 && fits(shape.fields[lacked]?.rule, value) ? lacked : undefined;
}

/** Whether a value has the kind that a rule takes: of another kind it would be a mistake of its own, if the guess is right. */
export function fits(rule: Rule | undefined, node: DocumentNode): boolean {
  const { kind } = node;
  if (rule === undefined || rule.kind === 'ignored' || (kind === 'scalar' && node.value === null)) return false;
  if (rule.kind === 'string-or-list') return kind === 'scalar' || fits(rule.list, node);
  if (rule.kind === 'list') return kind === 'list' && node.items.every((item) => fits(rule.item, item));
  return kind === (rule.kind === 'object' || rule.kind === 'map' ? 'map' : 'scalar');
}
