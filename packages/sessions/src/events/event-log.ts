import type { Observable } from 'rxjs';
import type { ActionEvent, ActionEventHeader, RecordedActionEvent } from './action-event.ts';
import { ContainedObservable } from './contained-observable.ts';
import { deferred } from './deferred.ts';
import { weightOf } from './event-weight.ts';
import { lineEnds } from './line-ends.ts';
import { LogLines } from './log-lines.ts';
import { mostEventsPerItem, Ring } from './ring.ts';

/** How much of an action's history stays in memory for late readers. */
export interface HistoryLimits {
  /** Log, progress and status events. Default 10,000. */
  readonly maxEvents: number;
  /** Their size, estimated from their text. Default 4 MiB. */
  readonly maxBytes: number;
}

export const defaultHistoryLimits: HistoryLimits = { maxEvents: 10_000, maxBytes: 4 * 1024 * 1024 };

type WithoutHeader<Event> = Event extends unknown ? Omit<Event, keyof ActionEventHeader> : never;

/** An event before the log gives it its place. */
export type ActionEventBody = WithoutHeader<RecordedActionEvent>;

/** Where a reader stands. */
interface Cursor {
  lifecycle: number;
  ring: number;
  nextSeq: number;
  /** Inside a block of lines: where the line of `nextSeq` begins. */
  offset: number;
}

function newCursor(): Cursor {
  return { lifecycle: 0, ring: 0, nextSeq: 1, offset: 0 };
}

interface Subscription {
  readonly cursor: Cursor;
  readonly deliver: (event: ActionEvent) => void;
  readonly complete: () => void;
}

// A program that sets variables forever must not grow the part of the history that is never evicted.
const maxLifecycleEvents = 10_000;
const ringTypes: ReadonlySet<RecordedActionEvent['type']> = new Set(['log', 'progress', 'status', 'fail']);
/**
 * Everything that happened to one action, in order, and its readers. Each reader has its own position: none waits for
 * another, none slows the action down. What a reader was too late for becomes one `dropped` event at its place.
 */
export class EventLog {
  readonly #sessionId: string;
  readonly #actionId: string;
  readonly #now: () => number;
  readonly #onRecorded: (recorded: RecordedActionEvent | LogLines) => void;
  readonly #onConsumerError: (error: unknown) => void;
  readonly #lifecycle: RecordedActionEvent[] = [];
  readonly #ring: Ring<RecordedActionEvent | LogLines>;
  readonly #mostLines: number;
  readonly #subscriptions = new Set<Subscription>();
  #waiting: (() => void)[] = [];
  #lastSeq = 0;
  #ended = false;
  #delivering = false;

  constructor(options: {
    readonly sessionId: string;
    readonly actionId: string;
    readonly now: () => number;
    readonly limits: HistoryLimits;
    /** Called for each event, or block of lines, in order, before any consumer: what consumers cause comes after. */
    readonly onRecorded: (recorded: RecordedActionEvent | LogLines) => void;
    readonly onConsumerError: (error: unknown) => void;
  }) {
    this.#sessionId = options.sessionId;
    this.#actionId = options.actionId;
    this.#now = options.now;
    this.#onRecorded = options.onRecorded;
    this.#onConsumerError = options.onConsumerError;
    this.#ring = new Ring(options.limits);
    this.#mostLines = mostEventsPerItem(options.limits);
  }

