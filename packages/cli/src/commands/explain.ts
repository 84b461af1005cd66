import type { Invocation } from '../command-line/parse.ts';
import { CliError, EXIT } from '../errors.ts';
import { explainJob } from '../explain/explain-job.ts';
import { loadJob } from '../input/load-job.ts';
import { readPathMappingRules } from '../input/path-mapping.ts';
import { explanationFields, explanationText } from '../render/explanation.ts';
import type { CommandResult } from '../render/result.ts';
import { describeFailure, planRun } from '../run/index.ts';
import type { Streams } from '../terminal/streams.ts';
import { planProblems } from './plan-problems.ts';

/** `openjd explain`: what each Task and Environment would run, without running it. */
export async function explain({ template, options }: Invocation, streams: Streams): Promise<CommandResult> {
  if (!/^[1-9]\d*$/.test(options.limit)) {
    throw new CliError(`--limit: expected a whole number of at least 1, found '${options.limit}'.`, {
      exitCode: EXIT.usage,
    });
  }
  const pathMappingRules = await readPathMappingRules(options.pathMappingRules, streams.cwd);
  const { job, parameters, environments } = await loadJob(template, options, streams);
  const plan = planProblems(() =>
    planRun(job, options.step === undefined ? {} : { stepName: options.step }, environments),
  );
  const explanation = await explainJob(plan, {
    jobParameters: parameters,
    pathMappingRules,
    limit: Number(options.limit),
    env: streams.env,
  });
  const [failure] = explanation.report.failures;
  return {
    status: failure === undefined ? 'success' : 'error',
    exitCode: failure === undefined ? EXIT.ok : EXIT.failure,
    message: failure === undefined ? `What a run of '${job.name}' would do` : describeFailure(failure),
    fields: { job_name: job.name, ...explanationFields(explanation) },
    text: (terminal) => explanationText(job.name, explanation, terminal),
  };
}
