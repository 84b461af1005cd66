// One trivial task in an open session, from the call to the result: how much the session adds to starting the process.
import koffi from 'koffi';
import { chooseSpawnPort, Session } from '@ojd/sessions';
import { interleave } from '../measure/interleave.mjs';
import { longer } from '../measure/result.mjs';
import { elapsedMs } from '../measure/time.mjs';
import { pythonPeer } from '../peers/python.mjs';
import { jobOf, TRUE } from './jobs.mjs';
import { oneCommand } from './templates.mjs';

const WHAT = 'one trivial task in an open session';

export async function measure({ quick }) {
  const rounds = quick ? 6 : 20;
  const count = 25;
  const document = oneCommand(TRUE);
  const job = jobOf(document);
  const [step] = job.steps;
  const session = await Session.create({ job });
  const python = await pythonPeer();
  const bare = bareSpawnLoop();
  const port = chooseSpawnPort();
  const perTask = (work) => async () => (await elapsedMs(work)) / count;
  const medians = await interleave(
    {
      ours: perTask(async () => {
        for (let task = 0; task < count; task++) await session.runTask(step).orThrow();
      }),
      bare: perTask(() => {
        for (let task = 0; task < count; task++) bare(TRUE);
      }),
      port: perTask(async () => {
        for (let task = 0; task < count; task++) await spawnAndWait(port, session.workingDirectory);
      }),
      ...('ask' in python && {
        python: async () => (await python.ask({ measure: 'tasks', template: document, count })) / count,
      }),
    },
    { rounds, warmUp: 2 },
  );
  await session.close();
  python.close?.();
  return [
    longer(WHAT, 'bare posix_spawn loop, same FFI', medians.ours, medians.bare, 1.35),
    longer('the spawn port alone (pipe, own session, chdir)', 'the same bare loop', medians.port, medians.bare),
    'python' in medians
      ? longer(WHAT, 'Python openjd-sessions', medians.ours, medians.python, 0.5)
      : { what: WHAT, against: 'Python openjd-sessions', target: { atMost: 0.5 }, missing: python.missing },
  ];
}

/** `posix_spawn` and `waitpid` and nothing else: no pipe, no working directory, no session of its own. */
function bareSpawnLoop() {
  const libc = koffi.load(null);
  const spawn = libc.func(
    'int posix_spawn(void *pid, const char *path, void *actions, void *attributes, const char **argv, const char **envp)',
  );
  const waitpid = libc.func('int waitpid(int pid, void *status, int options)');
  const environment = [...Object.entries(process.env).map(([name, value]) => `${name}=${value}`), null];
  const pid = new Int32Array(1);
  const status = new Int32Array(1);
  return (command) => {
    if (spawn(pid, command, null, null, [command, null], environment) !== 0) throw new Error(`no ${command}`);
    waitpid(pid[0], status, 0);
  };
}

async function spawnAndWait(port, cwd) {
  const child = await port.spawn({ command: TRUE, args: [], env: process.env, cwd });
  const ended = new Promise((resolve) => {
    child.output.onEnd(resolve);
  });
  child.output.onData(() => undefined);
  await child.exit;
  await ended;
}
