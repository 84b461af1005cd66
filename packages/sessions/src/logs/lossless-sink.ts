import type { ActionLogEvent } from '../events/action-event.ts';
import type { SessionEvent } from '../events/session-event.ts';

/** Lines of one action's output that came together. */
export interface OutputLines {
  readonly sessionId: string;
  readonly actionId: string;
  readonly firstSeq: number;
  readonly count: number;
  readonly timestampMs: number;
  /** Every line with its `\n`, redacted. */
  readonly text: string;
  /** The same as events. */
  events(): Iterable<ActionLogEvent>;
}

/**
 * A receiver that gets every event of a session, or holds the processes back until it can: a log file, a journal. It is closed before the last two
 * events, the state `ended` and `session-ended`: they tell how closing the sinks went.
 * Consumers of events never do; see docs/sessions.md.
 */
export interface LosslessSink {
  /**
   * Called once, when a session is created, before anything is written. When it rejects, so does `Session.create`: nobody wants to find out after a
   * night of rendering that there is no log.
   *
   * @param onLoss to be told, at once, that something could not be written; it goes into the session's log. `close` tells it again, for the report.
   */
  open?(onLoss: (problem: string) => void): Promise<void>;
  /** Takes the event now or keeps it for later. A sink of which this, `writeLines`, `full` or `whenRoom` throws or rejects is given no more, and holds no process back. */
  write(event: SessionEvent): void;
  /**
   * Takes output lines that came together, instead of one `log` event for each: for sinks that can write a text faster than events.
   * Without it, the events are made and written.
   */
  writeLines?(lines: OutputLines): void;
  /** Whether so much is kept that no more output should be read. */
  readonly full: boolean;
  /** Calls back once, when the sink is no longer full. */
  whenRoom(resume: () => void): void;
  /** Writes what is kept, then releases what the sink holds. Resolves with what went wrong, if something did. */
  close(): Promise<string | undefined>;
  /** Whether `close` ends in any case, in real time, as the writing of a file does: a clock that a test moves then waits for it. Default: no. */
  readonly closesInRealTime?: boolean;
}
