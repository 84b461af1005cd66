import { childProcessSpawn } from '../../src/processes/child-process-spawn.ts';
import { spawnPortSuite } from './spawn-port-suite.ts';

spawnPortSuite({
  name: 'child_process',
  makePort: childProcessSpawn,
  closesInheritedDescriptors: false,
  reportsUsage: false,
  spareDescriptors: 16, // one batch of FIFOs, two each
});
