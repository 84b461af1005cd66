import { type Environment, type Job, type JobTemplate, type Step, StepParameterSpaceIterator } from '@ojd/model';
import type { Invocation } from '../command-line/parse.ts';
import { EXIT } from '../errors.ts';
import { loadJob } from '../input/load-job.ts';
import type { JsonValue } from '../render/json-text.ts';
import type { CommandResult } from '../render/result.ts';
import { stepNamed } from '../run/index.ts';
import type { Streams } from '../terminal/streams.ts';
import { visible } from '../terminal/terminal.ts';
import { planProblems } from './plan-problems.ts';

interface ParameterSummary {
  readonly name: string;
  readonly description?: string | undefined;
  readonly type: string;
  readonly value?: JsonValue;
}

interface EnvironmentSummary {
  readonly name: string;
  readonly description?: string | undefined;
  /** `root`, or the Step that it belongs to. */
  readonly parent: string;
}

interface StepSummary {
  readonly name: string;
  readonly description?: string | undefined;
  readonly parameters: readonly ParameterSummary[];
  readonly totalTasks: bigint;
  readonly environments: readonly EnvironmentSummary[];
  readonly dependencies: readonly string[];
}

/** `openjd summary`: what a job consists of. */
export async function summary({ template: argument, options }: Invocation, streams: Streams): Promise<CommandResult> {
  const { job, template } = await loadJob(argument, options, streams);
  if (options.step === undefined) return jobSummary(job, template);
  const { step } = options;
  return stepSummary(job, summaryOfStep(planProblems(() => stepNamed(job, step))));
}

function jobSummary(job: Job, template: JobTemplate): CommandResult {
  const steps = job.steps.map(summaryOfStep);
  const parameters = summaryOfParameters(job, template);
  const rootEnvironments = job.jobEnvironments.map((environment) => summaryOfEnvironment(environment, 'root'));
  const environments = [...rootEnvironments, ...steps.flatMap((step) => step.environments)];
  const totalTasks = steps.reduce((sum, step) => sum + step.totalTasks, 0n);
  const message = `Summary for '${job.name}'`;
  const lines = [
    '',
    `--- ${message} ---`,
    '',
    ...section(
      'Parameters:',
      parameters.map((parameter) => `  - ${parameterText(parameter)}`),
    ),
    `Total steps: ${steps.length}`,
    `Total tasks: ${totalTasks}`,
    `Total environments: ${environments.length}`,
    '',
    `--- Steps in '${job.name}' ---`,
    '',
    ...steps.flatMap((step, index) => [...stepLines(step, index + 1), '']),
    ...section(
      `--- Environments in '${job.name}' ---`,
      environments.map((environment) => `  ${environmentText(environment)}`),
    ),
  ];
  return {
    status: 'success',
    exitCode: EXIT.ok,
    message,
    fields: {
      name: job.name,
      parameter_definitions: parameters.map(parameterJson),
      total_steps: steps.length,
      total_tasks: totalTasks,
      total_environments: environments.length,
      root_environments: rootEnvironments.map(environmentJson),
      steps: steps.map(stepJson),
    },
    text: () => visible(lines.join('\n').trimEnd()),
  };
}

function stepSummary(job: Job, step: StepSummary): CommandResult {
  const message = `Summary for Step '${step.name}' in Job '${job.name}'`;
  const lines = [
    '',
    `--- ${message} ---`,
    '',
    `Total tasks: ${step.totalTasks}`,
    `Total task parameters: ${step.parameters.length}`,
    `Total environments: ${step.environments.length}`,
    '',
    ...section(
      `Dependencies (${step.dependencies.length}):`,
      step.dependencies.map((name) => `- '${name}'`),
    ),
    ...section(
      'Parameters:',
      step.parameters.map((parameter) => `- ${parameterText(parameter)}`),
    ),
    ...section('Environments:', step.environments.map(environmentText)),
  ];
  const { name, description: _description, ...rest } = stepJson(step);
  return {
    status: 'success',
    exitCode: EXIT.ok,
    message,
    fields: {
      job_name: job.name,
      step_name: name,
      total_parameters: step.parameters.length,
      ...rest,
      total_environments: step.environments.length,
    },
    text: () => visible(lines.join('\n').trimEnd()),
  };
}

function summaryOfParameters(job: Job, template: JobTemplate): readonly ParameterSummary[] {
  const descriptions = new Map(template.parameterDefinitions.map(({ name, description }) => [name, description]));
  return Object.entries(job.parameters).map(([name, { type, value }]) => ({
    name,
    description: descriptions.get(name),
    type,
    value: value as JsonValue,
  }));
}

function summaryOfStep(step: Step): StepSummary {
  return {
    name: step.name,
    description: step.description,
    parameters: (step.parameterSpace?.taskParameterDefinitions ?? []).map(({ name, type }) => ({ name, type })),
    // Tasks, not chunks: how many chunks there will be is decided while running.
    totalTasks: new StepParameterSpaceIterator(step.parameterSpace, { chunkTaskCount: 1 }).size,
    environments: step.stepEnvironments.map((environment) => summaryOfEnvironment(environment, step.name)),
    dependencies: step.dependencies,
  };
}

function summaryOfEnvironment({ name, description }: Environment, parent: string): EnvironmentSummary {
  return { name, description, parent };
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines, ''];
}

function parameterText({ name, type, value }: ParameterSummary): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return value === undefined || value === '' ? `${name} (${type})` : `${name} (${type}): ${shown}`;
}

function environmentText({ name, parent, description }: EnvironmentSummary): string {
  return `- ${name} (from '${parent}')${description === undefined ? '' : `\n    ${description.trimEnd().replaceAll('\n', '\n    ')}`}`;
}

function stepLines(step: StepSummary, position: number): readonly string[] {
  const { name, totalTasks, parameters, environments, dependencies } = step;
  return [
    `${position}. '${name}' (${totalTasks} total Tasks)`,
    ...(parameters.length === 0
      ? []
      : ['  Task parameters:', ...parameters.map((one) => `    - ${parameterText(one)}`)]),
    ...(environments.length === 0 ? [] : [`  ${environments.length} environments`]),
    ...(dependencies.length === 0
      ? []
      : [`  ${dependencies.length} dependencies: ${dependencies.map((dependency) => `'${dependency}'`).join(', ')}`]),
  ];
}

function parameterJson({ name, description, type, value }: ParameterSummary): JsonValue {
  return { name, description, type, value };
}

function environmentJson({ name, description, parent }: EnvironmentSummary): JsonValue {
  return { name, description, parent };
}

function stepJson(step: StepSummary): { readonly [key: string]: JsonValue | undefined } {
  return {
    name: step.name,
    description: step.description,
    parameter_definitions: step.parameters.map(parameterJson),
    total_tasks: step.totalTasks,
    environments: step.environments.map(environmentJson),
    dependencies: step.dependencies.map((name) => ({ step_name: name })),
  };
}
