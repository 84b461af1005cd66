import type { Observable } from 'rxjs';
import type { ActionEvent } from '../events/action-event.ts';
import type {
  ActionFinalState,
  ActionKind,
  ActionReason,
  ActionResult,
  ActionState,
  ActionStatus,
  EscapedProcessReport,
} from '../results/action-result.ts';
import { EventLog, type ActionEventBody } from '../events/event-log.ts';
import type { LogContent, LogLevel } from '../events/log-content.ts';
import { LineReader } from '../output/line-reader.ts';
import { during, within, type ClockTimer } from '../ports/clock.ts';
import { escapeSearchMs } from '../ports/escapes.ts';
import { SpawnError, type ProcessExit, type SpawnedProcess } from '../ports/spawn.ts';
import type { HandledAction } from './action-handle.ts';
import { checkCancelOptions, type CancelOptions } from './cancel-options.ts';
import { badMessageEnd, endByExit, isFinal, type ActionEnd } from './action-end.ts';
import type { ActionPlan, PreparedCommand } from './action-plan.ts';
import { Cancelation, type CancelRequest } from './cancelation.ts';
import { describeEnd, describeExit } from './describe.ts';
import { sampleGroup, type UsageSample } from './usage-sample.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import { Beginning } from './beginning.ts';
import { shownCommand } from './shown-command.ts';
import { MessageReader } from './message-reader.ts';
import { outputGrace, OutputPump } from './output-pump.ts';
import { errorText } from '../errors/error-text.ts';

/** One action from its start to its result. */
export class ActionRun implements HandledAction {
  readonly #plan: ActionPlan;
  readonly #around: RunSurroundings;
  readonly #log: EventLog;
  readonly #messages: MessageReader;
  readonly #cancelation: Cancelation;
  readonly ended: Promise<ActionResult>;
  #resolve: (result: ActionResult) => void = () => {};
  #startedAtMs = 0;
  #begun = false;
  /** Cancels by those who were told of the session's new state before the action could tell of its beginning. */
  readonly #early: CancelRequest[] = [];
  #state: ActionState = 'running';
  #process: SpawnedProcess | undefined;
  #pump: OutputPump | undefined;
  #exit: ProcessExit | undefined;
  #spawnedAtMs: number | undefined;
  #exitedAtMs: number | undefined;
  #timeLimit: ClockTimer | undefined;
  /** While the process is being started. */
  #beginning: Beginning | undefined;
  #timeLimitMs: number | undefined;
  #ownFailMessage: string | undefined;
  #badMessage: string | undefined;
  #ranOutOfMemory = false;
  #escaped: readonly EscapedProcessReport[] = [];

