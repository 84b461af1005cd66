import { constants } from 'node:os';
import type { ProcessExit, ProcessUsage } from '../../ports/spawn.ts';
import type { LibC } from './libc.ts';
import { namesByNumber } from './names-by-number.ts';
import { type TimesToLook, timesToLook } from './times-to-look.ts';

const WNOHANG = 1;
/** More than `struct rusage` of any 64-bit system (144 bytes). */
const RUSAGE_BYTES = 256;
const HALF = 2 ** 32;

/** A process that is waited for. */
interface Awaited {
  readonly listener: (exit: ProcessExit) => void;
  readonly inheritedPeakBytes: number;
  /** Whether this program stays for it. */
  wanted: boolean;
}

/**
 * Waits for the processes that were started here, and for no others: `child_process` and whoever else starts processes in this program get theirs.
 *
 * They are looked for when {@link TimesToLook} says so, and in a worker thread, which the system tells of no exit, when their output ends ({@link Reaper.lookFor}).
 */
export class Reaper {
  readonly #libc: LibC;
  readonly #waiting = new Map<number, Awaited>();
  readonly #status = new Int32Array(1);
  readonly #usage: Buffer = Buffer.alloc(RUSAGE_BYTES);
  readonly #times: TimesToLook = timesToLook(() => this.#reapAll());
  /** How many of them this program does not stay for. */
  #unwanted = 0;

  constructor(libc: LibC) {
    this.#libc = libc;
  }

  get waitingFor(): number {
    return this.#waiting.size;
  }

  /** Whether the system tells of each exit, at once. */
  get isTold(): boolean {
    return this.#times.isTold;
  }

  /** Calls back, once, in the very turn in which the process was reaped. To be called as soon as it was started. */
  onExit(pid: number, listener: (exit: ProcessExit) => void): void {
    this.#waiting.set(pid, { listener, inheritedPeakBytes: this.#libc.inheritedPeakBytes(), wanted: true });
    this.#times.begin();
    this.#tellWhetherNeeded();
    // It may have ended before the listener was there, or while another thread was starting it.
    this.#reap(pid);
  }

  /** Its output has ended, which the end of a process mostly is the reason for. */
  lookFor(pid: number): void {
    if (!this.#waiting.has(pid)) return;
    this.#reap(pid);
    if (this.#waiting.has(pid)) this.#times.soon();
  }

  /** It is waited for as long as this program runs, which it no longer does for this. */
  letGo(pid: number): void {
    const awaited = this.#waiting.get(pid);
    if (awaited === undefined || !awaited.wanted) return;
    awaited.wanted = false;
    this.#unwanted += 1;
    this.#tellWhetherNeeded();
  }

  #tellWhetherNeeded(): void {
    this.#times.keepsAlive(this.#waiting.size > this.#unwanted);
  }

  #reapAll(): void {
    for (const pid of this.#waiting.keys()) this.#reap(pid);
  }

  #reap(pid: number): void {
    const reaped = this.#libc.wait4(pid, this.#status, WNOHANG, this.#usage);
    if (reaped === 0) return;
    const awaited = this.#waiting.get(pid);
    this.#waiting.delete(pid);
    if (awaited?.wanted === false) this.#unwanted -= 1;
    this.#tellWhetherNeeded();
    if (this.#waiting.size === 0) this.#times.end();
    // Less than 0: somebody else in this program has waited for any process and took ours; how it ended is lost.
    if (reaped < 0) awaited?.listener(LOST);
    else awaited?.listener({ ...exitOf(this.#status[0] ?? 0), usage: this.#usageOf(awaited) });
  }

  /**
   * `struct rusage` begins with two times, user and system, and the peak memory (64-bit systems; macOS pads the microseconds).
   *
   * On Linux a process counts the memory of the program that it was before `exec` as its own, and until then it shares that of this one: only what is above
   * this program's largest size can be told to be the process's.
   */
  #usageOf({ inheritedPeakBytes }: Awaited): ProcessUsage {
    const usage = this.#usage;
    // In halves: exact up to 2^53, and 64-bit integers would each be an object.
    const long = (offset: number) => usage.readUInt32LE(offset) + HALF * usage.readInt32LE(offset + 4);
    const milliseconds = (offset: number) => long(offset) * 1000 + usage.readInt32LE(offset + 8) / 1000;
    const peakMemoryBytes = long(32) * this.#libc.maxRssBytes;
    return {
      userCpuMs: milliseconds(0),
      systemCpuMs: milliseconds(16),
      ...(peakMemoryBytes > inheritedPeakBytes && { peakMemoryBytes }),
    };
  }
}

const LOST: ProcessExit = { exitCode: null, signal: 'unknown' };

const SIGNAL_NAMES = namesByNumber(constants.signals);

/** Takes the status word of `wait` apart. */
function exitOf(status: number): ProcessExit {
  const signal = status & 0x7f;
  if (signal === 0) return { exitCode: (status >> 8) & 0xff, signal: null };
  return { exitCode: null, signal: SIGNAL_NAMES.get(signal) ?? `SIG${signal}` };
}
