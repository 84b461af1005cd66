// 5,000 actions, twenty sessions at a time, most of which end badly; and afterwards nothing is left.
import { getEventListeners } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Session, type ActionHandle, type ActionResult } from '@ojd/sessions';
import { temporaryFolder } from '../session/harness.ts';
import { environment, sh, step } from '../session/templates.ts';

const actions = Number(process.env['OJD_STRESS_ACTIONS'] ?? 5000);
const lanes = 20;
const seed = Number(process.env['OJD_STRESS_SEED'] ?? Date.now() % 2 ** 31);

/** Mulberry32: the same run again for the same seed. */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Lane {
  readonly session: Session;
  readonly random: () => number;
}

interface Kind {
  readonly share: number;
  readonly run: (lane: Lane) => ActionHandle;
  readonly endsAs: readonly ActionResult['state'][];
}

const notify = { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 5 } };
const stubborn = "trap '' TERM; while :; do sleep 0.01; done";
const forEver = sh('exec sleep 1000');
const soon = (lane: Lane): number => Math.floor(lane.random() * 25);

function cancelSoon(lane: Lane, action: ActionHandle, timeLimitMs?: number): ActionHandle {
  const timer = setTimeout(() => action.cancel(timeLimitMs === undefined ? {} : { timeLimitMs }), soon(lane));
  void action.then(() => clearTimeout(timer));
  return action;
}

const signal = new AbortController().signal;

const kinds: Readonly<Record<string, Kind>> = {
  success: {
    share: 40,
    run: ({ session }) => session.runTask(step(sh('echo hello')), {}, { signal }),
    endsAs: ['success'],
  },
  failure: {
    share: 5,
    run: ({ session }) => session.runTask(step(sh('echo "openjd_fail: no"; exit 3'))),
    endsAs: ['failed'],
  },
  crash: { share: 5, run: ({ session }) => session.runTask(step(sh('kill -SEGV $$'))), endsAs: ['failed'] },
  'no such program': {
    share: 3,
    run: ({ session }) => session.runSubprocess({ command: 'no-such-program' }),
    endsAs: ['failed'],
  },
  flood: {
    share: 8,
    run: ({ session }) =>
      session.runTask(step(sh('head -c 400000 /dev/zero | tr "\\0" "x"; echo; yes | head -n 20000'))),
    endsAs: ['success'],
  },
  'flood for ever': {
    share: 4,
    run: (lane) => cancelSoon(lane, lane.session.runTask(step(sh('exec yes')))),
    endsAs: ['canceled'],
  },
  timeout: {
    share: 8,
    run: (lane) => lane.session.runSubprocess({ command: 'sleep', args: ['1000'], timeLimitMs: 1 + soon(lane) }),
    endsAs: ['timeout'],
  },
  'cancel at once': {
    share: 4,
    run: ({ session }) => session.runTask(step(forEver), {}, { signal: AbortSignal.abort() }),
    endsAs: ['canceled'],
  },
  'cancel soon': {
    share: 10,
    run: (lane) => cancelSoon(lane, lane.session.runTask(step(forEver), {}, { signal })),
    endsAs: ['canceled'],
  },
  'cancel a quick one': {
    share: 6,
    run: (lane) => cancelSoon(lane, lane.session.runTask(step(sh('true')))),
    endsAs: ['success', 'canceled'],
  },
  'notify a stubborn one': {
    share: 3,
    run: (lane) => cancelSoon(lane, lane.session.runTask(step(sh(stubborn, notify))), 20),
    endsAs: ['canceled'],
  },
  'escape from the group': {
    share: 3,
    run: (lane) =>
      cancelSoon(
        lane,
        lane.session.runTask(step(sh('setsid sleep 1000 & setsid sh -c "sleep 1000 & sleep 1000" & wait'))),
      ),
    endsAs: ['canceled'],
  },
  'a daemon that stays': {
    share: 0.3,
    run: ({ session }) => session.runTask(step(sh('setsid sleep 1000 & echo'))),
    endsAs: ['success'],
  },
};

const total = Object.values(kinds).reduce((sum, { share }) => sum + share, 0);

function pick(random: () => number): [string, Kind] {
  let left = random() * total;
  for (const entry of Object.entries(kinds)) {
    left -= entry[1].share;
    if (left < 0) return entry;
  }
  throw new Error('unreachable');
}

interface Descriptors {
  /** Pipes that `child_process` was given for the next processes: they have lost their name and no process has them. */
  readonly spare: number;
  readonly others: readonly string[];
}

/** Descriptors of this process, without those that reading the list takes. */
async function descriptors(): Promise<Descriptors> {
  const names = await readdir('/proc/self/fd');
  const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  const open = targets.filter((target) => target !== '' && !target.startsWith('/proc/'));
  const isSpare = (target: string): boolean => /\/ojd-output-\w+\/\d+ \(deleted\)$/.test(target);
  return { spare: open.filter(isSpare).length, others: open.filter((target) => !isSpare(target)) };
}

/** What {@link descriptors} may find at most: two ends of seven pipes (docs/processes.md). */
const mostSpare = 2 * 7;

const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

test.runIf(process.platform === 'linux')(
  `${actions} actions over ${lanes} sessions leave no process, descriptor, timer, listener or directory behind (seed ${seed})`,
  async () => {
    const sessionRoot = await temporaryFolder();
    const newSession = async (): Promise<Session> => {
      const session = await Session.create({ sessionRoot, signal, history: { maxEvents: 100 } });
      await session
        .enterEnvironment(environment('E', { onEnter: sh('echo "openjd_env: A=1"'), onExit: sh('exit 0') }))
        .orThrow();
      return session;
    };
    // What the first session sets up for the whole process is not a leak.
    await (await newSession()).close();
    const before = {
      descriptors: (await descriptors()).others.length,
      timers: timers(),
      listeners: process.eventNames().length,
    };

    let started = 0;
    const surprises: string[] = [];
    const runLane = async (lane: number): Promise<void> => {
      const random = randomNumbers(seed + lane);
      let session = await newSession();
      while (started < actions) {
        started += 1;
        if (session.state !== 'ready') {
          const report = await session.close();
          if (!report.ok) surprises.push(`close: ${JSON.stringify(report)}`);
          session = await newSession();
        }
        const [name, kind] = pick(random);
        const result = await kind.run({ session, random });
        if (!kind.endsAs.includes(result.state)) surprises.push(`${name}: ${JSON.stringify(result)}`);
        if (result.cancel?.escaped.some(({ ended }) => !ended) === true)
          surprises.push(`${name}: an escaped process survived`);
      }
      const report = await session.close();
      if (!report.ok) surprises.push(`close: ${JSON.stringify(report)}`);
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(lane)));

    expect(surprises).toEqual([]);
    expect(await readdir(sessionRoot)).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(process.eventNames().length).toBe(before.listeners);
    await expect.poll(timers, { timeout: 5000 }).toBeLessThanOrEqual(before.timers);
    await delay(100);
    const left = await descriptors();
    expect(left.others.length, left.others.join('\n')).toBeLessThanOrEqual(before.descriptors);
    expect(left.spare).toBeLessThanOrEqual(mostSpare);
    // Processes are checked by the guard that every test has.
  },
  600_000,
);
