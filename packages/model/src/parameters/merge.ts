import type { DiagnosticPath } from '@ojd/expr';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { valueOrThrow } from '../diagnostics/model-error.ts';
import { compareDecimals } from '../documents/numbers.ts';
import { Findings, NO_SOURCE } from '../diagnostics/findings.ts';
import type { JobParameterDefinition } from '../templates/parameter-definitions.ts';
import type { EnvironmentTemplate, JobTemplate } from '../templates/types.ts';
import { checkValue, isAmong } from './check-value.ts';
import { checkedConstraintsOf, constraintsOf, defaultOf, withConstraints } from './definition-constraints.ts';
import { SHAPES } from './shapes.ts';
import type { Constraints, ScalarKind } from './shapes.ts';

/**
 * The templates of one submission.
 *
 * @see Template Schemas 1.2.1
 */
export interface TemplatesToMerge {
  readonly jobTemplate?: JobTemplate;
  /** In the order in which they apply; the job template always comes last. */
  readonly environmentTemplates?: readonly EnvironmentTemplate[];
}

/** A definition and the template that it stands in. */
export interface Origin {
  readonly definition: JobParameterDefinition;
  readonly template: JobTemplate | EnvironmentTemplate;
  readonly index: number;
}

/** What several templates together say about one job parameter. */
export interface MergedParameter {
  readonly definition: JobParameterDefinition;
  /** In the job template when that defines the parameter: where diagnostics point to. */
  readonly path: DiagnosticPath;
  /** The template that gave the default that counts. */
  readonly defaultOrigin: JobTemplate | EnvironmentTemplate | undefined;
  /** The template of the last definition. */
  readonly origin: JobTemplate | EnvironmentTemplate;
  /** Every definition that was merged. */
  readonly origins: readonly Origin[];
  /** Whether the definitions contradict each other: that was told. */
  readonly hasConflict: boolean;
}

/**
 * The job parameters of a submission: the definitions of its templates, one per name. Bounds tighten (the greatest
 * minimum, the least maximum, the allowed values that all have in common), the last default counts and must keep to the
 * merged bounds.
 *
 * @throws ModelError with every conflict of every parameter
 * @example
 * ```ts
 * import { decodeEnvironmentTemplate, mergeJobParameterDefinitions } from '@ojd/model';
 *
 * const template = (bounds: object) =>
 *   decodeEnvironmentTemplate({
 *     specificationVersion: 'environment-2023-09',
 *     parameterDefinitions: [{ name: 'Samples', type: 'INT', ...bounds }],
 *     environment: { name: 'Renderer', variables: { SAMPLES: '{{Param.Samples}}' } },
 *   });
 * const [samples] = mergeJobParameterDefinitions({
 *   environmentTemplates: [template({ minValue: 1, default: 8 }), template({ minValue: 4, maxValue: 16 })],
 * });
 * samples; // => { name: 'Samples', type: 'INT', minValue: 4n, maxValue: 16n, default: 8n }
 * ```
 * @see Template Schemas 1.2.1
 */
export function mergeJobParameterDefinitions(templates: TemplatesToMerge): readonly JobParameterDefinition[] {
  return valueOrThrow(safeMergeJobParameterDefinitions(templates));
}

/**
 * {@link mergeJobParameterDefinitions}, returning the diagnostics.
 *
 * @example
 * ```ts
 * import { decodeEnvironmentTemplate, safeMergeJobParameterDefinitions } from '@ojd/model';
 *
 * const template = (type: string) =>
 *   decodeEnvironmentTemplate({
 *     specificationVersion: 'environment-2023-09',
 *     parameterDefinitions: [{ name: 'Samples', type }],
 *     environment: { name: 'Renderer', variables: { SAMPLES: '{{Param.Samples}}' } },
 *   });
 * const outcome = safeMergeJobParameterDefinitions({ environmentTemplates: [template('INT'), template('STRING')] });
 * outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['parameter-merge-type']
 * ```
 * @see Template Schemas 1.2.1
 */
export function safeMergeJobParameterDefinitions(
  templates: TemplatesToMerge,
): Outcome<readonly JobParameterDefinition[]> {
  const findings = new Findings(templates.jobTemplate?.source ?? NO_SOURCE);
  const merged = mergeParameters(templates, findings);
  return findings.outcome(merged.map(({ definition }) => definition));
}

/** The merged parameters in the order in which they were first defined; conflicts go to `findings`. */
export function mergeParameters(
  { jobTemplate, environmentTemplates = [] }: TemplatesToMerge,
  findings: Findings,
): MergedParameter[] {
  const origins = new Map<string, Origin[]>();
  for (const template of [...environmentTemplates, ...(jobTemplate === undefined ? [] : [jobTemplate])]) {
    for (const [index, definition] of template.parameterDefinitions.entries()) {
      const known = origins.get(definition.name);
      if (known === undefined) origins.set(definition.name, [{ definition, template, index }]);
      else known.push({ definition, template, index });
    }
  }
  return [...origins.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [mergeOne(first, all, findings)];
  });
}

