import { setTimeout as delay } from 'node:timers/promises';
import type { EscapedProcessReport } from '../../results/action-result.ts';
import { readProcStat } from '../../processes/proc-files.ts';
import { exists, type KnownProcess } from './helper-processes.ts';
import type { Helper } from './helper.ts';

const MOST_ROUNDS = 20;
/** Each look may be held up for long by processes of that user: all of them together take no longer than one. */
const MOST_SEARCH_MS = 30_000;
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
  const hit = new Map<number, Found>();
  let unsureRounds = 0;
  const searchedUntil = Date.now() + MOST_SEARCH_MS;
  for (let round = 0; round < MOST_ROUNDS && Date.now() < searchedUntil; round++) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- a process that forks while it is looked for is found in the next round
    const { marked, unsure } = await helper.find(actionId);
    const found = marked.filter((one) => stillRuns(one) && hit.get(one.pid)?.startTicks !== one.startTicks);
    if (found.length === 0) {
      if (!unsure || ++unsureRounds > MOST_UNSURE_ROUNDS) break;
      // oxlint-disable-next-line eslint/no-await-in-loop -- until it has become its next program
      await delay(UNSURE_POLL_MS);
    }
    for (const { pid, startTicks } of found) {
      hit.set(pid, { pid, startTicks, command: readProcStat(pid)?.name ?? '' });
      helper.signal(pid, 'SIGKILL', startTicks);
    }
  }
  const deadline = Date.now() + MOST_WAIT_MS;
  // oxlint-disable-next-line eslint/no-await-in-loop -- the system tells nobody of the end of another's child
  while ([...hit.values()].some(stillRuns) && Date.now() < deadline) await delay(POLL_MS);
  return [...hit.values()].map((one) => ({ pid: one.pid, command: one.command, ended: !stillRuns(one) }));
}

/** The name is empty where the system hides it. */
interface Found extends KnownProcess {
  readonly command: string;
}

/** Where the system hides the process, whether anybody has its number. */
function stillRuns({ pid, startTicks }: KnownProcess): boolean {
  const stat = readProcStat(pid);
  return stat === undefined ? exists(pid) : stat.startTicks === startTicks && stat.state !== 'Z';
}
