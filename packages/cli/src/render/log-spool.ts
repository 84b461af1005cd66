import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { jsonLine } from './json-text.ts';
import { fileSink, type LineSink } from './line-sink.ts';

/** One entry of the `logs` field in a JSON or YAML result. */
export interface LogEntry {
  readonly timestamp: string;
  readonly message: string;
}

/** Keeps the log for the result's `logs` field in a file, so that memory stays flat whatever a job prints. */
export class LogSpool {
  readonly #folder: string = mkdtempSync(join(tmpdir(), 'openjd-log-'));
  readonly #path: string = join(this.#folder, 'log.ndjson');
  readonly #sink: LineSink;

  /** @param onProblem told once if the disk is full: entries are missing then. */
  constructor(onProblem: (message: string) => void) {
    this.#sink = fileSink(this.#path, 'the log of the result', onProblem);
  }

  add(entry: LogEntry): void {
    this.#sink.line(jsonLine(entry));
  }

  /** All entries in order; to be read once, when nothing is added any more. */
  async *entries(): AsyncGenerator<LogEntry> {
    this.#sink.close();
    for await (const line of createInterface({
      input: createReadStream(this.#path),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      const entry: LogEntry = JSON.parse(line);
      yield entry;
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
