import { closestName, isAbsolutePath } from '@ojd/expr';
import type { PathFormat } from '@ojd/expr';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { valueOrThrow } from '../diagnostics/model-error.ts';
import { quote } from '../documents/nodes.ts';
import { Findings } from '../diagnostics/findings.ts';
import type { JobParameterType } from '../templates/parameter-definitions.ts';
import type { EnvironmentTemplate, JobTemplate } from '../templates/types.ts';
import { checkValue, type Violation } from './check-value.ts';
import { checkedConstraintsOf, defaultOf } from './definition-constraints.ts';
import { preparePath, refuseDefault } from './join-path.ts';
import type { PathRules } from './join-path.ts';
import { type GivenValues, readGivenValues } from './given-values.ts';
import type { AnyInputs, CheckedInputs } from './inputs.ts';
import { mergeParameters, nameOf } from './merge.ts';
import type { MergedParameter } from './merge.ts';
import { readValue } from './read-value.ts';
import { SHAPES } from './shapes.ts';
import type { CanonicalValue, JobParameterInput, JobParameterValue, JobParameterValues } from './types.ts';

/**
 * How {@link preprocessJobParameters} treats paths, and which templates besides the job template define parameters.
 *
 * @see Template Schemas 2
 */
export interface PreprocessOptions {
  /** Absolute. Relative defaults of PATH parameters are joined to it; left out, they stay relative. */
  readonly templateDir?: string;
  /** Absolute. Relative values given for PATH parameters are joined to it; left out, they stay relative. */
  readonly currentDir?: string;
  /** The rules for paths on the machine of the submission. Default `POSIX`. */
  readonly pathFormat?: PathFormat;
  /** Allows defaults of PATH parameters that are absolute or lead out of `templateDir`. Default false. */
  readonly allowTemplateDirWalkUp?: boolean;
  /** Applied before the job template, in this order. */
  readonly environmentTemplates?: readonly EnvironmentTemplate[];
  /** `maxRangePieces`: comma-separated pieces of the value of a RANGE_EXPR parameter. Default 10,000, as in a template. */
  readonly limits?: { readonly maxRangePieces?: number };
}

/** Whether the options name environment templates: they may define parameters besides. */
type HasOthers<O extends PreprocessOptions> = O extends {
  readonly environmentTemplates: readonly EnvironmentTemplate[];
}
  ? true
  : false;

/**
 * The values of all job parameters of a submission: what was given, defaults for the rest, each read as its type, paths
 * joined to their directories, everything checked. Use the result with `createJob` and in a Session.
 *
 * A PATH is joined before its bounds are checked. Defaults may not lead out of the directory of the template; values that
 * the user gives may.
 *
 * @throws ModelError with everything that is wrong, of all parameters
 * @example
 * ```ts
 * import { decodeJobTemplate, preprocessJobParameters } from '@ojd/model';
 *
 * const template = decodeJobTemplate(`
 * specificationVersion: jobtemplate-2023-09
 * name: Render
 * parameterDefinitions:
 * - { name: Scene, type: PATH, default: scenes/main.blend }
 * - { name: Samples, type: INT, minValue: 1 }
 * steps:
 * - name: Render
 *   script: { actions: { onRun: { command: render } } }
 * `);
 * const values = preprocessJobParameters(template, { Samples: 64 }, { templateDir: '/shows/a' });
 * values['Scene']; // => { type: 'PATH', value: '/shows/a/scenes/main.blend' }
 * values['Samples']; // => { type: 'INT', value: '64' }
 * ```
 * @see Template Schemas 2 and 7.4
 */
export function preprocessJobParameters<
  T extends JobTemplate,
  O extends PreprocessOptions = PreprocessOptions,
  const V extends AnyInputs = AnyInputs,
>(template: T, values: V & CheckedInputs<T, V, HasOthers<O>>, options?: O): JobParameterValues;
export function preprocessJobParameters(
  template: JobTemplate,
  values: AnyInputs,
  options?: PreprocessOptions,
): JobParameterValues {
  return valueOrThrow(preprocess(template, values, options));
}

/**
 * {@link preprocessJobParameters}, returning the diagnostics.
 *
 * @example
 * ```ts
 * import { decodeJobTemplate, safePreprocessJobParameters } from '@ojd/model';
 *
 * const steps = [{ name: 'Render', script: { actions: { onRun: { command: 'render' } } } }];
 * const template = decodeJobTemplate({
 *   specificationVersion: 'jobtemplate-2023-09',
 *   name: 'Demo',
 *   parameterDefinitions: [{ name: 'Samples', type: 'INT' }],
 *   steps,
 * });
 * const outcome = safePreprocessJobParameters(template, { Samples: 'many' });
 * outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['parameter-value-type']
 * ```
 * @see Template Schemas 2
 */
