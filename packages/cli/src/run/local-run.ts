import { IntRangeExpr, type PathMappingRule } from '@ojd/expr';
import {
  type Environment,
  type JobParameterValues,
  type Step,
  StepParameterSpaceIterator,
  type TaskParameterSet,
} from '@ojd/model';
import {
  type ActionHandle,
  type ActionResult,
  type LosslessSink,
  Session,
  SessionError,
  type SessionUser,
  type SessionEvent,
  type SessionPorts,
} from '@ojd/sessions';
import { messageOf, TEMP_HINT } from '../errors.ts';
import { AdaptiveChunkSize } from './adaptive-chunks.ts';
import { describeTask, plannedTasks, type RunPlan, type StepPlan } from './run-plan.ts';
import type { EnvironmentReport, RunFailure, RunReport, StepReport, StepState } from './run-report.ts';

/** What a run needs besides its plan. */
export interface LocalRunOptions {
  readonly jobParameters: JobParameterValues;
  readonly pathMappingRules?: readonly PathMappingRule[];
  readonly sessionId?: string;
  /** Whoever the actions run as. Default: the user of this program. */
  readonly user?: SessionUser;
  /** Keep the working directory. */
  readonly retainWorkingDir?: boolean;
  /** Every event of the Session, in order, while it happens. */
  readonly onEvent?: (event: SessionEvent) => void;
  /** What the Session uses of the world; an explanation starts no processes. */
  readonly ports?: Partial<SessionPorts>;
}

/** Stops the run: thrown inside, never seen outside. */
class RunStopped extends Error {}

const INTERRUPT_WORDS = {
  first: {
    other:
      'received: canceling what runs, then every Environment is exited. Once more to end the running action at once.',
    exiting: 'received: every Environment is exited, then the run ends. Once more to end the running action at once.',
  },
  again: {
    other: 'received again: ending the running action at once. Environments are still exited.',
    exiting: 'received again: cutting the running exit short. The Environments around it are still exited.',
  },
} as const;

/** Lines that the run itself adds to the Session's log begin so, as those of the reference command do. */
const LOG_PREFIX = 'Open Job Description CLI: ';

/**
 * Runs the Tasks of a job one after the other in one Session.
 *
 * Environments are entered outermost first, each Step's own around its Tasks. The first action that does not succeed ends the run, and so does
 * {@link LocalRun.interrupt}; every Environment that was entered or attempted is exited all the same, in reverse order.
 */
export class LocalRun {
  readonly #plan: RunPlan;
  readonly #options: LocalRunOptions;
  readonly #failures: RunFailure[] = [];
  readonly #steps: StepReport[] = [];
  readonly #entered: { readonly id: string; readonly name: string }[] = [];
  readonly #exits: EnvironmentReport[] = [];
  #session: Session | undefined;
  #running: { readonly action: ActionHandle; readonly isExit: boolean } | undefined;
  #interruptedBy: string | undefined;

  constructor(plan: RunPlan, options: LocalRunOptions) {
    this.#plan = plan;
    this.#options = options;
  }

