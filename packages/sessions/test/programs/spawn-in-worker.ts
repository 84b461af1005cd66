import { parentPort } from 'node:worker_threads';
import { SpawnError, type SpawnRequest } from '../../src/ports/spawn.ts';
import { finished, readUntil, request, run, shell } from '../ports/run-process.ts';
import { spawnPort } from './spawn-port.ts';

const port = spawnPort();

/** What a worker thread has seen of its processes. */
export interface SeenInWorker {
  readonly many: readonly string[];
  readonly ofSignal: unknown;
  readonly floodedBytes: number;
  readonly ofSilent: unknown;
  readonly ofGroup: unknown;
  readonly refusals: readonly string[];
}

async function refusalOf(refused: SpawnRequest): Promise<string> {
  try {
    await port.spawn(refused);
    return 'none';
  } catch (error) {
    return error instanceof SpawnError ? `${error.code} ${error.subject}` : String(error);
  }
}

async function endGroup(): Promise<unknown> {
  const started = await port.spawn(shell('sleep 60 & echo ready; wait'));
  await readUntil(started, 'ready');
  const sent = started.signal('group', 'SIGKILL');
  const { signal } = await started.exit;
  return { sent, signal, sentAgain: started.signal('leader', 'SIGKILL') };
}

async function exitOf(toRun: SpawnRequest): Promise<unknown> {
  const { exitCode, signal } = await finished(await port.spawn(toRun));
  return { exitCode, signal };
}

const seen: SeenInWorker = {
  many: await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const { text, exitCode } = await run(port, shell(`echo worker ${index}; exit ${index}`));
      return `${text}${exitCode}`;
    }),
  ),
  ofSignal: await exitOf(shell('kill -TERM $$; sleep 5')),
  floodedBytes: (await run(port, shell('head -c 5000000 /dev/zero'))).text.length,
  // The end of its output does not tell of its end.
  ofSilent: await exitOf(shell('exec > /dev/null 2>&1; sleep 0.3; exit 9')),
  ofGroup: await endGroup(),
  refusals: [
    await refusalOf(request('no-such-command')),
    await refusalOf(request('/')),
    await refusalOf({ ...request('true'), cwd: '/no/such/folder' }),
    await refusalOf(shell('true', 'x'.repeat(4_000_000))),
  ],
};
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a worker thread, not a window
parentPort?.postMessage(seen);
