import type { Job, Step } from './types.ts';

/**
 * Which Steps of a job wait for which.
 *
 * @example
 * ```ts
 * import { createJob, decodeJobTemplate, StepDependencyGraph } from '@ojd/model';
 *
 * const script = { actions: { onRun: { command: 'true' } } };
 * const template = decodeJobTemplate({
 *   specificationVersion: 'jobtemplate-2023-09',
 *   name: 'Film',
 *   steps: [
 *     { name: 'Encode', dependencies: [{ dependsOn: 'Render' }], script },
 *     { name: 'Render', script },
 *   ],
 * });
 * const graph = new StepDependencyGraph(createJob(template, {}));
 * graph.topologicalOrder().map((step) => step.name); // => ['Render', 'Encode']
 * ```
 * @see Template Schemas 3.2
 */
export class StepDependencyGraph {
  readonly #steps: ReadonlyMap<string, Step>;
  readonly #dependents: ReadonlyMap<string, readonly Step[]>;
  readonly #order: readonly Step[];

  /**
   * @throws TypeError when a Step depends on one that the job does not have, or when Steps wait for each other in a
   *   circle. A decoded template has neither; a job put together by hand may.
   */
  constructor(job: Pick<Job, 'steps'>) {
    this.#steps = new Map(job.steps.map((step) => [step.name, step]));
    const dependents = new Map<string, Step[]>(job.steps.map((step) => [step.name, []]));
    for (const step of job.steps) {
      for (const name of step.dependencies) {
        const list = dependents.get(name);
        if (list === undefined)
          throw new TypeError(`step ${step.name} depends on ${name}, which the job does not have`);
        list.push(step);
      }
    }
    this.#dependents = dependents;
    this.#order = this.#sort();
  }

  /**
   * All Steps, each after those that it depends on. Stable: a Step comes as early as its dependencies allow, in the order
   * of the template.
   */
  topologicalOrder(): readonly Step[] {
    return this.#order;
  }

  /** The Steps that a Step names as its dependencies, in its order. */
  dependenciesOf(name: string): readonly Step[] {
    return this.#step(name).dependencies.map((dependency) => this.#step(dependency));
  }

  /** The Steps that name a Step as a dependency, in the order of the template. */
  dependentsOf(name: string): readonly Step[] {
    return this.#dependents.get(this.#step(name).name) ?? [];
  }

  /** Every Step that must have completed before a Step starts, in topological order. */
  transitiveDependenciesOf(name: string): readonly Step[] {
    const needed = new Set<string>();
    const open = [...this.#step(name).dependencies];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (needed.has(next)) continue;
      needed.add(next);
      for (const dependency of this.#step(next).dependencies) open.push(dependency);
    }
    return this.#order.filter((step) => needed.has(step.name));
  }

  #step(name: string): Step {
    const step = this.#steps.get(name);
    if (step === undefined)
      throw new RangeError(`the job has no step ${name}; it has ${[...this.#steps.keys()].join(', ')}`);
    return step;
  }

  /** Depth first without recursion: a chain of dependencies may be longer than the stack is deep. */
  #sort(): readonly Step[] {
    const rank = new Map([...this.#steps.keys()].map((name, index) => [name, index]));
    const order: Step[] = [];
    const state = new Map<string, 'open' | 'done'>();
    for (const root of this.#steps.values()) {
      const stack = [root];
      for (let step = stack.at(-1); step !== undefined; step = stack.at(-1)) {
        const seen = state.get(step.name);
        if (seen !== undefined) {
          stack.pop();
          if (seen === 'open') order.push(step);
          state.set(step.name, 'done');
          continue;
        }
        state.set(step.name, 'open');
        const waiting = step.dependencies.filter((name) => state.get(name) !== 'done');
        const circle = waiting.find((name) => state.get(name) === 'open');
        if (circle !== undefined) throw new TypeError(`steps wait for each other: ${this.#circle(circle)}`);
        // The earliest in the template comes out first, so it goes in last.
        waiting.sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0));
        for (const name of waiting) stack.push(this.#step(name));
      }
    }
    return order;
  }

  /** The shortest circle through a Step, every Step in it named. */
  #circle(name: string): string {
    const cameFrom = new Map<string, string>();
    const queue = [name];
    for (const at of queue) {
      for (const next of this.#step(at).dependencies) {
        if (next === name) {
          const names = [name];
          for (let back = at; back !== name; back = cameFrom.get(back) ?? name) names.splice(1, 0, back);
          return [...names, name].join(' -> ');
        }
        if (!cameFrom.has(next)) {
          cameFrom.set(next, at);
          queue.push(next);
        }
      }
    }
    return name;
  }
}
