import type { LogContent, LogLevel } from '../events/log-content.ts';

/** One line of a session's log, with all that a filter wants to know. Plain JSON; redacted. */
export interface SessionLogRecord {
  readonly sessionId: string;
  /** Absent for a line that belongs to no action. */
  readonly actionId?: string;
  /** When the line was read, milliseconds since the Unix epoch. */
  readonly timestampMs: number;
  readonly content: LogContent;
  readonly level: LogLevel;
  readonly text: string;
}

/**
 * Where a session's log lines go besides its events. {@link pinoLogger} makes one from a pino instance.
 * What it throws is not the action's problem: the session goes on without the line.
 *
 * @example
 * ```ts
 * import type { SessionLogger } from '@ojd/sessions';
 *
 * const lines: string[] = [];
 * const logger: SessionLogger = { log: (record) => lines.push(`${record.sessionId} ${record.text}`) };
 * ```
 */
export interface SessionLogger {
  log(record: SessionLogRecord): void;
}

const levelOrder: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warning: 2, error: 3 };

export function isLogLevel(level: unknown): level is LogLevel {
  return typeof level === 'string' && Object.hasOwn(levelOrder, level);
}

/** Whether a line matters enough. */
export function atLeast(level: LogLevel, least: LogLevel): boolean {
  return levelOrder[level] >= levelOrder[least];
}
