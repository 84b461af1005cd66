import type { LibC } from './libc.ts';

/** What one call of `posix_spawn` is given. */
export interface SpawnArguments {
  readonly path: string;
  readonly fileActions: Buffer;
  /** As `stringTable` makes them. */
  readonly argv: Buffer;
  readonly environment: Buffer;
}

/** Calls `posix_spawn`; gives its error number and the pid. */
export type SpawnCall = (given: SpawnArguments) => Spawned | Promise<Spawned>;
type Spawned = readonly [errorNumber: number, pid: number];

/** The threads that Node has for such calls are few, and the FFI refuses when too many calls wait for them. */
const MOST_CALLS_AT_ONCE = 16;

/** The call on this thread, which has started the process when it returns, and the one that leaves this thread to others meanwhile. */
export function spawnCalls(libc: LibC): { readonly here: SpawnCall; readonly onOtherThread: SpawnCall } {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    here({ path, fileActions, argv, environment }) {
      const pid = new Int32Array(1);
      const errorNumber = libc.spawn(pid, path, fileActions, libc.attributes, argv, environment);
      return [errorNumber, pid[0] ?? 0];
    },
    async onOtherThread({ path, fileActions, argv, environment }) {
      if (running >= MOST_CALLS_AT_ONCE) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      running++;
      try {
        const pid = new Int32Array(1);
        const errorNumber = await new Promise<number>((resolve, reject) => {
          libc.spawnAsync(pid, path, fileActions, libc.attributes, argv, environment, (failure, result) => {
            if (failure instanceof Error) reject(failure);
            else resolve(result);
          });
        });
        return [errorNumber, pid[0] ?? 0];
      } finally {
        running--;
        waiting.shift()?.();
      }
    },
  };
}
