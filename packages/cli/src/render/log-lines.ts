import type { SessionEvent } from '@ojd/sessions';

/** A line of a run's log. */
export interface LogLine {
  readonly timestampMs: number;
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly text: string;
}

const RULE = '='.repeat(46);

/** The log lines that an event carries: none, one, or a headline of several. Debug lines are for `--verbose`. */
export function logLinesOf(event: SessionEvent, verbose: boolean): readonly LogLine[] {
  if (event.type !== 'log' && event.type !== 'session-log') return [];
  if (event.level === 'debug' && !verbose) return [];
  const isHeadline = event.type === 'log' && event.content === 'banner';
  const texts = isHeadline ? ['', RULE, `--------- ${event.text}`, RULE] : [event.text];
  return texts.map((text) => ({ timestampMs: event.timestampMs, level: event.level, text }));
}
