import type { ActionLogEvent } from './action-event.ts';

/**
 * Output lines that came together, kept as the one text that they were. A process can print millions of lines that nobody
 * looks at: an event is made of a line only when somebody reads it.
 */
export class LogLines {
  readonly sessionId: string;
  readonly actionId: string;
  readonly firstSeq: number;
  readonly count: number;
  readonly timestampMs: number;
  /** Every line with its `\n`. */
  readonly text: string;

  constructor(fields: Pick<LogLines, 'sessionId' | 'actionId' | 'firstSeq' | 'count' | 'timestampMs' | 'text'>) {
    this.sessionId = fields.sessionId;
    this.actionId = fields.actionId;
    this.firstSeq = fields.firstSeq;
    this.count = fields.count;
    this.timestampMs = fields.timestampMs;
    this.text = fields.text;
  }

  get lastSeq(): number {
    return this.firstSeq + this.count - 1;
  }

  /** The event of the line that begins at `offset`. */
  event(seq: number, offset: number): ActionLogEvent {
    return {
      sessionId: this.sessionId,
      actionId: this.actionId,
      seq,
      timestampMs: this.timestampMs,
      type: 'log',
      content: 'command-output',
      level: 'info',
      text: this.text.slice(offset, this.text.indexOf('\n', offset)),
    };
  }

  *events(): Generator<ActionLogEvent, void, undefined> {
    let offset = 0;
    for (let seq = this.firstSeq; seq <= this.lastSeq; seq += 1) {
      const event = this.event(seq, offset);
      offset += event.text.length + 1;
      yield event;
    }
  }

  /** The same lines, later in the order of events. */
  movedBy(events: number): LogLines {
    if (events === 0) return this;
    const { sessionId, actionId, timestampMs, count, text } = this;
    return new LogLines({ sessionId, actionId, timestampMs, count, text, firstSeq: this.firstSeq + events });
  }

  /** The same lines in parts of at most so many. */
  *parts(mostLines: number): Generator<LogLines, void, undefined> {
    if (this.count <= mostLines) {
      yield this;
      return;
    }
    const { sessionId, actionId, timestampMs } = this;
    let start = 0;
    for (let firstSeq = this.firstSeq; firstSeq <= this.lastSeq; firstSeq += mostLines) {
      const count = Math.min(mostLines, this.lastSeq - firstSeq + 1);
      let end = start;
      for (let line = 0; line < count; line += 1) end = this.text.indexOf('\n', end) + 1;
      yield new LogLines({ sessionId, actionId, timestampMs, firstSeq, count, text: this.text.slice(start, end) });
      start = end;
    }
  }
}