export function safePreprocessJobParameters<
  T extends JobTemplate,
  O extends PreprocessOptions = PreprocessOptions,
  const V extends AnyInputs = AnyInputs,
>(template: T, values: V & CheckedInputs<T, V, HasOthers<O>>, options?: O): Outcome<JobParameterValues>;
export function safePreprocessJobParameters(
  template: JobTemplate,
  values: AnyInputs,
  options?: PreprocessOptions,
): Outcome<JobParameterValues> {
  return preprocess(template, values, options);
}

function preprocess(
  template: JobTemplate,
  values: AnyInputs,
  options: PreprocessOptions = {},
): Outcome<JobParameterValues> {
  const findings = new Findings(template.source);
  const { environmentTemplates = [] } = options;
  const parameters = mergeParameters({ jobTemplate: template, environmentTemplates }, findings);
  const given = readGivenValues(values, findings);
  // Then it is not known which values are missing.
  if (given === undefined) return findings.outcome(nothing());
  requireDirectories(options, findings);
  refuseUnknown(parameters, given, findings);
  const result = nothing();
  for (const parameter of parameters) {
    // With conflicting definitions there is nothing to check a value against.
    if (parameter.hasConflict) continue;
    const value = valueOf(parameter, given, options, findings);
    if (value !== undefined) result[parameter.definition.name] = parameterValue(parameter.definition.type, value);
  }
  return findings.outcome(Object.freeze(result));
}

/** No prototype: a parameter may be called `__proto__`. */
function nothing(): Record<string, JobParameterValue> {
  const none: Record<string, JobParameterValue> = {};
  return Object.setPrototypeOf(none, null);
}

/** The shape of a value follows from its type: {@link readValue} and the definitions see to it. */
function parameterValue(type: JobParameterType, value: CanonicalValue): JobParameterValue {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { type, value } as JobParameterValue;
}

function requireDirectories(options: PreprocessOptions, findings: Findings): void {
  const format = options.pathFormat ?? 'POSIX';
  for (const option of ['templateDir', 'currentDir'] as const) {
    const directory = options[option];
    if (directory === undefined || isAbsolutePath(format, directory)) continue;
    const hint =
      format === 'POSIX' && isAbsolutePath('WINDOWS', directory)
        ? "Set the option pathFormat to 'WINDOWS'."
        : undefined;
    findings.add({
      code: 'parameter-directory',
      path: [],
      message: `Option ${option}: expected an absolute ${format} path, found ${quote(directory)}.`,
      hint,
    });
  }
}

function refuseUnknown(parameters: readonly MergedParameter[], values: GivenValues, findings: Findings): void {
  const known = new Set(parameters.map(({ definition }) => definition.name));
  for (const name of values.keys()) {
    if (known.has(name)) continue;
    const near = closestName(name, known);
    findings.add({
      code: 'parameter-unknown',
      path: [],
      message: `Job parameter ${quote(name)} has a value, and no template defines it.`,
      hint: near === undefined ? definedNames([...known]) : `Did you mean ${near}?`,
    });
  }
}

function definedNames(names: readonly string[]): string {
  return names.length === 0 ? 'The templates define no parameters.' : `The templates define ${names.join(', ')}.`;
}

function valueOf(
  parameter: MergedParameter,
  values: GivenValues,
  options: PreprocessOptions,
  findings: Findings,
): CanonicalValue | undefined {
  const { definition, path } = parameter;
  const { name } = definition;
  const shape = SHAPES[definition.type];
  // Whether it is one is what reading it tells.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const given = values.get(name) as JobParameterInput | undefined;
  const prepared =
    given === undefined ? defaultValue(parameter, options, findings) : givenValue(parameter, given, options, findings);
  if (prepared === undefined) return undefined;
  const violations = checkValue(shape, checkedConstraintsOf(definition), prepared);
  const places = violations.length === 0 ? [] : placesByOrigin(parameter, prepared);
  for (const violation of violations) {
    const { code, at, bound, expected, found } = violation;
    const joined =
      shape.kind === 'path' && code === 'parameter-value-not-allowed'
        ? joinedFrom(given ?? defaultOf(definition), at, found)
        : undefined;
    // The job template, if that sets the bound.
    const template = places.findLast((origin) => origin.places.has(placeOf(violation)))?.template ?? parameter.origin;
    findings.add({
      code,
      path: template.kind === 'job' ? [...path, ...bound] : path,
      message: `Job parameter ${name}${itemText(at)}: expected ${expected}, found ${found}.`,
      hint: joined ?? (template.kind === 'job' ? undefined : `The bound is set by ${nameOf(template)}.`),
    });
  }
  return prepared;
}

