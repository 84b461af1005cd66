import { closeSync, openSync } from 'node:fs';
import { SpawnError } from '../../src/ports/spawn.ts';
import { run, shell } from '../ports/run-process.ts';
import { spawnPort } from './spawn-port.ts';

const port = spawnPort();
await run(port, shell('true')); // what is made once is made

const opened: number[] = [];
try {
  for (;;) opened.push(openSync('/dev/null', 'r'));
} catch {
  // That was the last one.
}
// More than are prepared, so that one of them needs a descriptor.
const outcomes = await Promise.allSettled(Array.from({ length: 40 }, async () => run(port, shell('true'))));
for (const fd of opened) closeSync(fd);

const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
const [first] = refusals;
process.stdout.write(
  first instanceof SpawnError ? `${first.code} ${first.subject}\n` : `no refusal: ${String(first)}\n`,
);
const { text, exitCode } = await run(port, shell('echo hello'));
process.stdout.write(`back: ${text.trim()} ${exitCode}\n`);
