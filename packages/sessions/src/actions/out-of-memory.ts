import { readFileSync } from 'node:fs';

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
