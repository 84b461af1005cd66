// WRAP_ACTIONS (RFC 0008; Template Schemas 4.3).
import { expect, test } from 'vitest';
import type { ActionEvent, Session } from '@ojd/sessions';
import { fakeSession, outputOf, realSession } from './harness.ts';
import { environment, node, sh, step, type ActionText, type EnvironmentActionName } from './templates.ts';

const WRAP = { extensions: ['WRAP_ACTIONS', 'EXPR', 'FEATURE_BUNDLE_1'] } as const;
const EXPR = { extensions: ['EXPR'] } as const;

const forward = sh('{{ repr_sh(WrappedAction.Command) }} {{ repr_sh(WrappedAction.Args) }}');

/** A wrapping environment whose hooks run what they wrap, except those that are given. */
const wrapper = (hooks: { readonly [Name in EnvironmentActionName]?: ActionText } = {}) =>
  environment('Wrapper', { onWrapEnvEnter: forward, onWrapTaskRun: forward, onWrapEnvExit: forward, ...hooks }, WRAP);

const plain = (name: string) =>
  environment(name, { onEnter: sh(`echo enter ${name}`), onExit: sh(`echo exit ${name}`) });
const tellEnvironment = (what: string) => sh(`echo ${what} {{WrappedEnv.Name}}`);
const files = (text: string) => ({ embeddedFiles: [{ name: 'Run', filename: 'run.sh', data: text }] });

test('a hook runs in place of a task and is told its command, arguments and step', async () => {
  const session = await realSession();
  await session
    .enterEnvironment(
      wrapper({
        onWrapTaskRun: node(
          'console.log(process.argv.slice(1).join("|"))',
          '{{WrappedStep.Name}}',
          '{{WrappedAction.Command}}',
          '{{WrappedAction.Args}}',
        ),
      }),
    )
    .orThrow();
  const task = session.runTask(
    step({ command: 'render', args: ['-f', '{{Task.Param.Frame}}', 'a b'] }, { name: 'Comp' }),
    { Frame: { type: 'INT', value: '7' } },
  );
  expect(await outputOf(task)).toEqual(['Comp|render|-f|7|a b']);
});

test('hooks run in place of inner onEnter and onExit, but not of their own or of outer ones', async () => {
  const session = await realSession();
  const lines: string[] = [];
  session.events$.subscribe((event) => {
    if (event.type === 'log' && event.content === 'command-output') lines.push(event.text);
  });
  await session.enterEnvironment(plain('outer')).orThrow();
  await session
    .enterEnvironment(
      wrapper({
        onEnter: sh('echo enter wrapper'),
        onExit: sh('echo exit wrapper'),
        onWrapEnvEnter: tellEnvironment('wrapped enter of'),
        onWrapEnvExit: tellEnvironment('wrapped exit of'),
      }),
    )
    .orThrow();
  await session.enterEnvironment(plain('inner')).orThrow();
  await session.close();
  expect(lines).toEqual([
    'enter outer',
    'enter wrapper',
    'wrapped enter of inner',
    'wrapped exit of inner',
    'exit wrapper',
    'exit outer',
  ]);
});

test('where there is nothing to replace, no hook runs, and the variables apply all the same', async () => {
  const session = await realSession();
  await session.enterEnvironment(wrapper({ onWrapEnvEnter: sh('exit 1'), onWrapEnvExit: sh('exit 1') })).orThrow();
  const variablesOnly = session.enterEnvironment(environment('Variables', {}, { variables: { V: 'x' } }));
  await variablesOnly.orThrow();
  expect(await outputOf(session.runTask(step(sh('echo $V'))))).toEqual(['x']);
  expect(await session.exitEnvironment(variablesOnly.environmentId, { keepSessionRunning: true })).toMatchObject({
    state: 'success',
    reason: { kind: 'nothing-to-run' },
  });
  const withoutExit = session.enterEnvironment(environment('NoExit', { onEnter: sh('true') }));
  expect(await withoutExit).toMatchObject({ state: 'failed', exitCode: 1 });
  expect(await session.exitEnvironment(withoutExit.environmentId)).toMatchObject({
    state: 'success',
    reason: { kind: 'nothing-to-run' },
  });
});

test('WrappedAction.Environment has what the session defined, by variables and openjd_env, also by environments that were exited; nothing of the host', async () => {
  const session = await realSession({ envVars: { FROM_CALLER: 'x' } });
  await session
    .enterEnvironment(
      wrapper({ onWrapTaskRun: node('console.log(process.argv.slice(1).join("|"))', '{{WrappedAction.Environment}}') }),
    )
    .orThrow();
  const first = session.enterEnvironment(
    environment(
      'First',
      { onEnter: sh('echo "openjd_env: DYNAMIC=world"; echo "openjd_env: GONE=x"; echo "openjd_unset_env: GONE"') },
      { variables: { STATIC: 'hello' } },
    ),
  );
  await first.orThrow();
  const task = step({ command: 'x' });
  expect(await outputOf(session.runTask(task))).toEqual(['STATIC=hello|DYNAMIC=world']);
  await session.exitEnvironment(first.environmentId, { keepSessionRunning: true });
  expect(await outputOf(session.runTask(task))).toEqual(['STATIC=hello|DYNAMIC=world']);
});

