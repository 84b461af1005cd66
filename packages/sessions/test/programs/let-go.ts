import { shell } from '../ports/run-process.ts';
import { spawnPort } from './spawn-port.ts';

// For a minute, if this program stayed for it.
const started = await spawnPort().spawn(shell('exec sleep 60 > /dev/null 2>&1'));
started.output.destroy();
process.stdout.write(String(started.pid));
started.letGo?.();
