// A test fails when a process that it started still runs, or was never waited for, after it.
// A process started in beforeAll may live until its file ends.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { childProcesses, processesMarkedWith, type RunningProcess } from './running-processes.ts';

/** A child that is about to end is given this long, so that a slow machine accuses nobody. */
const GRACE_MS = 2_000;

// Inherited by every process that a test starts: finds those whose parent has gone, too.
const MARK = 'OJD_TEST_FILE';
const mark = randomUUID();
process.env[MARK] = mark;

let before: ReadonlySet<number> = new Set();

beforeEach(async () => {
  before = new Set((await childProcesses()).map(({ pid }) => pid));
});

afterEach(async ({ task }) => {
  if (task.concurrent) return; // Its neighbours' processes are still at work: the end of the file counts.
  await expectNone(async () => (await childProcesses()).filter(({ pid }) => !before.has(pid)), 'this test');
});

afterAll(async () => {
  await expectNone(async () => [...(await childProcesses()), ...processesMarkedWith(MARK, mark)], 'this file');
});

async function expectNone(find: () => Promise<readonly RunningProcess[]>, culprit: string): Promise<void> {
  const deadline = Date.now() + GRACE_MS;
  let leaked = await find();
  while (leaked.length > 0 && Date.now() < deadline) {
    await sleep(20);
    leaked = await find();
  }
  if (leaked.length === 0) return;
  for (const { pid } of leaked) endIt(pid);
  const lines = new Set(leaked.map(({ pid, state, command }) => `  pid ${pid} (${state}): ${command}`));
  throw new Error(`Processes started by ${culprit} still run, or were never waited for:\n${[...lines].join('\n')}`);
}

function endIt(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