/** What the next task's hook is told in `WrappedAction.Environment`; the task itself prints nothing else. */
const toldBy = async (session: Session) => (await outputOf(session.runTask(step({ command: 'x' }))))[0];
const telling = () =>
  wrapper({ onWrapTaskRun: node('console.log(process.argv.slice(1).join("|"))', '{{WrappedAction.Environment}}') });

test('WrappedAction.Environment has what a task exported that ran before there was a wrapping environment', async () => {
  const session = await realSession();
  await session
    .runTask(step(sh('echo "openjd_env: KEPT=yes"; echo "openjd_env: GONE=x"; echo "openjd_unset_env: GONE"')))
    .orThrow();
  await session.enterEnvironment(telling()).orThrow();
  expect(await toldBy(session)).toBe('KEPT=yes');
});

test('a redacted variable of an earlier task is told to hooks where a template declares the extension, and shown to nobody', async () => {
  const session = await realSession();
  const print = sh('echo "openjd_redacted_env: TOKEN=hunter2"');
  const log: string[] = [];
  session.events$.subscribe((event) => log.push(JSON.stringify(event)));
  await session.runTask(step(print)).orThrow();
  await session
    .enterEnvironment(wrapper({ onWrapTaskRun: sh("expr length '{{WrappedAction.Environment}}'") }))
    .orThrow();
  const before = Number(await toldBy(session));
  await session.exitEnvironment(session.environmentsEntered[0] ?? '', { keepSessionRunning: true });
  await session.runTask(step(print, { extensions: ['REDACTED_ENV_VARS'] })).orThrow();
  await session
    .enterEnvironment(wrapper({ onWrapTaskRun: sh("expr length '{{WrappedAction.Environment}}'") }))
    .orThrow();
  expect([before, Number(await toldBy(session))]).toEqual(['[]'.length, '["TOKEN=hunter2"]'.length]);
  await session.close();
  expect(log.join('\n')).not.toContain('hunter2');
  expect(log.join('\n')).toContain('"change":"set","name":"TOKEN","wrapHooksOnly":true,"redacted":true}');
});

test('after the exit of an environment, WrappedAction.Environment has again what the outer ones define', async () => {
  const session = await realSession();
  await session.enterEnvironment(telling()).orThrow();
  await session.enterEnvironment(environment('Outer', {}, { variables: { CHANGED: '1', UNSET: '2' } })).orThrow();
  const inner = session.enterEnvironment(
    environment('Inner', {
      onEnter: sh('echo "openjd_env: CHANGED=inner"; echo "openjd_unset_env: UNSET"; echo "openjd_env: OWN=3"'),
    }),
  );
  await inner.orThrow();
  expect(await toldBy(session)).toBe('CHANGED=inner|OWN=3');
  await session.exitEnvironment(inner.environmentId, { keepSessionRunning: true });
  expect(await toldBy(session)).toBe('CHANGED=1|UNSET=2|OWN=3');
});

test('of what several exited environments set, WrappedAction.Environment has the newest', async () => {
  const session = await realSession();
  await session.enterEnvironment(telling()).orThrow();
  for (const value of ['first', 'second']) {
    const inner = session.enterEnvironment(environment(value, {}, { variables: { V: value } }));
    await inner.orThrow();
    await session.exitEnvironment(inner.environmentId, { keepSessionRunning: true });
  }
  expect(await toldBy(session)).toBe('V=second');
});

test('an unset that comes before a set wins in WrappedAction.Environment, too', async () => {
  const session = await realSession();
  await session.enterEnvironment(telling()).orThrow();
  await session
    .enterEnvironment(environment('E', { onEnter: sh('echo "openjd_unset_env: V"; echo "openjd_env: V=x"') }))
    .orThrow();
  expect(await toldBy(session)).toBe('');
});

test('what a hook in place of a task exports counts as an event for wrap hooks only, and no malformed one fails the task, as without a wrapper', async () => {
  const session = await realSession();
  await session.enterEnvironment(wrapper()).orThrow();
  const action = session.runTask(step(sh('echo "openjd_env: V=x"; echo "openjd_env: no assignment"')));
  const events: ActionEvent[] = [];
  for await (const event of action) events.push(event);
  expect(await action).toMatchObject({ state: 'success' });
  expect(events.find(({ type }) => type === 'env')).toMatchObject({ name: 'V', value: 'x', wrapHooksOnly: true });
  expect(events.filter((event) => event.type === 'log' && event.level === 'warning')).toHaveLength(1);
});

