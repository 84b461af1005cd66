import { shell } from '../ports/run-process.ts';
import { spawnPort } from './spawn-port.ts';

// The output is closed at once: only the wish to know the exit keeps this program alive.
const started = await spawnPort().spawn(shell('exec > /dev/null 2>&1; sleep 0.2; exit 9'));
started.output.destroy();
const { exitCode } = await started.exit;
process.stdout.write(`exit code ${exitCode}\n`);
