import { ANY, EvaluationBudget, ExprError, SymbolTable, stringValue, unresolvedValue } from '@ojd/expr';
import type { DiagnosticPath, ExprLimits } from '@ojd/expr';
import type { Outcome } from '../diagnostics/diagnostic.ts';
import { valueOrThrow } from '../diagnostics/model-error.ts';
import { DEFAULT_DOCUMENT_LIMITS } from '../documents/limits.ts';
import { parameterSymbols } from '../parameters/parameter-symbols.ts';
import { checkPrepared } from '../parameters/prepared-values.ts';
import type { JobParameterValues } from '../parameters/types.ts';
import type { LetBinding } from '../templates/script-types.ts';
import { writtenAs } from '../templates/simple-actions.ts';
import type { EnvironmentTemplate, JobTemplate, StepTemplate } from '../templates/types.ts';
import { createAction } from './actions.ts';
import { createEnvironmentFrom } from './environments.ts';
import { HostChecks } from './host-checks.ts';
import { createHostRequirements } from './host-requirements.ts';
import { createParameterSpace } from './parameter-space.ts';
import { Findings } from '../diagnostics/findings.ts';
import { Resolver } from './resolver.ts';
import type { CreationScope, Environment, Job, Step } from './types.ts';

/**
 * Limits on the expressions of a job: those of `@ojd/expr` hold for each, one for all of them.
 *
 * @see Template Schemas 7.4
 */
export interface CreateLimits extends ExprLimits {
  /** Operations of all expressions together. Default 1,000,000. */
  readonly maxTotalOperations: number;
}

/**
 * Bounds on the work of creating a job.
 *
 * @see Template Schemas 7.4
 */
export interface CreateOptions {
  readonly limits?: Partial<CreateLimits>;
}

/** What all expressions of one job may cost. */
function budgetOf({ limits = {} }: CreateOptions): EvaluationBudget {
  const { maxTotalOperations = DEFAULT_DOCUMENT_LIMITS.maxTotalOperations, maxMemoryBytes } = limits;
  return new EvaluationBudget({
    maxOperations: maxTotalOperations,
    ...(maxMemoryBytes !== undefined && { maxResultBytes: maxMemoryBytes }),
  });
}

/**
 * The job of a template and the values of its parameters. Everything that does not depend on a host is resolved, and every
 * rule that a format string kept open is checked on what it was resolved to.
 *
 * @param parameters as `preprocessJobParameters` returns them
 * @throws ModelError with everything that is wrong
 * @example
 * ```ts
 * import { createJob, decodeJobTemplate, preprocessJobParameters } from '@ojd/model';
 *
 * const template = decodeJobTemplate(`
 * specificationVersion: jobtemplate-2023-09
 * name: Render {{Param.Frames}}
 * parameterDefinitions:
 * - { name: Frames, type: STRING, default: 1-100 }
 * steps:
 * - name: Render
 *   parameterSpace: { taskParameterDefinitions: [{ name: Frame, type: INT, range: "{{Param.Frames}}" }] }
 *   script: { actions: { onRun: { command: render, args: ["{{Task.Param.Frame}}"] } } }
 * `);
 * const job = createJob(template, preprocessJobParameters(template, { Frames: '1-10:3' }));
 * job.name; // => 'Render 1-10:3'
 * String(job.steps[0]?.parameterSpace?.taskParameterDefinitions[0]?.range); // => '1-10:3'
 * ```
 * @see Template Schemas 7.4
 */
export function createJob(template: JobTemplate, parameters: JobParameterValues, options: CreateOptions = {}): Job {
  return valueOrThrow(safeCreateJob(template, parameters, options));
}