test('what a task hook exports reaches later hooks', async () => {
  const session = await realSession();
  await session
    .enterEnvironment(
      wrapper({ onWrapTaskRun: sh("echo openjd_env: N=01; echo 'told {{WrappedAction.Environment}}'") }),
    )
    .orThrow();
  const task = step({ command: 'x' });
  expect(await outputOf(session.runTask(task))).toContain('told []');
  expect(await outputOf(session.runTask(task))).toContain('told ["N=01"]');
});

test('the timeout and cancelation of the wrapped action are told, null where it declares none', async () => {
  const session = await realSession();
  const asked =
    '{{WrappedAction.Timeout}},{{WrappedAction.Timeout or "none"}},{{WrappedAction.Cancelation.Mode or "none"}},{{WrappedAction.Cancelation.NotifyPeriodInSeconds or "none"}}';
  await session.enterEnvironment(wrapper({ onWrapTaskRun: sh(`echo '${asked}'`) })).orThrow();
  const notify = { mode: 'NOTIFY_THEN_TERMINATE' };
  const answered = async (more: Partial<ActionText>) =>
    (await outputOf(session.runTask(step({ command: 'x', ...more }))))[0];
  expect(await answered({})).toBe(',none,none,none');
  expect(await answered({ timeout: 60, cancelation: { mode: 'TERMINATE' } })).toBe('60,60,TERMINATE,none');
  expect(await answered({ cancelation: notify })).toBe(',none,NOTIFY_THEN_TERMINATE,120');
  expect(await answered({ cancelation: { ...notify, notifyPeriodInSeconds: 45 } })).toBe(
    ',none,NOTIFY_THEN_TERMINATE,45',
  );
});

test('an environment action that declares no notify period is told with the 30 s of its place', async () => {
  const session = await realSession();
  await session
    .enterEnvironment(wrapper({ onWrapEnvEnter: sh("echo '{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}'") }))
    .orThrow();
  const inner = environment('Inner', { onEnter: { command: 'x', cancelation: { mode: 'NOTIFY_THEN_TERMINATE' } } });
  expect(await outputOf(session.enterEnvironment(inner))).toEqual(['30']);
});

test('a hook that forwards timeout and cancelation runs by them', async () => {
  const { session, clock, spawner } = await fakeSession();
  await session.enterEnvironment(
    wrapper({
      onWrapTaskRun: {
        command: 'wrap',
        timeout: '{{WrappedAction.Timeout}}',
        cancelation: {
          mode: '{{WrappedAction.Cancelation.Mode}}',
          notifyPeriodInSeconds: '{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}',
        },
      },
    }),
  );
  const started = spawner.next();
  const action = session.runTask(
    step({ command: 'render', timeout: 50, cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 45 } }),
  );
  const process = (await started).trap(() => {});
  await clock.advance(50_000);
  expect(process.signals).toEqual([{ target: 'leader', signal: 'SIGTERM' }]);
  await clock.advance(45_000);
  expect(await action).toMatchObject({ state: 'timeout', signal: 'SIGKILL', cancel: { notifyPeriodMs: 45_000 } });
});

test('a hook that forwards what was not declared has no timeout and is terminated', async () => {
  const { session, clock, spawner } = await fakeSession();
  await session.enterEnvironment(
    wrapper({
      onWrapTaskRun: {
        command: 'wrap',
        timeout: '{{WrappedAction.Timeout}}',
        cancelation: {
          mode: '{{WrappedAction.Cancelation.Mode}}',
          notifyPeriodInSeconds: '{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}',
        },
      },
    }),
  );
  const started = spawner.next();
  const action = session.runTask(step({ command: 'render' }));
  const process = await started;
  await clock.advance(1e9);
  expect(process.over).toBe(false);
  action.cancel();
  expect(await action).toMatchObject({ state: 'canceled', cancel: { method: 'TERMINATE' } });
});

test('without a timeout of its own, a hook for an exit has the 300 s of an exit', async () => {
  const { session, clock, spawner } = await fakeSession();
  spawner.behave((process) => process.request.command === 'enter' && process.end());
  await session.enterEnvironment(
    environment(
      'Wrapper',
      { onWrapEnvEnter: { command: 'enter' }, onWrapTaskRun: { command: 'run' }, onWrapEnvExit: { command: 'exit' } },
      WRAP,
    ),
  );
  const inner = session.enterEnvironment(environment('Inner', { onEnter: { command: 'x' }, onExit: { command: 'y' } }));
  await inner.orThrow();
  const started = spawner.next();
  const exiting = session.exitEnvironment(inner.environmentId);
  await started;
  await clock.advance(300_000);
  expect(await exiting).toMatchObject({ state: 'timeout', reason: { timeLimitMs: 300_000 } });
});

