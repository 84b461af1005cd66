import { readFileSync } from 'node:fs';
import type { Clock } from '../ports/clock.ts';

/** How often the kernel has killed for want of memory so far; undefined where it does not say. */
export type OutOfMemoryKills = () => number | undefined;

/**
 * The counter of this process's own control group, which a container or a service has for itself; on a host without one, the counter of the whole host.
 * Elsewhere than on Linux there is none.
 */
export function kernelOutOfMemoryKills(): OutOfMemoryKills {
  const file = [controlGroupFile(), '/proc/vmstat'].find(
    (candidate) => candidate !== undefined && readCounter(candidate) !== undefined,
  );
  return file === undefined ? () => undefined : () => readCounter(file);
}

/** The kernel writes out a long table to answer: more often than this it is not asked. */
const COUNT_IS_RECENT_MS = 1_000;

/** Whether processes may have been ended for want of memory. One for a session. */
export class OutOfMemoryWatch {
  readonly #kills: OutOfMemoryKills;
  readonly #clock: Clock;
  #count: number | undefined;
  #countedAtMs = Number.NEGATIVE_INFINITY;

  constructor(kills: OutOfMemoryKills, clock: Clock) {
    this.#kills = kills;
    this.#clock = clock;
  }

  /** The count when a process starts, or shortly before. */
  get recent(): number | undefined {
    if (this.#clock.now() - this.#countedAtMs >= COUNT_IS_RECENT_MS) this.#ask();
    return this.#count;
  }

  /** Whether the kernel has killed since it was at that count. */
  roseAbove(count: number | undefined): boolean {
    return (this.#ask() ?? 0) > (count ?? Number.POSITIVE_INFINITY);
  }

  #ask(): number | undefined {
    this.#countedAtMs = this.#clock.now();
    return (this.#count = this.#kills());
  }
}

function controlGroupFile(): string | undefined {
  const group = /^0::(\/.*)$/m.exec(read('/proc/self/cgroup') ?? '')?.[1];
  return group === undefined ? undefined : `/sys/fs/cgroup${group === '/' ? '' : group}/memory.events`;
}

function readCounter(file: string): number | undefined {
  const count = /^oom_kill (\d+)$/m.exec(read(file) ?? '')?.[1];
  return count === undefined ? undefined : Number(count);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