  /** Records an event and brings it to everybody who watches. */
  append(body: ActionEventBody): void {
    if (this.#ended) throw new Error(`The action ${this.#actionId} has ended: no ${body.type} event can follow.`);
    this.#lastSeq += 1;
    const event = {
      sessionId: this.#sessionId,
      actionId: this.#actionId,
      seq: this.#lastSeq,
      timestampMs: this.#now(),
      ...body,
    } as RecordedActionEvent;
    if (ringTypes.has(event.type) || (event.type === 'env' && this.#lifecycle.length >= maxLifecycleEvents)) {
      this.#ring.push(event, weightOf(event));
    } else {
      this.#lifecycle.push(event);
    }
    if (event.type === 'ended') this.#ended = true;
    this.#onRecorded(event);
    this.#wake();
    this.#deliver();
  }

  /** Records output lines as a whole. Readers and consumers get an event for each. */
  appendLines(text: string): void {
    const lines = new LogLines({
      sessionId: this.#sessionId,
      actionId: this.#actionId,
      firstSeq: this.#lastSeq + 1,
      count: lineEnds(text).length,
      timestampMs: this.#now(),
      text,
    });
    let shift = 0;
    for (const part of lines.parts(this.#mostLines)) {
      // A consumer of the part before may have caused events: these lines come after them.
      const placed = part.movedBy(shift);
      this.#lastSeq = placed.lastSeq;
      this.#ring.push(placed, weightOf(placed));
      this.#onRecorded(placed);
      this.#wake();
      this.#deliver();
      shift += this.#lastSeq - placed.lastSeq;
    }
  }

  /** A new reader, from the beginning. Leaving the loop ends the watching, not the action. */
  iterate(): AsyncIterator<ActionEvent, undefined> {
    const cursor: Cursor = newCursor();
    let left = false;
    const { promise: leaving, resolve: leave } = deferred();
    // Calls of next() that overlap are answered in their order.
    let turn: Promise<unknown> = Promise.resolve();
    const take = async (): Promise<IteratorResult<ActionEvent, undefined>> => {
      for (;;) {
        if (left) return { done: true, value: undefined };
        const event = this.#read(cursor);
        if (event !== undefined) return { done: false, value: event };
        if (this.#ended) return { done: true, value: undefined };
        // One after the other is the point here: an event, then the next.
        // oxlint-disable-next-line eslint/no-await-in-loop
        await Promise.race([this.#nextEvent(), leaving]);
      }
    };
    return {
      next: () => {
        const result = turn.then(take);
        turn = result;
        return result;
      },
      return: () => {
        left = true;
        leave();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  /** The same events pushed: the history first, then each as it happens. */
  get events$(): Observable<ActionEvent> {
    return new ContainedObservable<ActionEvent>((subscriber) => {
      const subscription: Subscription = {
        cursor: newCursor(),
        deliver: (event) => subscriber.next(event),
        complete: () => subscriber.complete(),
      };
      subscriber.add(() => this.#subscriptions.delete(subscription));
      this.#subscriptions.add(subscription);
      this.#deliver();
    }, this.#onConsumerError);
  }

  #nextEvent(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  #wake(): void {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  // A consumer may cause the next event (cancel, a new subscription) while it is being told of this one: the outer call
  // goes on until everybody has everything, so that all see one order.
  #deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      let seq: number;
      do {
        seq = this.#lastSeq;
        for (const subscription of this.#subscriptions) this.#bringUpToDate(subscription);
      } while (seq !== this.#lastSeq);
    } finally {
      this.#delivering = false;
    }
  }

  #bringUpToDate(subscription: Subscription): void {
    while (this.#subscriptions.has(subscription)) {
      const event = this.#read(subscription.cursor);
      if (event === undefined) break;
      subscription.deliver(event);
    }
    if (this.#ended && this.#subscriptions.delete(subscription)) subscription.complete();
  }

  #read(cursor: Cursor): ActionEvent | undefined {
    const lifecycle = this.#lifecycle[cursor.lifecycle];
    if (cursor.ring < this.#ring.start) {
      cursor.ring = this.#ring.start;
      cursor.offset = 0;
    }
    const ringed = this.#ring.at(cursor.ring);
    const lifecycleSeq = lifecycle?.seq ?? Number.POSITIVE_INFINITY;
    const ringedSeq = ringed === undefined ? Number.POSITIVE_INFINITY : nextSeqIn(ringed, cursor);
    const seq = Math.min(lifecycleSeq, ringedSeq);
    if (seq === Number.POSITIVE_INFINITY) return undefined;
    if (seq > cursor.nextSeq) return this.#passDropped(cursor, seq);
    cursor.nextSeq = seq + 1;
    if (lifecycle !== undefined && lifecycleSeq < ringedSeq) {
      cursor.lifecycle += 1;
      return lifecycle;
    }
    if (!(ringed instanceof LogLines)) {
      cursor.ring += 1;
      return ringed;
    }
    const event = ringed.event(seq, cursor.offset);
    const isLast = seq === ringed.lastSeq;
    cursor.offset = isLast ? 0 : cursor.offset + event.text.length + 1;
    if (isLast) cursor.ring += 1;
    return event;
  }

  #passDropped(cursor: Cursor, until: number): ActionEvent {
    const fromSeq = cursor.nextSeq;
    cursor.nextSeq = until;
    return {
      type: 'dropped',
      sessionId: this.#sessionId,
      actionId: this.#actionId,
      timestampMs: this.#now(),
      count: until - fromSeq,
      fromSeq,
    };
  }
}

/** The next event that this reader gets of an item: in a block that it has begun, the next line. */
function nextSeqIn(item: RecordedActionEvent | LogLines, cursor: Cursor): number {
  if (!(item instanceof LogLines)) return item.seq;
  return cursor.offset === 0 ? item.firstSeq : cursor.nextSeq;
}