/** Why a path that was checked is not the one that was written; undefined when it is. */
function joinedFrom(written: unknown, at: readonly number[], found: string): string | undefined {
  const path: unknown = at.reduce<unknown>((list, index) => (Array.isArray(list) ? list[index] : list), written);
  if (typeof path !== 'string' || quote(path) === found) return undefined;
  return `${quote(path)} became ${found} before the check. Give an absolute path; "allowedValues" can only be met by one too.`;
}

/** Where a value breaks the bounds of each template that defines the parameter. */
function placesByOrigin({ origins }: MergedParameter, value: CanonicalValue) {
  return origins.map(({ definition, template }) => {
    const violations = checkValue(SHAPES[definition.type], checkedConstraintsOf(definition), value);
    return { template, places: new Set(violations.map(placeOf)) };
  });
}

function placeOf({ at, bound }: Violation): string {
  return JSON.stringify([at, bound]);
}

function defaultValue(
  parameter: MergedParameter,
  options: PreprocessOptions,
  findings: Findings,
): CanonicalValue | undefined {
  const { definition, path, defaultOrigin } = parameter;
  const value = defaultOf(definition);
  if (value === undefined) {
    findings.add({
      code: 'parameter-missing',
      path,
      message: `Job parameter ${definition.name} (${definition.type}) has no default, and no value was given.`,
      hint: 'Give a value.',
    });
    return undefined;
  }
  if (SHAPES[definition.type].kind !== 'path') return value;
  const rules = pathRules(options, options.templateDir, defaultOrigin);
  if (options.allowTemplateDirWalkUp !== true && !staysInside(parameter, value, rules, findings)) return undefined;
  return mapTexts(value, (text) => preparePath(text, rules));
}

const EXPECTED_DEFAULTS = {
  absolute: 'a default relative to the directory of the template, and no absolute path',
  outside: 'a default inside the directory of the template',
} as const;

function staysInside(
  { definition, path }: MergedParameter,
  value: CanonicalValue,
  rules: PathRules,
  findings: Findings,
): boolean {
  let inside = true;
  for (const [index, text] of (typeof value === 'string' ? [value] : value).entries()) {
    const refusal = refuseDefault(String(text), rules);
    if (refusal === undefined) continue;
    inside = false;
    const at = typeof value === 'string' ? [] : [index];
    findings.add({
      code: refusal === 'absolute' ? 'parameter-default-absolute' : 'parameter-default-outside',
      path: path.length === 0 ? path : [...path, 'default', ...at],
      message: `Job parameter ${definition.name}${itemText(at)}: expected ${EXPECTED_DEFAULTS[refusal]}, found ${quote(String(text))}.`,
      hint: 'Write a relative path that does not lead out of that directory, or give a value.',
    });
  }
  return inside;
}

function givenValue(
  { definition, path, origin }: MergedParameter,
  given: JobParameterInput,
  options: PreprocessOptions,
  findings: Findings,
): CanonicalValue | undefined {
  const shape = SHAPES[definition.type];
  const reading = readValue(shape, given, options.limits);
  if (!reading.ok) {
    for (const { at, expected, found, hint } of reading.faults) {
      findings.add({
        code: 'parameter-value-type',
        path,
        message: `Job parameter ${definition.name}${itemText(at)} (${definition.type}): expected ${expected}, found ${found}.`,
        hint,
      });
    }
    return undefined;
  }
  if (shape.kind !== 'path') return reading.value;
  const rules = pathRules(options, options.currentDir, origin);
  return mapTexts(reading.value, (text) => preparePath(text, rules));
}

function pathRules(
  { pathFormat = 'POSIX' }: PreprocessOptions,
  directory: string | undefined,
  template: JobTemplate | EnvironmentTemplate | undefined,
): PathRules {
  return { format: pathFormat, directory, keepsUris: template?.profile.extensions.has('EXPR') ?? false };
}

function mapTexts(value: CanonicalValue, change: (text: string) => string): CanonicalValue {
  return typeof value === 'string' ? change(value) : value.map((item) => mapTexts(item, change));
}

function itemText(at: readonly number[]): string {
  return at.map((index) => `[${index}]`).join('');
}
