import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StepDependencyGraph } from '../../src/index.ts';
import type { Step } from '../../src/index.ts';
import { jobOf, SCRIPT, stepOf } from './jobs.ts';

/** A graph from `{ step: [its dependencies] }`, put together by hand: a decoded template has no circles. */
function graphOf(dependencies: Readonly<Record<string, readonly string[]>>): StepDependencyGraph {
  const template = stepOf({});
  const steps: Step[] = [];
  for (const [name, names] of Object.entries(dependencies)) steps.push({ ...template, name, dependencies: names });
  return new StepDependencyGraph({ steps });
}

const names = (steps: readonly Step[]): string[] => steps.map(({ name }) => name);

describe('the order', () => {
  test('is that of the template where nothing depends on anything', () => {
    expect(names(graphOf({ C: [], A: [], B: [] }).topologicalOrder())).toEqual(['C', 'A', 'B']);
  });

  test('puts dependencies first, each as early as the template has it', () => {
    expect(names(graphOf({ A: ['D', 'B'], B: [], C: ['A'], D: ['C2'], C2: [] }).topologicalOrder())).toEqual([
      'B',
      'C2',
      'D',
      'A',
      'C',
    ]);
  });

  test('of a template', () => {
    const job = jobOf({
      steps: [
        { name: 'Encode', dependencies: [{ dependsOn: 'Render' }], script: SCRIPT },
        { name: 'Render', dependencies: [{ dependsOn: 'Prepare' }], script: SCRIPT },
        { name: 'Prepare', script: SCRIPT },
      ],
    });
    expect(names(new StepDependencyGraph(job).topologicalOrder())).toEqual(['Prepare', 'Render', 'Encode']);
  });

  test('with more paths than anyone can walk, all that a step needs is found at once', () => {
    const layers = 40;
    const layerOf = (layer: number): string[] => [`A${layer}`, `B${layer}`];
    const graph = graphOf(
      Object.fromEntries(
        Array.from({ length: layers }, (_, layer) =>
          layerOf(layer).map((name) => [name, layer === 0 ? [] : layerOf(layer - 1)]),
        ).flat(),
      ) as Record<string, string[]>,
    );
    expect(graph.transitiveDependenciesOf(`A${layers - 1}`)).toHaveLength(2 * (layers - 1));
  });

  test('of a chain of 20,000 steps needs no deep stack', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`S${index}`, index === 19_999 ? [] : [`S${index + 1}`]]),
    );
    const order = names(graphOf(chain).topologicalOrder());
    expect(order).toHaveLength(20_000);
    expect(order[0]).toBe('S19999');
  });

  test('has every step once, after all that it depends on', () => {
    const graph = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.tuple(
        fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => index),
          { minLength: count, maxLength: count },
        ),
        fc.array(fc.tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 0, max: count - 1 })), {
          maxLength: 30,
        }),
      ),
    );
    fc.assert(
      fc.property(graph, ([ranks, pairs]) => {
        // An edge always leads from a higher rank to a lower one, so there is no circle.
        const dependencies: Record<string, string[]> = Object.fromEntries(ranks.map((_, index) => [`S${index}`, []]));
        for (const [a, b] of pairs) {
          const [from, to] = (ranks[a] ?? 0) > (ranks[b] ?? 0) ? [a, b] : [b, a];
          if (a !== b && dependencies[`S${from}`]?.includes(`S${to}`) === false)
            dependencies[`S${from}`]?.push(`S${to}`);
        }
        const subject = graphOf(dependencies);
        const order = names(subject.topologicalOrder());
        expect(order.toSorted()).toEqual(Object.keys(dependencies).toSorted());
        for (const [name, before] of Object.entries(dependencies)) {
          expect(before.every((other) => order.indexOf(other) < order.indexOf(name))).toBe(true);
          expect(names(subject.transitiveDependenciesOf(name))).toEqual(
            order.filter((other) => names(subject.transitiveDependenciesOf(name)).includes(other)),
          );
        }
      }),
    );
  });
});

describe('neighbours', () => {
  const graph = graphOf({ A: [], B: ['A'], C: ['B', 'A'], D: [] });

  test('are the steps that a step names, and those that name it', () => {
    expect(names(graph.dependenciesOf('C'))).toEqual(['B', 'A']);
    expect(names(graph.dependentsOf('A'))).toEqual(['B', 'C']);
    expect(names(graph.dependentsOf('D'))).toEqual([]);
    expect(names(graph.transitiveDependenciesOf('C'))).toEqual(['A', 'B']);
    expect(names(graph.transitiveDependenciesOf('A'))).toEqual([]);
  });

  test('of a step that does not exist are refused', () => {
    expect(() => graph.dependenciesOf('Z')).toThrow(new RangeError('the job has no step Z; it has A, B, C, D'));
  });
});

describe('a job put together by hand', () => {
  test('with a dependency on nothing is refused', () => {
    expect(() => graphOf({ A: ['Z'] })).toThrow('step A depends on Z, which the job does not have');
  });

  test.each([
    [{ A: ['A'] }, 'A -> A'],
    [{ A: ['B'], B: ['A'] }, 'A -> B -> A'],
    [{ X: ['A'], A: ['B'], B: ['C'], C: ['A', 'X2'], X2: [] }, 'A -> B -> C -> A'],
  ])('in a circle is refused with all its steps: %o', (dependencies: Record<string, readonly string[]>, circle) => {
    expect(() => graphOf(dependencies)).toThrow(new TypeError(`steps wait for each other: ${circle}`));
  });
});