  constructor(plan: ActionPlan, surroundings: RunSurroundings) {
    this.#plan = plan;
    this.#around = surroundings;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#log = new EventLog({
      sessionId: surroundings.sessionId,
      actionId: surroundings.actionId,
      now: () => surroundings.clock.now(),
      limits: surroundings.history,
      onRecorded: (recorded) => surroundings.onRecorded(recorded),
      onConsumerError: (error) => surroundings.onConsumerError(error),
    });
    this.#messages = new MessageReader({
      scope: plan.messages,
      lines: surroundings.lines,
      emit: (body) => this.#emit(body),
      onBadMessage: (message) => {
        this.#badMessage ??= message;
        // The line may come out of the pipe after the process has ended: then there is nothing left to cancel.
        if (this.#exit === undefined) this.#requestCancel({ by: 'bad-message', reason: message });
      },
    });
    this.#cancelation = new Cancelation({
      clock: surroundings.clock,
      windows: surroundings.windows,
      writeCancelInfo: (notifyEndsAtMs) => surroundings.writeCancelInfo(notifyEndsAtMs),
      onCanceling: (canceling) => this.#emit({ type: 'canceling', ...canceling }),
      log: (level, text) => this.log('process-control', text, level),
    });
  }

  get id(): string {
    return this.#around.actionId;
  }

  get kind(): ActionKind {
    return this.#plan.kind;
  }

  get status(): ActionStatus {
    const { progress, statusMessage, failMessage } = this.#messages;
    return {
      state: this.#state,
      ...(this.#process !== undefined && { pid: this.#process.pid }),
      ...(progress !== undefined && { progress }),
      ...(statusMessage !== undefined && { statusMessage }),
      ...definedFail(failMessage ?? this.#ownFailMessage ?? this.#badMessage),
      ...(typeof this.#exit?.exitCode === 'number' && { exitCode: this.#exit.exitCode }),
    };
  }

  get events$(): Observable<ActionEvent> {
    return this.#log.events$;
  }

  async sampleUsage(): Promise<UsageSample> {
    const atMs = this.#around.clock.now();
    if (this.#process === undefined || this.#spawnedAtMs === undefined) return { atMs };
    const wallMs = (this.#exitedAtMs ?? atMs) - this.#spawnedAtMs;
    return { atMs, wallMs, ...(this.#exit === undefined && (await sampleGroup(this.#process.pid))) };
  }

  iterate(): AsyncIterator<ActionEvent, undefined> {
    return this.#log.iterate();
  }

  cancel(options: CancelOptions): void {
    checkCancelOptions(options);
    this.#requestCancel({ ...options, by: 'caller' });
  }

  /** Cancels for a reason of the session's own. */
  cancelBy(request: CancelRequest): void {
    this.#requestCancel(request);
  }

  /** Writes a line into the action's log. */
  log(content: LogContent, text: string, level: LogLevel = 'info'): void {
    if (isFinal(this.#state)) return;
    this.#emit({ type: 'log', content, level, text: this.#redact(text) });
  }

  /** Begins; to be called once. Never throws: whatever goes wrong is in the result. */
  start(): void {
    const { kind, name, environmentId, taskParameters, title } = this.#plan;
    this.#startedAtMs = this.#around.clock.now();
    this.#emit({
      type: 'started',
      kind,
      ...(name !== undefined && { name: this.#redact(name) }),
      ...(environmentId !== undefined && { environmentId }),
      ...(taskParameters !== undefined && {
        taskParameters: Object.fromEntries(
          Object.entries(taskParameters).map(([key, value]) => [key, this.#redact(value)]),
        ),
      }),
    });
    this.log('banner', title);
    this.#begun = true;
    for (const request of this.#early.splice(0)) this.#requestCancel(request);
    void this.#live();
  }

  async #live(): Promise<void> {
    try {
      const [state, reason] = await this.#run();
      this.#settle(state, reason);
    } catch (error) {
      // Not a failure of the action but of this library or of a port: the caller still gets a result.
      this.#process?.signal('group', 'SIGKILL');
      this.#pump?.close();
      this.#settle('failed', { kind: 'setup', message: this.#redact(`unexpected: ${errorText(error)}`) });
    }
  }

  async #run(): Promise<ActionEnd> {
    let prepared: PreparedCommand | undefined;
    try {
      const preparing = this.#plan.prepare((content, text, level) => this.log(content, text, level));
      prepared = await during(this.#around.clock, preparing);
    } catch (error) {
      return this.#failed({ kind: 'setup', message: this.#redact(errorText(error)) });
    }
    if (this.#cancelation.requested !== undefined) return this.#canceledEnd();
    if (prepared === undefined) return ['success', { kind: 'nothing-to-run' }];

    const killsBefore = this.#around.outOfMemory.recent;
    try {
      const spawned = this.#spawn(prepared);
      // Told while the process is being started, which most ports have done by now: this line takes time that the process need not wait for.
      this.log('process-control', `Running ${shownCommand(prepared, (text) => this.#redact(text))}`, 'debug');
      this.#process = await spawned;
    } catch (error) {
      if (this.#cancelation.requested !== undefined) return this.#canceledEnd();
      const code = error instanceof SpawnError ? error.code : 'UNKNOWN';
      return this.#failed({ kind: 'could-not-start', code, message: this.#redact(errorText(error)) });
    }
    await this.#attend(this.#process, prepared);
    this.#ranOutOfMemory = this.#exit?.signal === 'SIGKILL' && this.#around.outOfMemory.roseAbove(killsBefore);
    return this.#judge();
  }

  async #spawn({ command, args, env, cwd }: PreparedCommand): Promise<SpawnedProcess> {
    const { clock, spawn } = this.#around;
    this.#beginning = new Beginning(clock);
    try {
      return await during(clock, spawn.spawn({ command, args, env, cwd }, this.#beginning));
    } finally {
      this.#beginning?.end();
      this.#beginning = undefined;
    }
  }

  /** From the birth of the process to the end of its output. */
  async #attend(process: SpawnedProcess, prepared: PreparedCommand): Promise<void> {
    const { clock } = this.#around;
    this.#spawnedAtMs = clock.now();
    this.#emit({ type: 'spawned', pid: process.pid });
    const reader = new LineReader((line, part) => this.#messages.line(line, part), {
      onLines: (lines, bytes) => this.#takeLines(lines, bytes),
    });
    const pump = new OutputPump({
      output: process.output,
      clock,
      backPressure: this.#around.backPressure,
      onBytes: (chunk) => reader.write(chunk),
    });
    this.#pump = pump;
    const { timeLimitMs } = prepared;
    if (timeLimitMs !== undefined) {
      this.#timeLimitMs = timeLimitMs;
      this.#timeLimit = clock.after(timeLimitMs, () => {
        this.log('process-control', `The time limit of ${timeLimitMs / 1000} s has passed.`, 'warning');
        this.#requestCancel({ by: 'timeout' });
      });
    }
    this.#cancelation.attach(process, prepared.cancel);
    pump.limit(this.#cancelation.limitAtMs);

    const exit = await Promise.race([process.exit, this.#cancelation.survived]);
    this.#timeLimit?.cancel();
    if (exit === undefined) this.#outlived(process, pump);
    else {
      this.#exit = exit;
      this.#exitedAtMs = clock.now();
      const groupEnded = this.#cancelation.leaderEnded(exit);
      if (groupEnded !== undefined) {
        pump.whenClosed(() => this.#cancelation.outputClosed());
        await groupEnded;
      }
      if (this.#cancelation.requested !== undefined) pump.limit(clock.now() + outputGrace.heldMs);
      if (process.groupRemains?.() === true) this.#around.onGroupRemains(process);
    }
    // First those who may hold the output open, then the rest of the output.
    if (this.#cancelation.requested !== undefined) await this.#endEscaped();
    await pump.drained();
    reader.end();
    this.#messages.end();
    if (pump.lostOutput) this.#outputLost();
    if (pump.open) this.#around.onLingering(pump);
    if (exit === undefined) return;
    if (pump.open) {
      this.log(
        'process-control',
        'The process has ended; others that it started keep its output open. What they write from now on is not recorded.',
        'warning',
      );
    }
    this.log('process-control', `Process ${process.pid} ${describeExit(exit)}.`);
  }

  #outputLost(): void {
    const lost = `A log or other sink of the session took no more: the end of what ${this.id} printed is lost.`;
    this.log('exception', lost, 'error');
    this.#around.onOutputLost(lost);
  }

  #outlived(process: SpawnedProcess, pump: OutputPump): void {
    pump.cut();
    process.letGo?.();
    this.#around.onSurvivor(process);
  }

  async #endEscaped(): Promise<void> {
    try {
      this.#escaped = await within(this.#around.clock, escapeSearchMs, this.#around.endEscaped());
    } catch (error) {
      this.log('exception', `Processes outside the group could not be looked for: ${errorText(error)}`, 'warning');
    }
  }

  #judge(): ActionEnd {
    if (this.#cancelation.requested !== undefined) return this.#canceledEnd();
    if (this.#badMessage !== undefined) return badMessageEnd(this.#badMessage);
    const lost = this.#exit?.lost;
    if (lost !== undefined) return this.#failed({ kind: 'lost', message: this.#redact(lost) });
    return endByExit(this.#exit, this.#ranOutOfMemory);
  }

  #canceledEnd(): ActionEnd {
    const { by, reason } = this.#cancelation.requested ?? { by: 'caller' as const, reason: undefined };
    if (by === 'bad-message') return badMessageEnd(this.#badMessage ?? '');
    const why: ActionReason =
      by === 'timeout'
        ? { kind: 'timeout', timeLimitMs: this.#timeLimitMs ?? 0 }
        : { kind: 'canceled', by, ...(reason !== undefined && { reason }) };
    if (this.#cancelation.markFailed) return ['failed', why];
    return [by === 'timeout' ? 'timeout' : 'canceled', why];
  }

  #failed(reason: ActionReason & { readonly message: string }): ActionEnd {
    this.#ownFailMessage = reason.message;
    this.log('exception', `The action ${describeEnd('failed', reason, undefined)}`, 'error');
    return ['failed', reason];
  }

  #requestCancel(request: CancelRequest): void {
    if (isFinal(this.#state)) return;
    if (!this.#begun) {
      this.#early.push(request);
      return;
    }
    // Ended by itself before anybody asked: what is left is only the wait for late output.
    if (this.#exit !== undefined && this.#cancelation.requested === undefined) {
      this.#pump?.hurry();
      this.#pump?.limit(this.#around.clock.now() + (request.timeLimitMs ?? outputGrace.heldMs));
      return;
    }
    if (this.#state === 'running') {
      this.#state = 'canceling';
      this.#around.onCanceling();
    }
    this.#beginning?.giveUpSoon();
    const { reason, ...rest } = request;
    this.#cancelation.request(reason === undefined ? rest : { ...rest, reason: this.#redact(reason) });
    this.#pump?.limit(this.#cancelation.limitAtMs);
  }

  #settle(state: ActionFinalState, reason: ActionReason): void {
    const { clock, sessionId } = this.#around;
    const endedAtMs = clock.now();
    const { progress, statusMessage } = this.#messages;
    const failMessage = this.#messages.failMessage ?? this.#ownFailMessage ?? this.#badMessage;
    const receipt = this.#cancelation.receipt(this.#escaped);
    const usage = this.#exit?.usage;
    const { kind, name, environmentId } = this.#plan;
    const result: ActionResult = {
      sessionId,
      actionId: this.id,
      kind,
      ...(name !== undefined && { name: this.#redact(name) }),
      ...(environmentId !== undefined && { environmentId }),
      state,
      reason,
      message: describeEnd(state, reason, failMessage, receipt?.survivorPid),
      ...(typeof this.#exit?.exitCode === 'number' && { exitCode: this.#exit.exitCode }),
      ...(typeof this.#exit?.signal === 'string' && { signal: this.#exit.signal }),
      ...(this.#process !== undefined && { pid: this.#process.pid }),
      ...(progress !== undefined && { progress }),
      ...(statusMessage !== undefined && { statusMessage }),
      ...definedFail(failMessage),
      startedAtMs: this.#startedAtMs,
      endedAtMs,
      durationMs: endedAtMs - this.#startedAtMs,
      usage: {
        ...(this.#spawnedAtMs !== undefined &&
          this.#exitedAtMs !== undefined && { wallMs: this.#exitedAtMs - this.#spawnedAtMs }),
        ...usage,
      },
      ...(receipt !== undefined && { cancel: receipt }),
    };
    this.#timeLimit?.cancel();
    this.#state = state;
    this.#around.onSettled(result, () => this.#emit({ type: 'ended', result }));
    this.#resolve(result);
  }

  /** The fast way for what most output is. */
  #takeLines(lines: string, bytes: Uint8Array): boolean {
    const plain = this.#messages.isPlain(lines, bytes);
    if (plain) this.#log.appendLines(lines);
    return plain;
  }

  #redact(text: string): string {
    return this.#around.lines.redact(text);
  }

  #emit(body: ActionEventBody): void {
    this.#log.append(body);
  }
}

function definedFail(failMessage: string | undefined): { failMessage?: string } {
  return failMessage === undefined ? {} : { failMessage };
}
