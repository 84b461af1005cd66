// What is not ours and fails harms neither the action nor the program.
import { setImmediate, setTimeout } from 'node:timers/promises';
import { map } from 'rxjs';
import { expect, test, vi } from 'vitest';
import type { LosslessSink, SessionLogger } from '@ojd/sessions';
import { realSession } from './harness.ts';
import { sh, step } from './templates.ts';

test('a consumer that throws is told to the log, and the session goes on', async () => {
  const lines: string[] = [];
  const session = await realSession({ logger: { log: ({ level, text }) => lines.push(`${level} ${text}`) } });
  session.events$.subscribe(() => {
    throw new Error('my dashboard is broken');
  });
  expect((await session.runTask(step(sh('true')))).state).toBe('success');
  expect(lines.some((line) => line.startsWith('error') && line.includes('my dashboard is broken'))).toBe(true);
});

test('an async consumer that rejects is told to the log, and the program goes on', async () => {
  const lines: string[] = [];
  const session = await realSession({ logger: { log: ({ level, text }) => lines.push(`${level} ${text}`) } });
  const fail = (what: string) => () => Promise.reject(new Error(what));
  session.events$.subscribe(fail('a function'));
  session.events$.pipe(map((event) => event.type)).subscribe({ next: fail('next'), complete: fail('complete') });
  void session.events$.forEach(fail('each'));
  const action = session.runTask(step(sh('echo x')));
  action.events$.subscribe(fail('of an action'));
  expect((await action).state).toBe('success');
  await session.close();
  // Node tells of a rejection that nobody handles after the microtasks of a turn: the test runner would fail this file.
  await setImmediate();
  for (const what of ['a function', 'next', 'complete', 'each', 'of an action'])
    expect(lines).toContainEqual(expect.stringMatching(`^error .*Error: ${what}\n`));
});

test.each([
  [
    'throws',
    () => {
      throw new Error('no network');
    },
  ],
  ['rejects', () => Promise.reject(new Error('no network'))],
])('a consumer of progress that %s is told to the log, and the program goes on', async (_, consumer) => {
  const lines: string[] = [];
  const session = await realSession({ logger: { log: ({ level, text }) => lines.push(`${level} ${text}`) } });
  session.progress().subscribe(consumer);
  expect((await session.runTask(step(sh('true')))).state).toBe('success');
  await setTimeout(10); // rxjs throws what a consumer threw in a timer
  expect(lines).toContainEqual(expect.stringMatching('^error .*no network'));
});

test('an async logger or sink that rejects ends nothing; what the sink lost is in the report', async () => {
  const reject = () => Promise.reject(new Error('disk full'));
  const session = await realSession({
    logger: { log: reject },
    sinks: [{ write: reject, full: false, whenRoom: () => {}, close: () => Promise.resolve(undefined) }],
  });
  expect((await session.runTask(step(sh('echo x')))).state).toBe('success');
  expect((await session.close()).problems).toEqual(['A sink could not take an event, and is given no more: disk full']);
  await setImmediate();
});

test('what throws in forEach rejects its promise, as with any Observable', async () => {
  const session = await realSession();
  const each = session.events$.forEach(() => {
    throw new Error('enough');
  });
  const failure = each.catch((error: unknown) => error);
  await session.runTask(step(sh('true')));
  expect(await failure).toMatchObject({ message: 'enough' });
});

test('a logger that throws harms nobody', async () => {
  const session = await realSession({
    logger: {
      log: () => {
        throw new Error('disk full');
      },
    },
  });
  expect((await session.runTask(step(sh('echo x')))).state).toBe('success');
});

test('a sink that throws loses its events, not the action: the log says so at once, the report at the end', async () => {
  const sink: LosslessSink = {
    write: () => {
      throw new Error('no room');
    },
    full: false,
    whenRoom: () => {},
    close: () => Promise.resolve(undefined),
  };
  const log = vi.fn<SessionLogger['log']>();
  const session = await realSession({ sinks: [sink], logger: { log } });
  expect((await session.runTask(step(sh('echo x')))).state).toBe('success');
  const problem = 'A sink could not take an event, and is given no more: no room';
  expect(log.mock.calls.filter(([{ text }]) => text === problem)).toEqual([
    [expect.objectContaining({ level: 'error', content: 'exception' })],
  ]);
  expect(await session.close()).toMatchObject({ ok: false, problems: [problem] });
});

const failing = (): never => {
  throw new Error('no network');
};
const sink: LosslessSink = { write() {}, full: false, whenRoom() {}, close: () => Promise.resolve(undefined) };

test.each<[string, LosslessSink, string]>([
  ['cannot write, and stays full,', { ...sink, write: failing, full: true }, 'take an event'],
  ['throws when it is waited for', { ...sink, full: true, whenRoom: failing }, 'be waited for'],
  [
    'rejects when it is waited for',
    { ...sink, full: true, whenRoom: () => Promise.reject(new Error('no network')) },
    'be waited for',
  ],
  ['throws when it is asked for room', Object.defineProperty({ ...sink }, 'full', { get: failing }), 'say whether'],
])('a sink that %s holds no action back, and is told of in the report', async (_, broken, what) => {
  const session = await realSession({ sinks: [broken] });
  expect(await session.runTask(step(sh('echo x; sleep 0.1; echo y')))).toMatchObject({ state: 'success' });
  expect((await session.close()).problems).toEqual([expect.stringMatching(`^A sink could not ${what}.*no network$`)]);
});

test('a process that waits for a sink goes on when the sink breaks', async () => {
  const late: LosslessSink = {
    ...sink,
    full: true,
    whenRoom: () => new Promise((_, reject) => void setTimeout(50).then(() => reject(new Error('gone')))),
  };
  const session = await realSession({ sinks: [late] });
  expect((await session.runTask(step(sh('echo x; sleep 0.2; echo y')))).state).toBe('success');
  expect((await session.close()).problems).toEqual(['A sink could not be waited for, and is given no more: gone']);
});
