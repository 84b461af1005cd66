import { Socket, type ConnectOpts, type SocketConstructorOpts } from 'node:net';
import { SocketOutput } from './output-pipe.ts';

/** Of a process that writes faster than it is read. */
export const LARGE_PIPE_BYTES: number = 256 * 1024;

/**
 * All outputs of this thread are read into one piece of memory, because a chunk is valid only while its listener is called: Node would take 64 KiB for
 * each read and leave them to the garbage collector.
 */
const shared = Buffer.allocUnsafeSlow(LARGE_PIPE_BYTES);

/** What a pipe holds on Linux unless somebody makes it larger. */
const PIPE_BYTES = 64 * 1024;

/** Reads from the read end of a pipe or FIFO, which it closes in the end. */
export class DescriptorOutput extends SocketOutput {
  #listener: ((chunk: Uint8Array) => void) | undefined;
  #early: Uint8Array | undefined;
  #enlarge: (() => void) | undefined;

  /**
   * @param enlarge makes the pipe hold {@link LARGE_PIPE_BYTES}. Called for a pipe that was found full: reader and writer then wait for each other less often.
   * Not for every pipe, because the system gives a user only so much memory for them.
   */
  constructor(readEnd: number, enlarge?: () => void) {
    const options: SocketConstructorOpts & ConnectOpts = {
      fd: readEnd,
      readable: true,
      writable: false,
      onread: { buffer: shared, callback: (length, memory) => this.#take(memory.subarray(0, length)) },
    };
    super(new Socket(options));
    this.#enlarge = enlarge;
  }

  override onData(listener: (chunk: Uint8Array) => void): void {
    this.#listener = listener;
    if (this.#early === undefined) return;
    listener(this.#early);
    this.#early = undefined;
    this.resume();
  }

  /** Gives false to read no more for now. */
  #take(chunk: Uint8Array): boolean {
    if (this.#enlarge !== undefined && chunk.length >= PIPE_BYTES) {
      this.#enlarge();
      this.#enlarge = undefined;
    }
    if (this.#listener === undefined) {
      this.#early = chunk.slice();
      return false;
    }
    this.#listener(chunk);
    return true;
  }
}
