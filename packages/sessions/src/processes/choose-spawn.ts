import type { SpawnPort } from '../ports/spawn.ts';
import { childProcessSpawn } from './child-process-spawn.ts';
import { posixSpawn } from './posix-spawn/posix-spawn.ts';
import { LibCUnavailableError } from './posix-spawn/libc.ts';

/** The ways to spawn that this package has. */
export type SpawnPortName = 'child_process' | 'posix_spawn';

const PORTS: Readonly<Record<SpawnPortName, () => SpawnPort>> = {
  child_process: childProcessSpawn,
  posix_spawn: posixSpawn,
};

/** The variable of the host's environment that chooses the way to spawn. */
const CHOICE = 'OJD_SPAWN';

let shared: SpawnPort | undefined;

/**
 * The way to spawn of this host: the one that `OJD_SPAWN` names (`posix_spawn` or `child_process`), else `posix_spawn` where koffi is installed, else
 * `child_process`. The same object for all sessions of the program.
 */
export function defaultSpawnPort(): SpawnPort {
  return (shared ??= chooseSpawnPort(process.env[CHOICE]));
}

/** A new port of that name, or the best that can be had. Throws when the named one can't be had. */
export function chooseSpawnPort(name?: string): SpawnPort {
  if (name !== undefined && name !== '') return spawnPortNamed(name);
  try {
    return posixSpawn();
  } catch (error) {
    if (error instanceof LibCUnavailableError) return childProcessSpawn();
    throw error;
  }
}

/** A new port of that name. */
export function spawnPortNamed(name: string): SpawnPort {
  const make = Object.entries(PORTS).find(([known]) => known === name)?.[1];
  if (make === undefined) throw new Error(`${CHOICE} is '${name}': expected ${Object.keys(PORTS).join(' or ')}.`);
  return make();
}
