import type { LosslessSink } from '../logs/lossless-sink.ts';
import { ActionRun } from '../actions/action-run.ts';
import type { ActionPlan } from '../actions/action-plan.ts';
import type { ActionKind, ActionResult, CancelOrigin, EscapedProcessReport } from '../results/action-result.ts';
import type { LineFilter } from '../actions/message-reader.ts';
import { OutOfMemoryWatch } from '../actions/out-of-memory.ts';
import type { OutputPump } from '../actions/output-pump.ts';
import { defaultHistoryLimits, type HistoryLimits } from '../events/event-log.ts';
import { SessionStream } from './session-stream.ts';
import { writeCancelInfo } from '../files/cancel-info.ts';
import { PathMappingFile } from '../files/path-mapping-file.ts';
import type { SessionFolders } from '../files/working-directory.ts';
import type { SpawnedProcess } from '../ports/spawn.ts';
import type { SessionUserPort } from '../ports/session-user.ts';
import type { LogContent, LogLevel } from '../events/log-content.ts';
import { defaultLogger } from '../logs/pino-logger.ts';
import { Redactor } from '../messages/redactor.ts';
import { sortPathMappingRules } from '@ojd/expr';
import { SessionVariables } from '../variables/session-variables.ts';
import { ActionPlanner, type ActionExtras } from './action-planner.ts';
import { closeSession } from './closing.ts';
import { Deadline } from './deadline.ts';
import { EnvironmentStack, type EnteredEnvironment } from './environment-stack.ts';
import { onAbort } from './on-abort.ts';
import { SessionError } from '../errors/session-error.ts';
import type { SessionOptions, SessionPorts } from './session-options.ts';
import type { SessionReport, SurvivingProcess } from '../results/session-report.ts';
import type { SessionState } from '../results/session-state.ts';

/** What starting an action takes of its options. */
export interface StartOptions {
  readonly envVars?: Readonly<Record<string, string | null>>;
  readonly signal?: AbortSignal;
  readonly timeLimitMs?: number;
}

const idPrefixes: Readonly<Record<ActionKind, string>> = {
  'enter-environment': 'enter',
  'run-task': 'run',
  'exit-environment': 'exit',
  'run-subprocess': 'subprocess',
};

/** The inside of a session: its state and the one action that may be running. The only writer of both. */
export class SessionRuntime {
  readonly sessionId: string;
  readonly options: SessionOptions;
  readonly ports: SessionPorts;
  readonly folders: SessionFolders;
  /** Whoever the actions run as, if not the host's user. */
  readonly user: SessionUserPort | undefined;
  readonly stack: EnvironmentStack = new EnvironmentStack();
  readonly stream: SessionStream;
  readonly planner: ActionPlanner;
  readonly variables: SessionVariables;
  readonly lingering: Set<OutputPump> = new Set();
  /** What sinks did not take, in words. */
  readonly lostOutput: string[] = [];
  /** Those whose group outlived them: a member that cleared its environment is found by nothing else. */
  readonly remaining: Set<SpawnedProcess> = new Set();
  #mostRemaining = 64;
  /** The processes that nothing ended, until they end. */
  readonly survivors: Map<SpawnedProcess, SurvivingProcess> = new Map();
  readonly sinks: readonly LosslessSink[];
  readonly #lines: LineFilter;
  readonly #outOfMemory: OutOfMemoryWatch;
  readonly #history: HistoryLimits;
  #state: SessionState = 'ready';
  #run: ActionRun | undefined;
  #lastRun: ActionRun | undefined;
  #actions = 0;
  #closing: Promise<SessionReport> | undefined;
  readonly #deadline: Deadline;
  readonly #stopListening: () => void;

