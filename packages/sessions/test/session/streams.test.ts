import { filter, from, map, mergeMap, of, toArray, firstValueFrom, type Observable } from 'rxjs';
import pino from 'pino';
import { expect, test } from 'vitest';
import {
  ActionError,
  ActionHandle,
  pinoLogger,
  type ActionEvent,
  type LosslessSink,
  type SessionEvent,
} from '@ojd/sessions';
import { fakeSession, outputOf, realSession } from './harness.ts';
import { environment, node, sh, step } from './templates.ts';

function typesOf(events$: Observable<SessionEvent>): Promise<string[]> {
  return firstValueFrom(
    events$.pipe(
      map(({ type }) => type),
      toArray(),
    ),
  );
}

test('awaiting, returning and flattening an action give its result', async () => {
  const session = await realSession();
  const run = () => session.runTask(step(sh('exit 0')));
  const returned = async () => run();
  expect((await run()).state).toBe('success');
  expect((await returned()).state).toBe('success');
  const flattened = await firstValueFrom(of(1).pipe(mergeMap(() => run().result)));
  expect(flattened.state).toBe('success');
  expect(await run().then((result) => result.state)).toBe('success');
});

test.each([
  ['from(action)', (run: () => ActionHandle) => from(run())],
  ['mergeMap(() => action)', (run: () => ActionHandle) => of(1).pipe(mergeMap(() => run()))],
])('rxjs %s gives the events', async (_, flatten) => {
  const session = await realSession();
  const events = await firstValueFrom(
    (flatten(() => session.runTask(step(sh('echo hi')))) as Observable<ActionEvent>).pipe(toArray()),
  );
  expect(events[0]?.type).toBe('started');
  expect(events.at(-1)?.type).toBe('ended');
});

test('an action is a promise, and what then() returns is a plain one', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('true')));
  expect(action).toBeInstanceOf(Promise);
  const chained = action.then(() => 1);
  expect(chained).not.toBeInstanceOf(ActionHandle);
  expect(await chained).toBe(1);
});

test('orThrow rejects with the result, and an action nobody awaits rejects nothing', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('exit 3'), { name: 'Comp' }));
  await expect(action.orThrow()).rejects.toThrow('run-task "Comp" ended as failed: exited with code 3');
  await expect(action.orThrow()).rejects.toMatchObject({ name: 'ActionError', result: { exitCode: 3 } });
  await expect(action.orThrow()).rejects.toBeInstanceOf(ActionError);
});

test('every event is plain JSON, and those of an action are numbered without gaps', async () => {
  const session = await realSession();
  const events: SessionEvent[] = [];
  session.events$.subscribe((event) => events.push(event));
  await session.enterEnvironment(environment('E', { onEnter: sh('echo "openjd_env: A=1"') }));
  await session.runTask(step(sh('echo "openjd_progress: 1"; exit 2')));
  await session.close();
  for (const event of events) expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  for (const id of ['enter-1', 'run-2']) {
    const seqs = events
      .filter((event) => 'actionId' in event && event.actionId === id)
      .map((event) => ('seq' in event ? event.seq : 0));
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  }
  expect(events.at(-1)).toMatchObject({ type: 'session-ended', report: { sessionId: 'test' } });
});

test('the state changes before the end of the action is told', async () => {
  const session = await realSession();
  const told: string[] = [];
  session.events$.subscribe((event) => {
    if (event.type === 'session-state') told.push(event.state);
    if (event.type === 'ended') told.push(`ended while ${session.state}`);
  });
  await session.runTask(step(sh('true')));
  expect(told).toEqual(['running', 'ready', 'ended while ready']);
});

