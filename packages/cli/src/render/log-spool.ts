import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CliError, messageOf, TEMP_HINT } from '../errors.ts';
import { refusalOf } from '../input/read-file.ts';
import { jsonLine } from './json-text.ts';
import { fileSink, type LineSink, WRITE_REFUSALS } from './line-sink.ts';

/** One entry of the `logs` field in a JSON or YAML result. */
export interface LogEntry {
  readonly timestamp: string;
  readonly message: string;
}

/** Keeps the log for the result's `logs` field in a file, so that memory stays flat whatever a job prints. */
export class LogSpool {
  readonly #folder: string = newFolder();
  readonly #path: string = join(this.#folder, 'log.ndjson');
  readonly #sink: LineSink;
  readonly #onProblem: (message: string) => void;
  #isBroken = false;

  /** @param onProblem told once if the disk is full: entries are missing then. @throws {@link CliError} if there is no place for the file */
  constructor(onProblem: (message: string) => void) {
    this.#onProblem = onProblem;
    this.#sink = fileSink(this.#path, 'the logs of the result', (message) => {
      this.#isBroken = true;
      onProblem(message);
    });
  }

  add(entry: LogEntry): void {
    this.#sink.line(jsonLine(entry));
  }

  /** Takes no more. Before the result is made, which tells what is lost. */
  close(): void {
    this.#sink.close();
  }

  /** All entries in order; to be read once, after `close`. Never throws: what can't be read is missing. */
  async *entries(): AsyncGenerator<LogEntry> {
    const lines = createInterface({ input: createReadStream(this.#path), crlfDelay: Number.POSITIVE_INFINITY });
    try {
      for await (const line of lines) {
        const entry: LogEntry = JSON.parse(line);
        yield entry;
      }
    } catch (error) {
      // The last line is broken if the disk was full, which was told then.
      if (!this.#isBroken) this.#onProblem(`Cannot read the logs of the result again: ${messageOf(error)}.`);
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function newFolder(): string {
  const parent = tmpdir();
  try {
    return mkdtempSync(join(parent, 'openjd-log-'));
  } catch (error) {
    const why = refusalOf(error, WRITE_REFUSALS);
    throw new CliError(`Cannot keep the logs of the result in ${parent}: ${why}. ${TEMP_HINT}`, { cause: error });
  }
}