  constructor(
    sessionId: string,
    options: SessionOptions,
    ports: SessionPorts,
    folders: SessionFolders,
    user?: SessionUserPort,
  ) {
    this.user = user;
    this.sessionId = sessionId;
    this.options = options;
    this.ports = ports;
    this.folders = folders;
    this.sinks = options.sinks ?? [];
    this.#deadline = new Deadline(ports.clock);
    this.#history = { ...defaultHistoryLimits, ...options.history };
    this.stream = new SessionStream({
      sessionId,
      now: () => ports.clock.now(),
      logger: options.logger ?? defaultLogger(),
      sinks: this.sinks,
      limits: this.#history,
      onSinkFailed: (problem) => this.log('exception', problem, 'error'),
    });
    this.#outOfMemory = new OutOfMemoryWatch(ports.outOfMemoryKills, ports.clock);
    this.#lines = lineFilter(new Redactor(), this.stream);
    this.variables = new SessionVariables({
      platform: ports.platform,
      host: ports.hostVariables,
      session: options.envVars ?? {},
      workingDirectory: folders.workingDirectory,
    });
    this.planner = new ActionPlanner({
      options,
      folders,
      platform: ports.platform,
      variables: this.variables,
      stack: this.stack,
      mappingFile: new PathMappingFile(folders),
      rules: sortPathMappingRules(options.pathMappingRules ?? []),
    });
    this.#stopListening = onAbort(options.signal, () => this.#cancelForSession());
  }

  get state(): SessionState {
    return this.#state;
  }

  get run(): ActionRun | undefined {
    return this.#run;
  }

  get lastRun(): ActionRun | undefined {
    return this.#lastRun;
  }

  log(content: LogContent, text: string, level: LogLevel): void {
    this.stream.log(content, level, this.redact(text));
  }

  /** What may be shown of a text. */
  redact(text: string): string {
    return this.#lines.redact(text);
  }

  /** Ends what left its group: the processes of one action, or of the whole session. */
  async endEscaped(actionId?: string): Promise<readonly EscapedProcessReport[]> {
    const { workingDirectory } = this.folders;
    const found = await this.ports.escapes.end({ workingDirectory, ...(actionId !== undefined && { actionId }) });
    return found.map((one) => this.#shownProcess(one));
  }

  /** A program may be named after a secret. */
  #shownProcess(one: EscapedProcessReport): EscapedProcessReport {
    return one.command === undefined ? one : { ...one, command: this.redact(one.command) };
  }

