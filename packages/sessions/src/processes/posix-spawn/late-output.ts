import { DescriptorOutput, LARGE_PIPE_BYTES } from '../descriptor-output.ts';
import type { ReadableOutput } from '../../ports/spawn.ts';
import type { LibC } from './libc.ts';

/**
 * For so long an output waits in its pipe, which holds 64 KiB, before Node reads it. Not 1: timers count from the loop's last look at the clock, which is
 * some time ago, and would be over before a process of half a millisecond.
 */
const READ_AFTER_MS = 4;

/** One piece of memory for all: a chunk is valid only while its listener is called. */
const shared = Buffer.allocUnsafeSlow(LARGE_PIPE_BYTES);

/** Reads that follow the exit at once: what is left, and the end. */
const MOST_READS = 2;

/**
 * The output of a process, which Node reads only if it takes longer than a moment: what it makes to read a pipe costs a good part of what a short process
 * does. Of that one, everything is read at its exit.
 */
export class LateOutput implements ReadableOutput {
  readonly #libc: LibC;
  readonly #readEnd: number;
  readonly #timer: NodeJS.Timeout;
  #byNode: DescriptorOutput | undefined;
  #onData: ((chunk: Uint8Array) => void) | undefined;
  #onEnd: (() => void) | undefined;
  #paused = false;
  #ended = false;

  constructor(readEnd: number, libc: LibC) {
    this.#readEnd = readEnd;
    this.#libc = libc;
    this.#timer = setTimeout(() => this.#leaveToNode(), READ_AFTER_MS);
  }

  onData(listener: (chunk: Uint8Array) => void): void {
    this.#onData = listener;
    this.#byNode?.onData(listener);
  }

  onEnd(listener: () => void): void {
    this.#onEnd = listener;
    if (this.#ended) listener();
  }

  pause(): void {
    this.#paused = true;
    this.#byNode?.pause();
  }

  resume(): void {
    this.#paused = false;
    this.#byNode?.resume();
  }

  destroy(): void {
    if (this.#byNode !== undefined) this.#byNode.destroy();
    else this.#close();
  }

  /** The process has ended: what it left is read now. What its descendants write is left to Node. */
  readRest(): void {
    if (this.#byNode !== undefined || this.#ended) return;
    this.#libc.doNotBlock(this.#readEnd);
    for (let reads = 0; reads < MOST_READS && this.#onData !== undefined && !this.#paused; reads++) {
      const length = this.#libc.read(this.#readEnd, shared, shared.length);
      if (length < 0) break;
      if (length === 0) {
        this.#close();
        return;
      }
      this.#onData(shared.subarray(0, length));
      if (this.#ended) return; // the listener has destroyed it
    }
    this.#leaveToNode();
  }

  #leaveToNode(): void {
    if (this.#ended || this.#byNode !== undefined) return;
    clearTimeout(this.#timer);
    const output = new DescriptorOutput(this.#readEnd, () => this.#libc.enlargePipe(this.#readEnd, LARGE_PIPE_BYTES));
    this.#byNode = output;
    output.onEnd(() => this.#end());
    if (this.#onData !== undefined) output.onData(this.#onData);
    if (this.#paused) output.pause();
  }

  #close(): void {
    if (this.#ended) return;
    clearTimeout(this.#timer);
    this.#libc.close(this.#readEnd);
    this.#end();
  }

  #end(): void {
    this.#ended = true;
    this.#onEnd?.();
  }
}
