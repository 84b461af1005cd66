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

/** What can be done with a pipe besides what Node does; absent where the system is not called directly. */
export interface DescriptorCalls {
  /**
   * Makes the pipe hold {@link LARGE_PIPE_BYTES}. Called for a pipe that was found full: reader and writer then wait for each other less often.
   * Not for every pipe, because the system gives a user only so much memory for them.
   */
  readonly enlarge?: () => void;
  /** How many bytes were read; 0 at the end, less than 0 when there is nothing to read now. */
  readonly read?: (memory: Buffer) => number;
}

/** The rest of a pipe, and its end. */
const MOST_READS_AT_ONCE = 2;

/** Reads from the read end of a pipe or FIFO, which it closes in the end. */
export class DescriptorOutput extends SocketOutput {
  #listener: ((chunk: Uint8Array) => void) | undefined;
  #early: Uint8Array | undefined;
  #enlarge: (() => void) | undefined;
  readonly #read: DescriptorCalls['read'];
  #paused = false;

  constructor(readEnd: number, calls: DescriptorCalls = {}) {
    const options: SocketConstructorOpts & ConnectOpts = {
      fd: readEnd,
      readable: true,
      writable: false,
      onread: { buffer: shared, callback: (length, memory) => this.#take(memory.subarray(0, length)) },
    };
    super(new Socket(options));
    this.#enlarge = calls.enlarge;
    this.#read = calls.read;
  }

  override pause(): void {
    this.#paused = true;
    super.pause();
  }

  override resume(): void {
    this.#paused = false;
    super.resume();
  }

  /**
   * Takes at once what is left in the pipe, and its end, instead of in the next turns of the event loop: for a process that has ended. What descendants of it
   * write is read as before.
   */
  readRest(): void {
    for (let reads = 0; reads < MOST_READS_AT_ONCE; reads++) {
      if (this.#listener === undefined || this.#paused || this.ended || this.#read === undefined) return;
      const length = this.#read(shared);
      if (length < 0) return;
      if (length === 0) {
        this.end();
        // Closed in the next turn: whoever waits for the end goes on first.
        setImmediate(() => this.destroy());
        return;
      }
      this.#listener(shared.subarray(0, length));
    }
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