  /** @param consequence what that means for the call */
  checkNotEnded(consequence: string): void {
    if (this.#state === 'ended') throw this.#ended('has ended', consequence);
  }

  /** Throws unless an action of this kind may start now. */
  checkMayStart(kind: ActionKind): void {
    this.checkNotEnded('no action can start');
    if (this.#closing !== undefined) throw this.#ended('is being closed', 'no action can start');
    if (this.#run !== undefined) {
      throw new SessionError(
        'session-busy',
        `The action ${this.#run.id} is ${this.#state}: a session runs one action at a time. Await it first, or use another session.`,
      );
    }
    if (this.#state === 'readyEnding' && kind !== 'exit-environment') {
      throw new SessionError(
        'session-ending',
        'An action did not succeed, or an environment was exited: this session only takes exitEnvironment now. What else is to run needs a new session; keepSessionRunning would have let an exit leave this one ready.',
      );
    }
  }

  start(kind: ActionKind, plan: (extras: ActionExtras) => ActionPlan, options: StartOptions): ActionRun {
    return this.#start(kind, plan, options, (result) => (result.state === 'success' ? 'ready' : 'readyEnding'));
  }

  startExit(entered: EnteredEnvironment, options: StartOptions & { readonly keepSessionRunning?: boolean }): ActionRun {
    const keep = options.keepSessionRunning === true && this.#state === 'ready';
    return this.#start(
      'exit-environment',
      (extras) => this.planner.exit(entered, extras),
      options,
      (result) => {
        this.stack.remove(entered);
        this.variables.exited(entered.layer);
        return keep && result.state === 'success' ? 'ready' : 'readyEnding';
      },
    );
  }

  close(options: { readonly deadlineMs?: number; readonly reason?: string }): Promise<SessionReport> {
    const { deadlineMs, reason } = options;
    if (deadlineMs !== undefined) this.#deadline.shorten(deadlineMs);
    this.#closing ??= closeSession(this, this.#deadline, reason).then((report) => {
      this.#stopListening();
      this.#setState('ended');
      this.stream.end(report);
      return report;
    });
    return this.#closing;
  }

  #start(
    kind: ActionKind,
    plan: (extras: ActionExtras) => ActionPlan,
    options: StartOptions,
    nextState: (result: ActionResult) => SessionState,
  ): ActionRun {
    this.#actions += 1;
    const actionId = `${idPrefixes[kind]}-${this.#actions}`;
    const { signal, envVars = {}, timeLimitMs } = options;
    const stopListening = onAbort(signal, () => cancelForSignal(run, 'signal', signal));
    const run: ActionRun = new ActionRun(plan({ actionId, envVars, timeLimitMs }), {
      sessionId: this.sessionId,
      actionId,
      clock: this.ports.clock,
      spawn: this.ports.spawn,
      windows: this.ports.platform.name === 'win32',
      history: this.#history,
      lines: this.#lines,
      backPressure: this.stream.backPressure,
      writeCancelInfo: (endsAtMs) => writeCancelInfo(this.folders, endsAtMs),
      endEscaped: () => this.endEscaped(actionId),
      outOfMemory: this.#outOfMemory,
      onRecorded: (recorded) => this.stream.record(recorded),
      onCanceling: () => this.#setState('canceling'),
      onSettled: (result, tellEnd) => {
        stopListening();
        this.#run = undefined;
        const next = nextState(result);
        // Who starts the next action when told of the state comes after the end of this one.
        this.stream.together(() => {
          this.#setState(next);
          tellEnd();
        });
      },
      onOutputLost: (message) => this.lostOutput.push(message),
      onLingering: (pump) => {
        this.lingering.add(pump);
        pump.whenClosed(() => this.lingering.delete(pump));
      },
      onGroupRemains: (process) => this.#keep(process),
      onSurvivor: (process) => {
        this.survivors.set(process, { pid: process.pid, actionId });
        void process.exit.then(() => this.survivors.delete(process));
      },
      onConsumerError: (error) => this.stream.consumerFailed(error),
    });
    this.#run = run;
    this.#lastRun = run;
    this.#setState('running');
    run.start();
    if (signal?.aborted === true) cancelForSignal(run, 'signal', signal);
    else if (this.options.signal?.aborted === true) this.#cancelForSession();
    return run;
  }

  #ended(how: string, consequence: string): SessionError {
    return new SessionError(
      'session-ended',
      `The session ${this.sessionId} ${how}: ${consequence}. Create another session.`,
    );
  }

  #keep(process: SpawnedProcess): void {
    this.remaining.add(process);
    if (this.remaining.size < this.#mostRemaining) return;
    // Most background processes are over soon; what is left of many actions must not be kept for ever.
    for (const one of this.remaining) if (one.groupRemains?.() !== true) this.remaining.delete(one);
    this.#mostRemaining = 64 + 2 * this.remaining.size;
  }

  #cancelForSession(): void {
    // An exit goes on: cleaning up is not what the caller gave up on.
    if (this.#run !== undefined && this.#run.kind !== 'exit-environment')
      cancelForSignal(this.#run, 'session-signal', this.options.signal);
  }

  #setState(state: SessionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.stream.state(state);
  }
}

function cancelForSignal(run: ActionRun, by: CancelOrigin, signal: AbortSignal | undefined): void {
  const given: unknown = signal?.reason;
  // The reason that an AbortController makes up says nothing.
  const reason =
    given instanceof DOMException
      ? undefined
      : given instanceof Error
        ? given.message
        : typeof given === 'string'
          ? given
          : undefined;
  run.cancelBy({ by, ...(reason !== undefined && { reason }) });
}

function lineFilter(redactor: Redactor, stream: SessionStream): LineFilter {
  return {
    addSecret: (secret) => redactor.add(secret),
    mayHoldSecret: (bytes) => redactor.mayHoldSecret(bytes),
    redact: (text, part) => (part === undefined ? redactor.redact(text) : redactor.redactPart(text, part)),
    setLevel: (level) => {
      stream.logLevel = level;
    },
  };
}