  /** Runs everything. Never rejects for what a job does: failures are in the report. */
  async run(): Promise<RunReport> {
    const startedAtMs = Date.now();
    const session = await this.#openSession(startedAtMs);
    if (session === undefined) return this.#report(startedAtMs);
    try {
      await this.#enterAll([...this.#plan.environments, ...this.#plan.job.jobEnvironments]);
      for (const step of this.#plan.steps) await this.#runStep(step);
    } catch (error) {
      this.#note(error);
    }
    await this.#exitDownTo(0, false).catch((error: unknown) => this.#note(error));
    this.#log('');
    this.#log(this.#closingLine());
    this.#log('Local Session ended! Now cleaning up Session resources.');
    return this.#report(startedAtMs, await session.close());
  }

  /**
   * Ends the run early. The first call cancels the running action by its declared method and starts no further Environment or Task; an exit that
   * runs already goes on, for it is what the first call asks for. Each later call ends the action that is then running at once. What is still
   * entered is exited in either case.
   */
  interrupt(by: string): void {
    const isFirst = this.#interruptedBy === undefined;
    const { action, isExit = false } = this.#running ?? {};
    this.#interruptedBy ??= by;
    this.#log(`${by} ${INTERRUPT_WORDS[isFirst ? 'first' : 'again'][isExit ? 'exiting' : 'other']}`);
    if (!isFirst) action?.cancel({ reason: by, timeLimitMs: 0 });
    else if (!isExit) action?.cancel({ reason: by });
  }

  async #openSession(startedAtMs: number): Promise<Session | undefined> {
    const { jobParameters, pathMappingRules, sessionId, user, retainWorkingDir, onEvent, ports } = this.#options;
    try {
      this.#session = await Session.create({
        sessionId: sessionId ?? 'CLI-session',
        job: this.#plan.job,
        jobParameters,
        ...(pathMappingRules === undefined ? {} : { pathMappingRules }),
        ...(user === undefined ? {} : { user }),
        ...(retainWorkingDir === undefined ? {} : { retainWorkingDir }),
        ...(onEvent === undefined ? {} : { sinks: [sinkTo(onEvent)] }),
        ...(ports === undefined ? {} : { ports }),
      });
    } catch (error) {
      const isFolder = error instanceof SessionError && error.code === 'working-directory';
      this.#failures.push({
        message: isFolder ? `${messageOf(error).replace(/\.$/, '')}. ${TEMP_HINT}` : messageOf(error),
      });
      return undefined;
    }
    this.#log(`Session start ${new Date(startedAtMs).toISOString()}`);
    this.#log(`Running job '${this.#plan.job.name}'`);
    return this.#session;
  }

  async #runStep(plan: StepPlan): Promise<void> {
    const { step } = plan;
    const startedAtMs = Date.now();
    const depth = this.#entered.length;
    const failuresBefore = this.#failures.length;
    const progress = { tasksSucceeded: 0 };
    let stopped: unknown;
    this.#stopIfInterrupted();
    this.#log(`Running step '${step.name}'`);
    try {
      await this.#enterAll(step.stepEnvironments);
      await this.#runTasks(plan, progress);
    } catch (error) {
      stopped = error;
    }
    // The Session goes on after a Step that succeeded: the next one may follow.
    await this.#exitDownTo(depth, stopped === undefined).catch((error: unknown) => {
      stopped ??= error;
    });
    const failed = this.#failures.slice(failuresBefore);
    const state: StepState =
      failed.length === 0 && stopped === undefined
        ? 'success'
        : failed.some(({ result }) => result?.state !== 'canceled')
          ? 'failed'
          : 'canceled';
    this.#steps.push({ name: step.name, state, ...progress, ...planned(plan), durationMs: Date.now() - startedAtMs });
    if (stopped !== undefined) throw stopped;
  }

  async #runTasks({ step, tasks, maximumTasks }: StepPlan, progress: { tasksSucceeded: number }): Promise<void> {
    const space = new StepParameterSpaceIterator(step.parameterSpace);
    const chunks = tasks === undefined ? adaptiveChunksOf(step, space) : undefined;
    for (const parameters of tasks ?? space) {
      if (maximumTasks !== undefined && progress.tasksSucceeded >= maximumTasks) break;
      const result = await this.#runTask(step, parameters);
      progress.tasksSucceeded += 1;
      chunks?.adapt(parameters, result.durationMs, (text) => this.#log(text));
    }
  }

  async #runTask(step: Step, parameters: TaskParameterSet): Promise<ActionResult> {
    this.#stopIfInterrupted();
    const task = describeTask(parameters);
    return this.#await(
      () => this.#open().runTask(step, parameters),
      task === '' ? { name: step.name } : { name: step.name, task },
    );
  }

  async #enterAll(environments: readonly Environment[]): Promise<void> {
    for (const environment of environments) {
      this.#stopIfInterrupted();
      await this.#await(
        () => {
          const handle = this.#open().enterEnvironment(environment);
          this.#entered.push({ id: handle.environmentId, name: environment.name });
          return handle;
        },
        { name: environment.name },
      );
    }
  }

  /** Exits the innermost Environments until `depth` are left. All are tried; a failure is told afterwards. */
  async #exitDownTo(depth: number, keepSessionRunning: boolean): Promise<void> {
    let isStopped = false;
    while (this.#entered.length > depth) {
      const environment = this.#entered.pop();
      if (environment === undefined) break;
      const { id, name } = environment;
      const exit = await this.#settle(() => this.#open().exitEnvironment(id, { keepSessionRunning }), { name }, true);
      this.#exits.push({ name, exit: exit?.state ?? 'failed' });
      isStopped ||= exit?.state !== 'success';
    }
    if (isStopped) throw new RunStopped();
  }

  /** Starts an action and waits for it. One that does not succeed ends the run. */
  async #await(start: () => ActionHandle, what: Pick<RunFailure, 'name' | 'task'>): Promise<ActionResult> {
    const result = await this.#settle(start, what, false);
    if (result?.state !== 'success') throw new RunStopped();
    return result;
  }

  /** Starts an action and waits for it. One that does not succeed is noted; undefined: it could not be started. */
  async #settle(
    start: () => ActionHandle,
    what: Pick<RunFailure, 'name' | 'task'>,
    isExit: boolean,
  ): Promise<ActionResult | undefined> {
    let result: ActionResult;
    try {
      const action = start();
      this.#running = { action, isExit };
      result = await action;
    } catch (error) {
      this.#failures.push({ ...what, message: messageOf(error) });
      return undefined;
    } finally {
      this.#running = undefined;
    }
    if (result.state !== 'success') {
      this.#failures.push({
        ...(result.name === undefined ? {} : { name: result.name }),
        ...what,
        kind: result.kind,
        message: result.message,
        result,
      });
    }
    return result;
  }

  #open(): Session {
    if (this.#session === undefined) throw new Error('The Session is not open.');
    return this.#session;
  }

  #stopIfInterrupted(): void {
    if (this.#interruptedBy !== undefined) throw new RunStopped();
  }

  #note(error: unknown): void {
    if (!(error instanceof RunStopped)) this.#failures.push({ message: messageOf(error) });
  }

  #log(text: string): void {
    this.#session?.log(text === '' ? '' : LOG_PREFIX + text);
  }

  #closingLine(): string {
    const [first] = this.#failures;
    if (this.#interruptedBy !== undefined) return `Interrupted by ${this.#interruptedBy}.`;
    return first === undefined ? 'All actions completed successfully!' : `ERROR: ${describeFailure(first)}`;
  }

  #report(startedAtMs: number, session?: RunReport['session']): RunReport {
    const { job, steps, selectedStep } = this.#plan;
    const reached = new Set(this.#steps.map(({ name }) => name));
    const notRun = steps.filter(({ step }) => !reached.has(step.name));
    const state = this.#interruptedBy !== undefined ? 'interrupted' : this.#failures.length > 0 ? 'failed' : 'success';
    return {
      state,
      jobName: job.name,
      ...(selectedStep === undefined ? {} : { selectedStepName: selectedStep.name }),
      steps: [...this.#steps, ...notRun.map(notRunReport)],
      environments: this.#exits,
      failures: this.#failures,
      tasksSucceeded: this.#steps.reduce((sum, step) => sum + step.tasksSucceeded, 0),
      startedAtMs,
      durationMs: Date.now() - startedAtMs,
      ...(this.#interruptedBy === undefined ? {} : { interruptedBy: this.#interruptedBy }),
      ...(session === undefined ? {} : { session }),
    };
  }
}

/** Every event, taken at once: it is for the receiver to be as slow as it must. */
function sinkTo(onEvent: (event: SessionEvent) => void): LosslessSink {
  return { write: onEvent, full: false, whenRoom: (resume) => resume(), close: () => Promise.resolve(undefined) };
}

function notRunReport(plan: StepPlan): StepReport {
  return { name: plan.step.name, state: 'not-run', tasksSucceeded: 0, ...planned(plan), durationMs: 0 };
}

function planned(plan: StepPlan): Pick<StepReport, 'tasksPlanned'> {
  const tasksPlanned = plannedTasks(plan);
  return tasksPlanned === undefined ? {} : { tasksPlanned };
}

interface AdaptiveChunks {
  adapt(parameters: TaskParameterSet, durationMs: number, log: (text: string) => void): void;
}

/** For a Step with `targetRuntimeSeconds`: sets the size of the chunks that follow by how long the earlier ones took. */
function adaptiveChunksOf(step: Step, space: StepParameterSpaceIterator): AdaptiveChunks | undefined {
  const { chunksParameterName: name, chunksAdaptive } = space;
  const definition = step.parameterSpace?.taskParameterDefinitions.find((parameter) => parameter.name === name);
  const targetSeconds = definition?.chunks?.targetRuntimeSeconds;
  if (!chunksAdaptive || name === undefined || targetSeconds === undefined) return undefined;
  const size = new AdaptiveChunkSize(targetSeconds);
  return {
    adapt(parameters, durationMs, log) {
      const value = parameters[name]?.value;
      if (value === undefined) return;
      const before = space.chunkTaskCount ?? 1;
      const after = size.next(before, Number(IntRangeExpr.parse(value).length), durationMs);
      if (after === before) return;
      log(`Adjusting chunk size from ${before} to ${after}`);
      space.chunkTaskCount = after;
    },
  };
}

const KINDS: Readonly<Record<string, string>> = {
  'enter-environment': 'Entering Environment',
  'exit-environment': 'Exiting Environment',
  'run-task': 'Task of Step',
};

/** A failure in one line: `Task of Step 'Render' (Frame=3): exited with code 3`. */
export function describeFailure({ kind, name, task, message }: RunFailure): string {
  const what = kind === undefined ? undefined : KINDS[kind];
  const who = name === undefined ? what : `${what ?? 'At'} '${name}'`;
  const which = task === undefined ? '' : ` (${task})`;
  return who === undefined ? message : `${who}${which}: ${message}`;
}
