import type { SpawnPort } from '../ports/spawn.ts';
import { childProcessSpawn } from './child-process-spawn.ts';

/** The ways to spawn that this package has. */
export type SpawnPortName = 'child_process';

let shared: SpawnPort | undefined;

/** The best way to spawn that this host has; the same object for all sessions of the process, which share its pipes. */
export function defaultSpawnPort(): SpawnPort {
  return (shared ??= childProcessSpawn());
}

/** The way to spawn of that name. */
export function spawnPortNamed(name: SpawnPortName): SpawnPort {
  return PORTS[name]();
}

const PORTS: Readonly<Record<SpawnPortName, () => SpawnPort>> = { child_process: childProcessSpawn };
