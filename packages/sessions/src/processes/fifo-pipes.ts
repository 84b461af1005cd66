import { spawn } from 'node:child_process';
import { constants, closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescriptorOutput } from './descriptor-output.ts';
import { outputPipe, type OutputPipe, type OutputPipeSource } from './output-pipe.ts';

/** Looked up in fixed places, never in a `PATH` that a job could have shaped. */
const MKFIFO = ['/usr/bin/mkfifo', '/bin/mkfifo', '/run/current-system/sw/bin/mkfifo'];

/**
 * How many FIFOs one run of `mkfifo` makes: starting that program costs as much as starting a task (1.9 ms measured), eight names instead of
 * one cost it 0.4 ms more, so each action pays 0.3 ms.
 */
const BATCH = 8;
/** When many processes are started at once, their FIFOs are made together. */
const LARGEST_BATCH = 64;

interface Fifo {
  readonly readEnd: number;
  readonly writeEnd: number;
}

/**
 * Real pipes for a Node that can't call `pipe(2)`: its own `'pipe'` is a socket, which a process can't open again as `/dev/stderr`,
 * and two of them lose the order of stdout and stderr.
 *
 * A FIFO (mode 0600, in a folder of mode 0700) serves one process only. Both its ends are opened as soon as it is made and its name is removed:
 * nothing is left behind, whatever happens to this process, and nobody can open another one's output.
 */
export class FifoPipes implements OutputPipeSource {
  readonly #mkfifo: string;
  readonly #ready: Fifo[] = [];
  #waiting = 0;
  #making: Promise<void> | undefined;

  /** Undefined where the system has no `mkfifo`. */
  static find(): FifoPipes | undefined {
    const mkfifo = MKFIFO.find((path) => existsSync(path));
    return mkfifo === undefined ? undefined : new FifoPipes(mkfifo);
  }

  constructor(mkfifo: string) {
    this.#mkfifo = mkfifo;
  }

  async open(): Promise<OutputPipe> {
    let fifo = this.#ready.pop();
    this.#waiting++;
    try {
      while (fifo === undefined) {
        this.#making ??= this.#make().finally(() => (this.#making = undefined));
        await this.#making;
        fifo = this.#ready.pop();
      }
    } finally {
      this.#waiting--;
    }
    return outputPipe(new DescriptorOutput(fifo.readEnd), fifo.writeEnd);
  }

  async #make(): Promise<void> {
    // Those who ask in the same turn are counted before the size is decided.
    await Promise.resolve();
    const folder = mkdtempSync(join(tmpdir(), 'ojd-output-'));
    try {
      const count = Math.min(Math.max(this.#waiting, BATCH), LARGEST_BATCH);
      const names = Array.from({ length: count }, (_, index) => join(folder, String(index)));
      const program = spawn(this.#mkfifo, ['-m', '600', ...names], { stdio: 'ignore', env: {} });
      const exitCode = await new Promise((resolve, reject) => {
        program.once('exit', resolve).once('error', reject);
      });
      if (exitCode !== 0)
        throw new Error(`${this.#mkfifo} could not make named pipes in ${folder} (exit code ${String(exitCode)}).`);
      for (const name of names) this.#ready.push(openBothEnds(name));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function openBothEnds(name: string): Fifo {
  // The read end first, and without waiting for a writer: then the write end opens at once.
  const readEnd = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return { readEnd, writeEnd: openSync(name, constants.O_WRONLY) };
  } catch (error) {
    closeSync(readEnd);
    throw error;
  }
}
