import type { SpawnPort } from '../ports/spawn.ts';
import { childProcessSpawn } from './child-process-spawn.ts';
import { posixSpawn } from './posix-spawn/posix-spawn.ts';
import { NativeCallsUnavailableError } from './native-calls.ts';
import { createProcessSpawn } from './windows-spawn/create-process.ts';

/** The ways to spawn that this package has: `docs/processes.md` compares them. */
export type SpawnPortName = 'child_process' | 'posix_spawn' | 'create_process';

const PORTS: Readonly<Record<SpawnPortName, () => SpawnPort>> = {
  child_process: childProcessSpawn,
  posix_spawn: posixSpawn,
  create_process: createProcessSpawn,
};

/** The variable of the host's environment that chooses the way to spawn. */
const CHOICE = 'OJD_SPAWN';

let shared: SpawnPort | undefined;

/**
 * The way to spawn of this host: the one that `OJD_SPAWN` names, else `posix_spawn` (`create_process` on Windows) where koffi is installed,
 * else `child_process`. The same object for all sessions of the program.
 */
export function defaultSpawnPort(): SpawnPort {
  return (shared ??= chooseSpawnPort(process.env[CHOICE]));
}

/**
 * A new port of that name, or the best that can be had on this host. Throws when the name is unknown or the named one can't be had.
 *
 * @example
 * ```ts
 * import { chooseSpawnPort } from '@ojd/sessions';
 *
 * const port = chooseSpawnPort('child_process');
 * console.log(port.name); // => child_process
 * ```
 */
export function chooseSpawnPort(name?: SpawnPortName | (string & {})): SpawnPort {
  if (name !== undefined && name !== '') return spawnPortNamed(name);
  try {
    return process.platform === 'win32' ? createProcessSpawn() : posixSpawn();
  } catch (error) {
    if (error instanceof NativeCallsUnavailableError) return childProcessSpawn();
    throw error;
  }
}

/** A new port of that name. */
export function spawnPortNamed(name: string): SpawnPort {
  const make = Object.entries(PORTS).find(([known]) => known === name)?.[1];
  if (make === undefined) throw new Error(`${CHOICE} is '${name}': expected ${Object.keys(PORTS).join(', ')}.`);
  return make();
}
