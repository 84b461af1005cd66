// Rules about templates, steps, environments and scripts as wholes (Template Schemas 1.1, 3, 4, 6).
import { closestName, type DiagnosticPath } from '@ojd/expr';
import { childOf, type DocumentNode, type MapNode, quote, textOf } from '../documents/nodes.ts';
import { ENVIRONMENT_ACTIONS, WRAP_HOOKS } from '../schema/shapes/script-shapes.ts';
import { findCycle } from './cycles.ts';
import { itemsOf, reportRepeated, uniqueIn } from './names.ts';
import type { ShapeCheck } from './shape-check.ts';
import { isUnreadable } from './unreadable.ts';
import type { Walk } from './walk.ts';

const ACTION_KEYS = ['script', 'bash', 'cmd', 'node', 'powershell', 'python'];
const MAX_SUGGESTIONS = 20;

export const uniqueParameters: ShapeCheck = uniqueIn({
  id: 'parameters-unique',
  list: 'parameterDefinitions',
  key: 'name',
  code: 'parameter-repeated',
  noun: 'parameter',
});

export const uniqueTaskParameters: ShapeCheck = uniqueIn({
  id: 'task-parameters-unique',
  list: 'taskParameterDefinitions',
  key: 'name',
  code: 'parameter-repeated',
  noun: 'task parameter',
});

export const uniqueSteps: ShapeCheck = uniqueIn({
  id: 'steps-unique',
  list: 'steps',
  key: 'name',
  code: 'step-repeated',
  noun: 'step',
});

export const uniqueFiles: ShapeCheck = uniqueIn({
  id: 'embedded-files-unique',
  list: 'embeddedFiles',
  key: 'name',
  code: 'embedded-file-repeated',
  noun: 'embedded file of this script',
});

export const uniqueFilenames: ShapeCheck = uniqueIn({
  id: 'embedded-filenames-unique',
  list: 'embeddedFiles',
  key: 'filename',
  code: 'embedded-filename-repeated',
  noun: 'file of this script',
  // The text does not forbid it, and still one overwrites the other.
  severity: 'warning',
});

/** 1.1: environments of a list differ in name, and those of a step from those of the job. */
export const uniqueEnvironments: ShapeCheck = {
  id: 'environments-unique',
  run(node, path, walk) {
    const job = new Map<string, DiagnosticPath>();
    const collect = (list: DocumentNode | undefined, at: DiagnosticPath, seen: Map<string, DiagnosticPath>): void => {
      for (const [index, item] of itemsOf(list).entries()) {
        const name = textOf(childOf(item, 'name'));
        const naming = { code: 'environment-repeated', noun: 'environment', shown: name ?? '' } as const;
        if (name !== undefined) reportRepeated(name, [...at, index, 'name'], seen, naming, walk);
      }
    };
    collect(childOf(node, 'jobEnvironments'), [...path, 'jobEnvironments'], job);
    for (const [index, step] of itemsOf(childOf(node, 'steps')).entries()) {
      // Different steps may use the same name: they never share a list.
      collect(childOf(step, 'stepEnvironments'), [...path, 'steps', index, 'stepEnvironments'], new Map(job));
    }
  },
};

/** 3.2: dependencies name other steps. */
export const knownDependencies: ShapeCheck = {
  id: 'dependencies-known',
  run(node, path, { report }) {
    const steps = itemsOf(childOf(node, 'steps'));
    const names = new Set(steps.map((step) => textOf(childOf(step, 'name'))).filter((name) => name !== undefined));
    let unknown = 0;
    // A step without a name, or with the name of another, may be the one that is meant.
    if (isUnreadable(node, 'steps', report, (step) => textOf(childOf(step, 'name')) || undefined)) return;
    for (const [index, step] of steps.entries()) {
      for (const { name, path: here } of dependencies(step, [...path, 'steps', index])) {
        if (names.has(name) || name === '') continue;
        // Comparing every unknown name with every known one would take too long where both are many.
        const close = unknown++ < MAX_SUGGESTIONS ? closestName(name, names) : undefined;
        const hint =
          close === undefined
            ? `Steps: ${[...names].slice(0, 10).map(quote).join(', ')}.`
            : `Did you mean ${quote(close)}?`;
        const message = `There is no step ${quote(name)}.`;
        report.add({ code: 'dependency-unknown', message, hint, path: here, cause: `no step ${name}` });
      }
    }
  },
};

