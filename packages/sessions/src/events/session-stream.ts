import type { Observable } from 'rxjs';
import { errorText } from '../logs/error-text.ts';
import { atLeast, type SessionLogger } from '../logs/session-logger.ts';
import type { LosslessSink } from '../logs/lossless-sink.ts';
import type { LogContent, LogLevel } from '../logs/log-content.ts';
import type { SessionReport } from '../session/session-report.ts';
import type { SessionState } from '../session/session-state.ts';
import type { RecordedActionEvent } from './action-event.ts';
import { ContainedObservable } from './contained-observable.ts';
import type { HistoryLimits } from './event-log.ts';
import { weightOf } from './event-weight.ts';
import { LogLines } from './log-lines.ts';
import { mostEventsPerItem, Ring } from './ring.ts';
import type { SessionDroppedEvent, SessionEvent, SessionEventHeader } from './session-event.ts';

type Deliver = (event: SessionEvent) => void;
type OwnEvent = Exclude<SessionEvent, RecordedActionEvent | SessionDroppedEvent>;
type WithoutHeader<Event> = Event extends unknown ? Omit<Event, keyof SessionEventHeader> : never;

/** Everything that happens in one session, in one order, on its way to loggers, sinks and consumers. */
export class SessionStream {
  readonly #sessionId: string;
  readonly #now: () => number;
  readonly #logger: SessionLogger | undefined;
  readonly #sinks: readonly LosslessSink[];
  readonly #mostLines: number;
  readonly #history: Ring<SessionEvent | LogLines>;
  readonly #subscribers = new Map<Deliver, () => void>();
  readonly #brokenSinks = new Map<LosslessSink, string>();
  #pending: SessionEvent[] = [];
  #delivering = false;
  #seq = 0;
  #ended = false;
  /** Lines below it do not reach the logger. */
  logLevel: LogLevel = 'info';

  constructor(options: {
    readonly sessionId: string;
    readonly now: () => number;
    readonly logger: SessionLogger | undefined;
    readonly sinks: readonly LosslessSink[];
    readonly limits: HistoryLimits;
  }) {
    this.#sessionId = options.sessionId;
    this.#now = options.now;
    this.#logger = options.logger;
    this.#sinks = options.sinks;
    this.#history = new Ring(options.limits);
    this.#mostLines = mostEventsPerItem(options.limits);
  }

  /** An action's event. */
  record(event: RecordedActionEvent): void {
    this.#publish(event);
  }

  /** Whether nobody wants each line of output by itself, as it comes. */
  get takesLines(): boolean {
    return this.#subscribers.size === 0 && (this.#logger === undefined || !atLeast('info', this.logLevel));
  }

  /** Output lines as a whole; only while the stream {@link SessionStream.takesLines | takes} them. */
  recordLines(lines: LogLines): void {
    for (const part of lines.parts(this.#mostLines)) this.#history.push(part, weightOf(part));
    for (const sink of this.#sinks) this.#guard(sink, () => writeLines(sink, lines));
  }

  state(state: SessionState): void {
    this.#own({ type: 'session-state', state });
  }

  /** A line that belongs to no action. */
  log(content: LogContent, level: LogLevel, text: string): void {
    if (!this.#ended) this.#own({ type: 'session-log', content, level, text });
  }

  end(report: SessionReport): void {
    this.#own({ type: 'session-ended', report });
    this.#ended = true;
    for (const complete of this.#subscribers.values()) complete();
    this.#subscribers.clear();
  }

  /** Lets go of the sinks, and tells what they could not do. */
  async closeSinks(): Promise<readonly string[]> {
    const problems = await Promise.all(
      this.#sinks.map(async (sink) => {
        const problem = await sink.close().catch((error: unknown) => `A sink could not be closed: ${errorText(error)}`);
        return this.#brokenSinks.get(sink) ?? problem;
      }),
    );
    return problems.filter((problem) => problem !== undefined);
  }

  /** A consumer failed. Said where the session's operator looks; said to the other consumers, it could go round in circles. */
  consumerFailed(error: unknown): void {
    const text = `A consumer of the session's events threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    this.#tellLogger({
      sessionId: this.#sessionId,
      timestampMs: this.#now(),
      content: 'exception',
      level: 'error',
      text,
    });
  }

  watch(options: { readonly history: boolean }): Observable<SessionEvent> {
    return new ContainedObservable<SessionEvent>(
      (subscriber) => {
        const deliver: Deliver = (event) => subscriber.next(event);
        if (options.history) this.#replay(deliver);
        if (this.#ended) {
          subscriber.complete();
          return;
        }
        this.#subscribers.set(deliver, () => subscriber.complete());
        subscriber.add(() => this.#subscribers.delete(deliver));
      },
      (error) => this.consumerFailed(error),
    );
  }

  #replay(deliver: Deliver): void {
    const { start, length, evictedEvents } = this.#history;
    // What is pending now will reach the new subscriber as news.
    const known = start + length - this.#pending.length;
    if (evictedEvents > 0) {
      deliver({ type: 'session-dropped', sessionId: this.#sessionId, timestampMs: this.#now(), count: evictedEvents });
    }
    for (let position = start; position < known; position += 1) {
      const item = this.#history.at(position);
      if (item instanceof LogLines) for (const event of item.events()) deliver(event);
      else if (item !== undefined) deliver(item);
    }
  }

  #own(body: WithoutHeader<OwnEvent>): void {
    this.#seq += 1;
    this.#publish({ sessionId: this.#sessionId, seq: this.#seq, timestampMs: this.#now(), ...body });
  }

  #publish(event: SessionEvent): void {
    this.#history.push(event, weightOf(event));
    if (event.type === 'log' || event.type === 'session-log') {
      const { sessionId, timestampMs, content, level } = event;
      this.#tellLogger({
        sessionId,
        ...('actionId' in event && { actionId: event.actionId }),
        timestampMs,
        content,
        level,
        text: event.text,
      });
    }
    for (const sink of this.#sinks) this.#guard(sink, () => sink.write(event));
    if (this.#subscribers.size === 0) return;
    this.#pending.push(event);
    this.#deliver();
  }

  #guard(sink: LosslessSink, write: () => void): void {
    if (this.#brokenSinks.has(sink)) return;
    try {
      write();
    } catch (error) {
      // What it lost is lost; the report says so, and the action goes on.
      this.#brokenSinks.set(sink, `A sink could not take an event: ${errorText(error)}`);
    }
  }

  #tellLogger(record: Parameters<SessionLogger['log']>[0]): void {
    if (this.#logger === undefined || !atLeast(record.level, this.logLevel)) return;
    try {
      this.#logger.log(record);
    } catch {
      // A logger that cannot take a line has nowhere to say so.
    }
  }

  // As in EventLog: what consumers cause while they are told comes after what they are told.
  #deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (let event = this.#pending[0]; event !== undefined; event = this.#pending[0]) {
        this.#pending.shift();
        // Who subscribes meanwhile has been told this event as history, or wants none.
        for (const deliver of Array.from(this.#subscribers.keys())) deliver(event);
      }
    } finally {
      this.#delivering = false;
    }
  }
}

function writeLines(sink: LosslessSink, lines: LogLines): void {
  if (sink.writeLines === undefined) for (const event of lines.events()) sink.write(event);
  else sink.writeLines(lines);
}
