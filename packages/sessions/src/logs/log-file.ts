import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { deferred } from '../events/deferred.ts';
import type { SessionEvent } from '../events/session-event.ts';
import type { LosslessSink, OutputLines } from './lossless-sink.ts';
import { shown } from '../errors/check-given.ts';
import { SessionError } from '../errors/session-error.ts';
import { errorText } from '../errors/error-text.ts';
import { logFormats, type LogFormat } from './log-format.ts';
import { roomForPrefixedLines, type TextMemory, textMemory, writePrefixedLines } from './prefixed-lines.ts';

/** How a session's log file looks. */
export interface LogFileOptions {
  /**
   * `text`: one line per log line, `TIME LEVEL SESSION/ACTION CONTENT | text`. `ndjson`: one event per line, as JSON, all kinds of events.
   * Default: `text`.
   */
  readonly format?: 'text' | 'ndjson';
  /** Processes wait while more than this many bytes are on their way to the disk. Default: 1 MiB. */
  readonly maxPendingBytes?: number;
}

/**
 * Writes a session's log to a file of its own and loses no line of it: when the disk is slower than the processes, they wait.
 * A file that cannot be opened makes `Session.create` fail. When a write fails, for example because the disk is full, the session goes on without
 * the file: its log says so at once, and its report at the end.
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
  const { format, maxPendingBytes } = options;
  if (typeof file !== 'string' || file === '')
    throw new SessionError('invalid-option', `The log file must be a path; got ${shown(file)}.`);
  if (format !== undefined && !Object.hasOwn(logFormats, format))
    throw new SessionError(
      'invalid-option',
      `format must be ${Object.keys(logFormats).join(' or ')}; got ${shown(format)}.`,
    );
  if (maxPendingBytes !== undefined && !(typeof maxPendingBytes === 'number' && maxPendingBytes >= 0))
    throw new SessionError(
      'invalid-option',
      `maxPendingBytes must be a number of at least 0; got ${shown(maxPendingBytes)}.`,
    );
  return new LogFile(file, options);
}

// Many short lines become few writes.
const batchBytes = 512 * 1024;

class LogFile implements LosslessSink {
  readonly closesInRealTime = true;
  readonly #file: string;
  #opened: WriteStream | undefined;
  #closed = false;
  readonly #format: LogFormat;
  readonly #maxPendingBytes: number;
  /** What was added since the last write: the first {@link LogFile.#batched} bytes. */
  #batch: TextMemory | undefined;
  #batched = 0;
  #scheduled = false;
  #problem: string | undefined;
  #onLoss: ((problem: string) => void) | undefined;
  #waiting: (() => void)[] = [];

  constructor(file: string, options: LogFileOptions) {
    this.#file = file;
    this.#format = logFormats[options.format ?? 'text']();
    this.#maxPendingBytes = options.maxPendingBytes ?? 1024 * 1024;
  }

  async open(onLoss: (problem: string) => void): Promise<void> {
    if (this.#opened !== undefined || this.#closed)
      throw new SessionError(
        'sink',
        `The log file ${shown(this.#file)} was given to a session already: make a logFile for each.`,
      );
    const stream = this.#stream();
    try {
      await once(stream, 'open');
    } catch (error) {
      // It may be tried again, when the folder is there.
      this.#opened = undefined;
      this.#problem = undefined;
      throw new SessionError(
        'sink',
        `The log file ${shown(this.#file)} cannot be opened: ${errorText(error)}. Name one that this program may write to, in a folder that exists.`,
        { cause: error },
      );
    }
    this.#onLoss = onLoss;
  }

  /** Made by the first write where a sink around this one knows no `open`. */
  #stream(): WriteStream {
    if (this.#opened !== undefined) return this.#opened;
    const stream = createWriteStream(this.#file, { flags: 'a', mode: 0o600 });
    this.#opened = stream;
    // A file that cannot be written must not stop the processes for ever.
    stream.on('error', (error) => {
      if (this.#problem !== undefined) return;
      this.#problem = `The log file ${shown(this.#file)} could not be written: ${errorText(error)}. It ends there; the session goes on without it.`;
      this.#tellRoom();
      this.#onLoss?.(this.#problem);
    });
    return stream;
  }

  get full(): boolean {
    return this.#problem === undefined && this.#batched + (this.#opened?.writableLength ?? 0) > this.#maxPendingBytes;
  }

  write(event: SessionEvent): void {
    this.#add(this.#format.event(event));
  }

  writeLines(lines: OutputLines): void {
    if (this.#addPrefixed(lines)) return;
    for (const piece of this.#format.lines(lines)) this.#add(piece);
  }

  /** The short way for nearly all output; false where it can't be taken. */
  #addPrefixed(lines: OutputLines): boolean {
    const prefix = this.#format.prefix?.(lines);
    if (prefix === undefined || this.#problem !== undefined || this.#closed) return false;
    const room = roomForPrefixedLines(lines, prefix);
    if (room > batchBytes) return false;
    if (room > batchBytes - this.#batched) this.#flush();
    this.#batch ??= memory.take();
    const written = writePrefixedLines(lines, prefix, this.#batch, this.#batched);
    if (written === undefined) return false;
    this.#batched += written;
    this.#flushSoon();
    return true;
  }

  #add(text: string): void {
    if (this.#problem !== undefined || this.#closed || text === '') return;
    // A UTF-16 unit has at most three bytes.
    const mostBytes = text.length * 3;
    if (mostBytes > batchBytes - this.#batched) this.#flush();
    if (mostBytes > batchBytes) {
      this.#write(Buffer.from(text), () => undefined);
      return;
    }
    this.#batch ??= memory.take();
    this.#batched += this.#batch.bytes.write(text, this.#batched);
    this.#flushSoon();
  }

  #flushSoon(): void {
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
    this.#closed = true;
    const stream = this.#opened;
    if (stream === undefined) return undefined;
    const { promise, resolve } = deferred();
    stream.once('close', () => resolve());
    stream.end();
    if (stream.closed) resolve();
    await promise;
    return this.#problem;
  }

  #flush(): void {
    const batch = this.#batch;
    if (batch === undefined) return;
    this.#batch = undefined;
    const bytes = batch.bytes.subarray(0, this.#batched);
    this.#batched = 0;
    this.#write(bytes, () => memory.giveBack(batch));
  }

  #write(bytes: Buffer, onWritten: () => void): void {
    if (this.#problem !== undefined) {
      onWritten();
      return;
    }
    this.#stream().write(bytes, () => {
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
  readonly #free: TextMemory[] = [];

  take(): TextMemory {
    return this.#free.pop() ?? textMemory(batchBytes);
  }

  giveBack(batch: TextMemory): void {
    if (this.#free.length < 4) this.#free.push(batch);
  }
}

const memory = new BatchMemory();