/** 3.2: a step names each dependency once. */
export const uniqueDependencies: ShapeCheck = {
  id: 'dependencies-unique',
  run(node, path, { report }) {
    for (const [index, step] of itemsOf(childOf(node, 'steps')).entries()) {
      const first = new Map<string, DiagnosticPath>();
      for (const { name, path: here } of dependencies(step, [...path, 'steps', index])) {
        const earlier = first.get(name);
        if (earlier === undefined) first.set(name, here);
        else {
          const message = `This step depends on ${quote(name)} already.`;
          const related = [{ message: 'first here', path: earlier }];
          const hint = 'Remove one of the two.';
          report.add({ code: 'dependency-repeated', message, hint, path: here, related, premises: [here] });
        }
      }
    }
  },
};

/** 3.2: steps do not wait for each other in a circle. One circle is one diagnostic. */
export const noDependencyCycles: ShapeCheck = {
  id: 'dependencies-acyclic',
  run(node, path, { report }) {
    const steps = new Map<string, readonly Dependency[]>();
    for (const [index, step] of itemsOf(childOf(node, 'steps')).entries()) {
      const name = textOf(childOf(step, 'name'));
      if (name !== undefined && !steps.has(name)) steps.set(name, dependencies(step, [...path, 'steps', index]));
    }
    const graph = new Map(
      [...steps].map(([name, after]) => [name, after.map((dependency) => dependency.name)] as const),
    );
    for (let cycle = findCycle(graph); cycle !== undefined; cycle = findCycle(graph)) {
      const [first = '', second = first] = cycle;
      const here = steps.get(first)?.find(({ name }) => name === second)?.path ?? path;
      const message =
        cycle.length === 1
          ? `The step ${quote(first)} depends on itself.`
          : `These steps wait for each other: ${[...cycle, first].map(quote).join(' -> ')}.`;
      const hint = 'Remove one of these dependencies.';
      report.add({ code: 'dependency-cycle', message, hint, path: here, premises: [here] });
      // What is in a reported circle is not looked at again.
      for (const name of cycle) graph.delete(name);
    }
  },
};

interface Dependency {
  readonly name: string;
  readonly path: DiagnosticPath;
}

function dependencies(step: DocumentNode, path: DiagnosticPath): Dependency[] {
  return itemsOf(childOf(step, 'dependencies')).flatMap((item, index) => {
    const name = textOf(childOf(item, 'dependsOn'));
    return name === undefined ? [] : [{ name, path: [...path, 'dependencies', index, 'dependsOn'] }];
  });
}

/** 3, 8: a step has exactly one of `script` and the simple actions. */
export const oneStepAction: ShapeCheck = {
  id: 'step-one-action',
  run(node, path, { profile, report }) {
    const present = ACTION_KEYS.filter((key) => childOf(node, key) !== undefined);
    const elsewhere = ACTION_KEYS.some((key) => report.hasUnknownKey(key));
    if (present.length === 0 && !elsewhere && !report.hasStandIn(path, ACTION_KEYS)) {
      const simple = profile.extensions.has('FEATURE_BUNDLE_1');
      const message = simple
        ? `A step needs one of ${ACTION_KEYS.join(', ')}, and this one has none.`
        : 'The key "script" is missing.';
      const hint = simple ? 'Add one of them.' : 'Add it. What each task runs.';
      report.add({ code: simple ? 'step-without-action' : 'missing-key', message, hint, path, at: 'object' });
    }
    for (const key of present.slice(1)) {
      // Without the extension the key itself is the mistake, and it was reported.
      if (!profile.extensions.has('FEATURE_BUNDLE_1')) return;
      const message = `This step has ${quote(present[0] ?? '')} already, and a step has one action.`;
      const hint = 'Keep one of the two.';
      report.add({ code: 'step-several-actions', message, hint, path: [...path, key], at: 'key' });
    }
  },
};