test('a failing hook is a failing action, and the exits still go through the wrapper', async () => {
  const session = await realSession();
  const lines: string[] = [];
  session.events$.subscribe((event) => {
    if (event.type === 'log' && event.content === 'command-output') lines.push(event.text);
  });
  await session
    .enterEnvironment(
      wrapper({
        onWrapEnvEnter: sh('echo failing; exit 7'),
        onWrapEnvExit: sh('echo exit {{WrappedEnv.Name}}'),
        onExit: sh('echo own exit'),
      }),
    )
    .orThrow();
  expect(
    await session.enterEnvironment(environment('Inner', { onEnter: sh('echo body'), onExit: sh('echo body') })),
  ).toMatchObject({ state: 'failed', exitCode: 7 });
  await session.close();
  expect(lines).toEqual(['failing', 'exit Inner', 'own exit']);
});

test('a second wrapping environment is refused before anything runs', async () => {
  const session = await realSession();
  await session.enterEnvironment(wrapper()).orThrow();
  expect(() => session.enterEnvironment(wrapper())).toThrow(expect.objectContaining({ code: 'wrap-conflict' }));
  expect(session.environmentsEntered).toHaveLength(1);
  expect(session.state).toBe('ready');
});

test('a bare script under a wrapping environment needs the name of its step', async () => {
  const session = await realSession();
  await session.enterEnvironment(wrapper({ onWrapTaskRun: sh('echo {{WrappedStep.Name}}') })).orThrow();
  const { script } = step(sh('true'));
  expect(() => session.runTask(script)).toThrow(/must be told the name of the step/);
  expect(session.state).toBe('ready');
  expect(await outputOf(session.runTask(script, {}, { stepName: 'Bare' }))).toEqual(['Bare']);
});

test('names and files of the wrapper and of what it wraps do not touch each other', async () => {
  const session = await realSession();
  await session
    .enterEnvironment(
      environment(
        'Wrapper',
        {
          onWrapEnvEnter: forward,
          onWrapTaskRun: sh(
            '. "{{Env.File.Run}}"; echo {{mine}}; {{ repr_sh(WrappedAction.Command) }} {{ repr_sh(WrappedAction.Args) }}',
          ),
          onWrapEnvExit: forward,
        },
        { ...WRAP, let: ["mine = 'let of the wrapper'"], ...files('echo file of the wrapper') },
      ),
    )
    .orThrow();
  const task = step(
    { command: '/bin/sh', args: ['{{Task.File.Run}}', '{{mine}}'] },
    { ...EXPR, let: ["mine = 'let of the step'"], ...files('echo file of the step; echo $1') },
  );
  expect(await outputOf(session.runTask(task))).toEqual([
    'file of the wrapper',
    'let of the wrapper',
    'file of the step',
    'let of the step',
  ]);
});

test("progress and status of the wrapped process count as the action's", async () => {
  const session = await realSession();
  await session.enterEnvironment(wrapper()).orThrow();
  expect(
    await session.runTask(
      step(sh('echo "openjd_progress: 55.5"; echo "openjd_status: inside"; echo "openjd_fail: broken"; exit 3')),
    ),
  ).toMatchObject({
    state: 'failed',
    exitCode: 3,
    progress: 55.5,
    statusMessage: 'inside',
    failMessage: 'broken',
  });
});

test('openjd_env of a wrapped onEnter belongs to the inner environment', async () => {
  const session = await realSession();
  await session.enterEnvironment(wrapper()).orThrow();
  const inner = session.enterEnvironment(environment('Inner', { onEnter: sh('echo "openjd_env: V=inner"') }));
  await inner.orThrow();
  expect(await outputOf(session.runTask(step(sh('echo ${V-unset}'))))).toEqual(['inner']);
  await session.exitEnvironment(inner.environmentId, { keepSessionRunning: true });
  expect(await outputOf(session.runTask(step(sh('echo ${V-unset}'))))).toEqual(['unset']);
});

test('a wrapping environment that declares REDACTED_ENV_VARS sets redacted variables for what its hooks stand in for', async () => {
  const session = await realSession();
  const redacting = { extensions: [...WRAP.extensions, 'REDACTED_ENV_VARS'] } as const;
  const hook = sh('echo "openjd_redacted_env: TOKEN=hunter2"');
  await session
    .enterEnvironment(
      environment('Wrapper', { onWrapEnvEnter: hook, onWrapTaskRun: forward, onWrapEnvExit: forward }, redacting),
    )
    .orThrow();
  await session.enterEnvironment(plain('inner')).orThrow();
  expect(await outputOf(session.runTask(step(sh('echo "${TOKEN-unset}"'))))).toEqual(['********']);
});