/**
 * {@link createJob}, returning the diagnostics.
 *
 * @example
 * ```ts
 * import { decodeJobTemplate, safeCreateJob } from '@ojd/model';
 *
 * const steps = [{ name: 'Render', script: { actions: { onRun: { command: 'render' } } } }];
 * const template = decodeJobTemplate({
 *   specificationVersion: 'jobtemplate-2023-09',
 *   name: 'Demo',
 *   parameterDefinitions: [{ name: 'Frames', type: 'STRING' }],
 *   steps,
 * });
 * const outcome = safeCreateJob(template, {});
 * outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['parameter-missing']
 * ```
 * @see Template Schemas 7.4
 */
export function safeCreateJob(
  template: JobTemplate,
  parameters: JobParameterValues,
  options: CreateOptions = {},
): Outcome<Job> {
  const findings = new Findings(template.source);
  const { profile } = template;
  if (!checkPrepared(template.parameterDefinitions, parameters, findings)) {
    return { ok: false, diagnostics: findings.diagnostics };
  }
  const symbols = parameterSymbols(parameters, { kind: 'template' });
  const resolver = new Resolver({ findings, profile, symbols, budget: budgetOf(options), limits: options.limits });
  const host = new HostChecks({ findings, profile, parameters, budget: budgetOf(options), limits: options.limits });

  const name = resolver.text(template.name, ['name'], 'jobName');
  const scope = jobScope(name, resolver);
  const inJob = resolver.within(layered(symbols, scope.symbols));
  const job: Job = {
    name: name ?? template.name.source,
    ...(template.description !== undefined && { description: template.description }),
    parameters,
    jobEnvironments: template.jobEnvironments.map((definition, index) =>
      createEnvironmentFrom(definition, ['jobEnvironments', index], scope, inJob, host),
    ),
    steps: template.steps.map((step, index) => createStep(step, ['steps', index], scope, symbols, inJob, host)),
    profile,
  };
  return findings.outcome(job);
}

/**
 * What an environment is told of the job that it is applied to.
 *
 * @see Template Schemas 1.2
 */
export interface CreateEnvironmentOptions extends CreateOptions {
  /** The name of the job: `Job.Name` for templates with EXPR. */
  readonly jobName?: string;
}

/**
 * The Environment of an environment template, for sessions of a job that it was not written in.
 *
 * @param parameters those of the job, as `preprocessJobParameters` returns them when it knows this template
 * @throws ModelError with everything that is wrong
 * @example
 * ```ts
 * import { createEnvironment, decodeEnvironmentTemplate } from '@ojd/model';
 *
 * const template = decodeEnvironmentTemplate(`
 * specificationVersion: environment-2023-09
 * environment: { name: Licenses, script: { actions: { onEnter: { command: checkout, timeout: 60 } } } }
 * `);
 * const environment = createEnvironment(template, {}, { jobName: 'Render' });
 * environment.script?.actions.onEnter?.timeoutSeconds; // => 60
 * ```
 * @see Template Schemas 1.2
 */
export function createEnvironment(
  template: EnvironmentTemplate,
  parameters: JobParameterValues,
  options: CreateEnvironmentOptions = {},
): Environment {
  return valueOrThrow(safeCreateEnvironment(template, parameters, options));
}

/**
 * {@link createEnvironment}, returning the diagnostics.
 *
 * @example
 * ```ts
 * import { decodeEnvironmentTemplate, safeCreateEnvironment } from '@ojd/model';
 *
 * const template = decodeEnvironmentTemplate({
 *   specificationVersion: 'environment-2023-09',
 *   parameterDefinitions: [{ name: 'Port', type: 'INT' }],
 *   environment: { name: 'Licenses', variables: { PORT: '{{Param.Port}}' } },
 * });
 * const outcome = safeCreateEnvironment(template, {});
 * outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['parameter-missing']
 * ```
 * @see Template Schemas 1.2
 */
