import { posixSpawnSuite } from './posix-spawn-variants.ts';

posixSpawnSuite('on one or the other thread', 'adaptive');
