// How long the event loop is held by processes: nothing else in the program runs meanwhile.
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
  const turns = new Turns();
  const counted = {
    name: port.name,
    async spawn(request) {
      turns.mark('start');
      const child = await port.spawn(request);
      void child.exit.then(() => turns.mark('end'));
      return child;
    },
  };
  const sessions = await Promise.all(
    Array.from({ length: SESSIONS }, () => Session.create({ job, ports: { spawn: counted } })),
  );
  const each = quick ? 50 : 120;
  const works = {
    ours: async (session) => {
      for (let task = 0; task < each; task++) {
        await session.runTask(job.steps[0]).orThrow();
        turns.mark('end');
      }
    },
    node: async (session) => {
      for (let task = 0; task < each; task++) await spawnByNode(turns, session.workingDirectory);
    },
  };
  const lengths = { ours: [], node: [] };
  const heldMs = { ours: [], node: [] };
  // Whole stretches in turn: a p99 needs many samples of each.
  for (let round = 0; round < (quick ? 2 : 5); round++) {
    for (const [side, work] of Object.entries(works)) {
      lengths[side].push(await turns.during(sessions, work));
      heldMs[side].push((await activeMs(sessions, work)) / (SESSIONS * each));
    }
  }
  await Promise.all(sessions.map((session) => session.close()));
  if (heap.length === 0) throw new Error('the heap was given away');
  const where = '500 MB heap, 8 sessions busy';
  const row = (what, { ours, node }, figure, target) =>
    longer(`${what}, ${where}`, "Node's own spawn", median(ours.map(figure)), median(node.map(figure)), target);
  return [
    row('event loop blocked by a spawn: p99', lengths, ({ start }) => quantile(start, 0.99), 0.15),
    row('event loop blocked by a spawn: median', lengths, ({ start }) => median(start)),
    row('event loop blocked by the end of a process: p99', lengths, ({ end }) => quantile(end, 0.99)),
    row('event loop held for one process, all in all: mean', heldMs, (held) => held),
  ];
}

/** How long the event loop was not asleep while the work was done for all at once. */
async function activeMs(items, work) {
  const before = performance.eventLoopUtilization();
  await Promise.all(items.map(work));
  return performance.eventLoopUtilization(before).active;
}

/** Lengths of turns of the event loop, in milliseconds. */
class Turns {
  #marks = new Set();

  /** To be called in a turn in which a process is started (`start`), or something is told of its end (`end`). */
  mark(what) {
    this.#marks.add(what);
  }

  /** Those of the turns that were marked, by what they were, while the work is done for all at once. */
  async during(items, work) {
    const lengths = { start: [], end: [] };
    let start = performance.now();
    let over = false;
    const turn = () => {
      const now = performance.now();
      for (const what of this.#marks) lengths[what].push(now - start);
      this.#marks.clear();
      start = now;
      // Something always waits to be done: no turn sleeps, and its length is the work in it.
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    await Promise.all(items.map(work));
    over = true;
    return lengths;
  }
}

/** One pipe, as ours has, and one stream less than an ordinary `spawn`: Node can't give both outputs to one pipe of its own. */
function spawnByNode(turns, cwd) {
  return new Promise((resolve, reject) => {
    turns.mark('start');
    const child = spawn(TRUE, [], { cwd, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    child.stdout.resume();
    child.on('exit', () => turns.mark('end'));
    child.on('error', reject).on('close', () => {
      turns.mark('end');
      resolve();
    });
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
