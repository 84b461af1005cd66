import { childProcessSpawn } from '../../src/processes/child-process-spawn.ts';
import { spawnPortSuite } from './spawn-port-suite.ts';

spawnPortSuite('child_process', childProcessSpawn, { closesInheritedDescriptors: false, reportsUsage: false });
