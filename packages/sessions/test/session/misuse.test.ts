import { expect, test } from 'vitest';
import type { Environment, Step, TaskParameterSet } from '@ojd/model';
import { fakeSession } from './harness.ts';
import { environment, step } from './templates.ts';

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
    'reason must be a string; got object.',
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
