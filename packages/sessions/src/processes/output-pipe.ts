import { closeSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { ReadableOutput } from '../ports/spawn.ts';

/** A pipe for one process, which gets the write end as its stdout and stderr. */
export interface OutputPipe {
  readonly output: ReadableOutput;
  /** What `child_process` takes as an entry of `stdio`. */
  readonly writeEnd: number | Socket;
  /** To be called once the process has its own copy of the write end: else the end of the output is never seen. */
  closeWriteEnd(): void;
}

/** Makes the pipe of the next process. */
export interface OutputPipeSource {
  open(): Promise<OutputPipe>;
}

/** The pipe whose two ends are open already. */
export function outputPipe(output: ReadableOutput, writeEnd: number | Socket): OutputPipe {
  let open = true;
  return {
    output,
    writeEnd,
    closeWriteEnd() {
      if (!open) return;
      open = false;
      if (typeof writeEnd === 'number') closeSync(writeEnd);
      else writeEnd.destroy();
    },
  };
}

/** Reads bytes from what Node calls a socket, be it a FIFO, a pipe, a named pipe or a socket. */
export class SocketOutput implements ReadableOutput {
  readonly #socket: Socket;
  #ended = false;
  #onEnd: (() => void) | undefined;
  #whenEnded: (() => void) | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    // 'end' comes a little earlier; a read error or `destroy`, which end what can be known of the output, have 'close' only.
    const end = (): void => this.#end();
    socket.on('error', () => undefined);
    socket.once('end', end).once('close', end);
  }

  /** For the owner of the process: called once, before the listener of `onEnd`. */
  whenEnded(listener: () => void): void {
    this.#whenEnded = listener;
  }

  onData(listener: (chunk: Uint8Array) => void): void {
    this.#socket.on('data', listener);
  }

  onEnd(listener: () => void): void {
    this.#onEnd = listener;
    if (this.#ended) listener();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#whenEnded?.();
    this.#onEnd?.();
  }
}
