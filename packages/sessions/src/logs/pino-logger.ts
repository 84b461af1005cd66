import pino from 'pino';
import type { LogLevel } from '../events/log-content.ts';
import type { SessionLogger } from './session-logger.ts';

/** As much of a pino logger as is used. */
export interface PinoLike {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const methods = { debug: 'debug', info: 'info', warning: 'warn', error: 'error' } as const satisfies Record<
  LogLevel,
  keyof PinoLike
>;

/**
 * Sends a session's log to pino: the text as the message; `sessionId`, `actionId` and `content` as fields to filter by.
 *
 * @example
 * ```ts
 * import pino from 'pino';
 * import { pinoLogger, Session } from '@ojd/sessions';
 *
 * await using session = await Session.create({ logger: pinoLogger(pino({ level: 'silent' })) });
 * ```
 */
export function pinoLogger(logger: PinoLike): SessionLogger {
  return {
    log: ({ sessionId, actionId, content, level, text, timestampMs }) =>
      logger[methods[level]]({ sessionId, ...(actionId !== undefined && { actionId }), content, timestampMs }, text),
  };
}

let shared: SessionLogger | undefined;

/** A library prints nothing it was not asked for: `OJD_LOG_LEVEL` asks. */
export function defaultLogger(): SessionLogger | undefined {
  const level = process.env['OJD_LOG_LEVEL'];
  if (level === undefined || level === '' || level === 'silent') return undefined;
  shared ??= pinoLogger(pino({ level }, pino.destination({ dest: 2, sync: false })));
  return shared;
}
