import { describe, expect, test } from 'vitest';
import type { SpawnPort } from '../../src/ports/spawn.ts';
import { NativeCallsUnavailableError } from '../../src/processes/native-calls.ts';
import { posixSpawn } from '../../src/processes/posix-spawn/posix-spawn.ts';
import { eventually, run, shell } from '../ports/run-process.ts';

function portOrReason(): SpawnPort | string {
  try {
    return posixSpawn();
  } catch (error) {
    if (error instanceof NativeCallsUnavailableError) return error.message;
    throw error;
  }
}

const port = portOrReason();
const listeners = () => process.listenerCount('SIGCHLD');

describe.skipIf(typeof port === 'string')('exits are noticed', () => {
  const spawn = (script: string) => (port as SpawnPort).spawn(shell(script));

  test('by one listener for many processes, which goes when there were none for a while', async () => {
    const before = listeners();
    let added = 0;
    const count = (event: string | symbol) => (added += event === 'SIGCHLD' ? 1 : 0);
    process.on('newListener', count);
    for (let index = 0; index < 20; index++) await run(port as SpawnPort, shell(':'));
    process.off('newListener', count);
    expect(added).toBe(1);
    await eventually(() => listeners() === before, 'no listener');
  });

  test('of one that has closed its output and goes on', async () => {
    const started = await spawn('exec > /dev/null 2>&1; sleep 0.1; exit 4');
    started.output.onData(() => undefined);
    expect(await started.exit).toMatchObject({ exitCode: 4 });
  });

  test('of one whose output is held open by another', async () => {
    const started = await spawn('sleep 5 & exit 5');
    started.output.onData(() => undefined);
    const startedAtMs = Date.now();
    expect(await started.exit).toMatchObject({ exitCode: 5 });
    expect(Date.now() - startedAtMs).toBeLessThan(4_000);
    started.signal('group', 'SIGKILL');
  });
});