function mergeOne(first: Origin, all: readonly Origin[], findings: Findings): MergedParameter {
  const last = all.at(-1) ?? first;
  const path: DiagnosticPath = last.template.kind === 'job' ? ['parameterDefinitions', last.index] : [];
  const withDefault = all.findLast(({ definition }) => definition.default !== undefined);
  const unmerged = {
    definition: last.definition,
    path,
    defaultOrigin: withDefault?.template,
    origin: last.template,
    origins: all,
    hasConflict: false,
  };
  if (all.length === 1) return unmerged;

  const conflict = (code: Parameters<Findings['add']>[0]['code'], message: string, key?: string): void =>
    findings.add({
      code,
      // What another template says does not stand in this one.
      path: path.length === 0 || key === undefined || !Object.hasOwn(last.definition, key) ? path : [...path, key],
      message: `Job parameter ${last.definition.name}: ${message}.`,
      hint: `It is defined by ${all.map(({ template }) => nameOf(template)).join(', ')}.`,
    });
  const other = all.find(({ definition }) => definition.type !== last.definition.type);
  if (other !== undefined) {
    const expected = `expected type ${other.definition.type} as in ${nameOf(other.template)}`;
    conflict('parameter-merge-type', `${expected}, found ${last.definition.type}`, 'type');
    return { ...unmerged, hasConflict: true };
  }
  const before = findings.diagnostics.length;
  const hints = mergeHints(all, conflict);
  const { kind } = SHAPES[last.definition.type];
  const constraints = mergeConstraints(
    kind,
    all.map(({ definition }) => constraintsOf(definition)),
    conflict,
  );
  const value = withDefault === undefined ? undefined : defaultOf(withDefault.definition);
  const definition = withConstraints(last.definition, constraints, value, hints);
  const merged = { ...unmerged, definition };
  // The default of a PATH is checked when it has been joined to the directory of the template.
  if (value !== undefined && kind !== 'path' && findings.diagnostics.length === before) {
    for (const { code, expected, found } of checkValue(
      SHAPES[definition.type],
      checkedConstraintsOf(definition),
      value,
    )) {
      conflict(code, `the default is outside of the merged bounds: expected ${expected}, found ${found}`, 'default');
    }
  }
  return { ...merged, hasConflict: findings.diagnostics.length > before };
}

type Conflict = (code: Parameters<Findings['add']>[0]['code'], message: string, key?: string) => void;

const PATH_HINTS = ['objectType', 'dataFlow'] as const;

/** `objectType` and `dataFlow` are the same wherever they are given. */
function mergeHints(all: readonly Origin[], conflict: Conflict): Partial<Record<(typeof PATH_HINTS)[number], string>> {
  const merged: Partial<Record<(typeof PATH_HINTS)[number], string>> = {};
  for (const hint of PATH_HINTS) {
    for (const { definition } of all) {
      const given = definition.type === 'PATH' || definition.type === 'LIST[PATH]' ? definition[hint] : undefined;
      if (given === undefined) continue;
      const known = merged[hint];
      if (known !== undefined && known !== given) {
        conflict('parameter-merge-path', `expected the same ${hint} everywhere, found ${known} and ${given}`, hint);
      }
      merged[hint] = given;
    }
  }
  return merged;
}

function mergeConstraints(kind: ScalarKind, all: readonly Constraints[], conflict: Conflict): Constraints {
  const minLength = tightest(
    all.map((one) => one.minLength),
    Math.max,
  );
  const maxLength = tightest(
    all.map((one) => one.maxLength),
    Math.min,
  );
  const minValue = tightest(
    all.map((one) => one.minValue),
    (a, b) => (compareDecimals(a, b) >= 0 ? a : b),
  );
  const maxValue = tightest(
    all.map((one) => one.maxValue),
    (a, b) => (compareDecimals(a, b) <= 0 ? a : b),
  );
  const bounds: Constraints = {
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(minValue !== undefined && { minValue }),
    ...(maxValue !== undefined && { maxValue }),
  };
  const allowedValues = tightest(
    all.map((one) => one.allowedValues),
    (a, b) => a.filter((value) => isAmong(kind, b, value)),
  );
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    conflict(
      'parameter-merge-bounds',
      `no value has at least ${minLength} and at most ${maxLength} elements or characters`,
    );
  }
  if (minValue !== undefined && maxValue !== undefined && compareDecimals(minValue, maxValue) > 0) {
    conflict('parameter-merge-bounds', `no value is at least ${minValue} and at most ${maxValue}`);
  }
  if (allowedValues?.length === 0) {
    conflict('parameter-merge-allowed-values', 'no value is allowed by every definition', 'allowedValues');
  } else if (kind !== 'path' && allowedValues?.every((value) => !isWithin(kind, bounds, value))) {
    // The length of a PATH is that of the joined path, which nobody knows yet.
    const message = 'no allowed value lies within the bounds of every definition';
    conflict('parameter-merge-allowed-values', message, 'allowedValues');
  }
  const items = all.flatMap((one) => (one.item === undefined ? [] : [one.item]));
  return {
    ...bounds,
    ...(allowedValues !== undefined && { allowedValues }),
    ...(items.length > 0 && { item: mergeConstraints(kind, items, conflict) }),
  };
}

function isWithin(kind: ScalarKind, bounds: Constraints, value: string): boolean {
  return checkValue({ kind, listLevels: 0 }, bounds, value).length === 0;
}

function tightest<T>(all: readonly (T | undefined)[], tighter: (a: T, b: T) => T): T | undefined {
  let result: T | undefined;
  for (const one of all) {
    if (one !== undefined) result = result === undefined ? one : tighter(result, one);
  }
  return result;
}

/** A template as a message names it. */
export function nameOf(template: JobTemplate | EnvironmentTemplate): string {
  return template.kind === 'job' ? 'the job template' : `the environment template ${template.environment.name}`;
}
