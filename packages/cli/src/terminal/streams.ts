import process from 'node:process';
import { CliError, EXIT, EXIT_AFTER_SIGNAL, type InterruptSignal, isInterruptSignal } from '../errors.ts';

/** Somewhere to write text: a terminal, a pipe or a test. */
export interface TextSink {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns: number | undefined;
}

/** All that a command sees of the world around it; a test passes its own. */
export interface Streams {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** Standard input, read only when a template is named `-`. */
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Calls `listener` for every signal that asks to end, until the returned function is called. */
  onInterrupt(listener: (signal: InterruptSignal) => void): () => void;
}

/** The streams of this process. */
export function processStreams(): Streams {
  return {
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    stdin: process.stdin,
    env: process.env,
    get cwd() {
      return currentFolder();
    },
    onInterrupt(listener) {
      const signals = Object.keys(EXIT_AFTER_SIGNAL).filter(isInterruptSignal);
      for (const signal of signals) process.on(signal, listener);
      return () => {
        for (const signal of signals) process.off(signal, listener);
      };
    },
  };
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new CliError('The current folder is gone: go to another one with cd.', { cause: error });
  }
}

function sinkOf(stream: NodeJS.WriteStream): TextSink {
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `openjd summary big.yaml | head -1`: the reader may leave early, the terminal may be closed. Anything else is worth telling, once.
    if (!isGone && error.code !== 'EPIPE' && error.code !== 'EIO') {
      process.exitCode = EXIT.failure;
      if (stream !== process.stderr)
        process.stderr.write(`openjd: cannot write to standard output: ${error.message}.\n`);
    }
    // What runs still ends properly, unheard.
    isGone = true;
  });
  return {
    write: (text) => {
      if (!isGone) stream.write(text);
    },
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      // Terminals that nobody gave a size (a container's, a build machine's) say 0.
      return stream.columns || undefined;
    },
  };
}
