import { expect, test } from 'vitest';
import { fakeSession, outputOf, realSession } from './harness.ts';
import { environment, sh, step } from './templates.ts';

const print = { command: '/bin/sh', args: ['-c', 'echo "${V-unset} $*"', 'sh', '{{not a format string}}'] };

test('a subprocess has literal arguments and the variables of the session', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', {}, { variables: { V: 'entered' } })).orThrow();
  expect(await outputOf(session.runSubprocess(print))).toEqual(['entered {{not a format string}}']);
});

test('a subprocess may leave the variables of the environments out, and have its own', async () => {
  const session = await realSession({ envVars: { V: 'session' } });
  await session.enterEnvironment(environment('E', {}, { variables: { V: 'entered' } })).orThrow();
  expect(await outputOf(session.runSubprocess({ ...print, useSessionEnvVars: false }))).toEqual([
    'session {{not a format string}}',
  ]);
  expect(await outputOf(session.runSubprocess({ ...print, useSessionEnvVars: false, envVars: { V: 'own' } }))).toEqual([
    'own {{not a format string}}',
  ]);
});

test('a failing subprocess leaves only exits, as any action', async () => {
  const session = await realSession();
  expect(await session.runSubprocess({ command: 'false' })).toMatchObject({
    state: 'failed',
    kind: 'run-subprocess',
    name: 'false',
  });
  expect(session.state).toBe('readyEnding');
});

test('a subprocess is ended by its time limit, and by terminating', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runSubprocess({ command: 'render', timeLimitMs: 1500 });
  const process = await started;
  await clock.advance(1500);
  expect(process.signals).toEqual([{ target: 'group', signal: 'SIGKILL' }]);
  expect(await action).toMatchObject({
    state: 'timeout',
    reason: { timeLimitMs: 1500 },
    message: 'did not end within its time limit of 1.5 s',
  });
});

test.each([
  [{ command: ' ' }, 'command must name a program; got " ".'],
  [
    { command: 'x', timeLimitMs: 0 },
    'timeLimitMs must be a finite number of milliseconds above 0; got 0. Leave it out for no limit.',
  ],
  [
    { command: 'x', timeLimitMs: '5' as unknown as number },
    'timeLimitMs must be a finite number of milliseconds above 0; got "5". Leave it out for no limit.',
  ],
  [
    { command: 'x', envVars: { '': 'x' } },
    'envVars: the variable name "" must be at least one character long and hold neither \'=\' nor NUL.',
  ],
])('%j is refused at once', async (options, message) => {
  const { session } = await fakeSession();
  expect(() => session.runSubprocess(options)).toThrow(expect.objectContaining({ code: 'invalid-option', message }));
  expect(session.state).toBe('ready');
});

test('a subprocess sets no variables', async () => {
  const session = await realSession();
  await session.runSubprocess({ command: 'echo', args: ['openjd_env: V=x'] }).orThrow();
  expect(await outputOf(session.runTask(step(sh('echo ${V-unset}'))))).toEqual(['unset']);
});
