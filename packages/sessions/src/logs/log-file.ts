import { createWriteStream, type WriteStream } from 'node:fs';
import { deferred } from '../events/deferred.ts';
import type { SessionEvent } from '../events/session-event.ts';
import type { LosslessSink, OutputLines } from './lossless-sink.ts';
import { shown } from '../session/check-given.ts';
import { SessionError } from '../session/session-error.ts';
import { errorText } from './error-text.ts';

/** How a session's log file looks. */
export interface LogFileOptions {
  /**
   * `text`: one line per log line, with its time. `ndjson`: one event per line, as JSON, all kinds of events.
   * Default: `text`.
   */
  readonly format?: 'text' | 'ndjson';
  /** Processes wait while more than this many bytes are on their way to the disk. Default: 1 MiB. */
  readonly maxPendingBytes?: number;
}

/**
 * Writes a session's log to a file of its own and loses no line of it: when the disk is slower than the processes, they wait.
 *
 * @param file made with mode 0600; what was in it before is kept, new lines are appended.
 *
 * @example
 * ```ts
 * import { logFile, Session } from '@ojd/sessions';
 *
 * async function logged(file: string): Promise<void> {
 *   await using session = await Session.create({ sinks: [logFile(file)] });
 *   session.log('hello');
 * }
 * ```
 */
export function logFile(file: string, options: LogFileOptions = {}): LosslessSink {
  const { maxPendingBytes } = options;
  if (maxPendingBytes !== undefined && !(typeof maxPendingBytes === 'number' && maxPendingBytes >= 0))
    throw new SessionError(
      'invalid-option',
      `maxPendingBytes must be a number of at least 0; got ${shown(maxPendingBytes)}.`,
    );
  return new LogFile(createWriteStream(file, { flags: 'a', mode: 0o600 }), options);
}

// Many short lines become few writes.
const batchCharacters = 256 * 1024;

class LogFile implements LosslessSink {
  readonly #stream: WriteStream;
  readonly #format: LogFormat;
  readonly #maxPendingBytes: number;
  #batch = '';
  #scheduled = false;
  #problem: string | undefined;
  #waiting: (() => void)[] = [];

  constructor(stream: WriteStream, options: LogFileOptions) {
    this.#stream = stream;
    this.#format = formats[options.format ?? 'text'];
    this.#maxPendingBytes = options.maxPendingBytes ?? 1024 * 1024;
    // A file that cannot be written must not stop the processes for ever: what is lost is told by the session's report.
    stream.on('error', (error) => {
      this.#problem ??= `The log file could not be written: ${errorText(error)}`;
      this.#tellRoom();
    });
  }

  get full(): boolean {
    return this.#problem === undefined && this.#batch.length + this.#stream.writableLength > this.#maxPendingBytes;
  }

  write(event: SessionEvent): void {
    this.#add(this.#format.event(event));
  }

  writeLines(lines: OutputLines): void {
    this.#add(this.#format.lines(lines));
  }

  #add(text: string): void {
    if (this.#problem !== undefined || text === '') return;
    this.#batch += text;
    if (this.#batch.length >= batchCharacters) this.#flush();
    else if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => {
        this.#scheduled = false;
        this.#flush();
      });
    }
  }

  whenRoom(resume: () => void): void {
    this.#waiting.push(resume);
    this.#flush();
    if (!this.full) this.#tellRoom();
  }

  async close(): Promise<string | undefined> {
    this.#flush();
    const { promise, resolve } = deferred();
    this.#stream.once('close', () => resolve());
    this.#stream.end();
    if (this.#stream.closed) resolve();
    await promise;
    return this.#problem;
  }

  #flush(): void {
    if (this.#batch === '' || this.#problem !== undefined) return;
    const batch = this.#batch;
    this.#batch = '';
    this.#stream.write(batch, () => {
      if (!this.full) this.#tellRoom();
    });
  }

  #tellRoom(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}

interface LogFormat {
  readonly event: (event: SessionEvent) => string;
  readonly lines: (lines: OutputLines) => string;
}

const formats: Readonly<Record<NonNullable<LogFileOptions['format']>, LogFormat>> = {
  text: {
    event: (event) =>
      event.type === 'log' || event.type === 'session-log' ? `${timeOf(event.timestampMs)}${event.text}\n` : '',
    lines({ text, timestampMs }) {
      const time = timeOf(timestampMs);
      return `${time}${text.slice(0, -1).replaceAll('\n', `\n${time}`)}\n`;
    },
  },
  ndjson: {
    event: (event) => `${JSON.stringify(event)}\n`,
    lines: (lines) => Array.from(lines.events(), (event) => `${JSON.stringify(event)}\n`).join(''),
  },
};

function timeOf(timestampMs: number): string {
  return `${new Date(timestampMs).toISOString()} `;
}