test.each(['session-state', 'ended'])(
  'who starts the next action when told %s sees its beginning after the end of the one before, as everybody does',
  async (when) => {
    const { session, spawner } = await fakeSession();
    spawner.behave((process) => process.end());
    const orders: string[][] = [];
    const watch = (): void => {
      const seen: string[] = [];
      orders.push(seen);
      session.events$.subscribe((event) => {
        if (event.type === 'started' || event.type === 'ended') seen.push(`${event.type} ${event.actionId}`);
        if (event.type === 'session-state') seen.push(event.state);
      });
    };
    watch();
    const second = new Promise((resolve) => {
      session.events$.subscribe((event) => {
        if (event.type === when && session.state === 'ready' && spawner.processes.length === 1)
          resolve(session.runSubprocess({ command: 'second' }).result);
      });
    });
    watch();
    await session.runSubprocess({ command: 'first' });
    await second;
    const around = (id: string): string[] => ['running', `started ${id}`, 'ready', `ended ${id}`];
    for (const order of orders) expect(order).toEqual([...around('subprocess-1'), ...around('subprocess-2')]);
  },
);

test('a late subscriber gets no history unless it asks for it', async () => {
  const session = await realSession();
  await session.runTask(step(sh('echo early')));
  const withHistory = typesOf(session.watch({ history: true }));
  const without = typesOf(session.events$);
  await session.close();
  expect(await withHistory).toContain('started');
  expect(await without).toEqual(['session-state', 'session-ended']);
  expect(await typesOf(session.watch({ history: true }))).toContain('session-ended');
});

test('breaking out of for await leaves the action running', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('echo first; sleep 0.2; echo second')));
  for await (const event of action) if (event.type === 'log' && event.text === 'first') break;
  expect(action.status.state).toBe('running');
  expect((await action).state).toBe('success');
  expect(await outputOf(action)).toEqual(['first', 'second']);
});

test('a slow reader does not hold the process back, and is told what it missed', async () => {
  const session = await realSession({ history: { maxEvents: 100 } });
  const action = session.runTask(step(node('for (let i = 0; i < 20000; i++) console.log(i)')));
  const result = await action;
  expect(result.state).toBe('success');
  const types: string[] = [];
  let dropped = 0;
  for await (const event of action) {
    types.push(event.type);
    if (event.type === 'dropped') dropped += event.count;
  }
  expect(dropped).toBeGreaterThan(19_000);
  expect(types[0]).toBe('started');
  expect(types.at(-1)).toBe('ended');
});

test('a full lossless sink holds the process back until there is room', async () => {
  let full = true;
  const waiting: (() => void)[] = [];
  const seen: string[] = [];
  const sink: LosslessSink = {
    write: (event) => void (event.type === 'log' && event.content === 'command-output' && seen.push(event.text)),
    get full() {
      return full;
    },
    whenRoom: (resume) => void waiting.push(resume),
    close: () => Promise.resolve(undefined),
  };
  const { session, clock, spawner } = await fakeSession({ sinks: [sink] });
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x' }));
  const process = await started;
  process.print('1\n').print('2\n').print('3\n').end();
  await clock.advance(60_000);
  expect(seen).toEqual(['1']);
  expect(process.paused).toBe(true);
  full = false;
  for (const resume of waiting) resume();
  expect((await action).state).toBe('success');
  expect(seen).toEqual(['1', '2', '3']);
});

