// Runs in a pid namespace of its own, as root: there it can make the kernel give a number away again. It writes what it saw as JSON into a file.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PosixSessionUser } from '@ojd/sessions';
import type { SpawnedProcess, SpawnPort } from '../../src/ports/spawn.ts';
import { listPids, readProcStat } from '../../src/processes/proc-files.ts';
import { spawnPortNamed } from '../../src/processes/choose-spawn.ts';
import { openPosixUser, shareFolder } from '../../src/users/posix/open-posix-user.ts';
import { eventually, finished, request, shell } from '../ports/run-process.ts';

const [, , resultFile = '', user = '', group = ''] = process.argv;

/** Starts a process of that user, leader of its group, that has this number. */
async function strangerWith(pid: number, asUser: string | undefined): Promise<ChildProcess> {
  const words = asUser === undefined ? [] : ['--reuid', asUser, '--regid', asUser, '--clear-groups'];
  for (let attempt = 0; attempt < 200; attempt++) {
    writeFileSync('/proc/sys/kernel/ns_last_pid', String(pid - 1));
    const child = spawn('/usr/bin/setpriv', [...words, '/bin/sleep', '60'], {
      detached: true,
      stdio: 'ignore',
      cwd: '/',
    });
    if (child.pid === pid) return child;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    // Somebody else was given it, or it is still the number of a group that is about to be empty.
    await sleep(10);
  }
  throw new Error(`The number ${pid} could not be had again.`);
}

/** Tries to signal what has ended, after a stranger got its number; says whether anybody was hit. */
async function lateSignals(ended: SpawnedProcess, asUser?: string) {
  // The helper makes the shell of the next action ready: should that be given the number, nobody else would be, ever.
  await sleep(300);
  const stranger = await strangerWith(ended.pid, asUser);
  const gone = once(stranger, 'exit');
  const name = () => readFileSync(`/proc/${ended.pid}/comm`, 'utf8').trim();
  await eventually(() => name() === 'sleep', 'the stranger to sleep');
  const remains = ended.groupRemains?.();
  const sent = [
    ended.signal('leader', 'SIGTERM'),
    ended.signal('leader', 'SIGKILL'),
    ended.signal('group', 'SIGTERM'),
    ended.signal('group', 'SIGKILL'),
  ];
  await new Promise((resolve) => {
    setTimeout(resolve, 300);
  });
  const lives = stranger.exitCode === null && stranger.signalCode === null;
  stranger.kill('SIGKILL');
  await gone;
  return { remains, sent, lives };
}

async function afterTheEnd(port: SpawnPort, asUser?: string) {
  const started = await port.spawn({ ...request('true'), cwd: '/' });
  await finished(started);
  return lateSignals(started, asUser);
}

/** The leader ends and leaves a member in its group, which ends later: the number is held until then, and free afterwards. */
async function afterTheLastOfTheGroup(port: SpawnPort, asUser?: string) {
  const started = await port.spawn({ ...shell('sleep 0.3 & exit 0'), cwd: '/' });
  await finished(started);
  return lateSignals(started, asUser);
}