/** 4: an environment does something. */
export const environmentNotEmpty: ShapeCheck = {
  id: 'environment-not-empty',
  run(node, path, { report }) {
    const keys = ['script', 'variables'];
    if (keys.some((key) => childOf(node, key) !== undefined)) return;
    if (report.hasStandIn(path, keys, true)) return;
    const message = 'An environment needs "script", "variables" or both, and this one has neither.';
    const hint = 'Add one of them, or remove the environment.';
    report.add({ code: 'environment-empty', message, hint, path, at: 'object' });
  },
};

/** 4.3: `onEnter`, `onExit`, or the wrap hooks. */
export const environmentHasAction: ShapeCheck = {
  id: 'environment-has-action',
  run(node, path, { report }) {
    if (ENVIRONMENT_ACTIONS.some((key) => childOf(node, key) !== undefined)) return;
    if (report.hasStandIn(path, ENVIRONMENT_ACTIONS, true)) return;
    const message = 'The script of an environment needs "onEnter" or "onExit".';
    const hint = 'Add one of them, or remove the script.';
    report.add({ code: 'environment-without-action', message, hint, path, at: 'object' });
  },
};

/** RFC 0008: all three hooks or none. */
export const wrapHooksComplete: ShapeCheck = {
  id: 'wrap-hooks-complete',
  run(node, path, { profile, report }) {
    const present = WRAP_HOOKS.filter((key) => childOf(node, key) !== undefined);
    const [first] = present;
    if (first === undefined || present.length === WRAP_HOOKS.length || !profile.extensions.has('WRAP_ACTIONS')) return;
    const missing = WRAP_HOOKS.filter((key) => !present.includes(key));
    if (report.hasStandIn(path, missing)) return;
    const message = `An environment with ${present.join(' and ')} needs ${missing.join(' and ')} too.`;
    const hint = `Add ${missing.join(' and ')}, or remove ${present.join(' and ')}.`;
    report.add({ code: 'wrap-hooks-incomplete', message, hint, path: [...path, first], at: 'key' });
  },
};

/** RFC 0008: at most one environment of a session wraps the others. */
export const oneWrappingEnvironment: ShapeCheck = {
  id: 'one-wrapping-environment',
  run(node, path, walk) {
    const job = wrapping(childOf(node, 'jobEnvironments'), [...path, 'jobEnvironments']);
    reportSeveral(job, walk);
    for (const [index, step] of itemsOf(childOf(node, 'steps')).entries()) {
      const own = wrapping(childOf(step, 'stepEnvironments'), [...path, 'steps', index, 'stepEnvironments']);
      if (own.length > 0) reportSeveral([...job.slice(0, 1), ...own], walk);
    }
  },
};

function wrapping(list: DocumentNode | undefined, path: DiagnosticPath): DiagnosticPath[] {
  return itemsOf(list).flatMap((environment, index) => {
    const actions = childOf(childOf(environment, 'script'), 'actions');
    return WRAP_HOOKS.some((key) => childOf(actions, key) !== undefined) ? [[...path, index, 'name']] : [];
  });
}

function reportSeveral([first, ...others]: readonly DiagnosticPath[], { report }: Walk): void {
  for (const path of others) {
    const message =
      'Another environment of the same sessions has wrap hooks already, and only one may wrap the others.';
    report.add({
      code: 'wrap-environments-several',
      message,
      hint: 'Keep the wrap hooks of one of them.',
      path,
      ...(first === undefined ? {} : { related: [{ message: 'first here', path: first }] }),
    });
  }
}

/** 5.3: only NOTIFY_THEN_TERMINATE has a notify period. */
export const notifyPeriodFits: ShapeCheck = {
  id: 'notify-period-fits',
  run(node: MapNode, path, { report }) {
    if (textOf(childOf(node, 'mode')) !== 'TERMINATE' || childOf(node, 'notifyPeriodInSeconds') === undefined) return;
    const message = 'The key "notifyPeriodInSeconds" is only for the mode NOTIFY_THEN_TERMINATE.';
    report.add({
      code: 'unknown-key',
      message,
      hint: 'Remove it, or change the mode.',
      path: [...path, 'notifyPeriodInSeconds'],
      at: 'key',
    });
  },
};
