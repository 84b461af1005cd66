import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { FormatString, type PathMappingRule } from '@ojd/expr';
import type { Environment, Step, TaskParameterSet } from '@ojd/model';
import { logFile, Session, type SessionEvent, type SessionOptions, type SubprocessOptions } from '@ojd/sessions';
import { fakeSession, realSession, temporaryFolder } from './harness.ts';
import { environment, sh, step } from './templates.ts';

const nothing = undefined as unknown;

test.each([
  ['an environment', 'environment must be an Environment; got undefined.', 'enterEnvironment'],
  ['a step', 'step must be a Step or a StepScript; got undefined.', 'runTask'],
] as const)(
  '%s that is not there is refused at once, and the session can go on and be closed',
  async (_, message, call) => {
    const { session, spawner } = await fakeSession();
    spawner.behave((process) => process.end());
    expect(() => session[call](nothing as Environment & Step)).toThrow(message);
    expect(session).toMatchObject({ state: 'ready', environmentsEntered: [] });
    expect(await session.runTask(step({ command: 'x' }))).toMatchObject({ state: 'success' });
    expect(await session.close()).toMatchObject({ ok: true, workingDirectoryState: 'removed' });
  },
);

test('task parameters of null are refused at once', async () => {
  const { session } = await fakeSession();
  expect(() => session.runTask(step({ command: 'x' }), null as unknown as TaskParameterSet)).toThrow(
    'taskParameters must be a TaskParameterSet; got null.',
  );
});

test.each([['xyz'], [[1]], [[undefined]]])(
  'args of %j are refused at once and cost the session nothing',
  async (args) => {
    const { session } = await fakeSession();
    expect(() => session.runSubprocess({ command: 'x', args: args as unknown as string[] })).toThrow(
      'args must be a list of strings',
    );
    expect(session.state).toBe('ready');
  },
);

const badDurations = [NaN, -1, Infinity, '5', null, 5n] as unknown as number[];

test.each(badDurations)('a deadline of %s is refused instead of ending every exit as it starts', async (deadlineMs) => {
  const { session, spawner } = await fakeSession();
  spawner.behave((process) => process.end());
  await session.enterEnvironment(environment('Env', { onExit: { command: 'x' } })).orThrow();
  expect(() => session.shutdown({ deadlineMs })).toThrow('deadlineMs must be a finite number of milliseconds from 0');
  expect(session.state).toBe('ready');
  expect(await session.shutdown({ deadlineMs: 1000 })).toMatchObject({ ok: true, exits: [{ state: 'success' }] });
});

test.each([...badDurations, 0])(
  'a task with the time limit %s is refused instead of ending as it starts',
  async (timeLimitMs) => {
    const { session, spawner } = await fakeSession();
    expect(() => session.runTask(step({ command: 'x' }), {}, { timeLimitMs })).toThrow(
      'timeLimitMs must be a finite number of milliseconds above 0',
    );
    expect([session.state, spawner.processes.length]).toEqual(['ready', 0]);
  },
);

test.each(badDurations)('a cancel with the time limit %s is refused, and the action goes on', async (timeLimitMs) => {
  const { session, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x' }));
  const process = await started;
  const refusal = expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining('timeLimitMs') });
  expect(() => action.cancel({ timeLimitMs })).toThrow(refusal);
  expect(() => session.cancel({ timeLimitMs })).toThrow(refusal);
  expect(session.state).toBe('running');
  expect(process.signals).toEqual([]);
  process.end();
  expect(await action).toMatchObject({ state: 'success' });
});

test('a cancel whose reason is no text is refused, also when nothing runs', async () => {
  const { session } = await fakeSession();
  expect(() => session.cancel({ reason: new Error('x') as unknown as string })).toThrow(
    'reason must be a string; got an object of Error.',
  );
});

test.each(badDurations)('progress every %s ms is refused', async (everyMs) => {
  const { session } = await fakeSession();
  expect(() => session.progress({ everyMs })).toThrow('everyMs must be a finite number of milliseconds from 0');
});

test.each([
  [{ command: 'a\0b' }, String.raw`The command "a\u0000b" holds a NUL character, which no process can receive.`],
  [
    { command: 'x', args: ['', '\0'] },
    "The argument args[1] of 'x' holds a NUL character, which no process can receive.",
  ],
])('a NUL character in %j is refused at once', async (options, message) => {
  const { session } = await fakeSession();
  expect(() => session.runSubprocess(options)).toThrow(expect.objectContaining({ code: 'invalid-option', message }));
  expect(session.state).toBe('ready');
});