/** The end of the action is not told: whoever waits for it was stopped. Then the host knows no better than its eyes. */
async function beforeTheEndIsTold(port: SpawnPort, asUser: string) {
  const started = await port.spawn({ ...shell('sleep 0.3'), cwd: '/' });
  started.output.onData(() => undefined);
  const parent = Number(/^\d+ \(.*\) \S+ (\d+)/.exec(readFileSync(`/proc/${started.pid}/stat`, 'utf8'))?.[1]);
  const starter = Number(/^\d+ \(.*\) \S+ (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8'))?.[1]);
  process.kill(starter, 'SIGSTOP');
  await eventually(() => stateOf(started.pid) === undefined, 'the action to be reaped');
  const seen = await lateSignals(started, asUser);
  process.kill(starter, 'SIGCONT');
  await started.exit;
  return seen;
}

/** The host hears of the beginning when the process has ended, and its number is a stranger's: it was busy with something else. */
async function beforeTheBeginningIsTold(port: SpawnPort, asUser: string) {
  // The shell that is to be the action waits for its turn.
  const turn = listPids().find((pid) => commandOf(pid).includes('turn.sh') && readProcStat(pid)?.name !== 'setsid');
  const setsid = readProcStat(turn ?? 0)?.parent ?? 0;
  const starter = readProcStat(setsid)?.parent ?? 0;
  if (turn === undefined) throw new Error('There is no shell that waits for its turn.');
  process.kill(turn, 'SIGSTOP');
  const starting = port.spawn({ ...request('true'), cwd: '/' });
  await sleep(100);
  // From here on nothing is heard.
  process.kill(starter, 'SIGSTOP');
  process.kill(turn, 'SIGCONT');
  waitUntil(() => readProcStat(turn) === undefined);
  let stranger: ChildProcess | undefined;
  waitUntil(() => {
    writeFileSync('/proc/sys/kernel/ns_last_pid', String(turn - 1));
    const words = ['--reuid', asUser, '--regid', asUser, '--clear-groups', '/bin/sleep', '60'];
    const child = spawn('/usr/bin/setpriv', words, { detached: true, stdio: 'ignore', cwd: '/' });
    if (child.pid === turn) stranger = child;
    else child.kill('SIGKILL');
    return stranger !== undefined;
  });
  waitUntil(() => readProcStat(turn)?.name === 'sleep');
  const started = await starting;
  const sent = (['leader', 'group'] as const).flatMap((whom) => [
    started.signal(whom, 'SIGTERM'),
    started.signal(whom, 'SIGKILL'),
  ]);
  await sleep(300);
  const lives = stranger?.exitCode === null && stranger.signalCode === null;
  stranger?.kill('SIGKILL');
  process.kill(starter, 'SIGCONT');
  started.output.onData(() => undefined);
  await started.exit;
  return { samePid: started.pid === turn, sent, lives };
}

/** Blocks this program. */
function waitUntil(holds: () => boolean): void {
  const deadline = Date.now() + 1_500;
  while (!holds()) if (Date.now() > deadline) throw new Error('Waited in vain; the number could not be had again.');
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

function stateOf(pid: number): string | undefined {
  try {
    return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

async function throughTheHelper() {
  const root = mkdtempSync(join(tmpdir(), 'ojd-reused-'));
  chmodSync(root, 0o755);
  const workingDirectory = mkdtempSync(join(root, 's-'));
  const groupId = await shareFolder(workingDirectory, group);
  const acting = await openPosixUser({ user: new PosixSessionUser({ user, group }), groupId, root, workingDirectory });
  try {
    return {
      afterTheEnd: await afterTheEnd(acting.spawn, user),
      afterTheLastOfTheGroup: await afterTheLastOfTheGroup(acting.spawn, user),
      beforeTheBeginningIsTold: await beforeTheBeginningIsTold(acting.spawn, user),
      beforeTheEndIsTold: await beforeTheEndIsTold(acting.spawn, user),
    };
  } finally {
    await acting.close();
    rmSync(root, { recursive: true, force: true });
  }
}

async function ofOurOwn(name: string) {
  const port = spawnPortNamed(name);
  return {
    afterTheEnd: await afterTheEnd(port),
    afterTheLastOfTheGroup: await afterTheLastOfTheGroup(port),
  };
}

// The kernel keeps the first 300 numbers for the beginning of the system.
writeFileSync('/proc/sys/kernel/ns_last_pid', '1000');
const results: Record<string, unknown> = {};
const attempt = async (name: string, look: () => Promise<unknown>): Promise<void> => {
  results[name] = await look().catch((error: unknown) =>
    error instanceof Error ? (error.stack ?? error.message) : error,
  );
};
await attempt('child_process', () => ofOurOwn('child_process'));
await attempt('posix_spawn', () => ofOurOwn('posix_spawn'));
if (user !== '') await attempt('sudo', throughTheHelper);
writeFileSync(resultFile, JSON.stringify(results));
process.exit(0);
