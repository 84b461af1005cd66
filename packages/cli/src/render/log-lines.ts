import type { SessionEvent } from '@ojd/sessions';
import { style, type Terminal } from '../terminal/terminal.ts';

/** A line of a run's log. */
export interface LogLine {
  readonly timestampMs: number;
  readonly level: 'debug' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** The words of a headline. */
  readonly isTitle: boolean;
}

const RULE = '='.repeat(46);

/** The log lines that an event carries: none, one, or a headline of several. Debug lines are for `--verbose`. */
export function logLinesOf(event: SessionEvent, verbose: boolean): readonly LogLine[] {
  if (event.type !== 'log' && event.type !== 'session-log') return [];
  if (event.level === 'debug' && !verbose) return [];
  const isHeadline = event.type === 'log' && event.content === 'banner';
  const title = `--------- ${event.text}`;
  // A text of several lines has the time on each, so that whoever looks for one finds whole lines.
  const texts = isHeadline ? ['', RULE, title, RULE] : event.text.split('\n');
  return texts.map((text) => ({
    timestampMs: event.timestampMs,
    level: event.level,
    text,
    isTitle: isHeadline && text === title,
  }));
}

/** A line as a terminal with colours shows it: what a person looks for stands out. */
export function logLineText(time: string, { text, level, isTitle }: LogLine, terminal: Terminal): string {
  if (!terminal.colour) return `${time}\t${text}`;
  const name = isTitle ? 'bold' : LEVEL_STYLES[level];
  return `${style(terminal, 'dim', time)}\t${name === undefined ? text : style(terminal, name, text)}`;
}

const LEVEL_STYLES = { debug: 'dim', info: undefined, warning: 'yellow', error: 'red' } as const;