const controller = new AbortController();
const x = FormatString.parse('x', { syntax: 'base' });

test.each<[string, SessionOptions | object, string]>([
  [
    'signal',
    { signal: controller },
    'signal must be an AbortSignal (the `signal` of an AbortController); got an object of AbortController.',
  ],
  [
    'pathMappingRules',
    { pathMappingRules: [{}] },
    'pathMappingRules[0].sourcePathFormat must be a string of at least one character; got undefined.',
  ],
  [
    'a path format',
    { pathMappingRules: [{ sourcePathFormat: 'posix', sourcePath: '/a', destinationPath: '/b' }] },
    'pathMappingRules[0].sourcePathFormat must be POSIX, WINDOWS or URI; got "posix".',
  ],
  ['sessionRoot', { sessionRoot: 5 }, 'sessionRoot must be a string of at least one character; got 5.'],
  [
    'source of path mapping rules',
    { pathMappingRules: [{ sourcePathFormat: 'POSIX', sourcePath: '', destinationPath: '/b' }] },
    'pathMappingRules[0].sourcePath must be a string of at least one character; got "".',
  ],
  ['sinks', { sinks: 'x' }, 'sinks must be a list of sinks; got "x".'],
  ['sink', { sinks: [null] }, 'sinks[0] must be an object with write, whenRoom, close; got null.'],
  [
    'sink without close',
    { sinks: [{ write() {}, whenRoom() {} }] },
    'sinks[0] must have the method close, and has none.',
  ],
  ['logger without log', { logger: { info() {} } }, 'logger must have the method log, and has none.'],
  [
    'job: a template',
    { job: { name: 'D', parameterDefinitions: [], steps: [] } },
    'job must be a Job, as createJob and decodeJob make them; got an object.',
  ],
  [
    'job: what JSON.parse makes of one',
    { job: { name: 'D', parameters: {}, steps: [], profile: { extensions: ['EXPR'] } } },
    'job must be a Job, as createJob and decodeJob make them; got an object.',
  ],
  [
    'job parameter that was not prepared',
    { jobParameters: { Foo: 12 } },
    'jobParameters.Foo must be what preprocessJobParameters returns: { type, value } for each name; got 12.',
  ],
  ['envVars', { envVars: 'A=1' }, 'envVars must be an object of variables; got "A=1".'],
])('Session.create refuses a wrong %s and leaves no folder behind', async (_, wrong, message) => {
  const sessionRoot = await temporaryFolder();
  await expect(Session.create({ sessionRoot, ...(wrong as SessionOptions) })).rejects.toThrow(
    expect.objectContaining({ code: 'invalid-option', message }),
  );
  expect(await readdir(sessionRoot)).toEqual([]);
});

