import { IntRangeExpr } from '@ojd/expr';
import type { CombinationNode } from '../../src/combinations/combination.ts';
import type { ResolvedTaskParameter, StepParameterSpace, TaskParameterSet } from '../../src/spaces/types.ts';

/** `A * (B, C)` as a tree. Tests write combinations as nested arrays: a product, and inside it associations, and so on. */
export type Sketch = string | { readonly product: readonly Sketch[] } | { readonly association: readonly Sketch[] };

export function combination(sketch: Sketch): CombinationNode {
  if (typeof sketch === 'string') return { kind: 'name', name: sketch };
  return 'product' in sketch
    ? { kind: 'product', members: sketch.product.map(combination) }
    : { kind: 'association', members: sketch.association.map(combination) };
}

/** A space from ranges (text of a range expression) and lists (texts of values); the product unless told otherwise. */
export function space(
  parameters: Readonly<Record<string, string | readonly string[] | ResolvedTaskParameter>>,
  sketch: Sketch = { product: Object.keys(parameters) },
): StepParameterSpace {
  return {
    taskParameterDefinitions: Object.entries(parameters).map(([name, range]) => definition(name, range)),
    combination: combination(sketch),
  };
}

function definition(name: string, range: string | readonly string[] | ResolvedTaskParameter): ResolvedTaskParameter {
  if (typeof range === 'string') return { name, type: 'INT', range: IntRangeExpr.parse(range) };
  return 'type' in range ? range : { name, type: 'STRING', range };
}

/** A `CHUNK[INT]` parameter. A list keeps its order. */
export function chunked(
  name: string,
  range: string | readonly string[],
  defaultTaskCount: number,
  rangeConstraint: 'CONTIGUOUS' | 'NONCONTIGUOUS' = 'CONTIGUOUS',
  targetRuntimeSeconds?: number,
): ResolvedTaskParameter {
  return {
    name,
    type: 'CHUNK[INT]',
    range: typeof range === 'string' ? IntRangeExpr.parse(range) : range,
    chunks: { defaultTaskCount, rangeConstraint, ...(targetRuntimeSeconds !== undefined && { targetRuntimeSeconds }) },
  };
}

/** Only the values of a task, by name: what a person would write down. */
export function values(set: TaskParameterSet): Record<string, string> {
  return Object.fromEntries(Object.entries(set).map(([name, { value }]) => [name, value]));
}

/** The values of one parameter in all tasks. */
export function column(tasks: Iterable<TaskParameterSet>, name: string): string[] {
  return Array.from(tasks, (set) => set[name]?.value ?? '');
}
