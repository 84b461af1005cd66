import type { Observable } from 'rxjs';
import { atLeast, type SessionLogger, type SessionLogRecord } from '../logs/session-logger.ts';
import { backPressureOf, GuardedSink, type BoundClosing } from '../logs/guarded-sink.ts';
import type { LosslessSink } from '../logs/lossless-sink.ts';
import type { BackPressure } from '../ports/back-pressure.ts';
import type { LogContent, LogLevel } from '../events/log-content.ts';
import type { SessionReport } from '../results/session-report.ts';
import type { SessionState } from '../results/session-state.ts';
import type { RecordedActionEvent } from '../events/action-event.ts';
import { Broadcast } from '../events/broadcast.ts';
import { contain } from '../events/contain.ts';
import { ContainedObservable } from '../events/contained-observable.ts';
import type { HistoryLimits } from '../events/event-log.ts';
import { weightOf } from '../events/event-weight.ts';
import { LogLines } from '../events/log-lines.ts';
import { mostEventsPerItem, Ring } from '../events/ring.ts';
import type { SessionDroppedEvent, SessionEvent, SessionEventHeader } from '../events/session-event.ts';

type Deliver = (event: SessionEvent) => void;
type OwnEvent = Exclude<SessionEvent, RecordedActionEvent | SessionDroppedEvent>;
type WithoutHeader<Event> = Event extends unknown ? Omit<Event, keyof SessionEventHeader> : never;

/** Everything that happens in one session, in one order, on its way to loggers, sinks and consumers. */
export class SessionStream {
  readonly #sessionId: string;
  readonly #now: () => number;
  readonly #logger: SessionLogger | undefined;
  readonly #sinks: readonly GuardedSink[];
  /** Of all sinks that still take what they are given. */
  readonly backPressure: BackPressure;
  readonly #mostLines: number;
  readonly #history: Ring<SessionEvent | LogLines>;
  readonly #broadcast = new Broadcast<SessionEvent>();
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
    /** To be logged. */
    readonly onSinkFailed: (problem: string) => void;
  }) {
    this.#sessionId = options.sessionId;
    this.#now = options.now;
    this.#logger = options.logger;
    this.#sinks = options.sinks.map((sink) => new GuardedSink(sink, options.onSinkFailed));
    this.backPressure = backPressureOf(this.#sinks);
    this.#history = new Ring(options.limits);
    this.#mostLines = mostEventsPerItem(options.limits);
  }

  /** What an action recorded. */
  record(recorded: RecordedActionEvent | LogLines): void {
    if (recorded instanceof LogLines) this.#publishLines(recorded);
    else this.#publish(recorded);
  }

  state(state: SessionState): void {
    this.#own({ type: 'session-state', state });
  }

  /** Events that belong together: what a consumer causes when it is told of one of them comes after all. */
  together(happen: () => void): void {
    this.#broadcast.together(happen);
  }

  /** A line that belongs to no action. After the end there are no events any more: then it is the logger's alone. */
  log(content: LogContent, level: LogLevel, text: string): void {
    if (!this.#ended) this.#own({ type: 'session-log', content, level, text });
    else this.#tellLogger({ sessionId: this.#sessionId, timestampMs: this.#now(), content, level, text });
  }

  end(report: SessionReport): void {
    // Before anybody is told: what they log then comes after the last event, and is none.
    this.#ended = true;
    this.#own({ type: 'session-ended', report });
    this.#broadcast.complete();
  }

  /** Lets go of the sinks, and tells what they could not do. `bound` rejects when one takes too long. */
  async closeSinks(bound: BoundClosing): Promise<readonly string[]> {
    const problems = await Promise.all(this.#sinks.map((sink) => sink.close(bound)));
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
        subscriber.add(this.#broadcast.subscribe(deliver, () => subscriber.complete()));
      },
      (error) => this.consumerFailed(error),
    );
  }

  #replay(deliver: Deliver): void {
    const { start, length, evictedEvents } = this.#history;
    if (evictedEvents > 0) {
      deliver({ type: 'session-dropped', sessionId: this.#sessionId, timestampMs: this.#now(), count: evictedEvents });
    }
    for (let position = start; position < start + length; position += 1) {
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
    if (event.type === 'log' || event.type === 'session-log') this.#tellLogger(event);
    for (const sink of this.#sinks) sink.write(event);
    this.#broadcast.publish([event]);
  }

  #publishLines(lines: LogLines): void {
    for (const part of lines.parts(this.#mostLines)) this.#history.push(part, weightOf(part));
    for (const sink of this.#sinks) sink.writeLines(lines);
    if (this.#logger === undefined && !this.#broadcast.hasSubscribers) return;
    const events = Array.from(lines.events());
    for (const event of events) this.#tellLogger(event);
    this.#broadcast.publish(events);
  }

  #tellLogger(line: SessionLogRecord): void {
    if (this.#logger === undefined || !atLeast(line.level, this.logLevel)) return;
    const { sessionId, actionId, timestampMs, content, level, text } = line;
    const record = { sessionId, ...(actionId !== undefined && { actionId }), timestampMs, content, level, text };
    // A logger that cannot take a line has nowhere to say so.
    contain(
      () => this.#logger?.log(record),
      () => {},
    );
  }
}
