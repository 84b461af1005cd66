// The behaviours of the reference implementation's sessions, numbered as in its list: 28 to 40.
import { expect, test } from 'vitest';
import { fakeSession, outputOf, realSession } from '../session/harness.ts';
import { environment, node, sh, step, type ActionText } from '../session/templates.ts';

/** An action that prints a variable, as JSON so that emptiness, newlines and absence can be told apart. */
const show = (name: string): ActionText =>
  node(`console.log(JSON.stringify(process.env[${JSON.stringify(name)}] ?? null))`);

const envMessage = (text: string): ActionText => node(`console.log(${JSON.stringify(`openjd_env: ${text}`)})`);

test('28: variables are there for the onEnter of their own environment', async () => {
  const session = await realSession();
  expect(
    await outputOf(session.enterEnvironment(environment('E', { onEnter: show('V') }, { variables: { V: 'mine' } }))),
  ).toEqual(['"mine"']);
});

test('29: variables are format strings', async () => {
  const session = await realSession();
  const env = environment('E', { onEnter: show('V') }, { variables: { V: '<{{Session.WorkingDirectory}}>' } });
  expect(await outputOf(session.enterEnvironment(env))).toEqual([JSON.stringify(`<${session.workingDirectory}>`)]);
});

test('30: an inner environment overrides an outer one; 31: its exit restores the outer value', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('outer', {}, { variables: { V: 'outer' } }));
  const inner = session.enterEnvironment(environment('inner', {}, { variables: { V: 'inner' } }));
  await inner;
  expect(await outputOf(session.runTask(step(show('V'))))).toEqual(['"inner"']);
  await session.exitEnvironment(inner.environmentId, { keepSessionRunning: true });
  expect(await outputOf(session.runTask(step(show('V'))))).toEqual(['"outer"']);
});

test('32: what onEnter prints is set for the next action, not for its own', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(
    environment('E', { onEnter: sh('echo "openjd_env: V=new"; echo "own: ${V-unset}"') }),
  );
  expect(await outputOf(entering)).toContain('own: unset');
  expect(await outputOf(session.runTask(step(show('V'))))).toEqual(['"new"']);
});

test('33: what onEnter prints overrides what the environment declares', async () => {
  const session = await realSession();
  await session.enterEnvironment(
    environment('E', { onEnter: envMessage('V=printed') }, { variables: { V: 'declared' } }),
  );
  expect(await outputOf(session.runTask(step(show('V'))))).toEqual(['"printed"']);
});

test.each([
  ['34: an empty value', 'V=', '""'],
  ['35: an empty value as JSON', '"V="', '""'],
  ['36: a value of several lines as JSON', '"V=a\\nb \\"c\\""', JSON.stringify('a\nb "c"')],
  ['a value with an equals sign', 'V=a=b', '"a=b"'],
  ['a value with quotes and spaces', `V= it's "x" `, JSON.stringify(` it's "x" `)],
])('%s is set', async (_, message, value) => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', { onEnter: envMessage(message) })).orThrow();
  expect(await outputOf(session.runTask(step(show('V'))))).toEqual([value]);
});

test.each(['"V=unfinished', 'no equals sign', '1V=x', '"V=x" trailing'])(
  '37: the bad assignment %s fails the action and says why',
  async (message) => {
    const session = await realSession();
    const { command, args = [] } = envMessage(message);
    const result = await session.enterEnvironment(
      environment('E', { onEnter: { command, args: [args[0] ?? '', `${args[1]};setTimeout(() => {}, 1e6)`] } }),
    );
    expect(result).toMatchObject({ state: 'failed', reason: { kind: 'bad-message' } });
    expect(result.failMessage).toContain('openjd_env');
    expect(session.state).toBe('readyEnding');
  },
);

test('38: an unset removes what was inherited, and wins over a set of the same environment in either order', async () => {
  const session = await realSession({ envVars: { A: 'session', B: 'session' } });
  const print = [
    'openjd_unset_env: A',
    'openjd_unset_env: B',
    'openjd_env: A=set',
    'openjd_env: C=set',
    'openjd_unset_env: C',
  ];
  await session
    .enterEnvironment(
      environment('E', { onEnter: node(print.map((line) => `console.log(${JSON.stringify(line)})`).join(';')) }),
    )
    .orThrow();
  for (const name of ['A', 'B', 'C']) expect(await outputOf(session.runTask(step(show(name))))).toEqual(['null']);
});

test('39: variables of the action beat those of the session and lose to those of environments', async () => {
  const session = await realSession({ envVars: { A: 'session', B: 'session', C: 'session' } });
  await session.enterEnvironment(environment('E', {}, { variables: { C: 'environment' } }));
  const print = step(sh('echo "$A $B $C"'));
  expect(await outputOf(session.runTask(print, {}, { envVars: { B: 'action', C: 'action' } }))).toEqual([
    'session action environment',
  ]);
});

test("39: null takes one of the host's variables away", async () => {
  const session = await realSession({ envVars: { PATH: process.env['PATH'] ?? '', HOME: null } });
  expect(await outputOf(session.runTask(step(show('HOME'))))).toEqual(['null']);
});

test('a variable name or value that no process can receive is refused at once', async () => {
  const { session } = await fakeSession();
  expect(() => session.runTask(step({ command: 'x' }), {}, { envVars: { 'A=B': 'x' } })).toThrow(/'='/);
  expect(() => session.runTask(step({ command: 'x' }), {}, { envVars: { A: 'x\0y' } })).toThrow(/NUL/);
  expect(session.state).toBe('ready');
});

test('OPENJD_SESSION_WORKING_DIR is set for every action, whatever an environment says', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', {}, { variables: { OPENJD_SESSION_WORKING_DIR: 'elsewhere' } }));
  expect(await outputOf(session.runTask(step(show('OPENJD_SESSION_WORKING_DIR'))))).toEqual([
    JSON.stringify(session.workingDirectory),
  ]);
});

test('a variable may be called __proto__', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', { onEnter: envMessage('__proto__=x') })).orThrow();
  expect(await outputOf(session.runTask(step(sh('env | grep __proto__'))))).toEqual(['__proto__=x']);
});

test('on Windows, names that differ only by case are one variable', async () => {
  const { platformRules } = await import('@ojd/sessions');
  const { session, spawner } = await fakeSession({
    envVars: { Path: 'mine' },
    ports: {
      platform: { ...platformRules('win32'), pathFormat: 'POSIX' },
      hostVariables: { PATH: 'host', OTHER: 'x' },
    },
  });
  spawner.behave((process) => process.end());
  await session.runTask(step({ command: 'render' }));
  expect(spawner.processes[0]?.request.env).toMatchObject({ PATH: 'mine', OTHER: 'x' });
  expect(spawner.processes[0]?.request.env).not.toHaveProperty('Path');
});
