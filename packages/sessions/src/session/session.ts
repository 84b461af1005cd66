import { randomUUID } from 'node:crypto';
import { sortPathMappingRules, type PathMappingRule } from '@ojd/expr';
import type { Step, StepScript, TaskParameterSet } from '@ojd/model';
import type { Observable } from 'rxjs';
import { ActionHandle, EnvironmentActionHandle } from '../actions/action-handle.ts';
import { checkCancelOptions, type CancelOptions } from '../actions/cancel-options.ts';
import type { ActionKind, ActionStatus } from '../results/action-result.ts';
import { coalesceProgress, type ProgressUpdate } from '../events/coalesced-progress.ts';
import type { SessionEvent } from '../events/session-event.ts';
import type { LogContent, LogLevel } from '../events/log-content.ts';
import { isLogLevel } from '../logs/session-logger.ts';
import { nulInRequest } from '../ports/nul-characters.ts';
import type { RunnableStep } from './action-planner.ts';
import type { EnterableEnvironment } from './environment-stack.ts';
import { checkEnvVars, checkPathMappingRules, checkSignal, checkTaskParameters } from './check-calls.ts';
import { checkEnvironment, checkStep } from './check-scripts.ts';
import { checkGiven, checkText, shown } from '../errors/check-given.ts';
import { checkDuration } from '../errors/durations.ts';
import { SessionError } from '../errors/session-error.ts';
import { checkSessionOptions, type SessionOptions } from './session-options.ts';
import type { SessionReport } from '../results/session-report.ts';
import { openSession } from './open-session.ts';
import type { SessionRuntime } from './session-runtime.ts';
import type { SessionState } from '../results/session-state.ts';

/**
 * Options of every action.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface ActionOptions {
  /** Over the session's variables, under those of the entered environments. Null takes one of a lower layer away. */
  readonly envVars?: Readonly<Record<string, string | null>>;
  /** Cancels this action. */
  readonly signal?: AbortSignal;
  /**
   * Ends this action as the template's own `timeout` does; where both are there, the shorter one counts. The result is a `timeout`.
   * Default: what the template says, and 300 s for an `onExit` of which it says nothing.
   */
  readonly timeLimitMs?: number;
}

/**
 * Options of `enterEnvironment`.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface EnterEnvironmentOptions extends ActionOptions {
  /** What `exitEnvironment` will be given. Default: made up, and told by the handle. */
  readonly environmentId?: string;
}

/**
 * Options of `runTask`.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface RunTaskOptions extends ActionOptions {
  /** The step's name, when only its script is given: a wrapping environment is told it. */
  readonly stepName?: string;
}

/**
 * Options of `exitEnvironment`.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface ExitEnvironmentOptions extends ActionOptions {
  /** The session may run more after this exit, for example the tasks of another step. Default: false. */
  readonly keepSessionRunning?: boolean;
}

/**
 * A command that comes from the caller, not from a template.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface SubprocessOptions extends ActionOptions {
  readonly command: string;
  readonly args?: readonly string[];
  /** Whether the variables of the entered environments apply. Default: true. */
  readonly useSessionEnvVars?: boolean;
}

/**
 * Options of `shutdown`.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface ShutdownOptions {
  /**
   * All must be over in this many milliseconds. A running action gets half of them if environments are left to exit;
   * each exit gets what then remains, divided by the exits that are left, so that one which hangs costs no other its exit. Default: no limit but those of the actions.
   */
  readonly deadlineMs?: number;
  /** For the result of the action that is canceled. */
  readonly reason?: string;
}

/**
 * One session on this host: environments are entered, tasks run, environments exited, one action at a time, in one working directory.
 *
 * Whatever happens, every environment that was entered or attempted is exited, in reverse order, by {@link Session.close}
 * (which `await using` calls), and the working directory is removed unless it is to be kept.
 *
 * @example
 * ```ts
 * import type { Job } from '@ojd/model';
 * import { Session } from '@ojd/sessions';
 *
 * async function runFirstTask(job: Job): Promise<void> {
 *   await using session = await Session.create({ job });
 *   for (const environment of job.jobEnvironments) await session.enterEnvironment(environment).orThrow();
 *   for (const step of job.steps) await session.runTask(step, {}).orThrow();
 * }
 * ```
 * @see How Jobs Are Run: Sessions
 */
