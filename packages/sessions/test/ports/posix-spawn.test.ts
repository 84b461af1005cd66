import { type LibC, loadLibC } from '../../src/processes/posix-spawn/libc.ts';
import { posixSpawn } from '../../src/processes/posix-spawn/posix-spawn.ts';
import { spawnPortSuite } from './spawn-port-suite.ts';

function libCOrReason(): LibC | string {
  try {
    return loadLibC();
  } catch (error) {
    return String(error);
  }
}

const libc = libCOrReason();
const variants = {
  'each on the thread of the caller': 'here',
  'each on another thread': 'other',
  'on one or the other thread': 'adaptive',
} as const;

for (const [variant, thread] of Object.entries(variants)) {
  spawnPortSuite({
    name: 'posix_spawn',
    variant,
    makePort: () => posixSpawn({ thread }),
    skip: typeof libc === 'string' ? libc : undefined,
    closesInheritedDescriptors: typeof libc !== 'string' && libc.fileActions.addCloseFrom !== undefined,
    reportsUsage: true,
    spareDescriptors: 0,
  });
}
