import { type LibC, loadLibC } from '../../src/processes/posix-spawn/libc.ts';
import { posixSpawn, type PosixSpawnOptions } from '../../src/processes/posix-spawn/posix-spawn.ts';
import { spawnPortSuite } from './spawn-port-suite.ts';

function libCOrReason(): LibC | string {
  try {
    return loadLibC();
  } catch (error) {
    return String(error);
  }
}

/** The suite for one way to choose the thread. */
export function posixSpawnSuite(variant: string, thread: NonNullable<PosixSpawnOptions['thread']>): void {
  const libc = libCOrReason();
  spawnPortSuite({
    name: 'posix_spawn',
    variant,
    makePort: () => posixSpawn({ thread }),
    skip: typeof libc === 'string' ? libc : undefined,
    closesInheritedDescriptors: typeof libc !== 'string' && libc.fileActions.addCloseFrom !== undefined,
    reportsUsage: true,
    enlargesPipes: process.platform === 'linux',
    spareDescriptors: 0,
  });
}