test('pino gets every line with its session, action and content kind', async () => {
  const written: Record<string, unknown>[] = [];
  const logger = pino(
    { level: 'debug' },
    { write: (line: string) => written.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const session = await realSession({ logger: pinoLogger(logger) });
  await session.runTask(step(sh('echo hi')));
  session.log('by the caller', { level: 'warning' });
  expect(written.find(({ msg }) => msg === 'hi')).toMatchObject({
    level: 30,
    sessionId: 'test',
    actionId: 'run-1',
    content: 'command-output',
  });
  expect(written.find(({ msg }) => msg === 'by the caller')).toMatchObject({ level: 40, sessionId: 'test' });
  expect(written.every(({ content }) => typeof content === 'string')).toBe(true);
});

test('openjd_session_runtime_loglevel changes what the logger of this session gets, not its events', async () => {
  const lines: string[] = [];
  const session = await realSession({ logger: { log: ({ text }) => lines.push(text) } });
  const action = session.runTask(step(sh('echo before; echo "openjd_session_runtime_loglevel: ERROR"; echo after')));
  expect(await outputOf(action)).toContain('after');
  expect(lines).toContain('before');
  expect(lines).not.toContain('after');
});

test('progress comes coalesced: the newest value at most every second, and the end at once', async () => {
  const { session, clock, spawner } = await fakeSession();
  const updates: string[] = [];
  session.progress({ everyMs: 1000 }).subscribe(({ state, progress }) => updates.push(`${state} ${progress}`));
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x' }));
  const process = await started;
  for (let percent = 0; percent <= 40; percent += 1) {
    process.print(`openjd_progress: ${percent}\n`);
    await clock.advance(50);
  }
  process.print('openjd_progress: 99\n').end();
  await action;
  expect(updates).toEqual(['running undefined', 'running 19', 'running 39', 'success 99']);
  expect(clock.pending).toBe(0);
});

test('fifty sessions in one process do not touch each other', async () => {
  const sessions = await Promise.all(
    Array.from({ length: 50 }, (_, index) => realSession({ sessionId: `s${index}`, envVars: { ME: `${index}` } })),
  );
  const outputs = await Promise.all(
    sessions.map(async (session) => {
      await session.enterEnvironment(environment('E', { onEnter: sh('echo "openjd_env: MINE=$ME"') })).orThrow();
      return outputOf(session.runTask(step(sh('echo $ME $MINE $(pwd -P)'))));
    }),
  );
  expect(outputs).toEqual(sessions.map((session, index) => [`${index} ${index} ${session.workingDirectory}`]));
  expect(new Set(sessions.map(({ workingDirectory }) => workingDirectory)).size).toBe(50);
});

test('one action can have several kinds of reader at once', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('echo a; echo b')));
  const viaObservable = firstValueFrom(
    action.events$.pipe(
      filter((event) => event.type === 'log' && event.content === 'command-output'),
      toArray(),
    ),
  );
  const [lines, events, result] = await Promise.all([outputOf(action), viaObservable, action.result]);
  expect(lines).toEqual(['a', 'b']);
  expect(events).toHaveLength(2);
  expect(result.state).toBe('success');
});

test('a search for escaped processes that fails is told, and harms neither the action nor the end of the session', async () => {
  const { session, spawner } = await fakeSession({
    ports: { escapes: { end: () => Promise.reject(new Error('no /proc')) } },
  });
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x' }));
  await started;
  action.cancel();
  expect((await action).state).toBe('canceled');
  expect(await session.close()).toMatchObject({
    ok: false,
    workingDirectoryState: 'removed',
    problems: [expect.stringContaining('no /proc') as string],
  });
});

test('who cancels when told that the session runs is answered after the beginning of the action', async () => {
  const { session } = await fakeSession();
  const types: string[] = [];
  session.events$.subscribe((event) => {
    types.push(event.type);
    if (event.type === 'session-state' && event.state === 'running') session.cancel();
  });
  const action = session.runSubprocess({ command: 'x' });
  expect(await action).toMatchObject({ state: 'canceled' });
  expect(types.indexOf('started')).toBeLessThan(types.indexOf('canceling'));
  const own = [];
  for await (const event of action) own.push(event.type);
  expect(own[0]).toBe('started');
  expect(own.at(-1)).toBe('ended');
});

test('who cancels when told what is run has the process ended, which may have begun by then', async () => {
  const { session, spawner } = await fakeSession();
  session.events$.subscribe((event) => {
    if (event.type === 'log' && event.content === 'process-control') session.cancel();
  });
  const action = session.runSubprocess({ command: 'x' });
  expect(await action).toMatchObject({ state: 'canceled' });
  expect(spawner.processes.map(({ signals }) => signals[0])).toEqual([{ target: 'group', signal: 'SIGKILL' }]);
});
