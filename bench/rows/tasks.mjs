// One trivial task in an open session, from the call to the result: how much the session adds to starting the process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseSpawnPort, logFile, Session } from '@ojd/sessions';
import { interleave } from '../measure/interleave.mjs';
import { longer } from '../measure/result.mjs';
import { elapsedMs } from '../measure/time.mjs';
import { pythonPeer } from '../peers/python.mjs';
import { jobOf, TRUE } from './jobs.mjs';
import { bareSpawnLoop, pipedSpawnLoop } from './spawn-loops.mjs';
import { oneCommand } from './templates.mjs';

const WHAT = 'one trivial task in an open session';

export async function measure({ quick }) {
  const rounds = quick ? 8 : 20;
  const count = 100;
  const document = oneCommand(TRUE);
  const job = jobOf(document);
  const [step] = job.steps;
  const session = await Session.create({ job });
  // As Python's has one.
  const folder = mkdtempSync(join(tmpdir(), 'openjd-bench-'));
  const logged = await Session.create({ job, sinks: [logFile(join(folder, 'session.log'))] });
  const python = await pythonPeer();
  const bare = bareSpawnLoop();
  const piped = pipedSpawnLoop(session.workingDirectory);
  const port = chooseSpawnPort();
  const perTask = (work) => async () => (await elapsedMs(work)) / count;
  const medians = await interleave(
    {
      ours: perTask(async () => {
        for (let task = 0; task < count; task++) await session.runTask(step).orThrow();
      }),
      logged: perTask(async () => {
        for (let task = 0; task < count; task++) await logged.runTask(step).orThrow();
      }),
      bare: perTask(() => {
        for (let task = 0; task < count; task++) bare(TRUE);
      }),
      piped: perTask(() => {
        for (let task = 0; task < count; task++) piped(TRUE);
      }),
      port: perTask(async () => {
        for (let task = 0; task < count; task++) await spawnAndWait(port, session.workingDirectory);
      }),
      ...('ask' in python && {
        python: async () => (await python.ask({ measure: 'tasks', template: document, count })) / count,
      }),
    },
    // Until the engine has compiled what every task does: that takes some 2,000 of them.
    { rounds, warmUp: quick ? 3 : 20 },
  );
  await Promise.all([session.close(), logged.close()]);
  rmSync(folder, { recursive: true });
  python.close?.();
  const withLog = `${WHAT}, with a log file`;
  return [
    longer(WHAT, 'bare posix_spawn loop, same FFI', medians.ours, medians.bare, 1.35),
    longer(WHAT, 'the same loop with a pipe, its own session and chdir', medians.ours, medians.piped),
    longer('the spawn port alone (pipe, own session, chdir)', 'the same bare loop', medians.port, medians.bare),
    'python' in medians
      ? longer(withLog, 'Python openjd-sessions', medians.logged, medians.python, 0.5)
      : { what: withLog, against: 'Python openjd-sessions', target: { atMost: 0.5 }, missing: python.missing },
  ];
}

// A copy: to read the live object is slow, and a session does it once.
const env = { ...process.env };

async function spawnAndWait(port, cwd) {
  const child = await port.spawn({ command: TRUE, args: [], env, cwd });
  const ended = new Promise((resolve) => {
    child.output.onEnd(resolve);
  });
  child.output.onData(() => undefined);
  await child.exit;
  await ended;
}
