import { closeSync, openSync, writeSync } from 'node:fs';
import { CliError } from '../errors.ts';
import { refusalOf } from '../input/read-file.ts';
import type { TextSink } from '../terminal/streams.ts';

/** Takes whole lines, as many as come. Nothing is lost: a slow disk slows the writer down. */
export interface LineSink {
  line(text: string): void;
  /** Writes what is still held back, and takes no more. */
  close(): void;
}

/** Text that is gathered before it is written: one system call for many lines. */
const BATCH_LENGTH = 64 * 1024;

/** Batches lines and hands them to `write` when there are many, or when the program comes to rest. */
export function lineSink(write: (text: string) => void, close: () => void = () => {}): LineSink {
  let held: string[] = [];
  let heldLength = 0;
  let scheduled = false;
  const flush = (): void => {
    scheduled = false;
    if (held.length === 0) return;
    const text = held.join('');
    held = [];
    heldLength = 0;
    write(text);
  };
  return {
    line(text) {
      held.push(text, '\n');
      heldLength += text.length + 1;
      if (heldLength >= BATCH_LENGTH) flush();
      else if (!scheduled) {
        scheduled = true;
        setImmediate(flush);
      }
    },
    close() {
      flush();
      close();
    },
  };
}

/** Lines onto a stream of the command. */
export function streamSink(stream: TextSink): LineSink {
  return lineSink((text) => stream.write(text));
}

/**
 * Lines into a file, which is created or replaced. `what` names its part: "the log". When the file can't be written any more (the disk is full),
 * `onProblem` is told once and the rest is lost: a job must not end half way because of its log.
 */
export function fileSink(path: string, what: string, onProblem: (message: string) => void): LineSink {
  const refused = (error: unknown): string => `Cannot write ${what} to '${path}': ${refusalOf(error, WRITE_REFUSALS)}.`;
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw new CliError(refused(error), { cause: error });
  }
  let isBroken = false;
  const write = (text: string): void => {
    if (isBroken) return;
    try {
      const bytes = Buffer.from(text);
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
    } catch (error) {
      isBroken = true;
      onProblem(`${refused(error)} The rest of it is lost.`);
    }
  };
  return lineSink(write, () => {
    try {
      closeSync(file);
    } catch (error) {
      // A disk of the network may tell only now that it took nothing.
      if (!isBroken) onProblem(`${refused(error)} A part of it may be lost.`);
    }
  });
}

/** What the system's refusals to write mean, where that is not what they mean for reading. */
export const WRITE_REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
};
