import {
  createEnvironment,
  type Environment,
  type EnvironmentTemplate,
  type Job,
  type JobParameterValues,
  type JobTemplate,
  type Outcome,
  safeCreateJob,
  safePreprocessJobParameters,
} from '@ojd/model';
import { CliError } from '../errors.ts';
import type { OptionValues } from '../command-line/options.ts';
import type { Streams } from '../terminal/streams.ts';
import { declaredTemplate } from './declared-parameters.ts';
import { readExtensions } from './extensions.ts';
import { readJobParameters } from './job-parameters.ts';
import {
  decodeEnvironmentTemplate,
  decodeTemplateInput,
  DiagnosticsError,
  readEnvironmentInputs,
} from './decode-input.ts';
import { pathOptions, readTemplateInput, type TemplateInput } from './template-input.ts';

/** A job and what it was made of. */
export interface LoadedJob {
  readonly job: Job;
  readonly template: JobTemplate;
  readonly parameters: JobParameterValues;
  /** The Environments of `--environment`, in the order given. */
  readonly environments: readonly Environment[];
}

/** Options that say which job to make of a template. */
export type JobOptions = Pick<OptionValues, 'jobParam' | 'environment' | 'extensions'>;

/** Makes the job that a template argument, `-p`, `--environment` and `--extensions` describe. */
export async function loadJob(argument: string, options: JobOptions, streams: Streams): Promise<LoadedJob> {
  const input = await readTemplateInput(argument, streams);
  const extensions = readExtensions(options.extensions);
  const template = decodeTemplateInput(input, extensions);
  const environmentInputs = await readEnvironmentInputs(options.environment, streams);
  const environmentTemplates = environmentInputs.map((one) => decodeEnvironmentTemplate(one, extensions));
  const parameters = await withDeclaredParameters([input, ...environmentInputs], async () => {
    if (input.valuesProblem !== undefined) throw input.valuesProblem;
    const given = await readJobParameters(options.jobParam, streams.cwd, input.parameterValues);
    return valueOf(
      safePreprocessJobParameters(template, given, {
        ...pathOptions(input, streams.cwd),
        environmentTemplates,
      }),
      `The job parameters don't fit '${input.displayName}':`,
      input,
      { isAboutValues: true },
    );
  });
  const job = valueOf(
    safeCreateJob(template, parameters),
    `No job can be made of '${input.displayName}' with these parameters:`,
    input,
  );
  return { job, template, parameters, environments: createEnvironments(environmentTemplates, parameters, job.name) };
}

function createEnvironments(
  templates: readonly EnvironmentTemplate[],
  parameters: JobParameterValues,
  jobName: string,
): readonly Environment[] {
  return templates.map((template) => createEnvironment(template, parameters, { jobName }));
}

function valueOf<T>(
  outcome: Outcome<T>,
  headline: string,
  input: TemplateInput,
  options: { readonly isAboutValues?: boolean } = {},
): T {
  if (outcome.ok) return outcome.value;
  throw new DiagnosticsError(headline, outcome.diagnostics, input, options);
}

/** Does `work`; an error in it also shows which parameters the templates want. */
async function withDeclaredParameters<T>(inputs: readonly TemplateInput[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CliError) error.declared = inputs.map(declaredTemplate);
    throw error;
  }
}