test.each<[string, (session: Session) => unknown, string]>([
  [
    'an AbortController for its signal',
    (session) => session.enterEnvironment(environment('E'), { signal: controller as unknown as AbortSignal }),
    'signal must be an AbortSignal',
  ],
  [
    'an environment without a name',
    (session) => session.enterEnvironment({} as Environment),
    'environment.name must be a string of at least one character; got null.',
  ],
  [
    'an environment whose variables are strings, as in a template,',
    (session) => session.enterEnvironment({ name: 'E', variables: { A: 'x' } } as unknown as Environment),
    'environment.variables.A must be a FormatString, as createJob, createEnvironment and decodeJob make them; got "x".',
  ],
  [
    'a variable that would set another one',
    (session) => session.enterEnvironment({ name: 'E', variables: { 'A=B': x } }),
    'environment.variables: the variable name "A=B" must be at least one character long and hold neither',
  ],
  [
    'an environment whose script has no actions',
    (session) =>
      session.enterEnvironment({ name: 'E', script: { let: [], embeddedFiles: [] } } as unknown as Environment),
    'environment.script.actions must be an object of actions; got undefined.',
  ],
  [
    'a step as a template writes it',
    (session) => session.runTask({ script: { actions: { onRun: { command: 'true' } } } } as unknown as Step),
    'step.script.let must be a list; got undefined.',
  ],
  [
    'an argument that is a string',
    (session) =>
      session.runTask({
        let: [],
        embeddedFiles: [],
        actions: { onRun: { command: x, args: ['x'] } },
      } as unknown as Step),
    'step.actions.onRun.args[0] must be a FormatString, as createJob, createEnvironment and decodeJob make them; got "x".',
  ],
  [
    'an id that is a number',
    (session) => session.enterEnvironment(environment('E'), { environmentId: 5 as unknown as string }),
    'environmentId must be a string of at least one character; got 5.',
  ],
  [
    'a step without onRun',
    (session) => session.runTask({ name: 'S' } as Step),
    'step must be a Step or a StepScript; got an object without the action onRun.',
  ],
  [
    'a task parameter that is only its value',
    (session) => session.runTask(step({ command: 'x' }), { Frame: '7' } as unknown as TaskParameterSet),
    'taskParameters.Frame must be { type, value }, both strings; got "7".',
  ],
  [
    'rules that are none',
    (session) => session.extendPathMappingRules([{}] as unknown as PathMappingRule[]),
    'pathMappingRules[0].sourcePathFormat must be a string of at least one character; got undefined.',
  ],
  [
    'no options',
    (session) => session.runSubprocess(nothing as SubprocessOptions),
    'options must be an object; got undefined.',
  ],
  ['a log line that is none', (session) => session.log(5 as unknown as string), 'text must be a string; got 5.'],
  [
    'a log level that is none',
    (session) => session.log('x', { level: 'loud' as 'info' }),
    'level must be debug, info, warning or error; got "loud".',
  ],
])(
  '%s is refused at once, whatever the session knows of secrets, and the session stays as it was',
  async (_, call, message) => {
    const { session, spawner } = await fakeSession();
    spawner.behave((process) => process.print('openjd_redacted_env: A=hunter2\n').end());
    await session.runSubprocess({ command: 'x' }).orThrow();
    expect(() => call(session)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringContaining(message) }),
    );
    expect(session).toMatchObject({ state: 'ready', environmentsEntered: [] });
    expect(await session.close()).toMatchObject({ ok: true, exits: [] });
  },
);

test('after the end, rules are refused with what to do, and none is added', async () => {
  const session = await realSession();
  await session.close();
  const rule = { sourcePathFormat: 'POSIX', sourcePath: '/a', destinationPath: '/b' } as const;
  expect(() => session.extendPathMappingRules([rule])).toThrow(
    expect.objectContaining({
      code: 'session-ended',
      message: 'The session test has ended: no action will see the rules. Create another session.',
    }),
  );
  expect(session.pathMappingRules).toEqual([]);
});

test('after the end, a line of the caller is told to the logger alone, redacted, and nothing is thrown', async () => {
  const lines: string[] = [];
  const written: SessionEvent[] = [];
  const session = await realSession({
    logger: { log: ({ level, text }) => lines.push(`${level} ${text}`) },
    sinks: [
      {
        write: (event) => written.push(event),
        full: false,
        whenRoom: () => {},
        close: () => Promise.resolve(undefined),
      },
    ],
  });
  await session.runTask(step(sh("echo 'openjd_redacted_env: A=hunter2'"))).orThrow();
  const types: string[] = [];
  session.events$.subscribe((event) => {
    types.push(event.type);
    if (event.type === 'session-ended') session.log('told of the end');
  });
  await session.close();
  session.log('late: hunter2', { level: 'warning' });
  session.cancel();
  expect(lines.slice(-2)).toEqual(['info told of the end', 'warning late: ********']);
  expect(types.at(-1)).toBe('session-ended');
  expect(written.at(-1)?.type).toBe('session-ended');
});

test.each([
  ['an empty name', () => logFile(''), 'The log file must be a path; got "".'],
  ['no name', () => logFile(nothing as string), 'The log file must be a path; got undefined.'],
  [
    'a format that is none',
    () => logFile('x', { format: 'xml' as 'text' }),
    'format must be text or ndjson; got "xml".',
  ],
] as const)('a log file with %s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});

test('a log file that is to hold NaN bytes at most is refused: it would hold any number', () => {
  expect(() => logFile('x', { maxPendingBytes: Number.NaN })).toThrow(
    'maxPendingBytes must be a number of at least 0; got NaN.',
  );
});
