import type { SessionEvent } from '@ojd/sessions';
import type { RunReport } from '../run/index.ts';
import { jsonLine } from './json-text.ts';

/**
 * The version of the event stream (docs/events.md). A reader that knows a version can read every later minor one: those only add event types
 * and fields.
 */
export const EVENT_STREAM_VERSION = '1.0';

/** The first line of a stream. */
export interface StreamStartedEvent {
  readonly type: 'stream-started';
  readonly version: typeof EVENT_STREAM_VERSION;
  readonly timestampMs: number;
  readonly jobName: string;
}

/** The last line of a stream: the run's report. */
export interface RunEndedEvent {
  readonly type: 'run-ended';
  readonly timestampMs: number;
  readonly report: RunReport;
}

/** One line of `--events`. */
export type StreamEvent = StreamStartedEvent | SessionEvent | RunEndedEvent;

/** A line of the stream, without its line end. JSON escapes line ends inside, so one event is one line. */
export function eventLine(event: StreamEvent): string {
  return jsonLine(event);
}