export class Session implements AsyncDisposable {
  readonly #runtime: SessionRuntime;

  private constructor(runtime: SessionRuntime) {
    this.#runtime = runtime;
  }

  /**
   * Makes a session with its working directory.
   *
   * @throws {@link SessionError} `invalid-option`, `working-directory`, `user` or `sink`.
   */
  static async create(options: SessionOptions = {}): Promise<Session> {
    checkSessionOptions(options);
    return new Session(await openSession(options.sessionId ?? randomUUID(), options));
  }

  get sessionId(): string {
    return this.#runtime.sessionId;
  }

  get state(): SessionState {
    return this.#runtime.state;
  }

  /** `Session.WorkingDirectory`: where processes run. */
  get workingDirectory(): string {
    return this.#runtime.folders.workingDirectory;
  }

  /** The folder of embedded files, in the working directory. */
  get filesDirectory(): string {
    return this.#runtime.folders.filesDirectory;
  }

  /** The ids of the environments that are entered (or were attempted) and not exited, outermost first. */
  get environmentsEntered(): readonly string[] {
    return this.#runtime.stack.all.map(({ id }) => id);
  }

  /** The status of the action that runs, or else of the last one; undefined before the first. */
  get actionStatus(): ActionStatus | undefined {
    return this.#runtime.lastRun?.status;
  }

  get pathMappingRules(): readonly PathMappingRule[] {
    return this.#runtime.planner.rules;
  }

  /** Every action's events and the session's own, from now on. See also {@link Session.watch}. */
  get events$(): Observable<SessionEvent> {
    return this.#runtime.stream.watch({ history: false });
  }

  /** As `events$`, with what is still in memory of the past first. */
  watch(options: { readonly history?: boolean } = {}): Observable<SessionEvent> {
    return this.#runtime.stream.watch({ history: options.history === true });
  }

  /** The newest status of each action, at most once in `everyMs`; the first and the last are never left out. Default: 1000. */
  progress(options: { readonly everyMs?: number } = {}): Observable<ProgressUpdate> {
    checkDuration('everyMs', options.everyMs);
    const { ports, stream } = this.#runtime;
    return coalesceProgress(this.events$, options.everyMs ?? 1000, ports.clock, (error) =>
      stream.consumerFailed(error),
    );
  }

  /**
   * Enters an environment: sets its variables, runs its `onEnter`. It counts as entered from this call on, also if it fails.
   *
   * @throws {@link SessionError} at once if the session is not ready, the id is taken or a second wrapping environment would be entered.
   */
  enterEnvironment(environment: EnterableEnvironment, options: EnterEnvironmentOptions = {}): EnvironmentActionHandle {
    const { stack, planner, variables } = this.#runtime;
    this.#check('enter-environment', options);
    checkEnvironment(environment);
    checkText('environmentId', options.environmentId);
    const id = options.environmentId ?? stack.newId();
    stack.checkEntry(id, environment);
    const entered = stack.push(id, environment, variables.newLayer());
    const run = this.#runtime.start('enter-environment', (extras) => planner.enter(entered, extras), options);
    return new EnvironmentActionHandle(run, id);
  }

