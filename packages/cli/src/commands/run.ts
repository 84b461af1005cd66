import { WindowsSessionUser } from '@ojd/sessions';
import type { Invocation } from '../command-line/parse.ts';
import type { OptionValues } from '../command-line/options.ts';
import { loadJob } from '../input/load-job.ts';
import { readPathMappingRules } from '../input/path-mapping.ts';
import { readTaskParameters, readTasks, type TaskArguments } from '../input/task-parameters.ts';
import { eventLine } from '../render/event-stream.ts';
import type { CommandResult } from '../render/result.ts';
import { runResult } from '../render/run-result.ts';
import {
  LocalRun,
  type LocalRunOptions,
  planRun,
  type RunPlan,
  type RunReport,
  type RunSelection,
} from '../run/index.ts';
import type { Streams } from '../terminal/streams.ts';
import { planProblems } from './plan-problems.ts';
import { checkRunOptions } from './run-options.ts';
import { openOutputs, type RunOutputs } from './run-outputs.ts';
import { sessionUser } from './session-user.ts';

/** `openjd run`: runs a job in one Session on this machine. */
export async function run({ options, template }: Invocation, streams: Streams): Promise<CommandResult> {
  checkRunOptions(options, template, streams.cwd);
  const user = sessionUser(options);
  const pathMappingRules = await readPathMappingRules(options.pathMappingRules, streams.cwd);
  const { job, parameters, environments } = await loadJob(template, options, streams);
  const selection = await selectionOf(options, streams.cwd);
  const plan = planProblems(() => planRun(job, selection, environments));

  const outputs = openOutputs(options, plan, streams);
  const report = await runInto(
    outputs,
    plan,
    {
      jobParameters: parameters,
      pathMappingRules,
      ...(user === undefined ? {} : { user }),
      retainWorkingDir: options.preserve === true,
    },
    streams,
  ).finally(() => {
    if (user instanceof WindowsSessionUser) user.close();
  });
  return {
    ...runResult(report, outputs.records()),
    ...(outputs.spool === undefined ? {} : { logs: outputs.spool }),
  };
}

async function runInto(
  outputs: RunOutputs,
  plan: RunPlan,
  options: LocalRunOptions,
  streams: Streams,
): Promise<RunReport> {
  try {
    const localRun = new LocalRun(plan, { ...options, onEvent: (event) => outputs.event(event) });
    const stopListening = streams.onInterrupt((signal) => localRun.interrupt(signal));
    const report = await localRun.run().finally(stopListening);
    outputs.events?.line(eventLine({ type: 'run-ended', timestampMs: Date.now(), report }));
    return report;
  } finally {
    outputs.close();
  }
}

async function selectionOf(options: OptionValues, cwd: string): Promise<RunSelection> {
  let tasks: readonly TaskArguments[] | undefined;
  if (options.taskParam.length > 0) tasks = [readTaskParameters(options.taskParam)];
  else if (options.tasks !== undefined) tasks = await readTasks(options.tasks, cwd);
  return {
    ...(options.step === undefined ? {} : { stepName: options.step }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(options.maximumTasks === undefined ? {} : { maximumTasks: Number(options.maximumTasks) }),
    runDependencies: options.runDependencies === true,
  };
}
