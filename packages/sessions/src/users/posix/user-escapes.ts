import { setTimeout as delay } from 'node:timers/promises';
import type { EscapedProcessReport } from '../../results/action-result.ts';
import { readProcStat, type ProcStat } from '../../processes/proc-files.ts';
import type { Helper } from './helper.ts';

const MOST_ROUNDS = 20;
const MOST_WAIT_MS = 2_000;
const POLL_MS = 10;
/** So often it is looked again while a process shows no environment: it may be between two programs (in `exec`), or really have none. */
const MOST_UNSURE_ROUNDS = 15;
const UNSURE_POLL_MS = 2;

/**
 * Ends the processes of a session that left their action's group, with the eyes and hands of the other user: only that user
 * may read the environment of its processes, and signal them.
 */
export async function endEscapedOf(
  helper: Helper,
  actionId: string | undefined,
): Promise<readonly EscapedProcessReport[]> {
  const hit = new Map<number, ProcStat>();
  let unsureRounds = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- a process that forks while it is looked for is found in the next round
    const { pids, unsure } = await helper.find(actionId);
    const found = pids
      .map((pid) => readProcStat(pid))
      .filter((stat) => stat !== undefined && stat.state !== 'Z' && hit.get(stat.pid)?.startTicks !== stat.startTicks);
    if (found.length === 0) {
      if (!unsure || ++unsureRounds > MOST_UNSURE_ROUNDS) break;
      // oxlint-disable-next-line eslint/no-await-in-loop -- until it has become its next program
      await delay(UNSURE_POLL_MS);
    }
    for (const stat of found) {
      if (stat === undefined) continue;
      hit.set(stat.pid, stat);
      helper.signal(stat.pid, 'SIGKILL', stat.startTicks);
    }
  }
  const deadline = Date.now() + MOST_WAIT_MS;
  // oxlint-disable-next-line eslint/no-await-in-loop -- the system tells nobody of the end of another's child
  while ([...hit.values()].some(stillRuns) && Date.now() < deadline) await delay(POLL_MS);
  return [...hit.values()].map((stat) => ({ pid: stat.pid, command: stat.name, ended: !stillRuns(stat) }));
}

function stillRuns({ pid, startTicks }: ProcStat): boolean {
  const stat = readProcStat(pid);
  return stat !== undefined && stat.startTicks === startTicks && stat.state !== 'Z';
}
