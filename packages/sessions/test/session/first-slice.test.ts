import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputOf, realSession, runs } from './harness.ts';
import { environment, node, sh, step, taskParameters } from './templates.ts';

test('a task runs, prints and succeeds, and the session is ready again', async () => {
  const session = await realSession();
  const action = session.runTask(
    step(node('console.log("Bar=" + process.argv[1])', '{{Task.Param.Bar}}')),
    taskParameters({ Bar: '7' }),
  );
  expect(session.state).toBe('running');
  expect(action.status.state).toBe('running');
  expect(await outputOf(action)).toEqual(['Bar=7']);
  expect(await action).toMatchObject({ state: 'success', exitCode: 0, reason: { kind: 'exit-code', exitCode: 0 } });
  expect(session.state).toBe('ready');
});

test('stdout and stderr are one stream in the order written', async () => {
  const session = await realSession();
  expect(await outputOf(session.runTask(step(sh('echo 1; echo 2 >&2; echo 3; echo 4 > /dev/stderr'))))).toEqual([
    '1',
    '2',
    '3',
    '4',
  ]);
});

test('a task that exits 3 fails with that code and leaves only exits', async () => {
  const session = await realSession();
  const result = await session.runTask(step(sh('exit 3')));
  expect(result).toMatchObject({ state: 'failed', exitCode: 3, message: 'exited with code 3' });
  expect(session.state).toBe('readyEnding');
  expect(() => session.runTask(step(sh('true')))).toThrow(/only takes exitEnvironment/);
});

test('a task killed by a signal says which', async () => {
  const session = await realSession();
  expect(await session.runTask(step(sh('kill -SEGV $$')))).toMatchObject({
    state: 'failed',
    reason: { kind: 'signal', signal: 'SIGSEGV' },
  });
});

test('a command that does not exist is a failed result that names it', async () => {
  const session = await realSession();
  const result = await session.runTask(step({ command: 'no-such-program-anywhere' }));
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'could-not-start', code: 'ENOENT' } });
  expect(result.message).toContain('no-such-program-anywhere');
  expect(result.pid).toBeUndefined();
});

test('environments are exited in reverse order by closing, also after a failure', async () => {
  const session = await realSession();
  const order: string[] = [];
  session.events$.subscribe((event) => {
    if (event.type === 'log' && event.content === 'command-output') order.push(event.text);
  });
  for (const name of ['outer', 'inner']) {
    await session
      .enterEnvironment(environment(name, { onEnter: sh(`echo enter ${name}`), onExit: sh(`echo exit ${name}`) }))
      .orThrow();
  }
  await session.runTask(step(sh('exit 1')));
  const report = await session.close();
  expect(order).toEqual(['enter outer', 'enter inner', 'exit inner', 'exit outer']);
  expect(report).toMatchObject({ ok: true, notExited: [], workingDirectoryState: 'removed' });
  expect(existsSync(session.workingDirectory)).toBe(false);
});

test('variables, openjd_env and openjd_unset_env reach later actions until the environment is exited', async () => {
  const session = await realSession({ envVars: { FROM_SESSION: 'session' } });
  const print = step(sh('echo "$DECLARED,$SET,${FROM_SESSION-unset}"'));
  const entering = session.enterEnvironment(
    environment(
      'Env',
      {
        onEnter: sh('echo "openjd_env: SET=by stdout"; echo "openjd_unset_env: FROM_SESSION"; echo "mine: $DECLARED"'),
      },
      { variables: { DECLARED: 'x={{Session.WorkingDirectory}}' } },
    ),
  );
  expect(await outputOf(entering)).toContain(`mine: x=${session.workingDirectory}`);
  expect(await outputOf(session.runTask(print))).toEqual([`x=${session.workingDirectory},by stdout,unset`]);
  await session.exitEnvironment(entering.environmentId, { keepSessionRunning: true });
  expect(await outputOf(session.runTask(print))).toEqual([',,session']);
});

test('embedded files are written with their contents and modes', async () => {
  const session = await realSession();
  const lines = await outputOf(
    session.runTask(
      step(
        { command: '{{Task.File.run}}', args: ['a b'] },
        {
          embeddedFiles: [
            {
              name: 'run',
              filename: 'run.sh',
              runnable: true,
              data: '#!/bin/sh\necho "$1 {{Task.Param.Frame}}"\nls -l "{{Task.File.data}}" | cut -c1-10\ncat "{{Task.File.data}}"',
            },
            { name: 'data', data: 'contents\n' },
          ],
        },
      ),
      taskParameters({ Frame: '12' }),
    ),
  );
  expect(lines).toEqual(['a b 12', '-rw-------', 'contents']);
});

test('progress, status and fail messages are events and part of the result', async () => {
  const session = await realSession();
  const action = session.runTask(
    step(sh('echo "openjd_progress: 42.5"; echo "openjd_status: working"; echo "openjd_fail: sad"; exit 9')),
  );
  const seen: string[] = [];
  for await (const event of action) seen.push(event.type);
  expect(seen.filter((type) => type !== 'log')).toEqual(['started', 'spawned', 'progress', 'status', 'fail', 'ended']);
  expect(await action).toMatchObject({
    progress: 42.5,
    statusMessage: 'working',
    failMessage: 'sad',
    message: 'exited with code 9: sad',
  });
});

test('an AbortSignal terminates the whole process group', async () => {
  const session = await realSession();
  const controller = new AbortController();
  const action = session.runTask(step(sh('sleep 1000 & echo child $!; wait')), {}, { signal: controller.signal });
  let child = 0;
  for await (const event of action) {
    if (event.type !== 'log' || !event.text.startsWith('child')) continue;
    child = Number(event.text.split(' ')[1]);
    controller.abort('enough');
  }
  const result = await action;
  expect(result).toMatchObject({
    state: 'canceled',
    signal: 'SIGKILL',
    reason: { kind: 'canceled', by: 'signal', reason: 'enough' },
    cancel: { method: 'TERMINATE', signals: [{ signal: 'SIGKILL', target: 'group', delivered: true }] },
  });
  await expect.poll(() => runs(child)).toBe(false);
});