export function safeCreateEnvironment(
  template: EnvironmentTemplate,
  parameters: JobParameterValues,
  options: CreateEnvironmentOptions = {},
): Outcome<Environment> {
  const findings = new Findings(template.source);
  const { profile, environment } = template;
  if (!checkPrepared(template.parameterDefinitions, parameters, findings)) {
    return { ok: false, diagnostics: findings.diagnostics };
  }
  const symbols = parameterSymbols(parameters, { kind: 'template' });
  const resolver = new Resolver({ findings, profile, symbols, budget: budgetOf(options), limits: options.limits });
  const host = new HostChecks({ findings, profile, parameters, budget: budgetOf(options), limits: options.limits });
  const scope = options.jobName === undefined ? { symbols: new SymbolTable() } : jobScope(options.jobName, resolver);
  const inJob = resolver.within(layered(symbols, scope.symbols));
  if (options.jobName === undefined && profile.syntax === 'expr') {
    for (const table of [scope.symbols, inJob.symbols]) table.forbid('Job.Name', NEEDS_JOB_NAME);
  }
  return findings.outcome(createEnvironmentFrom(environment, ['environment'], scope, inJob, host));
}

const NEEDS_JOB_NAME = 'pass the name of the job to createEnvironment, in the option "jobName"';

function jobScope(name: string | undefined, resolver: Resolver): CreationScope {
  const symbols = new SymbolTable();
  if (resolver.profile.syntax === 'expr') {
    symbols.set('Job.Name', name === undefined ? unresolvedValue(ANY) : stringValue(name));
  }
  return { ...(name !== undefined && { jobName: name }), symbols };
}

/** What creation added, seen on top of the job parameters. */
function layered(parameters: SymbolTable, added: SymbolTable): SymbolTable {
  const symbols = new SymbolTable(parameters);
  for (const name of added.names()) {
    const value = added.get(name);
    if (value !== undefined) symbols.set(name, value);
  }
  return symbols;
}

function createStep(
  template: StepTemplate,
  path: DiagnosticPath,
  outer: CreationScope,
  parameters: SymbolTable,
  inJob: Resolver,
  host: HostChecks,
): Step {
  const { name, description, dependencies, stepEnvironments, hostRequirements, parameterSpace, script } = template;
  const symbols = new SymbolTable(outer.symbols);
  if (inJob.profile.syntax === 'expr') symbols.set('Step.Name', stringValue(name));
  const scope: CreationScope = { ...outer, stepName: name, symbols };
  bindAll(template.let, [...path, 'let'], scope.symbols, parameters, inJob);
  const resolver = inJob.within(layered(parameters, symbols));
  const simple = writtenAs(script);
  const actionPath = simple === undefined ? [...path, 'script', 'actions', 'onRun'] : [...path, simple.key];
  const space =
    parameterSpace === undefined
      ? undefined
      : createParameterSpace(parameterSpace, [...path, 'parameterSpace'], resolver);
  const step: Step = {
    name,
    ...(description !== undefined && { description }),
    dependencies,
    stepEnvironments: stepEnvironments.map((definition, index) =>
      createEnvironmentFrom(definition, [...path, 'stepEnvironments', index], scope, resolver, host),
    ),
    ...(hostRequirements !== undefined && {
      hostRequirements: createHostRequirements(hostRequirements, [...path, 'hostRequirements'], resolver),
    }),
    ...(space !== undefined && { parameterSpace: space }),
    script: {
      let: script.let,
      actions: { onRun: createAction(script.actions.onRun, actionPath, resolver) },
      embeddedFiles: script.embeddedFiles,
    },
    scope,
    profile: inJob.profile,
  };
  host.step(template, step, path);
  return step;
}

/** Evaluates `let` bindings in order. One that fails is unresolved from there on, so that it is reported once. */
function bindAll(
  bindings: readonly LetBinding[],
  path: DiagnosticPath,
  into: SymbolTable,
  parameters: SymbolTable,
  resolver: Resolver,
): void {
  for (const [index, { name, expression, offset }] of bindings.entries()) {
    const { context } = resolver.within(layered(parameters, into));
    try {
      into.set(name, expression.evaluate(context));
    } catch (error) {
      if (!(error instanceof ExprError)) throw error;
      resolver.findings.addProblems(error.problems, [...path, index], offset);
      into.set(name, unresolvedValue(ANY));
    }
  }
}
