// A worker: takes jobs from a queue, runs each in a session of its own, and stops when it is told to.
import { StepDependencyGraph, StepParameterSpaceIterator, type Environment, type Job } from '@ojd/model';
import { ActionError, Session, type ActionHandle, type ActionResult, type SessionReport } from '@ojd/sessions';

export interface WorkerOptions {
  /** Aborting it cancels what runs and takes no further job. */
  readonly signal: AbortSignal;
  /** For each task; a shorter `timeout` of the template counts. */
  readonly taskTimeLimitMs: number;
  /** For the end of a session: exits and cleaning up. */
  readonly closeDeadlineMs: number;
}

export interface JobOutcome {
  readonly jobName: string;
  /** In the order they ran; the last one tells why a job did not succeed. */
  readonly results: readonly ActionResult[];
  /** What became of the environments and of the working directory. */
  readonly report: SessionReport;
}

/** `process.once('SIGTERM', () => stopping.abort('the worker is stopping'))` is all that a service needs besides. */
export async function* runJobs(
  queue: AsyncIterable<Job> | Iterable<Job>,
  options: WorkerOptions,
): AsyncGenerator<JobOutcome> {
  for await (const job of queue) {
    yield await runJob(job, options);
    // Before another job is asked for: one that came all the same would be lost without an outcome.
    if (options.signal.aborted) return;
  }
}

async function runJob(job: Job, options: WorkerOptions): Promise<JobOutcome> {
  const results: ActionResult[] = [];
  await using session = await Session.create({ job, signal: options.signal });
  try {
    await runSteps(session, job, options, results);
  } catch (error) {
    // The result is among the others already; any other error is a mistake of this program.
    if (!(error instanceof ActionError)) throw error;
  }
  return { jobName: job.name, results, report: await session.shutdown({ deadlineMs: options.closeDeadlineMs }) };
}

async function runSteps(
  session: Session,
  job: Job,
  { taskTimeLimitMs }: WorkerOptions,
  results: ActionResult[],
): Promise<void> {
  const succeeds = async (action: ActionHandle): Promise<void> => {
    results.push(await action);
    await action.orThrow();
  };
  const enter = async (environment: Environment): Promise<string> => {
    const entering = session.enterEnvironment(environment);
    await succeeds(entering);
    return entering.environmentId;
  };
  for (const environment of job.jobEnvironments) await enter(environment);
  for (const step of new StepDependencyGraph(job).topologicalOrder()) {
    const entered: string[] = [];
    for (const environment of step.stepEnvironments) entered.push(await enter(environment));
    for (const taskParameters of new StepParameterSpaceIterator(step.parameterSpace)) {
      await succeeds(session.runTask(step, taskParameters, { timeLimitMs: taskTimeLimitMs }));
    }
    // Without keepSessionRunning, no task of another step could follow.
    for (const id of entered.toReversed()) await succeeds(session.exitEnvironment(id, { keepSessionRunning: true }));
  }
}
