import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { descendantsOf, readProcStat } from '../../processes/proc-files.ts';
import { findSystemProgram, systemProgram } from './system-programs.ts';

const ORDERLY_END_MS = 500;
/** `kill` runs as that user too: another process of theirs may stop it. */
const MOST_KILL_MS = 5_000;

/**
 * Ends what a helper that never greeted has left: a login that waits for something, say. There is no helper to ask for it, so sudo is
 * told to go, and what it leaves is ended by one more call of sudo.
 */
export async function endUngreeted(user: string, sudo: number | undefined, endSudo: () => void): Promise<void> {
  if (sudo === undefined) return;
  const left = descendantsOf([sudo]);
  endSudo();
  if (left.length === 0) return;
  await delay(ORDERLY_END_MS);
  const pids = left.filter(({ pid, startTicks }) => readProcStat(pid)?.startTicks === startTicks).map(({ pid }) => pid);
  const kill = findSystemProgram('kill');
  if (pids.length === 0 || kill === undefined) return;
  const done = new Promise<void>((resolve) => {
    execFile(systemProgram('sudo'), ['-n', '-u', user, kill, '-s', 'KILL', ...pids.map(String)], { env: {} }, () =>
      resolve(),
    );
  });
  await Promise.race([done, delay(MOST_KILL_MS, undefined, { ref: false })]);
}
