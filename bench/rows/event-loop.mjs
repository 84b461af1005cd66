// How long a turn of the event loop is in which a process is started: nothing else in the program runs meanwhile.
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { chooseSpawnPort, Session } from '@ojd/sessions';
import { median, quantile } from '../measure/interleave.mjs';
import { longer } from '../measure/result.mjs';
import { jobOf, TRUE } from './jobs.mjs';
import { oneCommand } from './templates.mjs';

const SESSIONS = 8;

export async function measure({ quick }) {
  const heap = fillHeap(500);
  const job = jobOf(oneCommand(TRUE));
  const port = chooseSpawnPort();
  const turns = new TurnsThatSpawn();
  const counted = {
    name: port.name,
    spawn(request) {
      turns.spawned();
      return port.spawn(request);
    },
  };
  const sessions = await Promise.all(
    Array.from({ length: SESSIONS }, () => Session.create({ job, ports: { spawn: counted } })),
  );
  const each = quick ? 50 : 120;
  const ours = [];
  const node = [];
  // Whole stretches in turn: a p99 needs many samples of each.
  for (let round = 0; round < (quick ? 2 : 5); round++) {
    ours.push(
      await turns.during(sessions, async (session) => {
        for (let task = 0; task < each; task++) await session.runTask(job.steps[0]).orThrow();
      }),
    );
    node.push(
      await turns.during(sessions, async (session) => {
        for (let task = 0; task < each; task++) await spawnByNode(turns, session.workingDirectory);
      }),
    );
  }
  await Promise.all(sessions.map((session) => session.close()));
  if (heap.length === 0) throw new Error('the heap was given away');
  const what = 'event loop blocked by a spawn, 500 MB heap, 8 sessions busy';
  return [
    longer(`${what}: p99`, "Node's own spawn, p99", p99(ours), p99(node), 0.15),
    longer(`${what}: median`, "Node's own spawn, median", p50(ours), p50(node)),
  ];
}

/** The median over the stretches, so that one busy moment does not decide. */
function p99(stretches) {
  return median(stretches.map((values) => quantile(values, 0.99)));
}

function p50(stretches) {
  return median(stretches.flat());
}

class TurnsThatSpawn {
  #inThisTurn = false;

  /** To be called in the turn in which a process is started. */
  spawned() {
    this.#inThisTurn = true;
  }

  /** Milliseconds of each turn that started a process, while the work is done for all at once. */
  async during(all, work) {
    const lengths = [];
    let start = performance.now();
    let over = false;
    const turn = () => {
      const now = performance.now();
      if (this.#inThisTurn) lengths.push(now - start);
      this.#inThisTurn = false;
      start = now;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all(all.map(work));
    over = true;
    return lengths;
  }
}

function spawnByNode(turns, cwd) {
  return new Promise((resolve, reject) => {
    turns.spawned();
    const child = spawn(TRUE, [], { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    child.stdout.resume();
    child.stderr.resume();
    child.on('error', reject).on('close', resolve);
  });
}

/** Objects that stay, of about this many megabytes. */
function fillHeap(megabytes) {
  const kept = [];
  while (process.memoryUsage().heapUsed < megabytes * 2 ** 20) {
    for (let index = 0; index < 100_000; index++) kept.push({ index, text: `item ${index}` });
  }
  return kept;
}