  /**
   * Runs a task: the step's `onRun` with these task parameters.
   *
   * @param step a Step of a job, which brings its name, lets and profile, or a bare StepScript.
   * @throws {@link SessionError} at once if the session is not ready.
   */
  runTask(step: Step | StepScript, taskParameters: TaskParameterSet = {}, options: RunTaskOptions = {}): ActionHandle {
    this.#check('run-task', options);
    checkStep(step);
    checkTaskParameters(taskParameters);
    checkText('stepName', options.stepName);
    const { stack, planner } = this.#runtime;
    const runnable: RunnableStep = 'script' in step ? step : { script: step };
    const name = options.stepName ?? runnable.name;
    const wrapper = stack.wrapperOf(undefined);
    if (wrapper !== undefined && name === undefined) {
      throw new SessionError(
        'wrap-conflict',
        `The environment ${JSON.stringify(wrapper.environment.name)} wraps tasks and must be told the name of the step: give a Step, or stepName.`,
      );
    }
    return new ActionHandle(
      this.#runtime.start(
        'run-task',
        (extras) => planner.task({ ...runnable, ...(name !== undefined && { name }) }, taskParameters, extras),
        options,
      ),
    );
  }

  /**
   * Exits the innermost environment: runs its `onExit`, takes its variables away. It is exited even if that fails.
   *
   * After it the session only takes more exits, unless `keepSessionRunning` is set.
   *
   * @throws {@link SessionError} at once if an action is running or the environment is not the innermost one.
   */
  exitEnvironment(environmentId: string, options: ExitEnvironmentOptions = {}): ActionHandle {
    this.#check('exit-environment', options);
    const entered = this.#runtime.stack.checkExit(environmentId);
    return new ActionHandle(this.#runtime.startExit(entered, options));
  }

  /**
   * Runs a command that is not part of a template, with literal arguments. A cancel terminates it.
   *
   * @throws {@link SessionError} at once if the session is not ready or an option is not usable.
   */
  runSubprocess(options: SubprocessOptions): ActionHandle {
    this.#check('run-subprocess', options);
    const { command, args = [] } = options;
    if (typeof command !== 'string' || command.trim() === '') {
      throw new SessionError('invalid-option', `command must name a program; got ${shown(command)}.`);
    }
    if (!Array.isArray(args) || args.some((arg) => typeof arg !== 'string')) {
      throw new SessionError('invalid-option', `args must be a list of strings; got ${JSON.stringify(args)}.`);
    }
    const nul = nulInRequest({ command, args, env: {} });
    if (nul !== undefined) throw new SessionError('invalid-option', nul[1]);
    const request = { command, args, useSessionEnvVars: options.useSessionEnvVars ?? true };
    return new ActionHandle(
      this.#runtime.start('run-subprocess', (extras) => this.#runtime.planner.subprocess(request, extras), options),
    );
  }

  /**
   * Cancels the action that is running; does nothing if none is.
   *
   * @throws {@link SessionError} `invalid-option` at once if an option is not usable.
   */
  cancel(options: CancelOptions = {}): void {
    checkCancelOptions(options);
    this.#runtime.run?.cancel(options);
  }

  /**
   * Adds rules; the next action already sees them, in its parameters and in the path mapping file.
   *
   * @throws {@link SessionError} `invalid-option` at once if one of them is no rule, `session-ended` if there is no next action; none is added then.
   */
  extendPathMappingRules(rules: readonly PathMappingRule[]): void {
    this.#runtime.checkNotEnded('no action will see the rules');
    checkPathMappingRules(rules);
    const { planner } = this.#runtime;
    if (rules.length > 0) planner.rules = sortPathMappingRules([...planner.rules, ...rules]);
  }

  /**
   * Writes a line of the caller's own into the session's log, redacted as every other. Once the session has ended, its events and sinks are over: then
   * the line is given to its `logger` alone. Throws nothing for that, because whoever logs from a timer may be a moment later than the end.
   *
   * @throws {@link SessionError} `invalid-option` at once if `text` is no string or `level` is none.
   */
  log(text: string, options: { readonly content?: LogContent; readonly level?: LogLevel } = {}): void {
    if (typeof text !== 'string')
      throw new SessionError('invalid-option', `text must be a string; got ${shown(text)}.`);
    if (options.level !== undefined && !isLogLevel(options.level))
      throw new SessionError(
        'invalid-option',
        `level must be debug, info, warning or error; got ${shown(options.level)}.`,
      );
    this.#runtime.log(options.content ?? 'banner', text, options.level ?? 'info');
  }

  /**
   * Cancels what runs, exits what is entered, cleans up. Called again, also after {@link Session.close}, it gives the same report, sooner if its
   * `deadlineMs` asks for that.
   *
   * @throws {@link SessionError} `invalid-option` at once if `deadlineMs` is not a finite number of at least 0.
   */
  shutdown(options: ShutdownOptions = {}): Promise<SessionReport> {
    checkDuration('deadlineMs', options.deadlineMs);
    return this.#runtime.close(options);
  }

  /** {@link Session.shutdown} without a deadline. */
  close(): Promise<SessionReport> {
    return this.#runtime.close({});
  }

  /** {@link Session.close}. Never throws, so that it hides no error of the block it ends; what went wrong is logged. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #check(kind: ActionKind, options: ActionOptions): void {
    this.#runtime.checkMayStart(kind);
    checkGiven('options', 'an object', options);
    checkEnvVars(options.envVars);
    checkSignal(options.signal);
    checkDuration('timeLimitMs', options.timeLimitMs, 'above 0');
  }
}
