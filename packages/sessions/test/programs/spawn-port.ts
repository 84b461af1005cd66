import { spawnPortNamed } from '../../src/processes/choose-spawn.ts';
import type { SpawnPort } from '../../src/ports/spawn.ts';

/** The way to spawn that the test asks for. */
export function spawnPort(): SpawnPort {
  return spawnPortNamed(process.env['SPAWN_PORT'] ?? '');
}
