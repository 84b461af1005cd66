import type { LogContent, LogLevel } from './log-content.ts';
import type { SessionReport } from '../results/session-report.ts';
import type { SessionState } from '../results/session-state.ts';
import type { RecordedActionEvent } from './action-event.ts';

/** What every event of the session itself carries; `seq` counts these events apart from those of the actions. */
export interface SessionEventHeader {
  readonly sessionId: string;
  readonly seq: number;
  readonly timestampMs: number;
}

/** The session's state changed. */
export interface SessionStateEvent extends SessionEventHeader {
  readonly type: 'session-state';
  readonly state: SessionState;
}

/** A line that belongs to no action: the session's own, or one written with `session.log()`. */
export interface SessionLogEvent extends SessionEventHeader {
  readonly type: 'session-log';
  readonly content: LogContent;
  readonly level: LogLevel;
  readonly text: string;
}

/** The last event of a session. */
export interface SessionEndedEvent extends SessionEventHeader {
  readonly type: 'session-ended';
  readonly report: SessionReport;
}

/** Comes first to a subscriber who asked for the history where it no longer reaches back to the beginning. */
export interface SessionDroppedEvent {
  readonly type: 'session-dropped';
  readonly sessionId: string;
  readonly timestampMs: number;
  readonly count: number;
}

/**
 * What `session.events$` carries: every action's events, which name their session and action, and the session's own.
 * Plain JSON: one per line makes the NDJSON stream and the journal.
 */
export type SessionEvent =
  | RecordedActionEvent
  | SessionStateEvent
  | SessionLogEvent
  | SessionEndedEvent
  | SessionDroppedEvent;
