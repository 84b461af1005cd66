import { posixSpawnSuite } from './posix-spawn-variants.ts';

posixSpawnSuite('each on the thread of the caller', 'here');
posixSpawnSuite('each on another thread', 'other');
