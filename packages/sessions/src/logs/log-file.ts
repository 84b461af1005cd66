import { createWriteStream, type WriteStream } from 'node:fs';
import { deferred } from '../events/deferred.ts';
import type { SessionEvent } from '../events/session-event.ts';
import type { LosslessSink, OutputLines } from './lossless-sink.ts';
import { shown } from '../errors/check-given.ts';
import { SessionError } from '../errors/session-error.ts';
import { errorText } from '../errors/error-text.ts';

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
const batchBytes = 512 * 1024;

class LogFile implements LosslessSink {
  readonly #stream: WriteStream;
  readonly #format: LogFormat;
  readonly #maxPendingBytes: number;
  /** What was added since the last write: the first {@link LogFile.#batched} bytes. */
  #batch: Buffer | undefined;
  #batched = 0;
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
    return this.#problem === undefined && this.#batched + this.#stream.writableLength > this.#maxPendingBytes;
  }

  write(event: SessionEvent): void {
    this.#add(this.#format.event(event));
  }

  writeLines(lines: OutputLines): void {
    for (const piece of this.#format.lines(lines)) this.#add(piece);
  }

  #add(text: string): void {
    if (this.#problem !== undefined || text === '') return;
    // A UTF-16 unit has at most three bytes.
    const mostBytes = text.length * 3;
    if (mostBytes > batchBytes - this.#batched) this.#flush();
    if (mostBytes > batchBytes) {
      this.#write(Buffer.from(text), () => undefined);
      return;
    }
    this.#batch ??= memory.take();
    this.#batched += this.#batch.write(text, this.#batched);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
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
    const batch = this.#batch;
    if (batch === undefined) return;
    this.#batch = undefined;
    const bytes = batch.subarray(0, this.#batched);
    this.#batched = 0;
    this.#write(bytes, () => memory.giveBack(batch));
  }

  #write(bytes: Buffer, onWritten: () => void): void {
    if (this.#problem !== undefined) {
      onWritten();
      return;
    }
    this.#stream.write(bytes, () => {
      onWritten();
      if (!this.full) this.#tellRoom();
    });
  }

  #tellRoom(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}

/** Memory for bytes on their way to a file. New memory for each batch would take longer to get than the text takes to encode. */
class BatchMemory {
  readonly #free: Buffer[] = [];

  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(batchBytes);
  }

  giveBack(batch: Buffer): void {
    if (this.#free.length < 4) this.#free.push(batch);
  }
}

const memory = new BatchMemory();

interface LogFormat {
  readonly event: (event: SessionEvent) => string;
  /** Pieces that follow one another: to put large texts together is to copy them. */
  readonly lines: (lines: OutputLines) => readonly string[];
}

const formats: Readonly<Record<NonNullable<LogFileOptions['format']>, LogFormat>> = {
  text: {
    event: (event) =>
      event.type === 'log' || event.type === 'session-log' ? `${timeOf(event.timestampMs)}${event.text}\n` : '',
    // A regular expression is what the engine replaces fastest.
    lines: ({ text, timestampMs }) => [
      timeOf(timestampMs),
      text.slice(0, -1).replace(/\n/g, lineEndAndTime(timestampMs)),
      '\n',
    ],
  },
  ndjson: {
    event: (event) => `${JSON.stringify(event)}\n`,
    lines: (lines) => Array.from(lines.events(), (event) => `${JSON.stringify(event)}\n`),
  },
};

/** The times that begin lines, of the newest millisecond: a flood has many lines in one. */
let newest = timesOf(0);

interface Times {
  readonly timestampMs: number;
  readonly text: string;
  readonly afterLineEnd: string;
}

function timesOf(timestampMs: number): Times {
  const text = `${new Date(timestampMs).toISOString()} `;
  // By way of bytes it is one piece: the engine keeps a text that was put together as its parts, which are slow to insert many times.
  return { timestampMs, text, afterLineEnd: Buffer.from(`\n${text}`).toString('latin1') };
}

function timeOf(timestampMs: number): string {
  if (newest.timestampMs !== timestampMs) newest = timesOf(timestampMs);
  return newest.text;
}

function lineEndAndTime(timestampMs: number): string {
  if (newest.timestampMs !== timestampMs) newest = timesOf(timestampMs);
  return newest.afterLineEnd;
}
