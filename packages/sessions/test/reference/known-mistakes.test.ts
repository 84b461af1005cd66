// Mistakes that other implementations of sessions made; here each is a test. Those in reading, redacting and parsing lines are in ../messages and ../output.
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { fakeSession, outputOf, realSession } from '../session/harness.ts';
import { environment, node, sh, step } from '../session/templates.ts';

const notify = (seconds: number) => ({
  cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: seconds },
});

test('a notify period is not cut short because the output is being drained', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x', ...notify(120) }));
  const process = (await started).trap(() => {});
  action.cancel();
  await clock.advance(119_000);
  process.print('still saving\n').end(4);
  expect(await outputOf(action)).toEqual(['still saving']);
  expect(await action).toMatchObject({ state: 'canceled', exitCode: 4, cancel: { signals: [{ signal: 'SIGTERM' }] } });
});

test('the output of a canceled process stays open for it: it can go on writing', async () => {
  const session = await realSession();
  const action = session.runTask(
    step(
      sh(
        "trap 'for i in 1 2 3 4 5; do echo line $i; sleep 0.3; done; exit 0' TERM; echo ready; while :; do sleep 0.05; done",
        notify(30),
      ),
    ),
  );
  for await (const event of action) if (event.type === 'log' && event.text === 'ready') action.cancel();
  expect(await outputOf(action)).toEqual(['ready', 'line 1', 'line 2', 'line 3', 'line 4', 'line 5']);
  expect(await action).toMatchObject({ exitCode: 0, state: 'canceled' });
});

test('a timeout notifies first where the template says so', async () => {
  const session = await realSession();
  const result = await session.runTask(
    step(sh("trap 'echo saved; exit 6' TERM; while :; do sleep 0.05; done", { timeout: 1, ...notify(30) })),
  );
  expect(result).toMatchObject({
    state: 'timeout',
    exitCode: 6,
    cancel: { method: 'NOTIFY_THEN_TERMINATE', signals: [{ signal: 'SIGTERM', target: 'leader' }] },
  });
});

test('the interruption of a session does not kill the exits that clean up', async () => {
  const interrupt = new AbortController();
  const session = await realSession({ signal: interrupt.signal });
  await session.enterEnvironment(environment('E', { onExit: sh('sleep 0.2; echo cleaned') })).orThrow();
  const task = session.runTask(step(sh('sleep 1000')));
  interrupt.abort();
  await task;
  const cleaned: string[] = [];
  session.events$.subscribe(
    (event) => void (event.type === 'log' && event.content === 'command-output' && cleaned.push(event.text)),
  );
  await session.close();
  expect(cleaned).toEqual(['cleaned']);
});

test('a background process that holds the output does not hang an action without a timeout', async () => {
  const session = await realSession();
  const result = await session.runTask(step(sh('sleep 1000 & exit 0')));
  expect(result).toMatchObject({ state: 'success' });
});

test('a planned kill is disarmed when the process ends politely: nobody is signalled later', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x', ...notify(120) }));
  const process = (await started).trap(() => process.end());
  action.cancel();
  await action;
  const signals = process.signals.length;
  await clock.advance(200_000);
  expect(process.signals).toHaveLength(signals);
  expect(clock.pending).toBe(0);
});

test('a progress bar that only writes carriage returns is seen while it runs', async () => {
  const session = await realSession();
  const action = session.runTask(
    step(node('let n = 0; setInterval(() => process.stdout.write("\\r" + ++n * 10 + " %"), 20)')),
  );
  for await (const event of action) {
    if (event.type === 'log' && event.text === '30 %') action.cancel();
  }
  expect(await outputOf(action)).toEqual(expect.arrayContaining(['10 %', '20 %', '30 %']));
});

test('a secret that begins with a character of several bytes is masked like any other', async () => {
  const session = await realSession();
  const print = node(
    'for (const line of ["openjd_redacted_env: K=ключ🔑", "a ключ🔑 b", "aключ🔑ключ🔑"]) console.log(line)',
  );
  expect(await outputOf(session.enterEnvironment(environment('E', { onEnter: print })))).toEqual([
    'openjd_redacted_env: K=********',
    'a ******** b',
    'a********',
  ]);
});

test('fail and status texts are redacted before anybody sees them', async () => {
  const session = await realSession();
  const action = session.enterEnvironment(
    environment('E', {
      onEnter: sh(
        'echo "openjd_redacted_env: K=hunter2"; echo "openjd_status: hunter2"; echo "openjd_fail: hunter2"; exit 1',
      ),
    }),
  );
  const seen: unknown[] = [];
  action.events$.subscribe((event) => seen.push(event, action.status));
  const result = await action;
  expect(JSON.stringify([seen, result])).not.toContain('hunter2');
  expect(result).toMatchObject({ statusMessage: '********', failMessage: '********' });
});

test('a redacted value that the command line itself tells is not in the log', async () => {
  const session = await realSession();
  const action = session.enterEnvironment(environment('E', { onEnter: sh('echo "openjd_redacted_env: K=hunter2"') }));
  const events: unknown[] = [];
  for await (const event of action) events.push(event);
  expect(JSON.stringify(events)).not.toContain('hunter2');
});

test('a long argument is cut in the log only after its secrets are masked', async () => {
  const session = await realSession();
  const secret = 'correct-horse-battery-staple';
  await session.runTask(step(sh(`printf 'openjd_redacted_env: A=%s%s\\n' correct-horse -battery-staple`))).orThrow();
  const seen: string[] = [];
  session.events$.subscribe((event) => seen.push(JSON.stringify(event)));
  for (let before = 170; before <= 200; before += 1)
    await session
      .runTask(step({ command: 'true', args: [`${'x'.repeat(before)}${secret}${'y'.repeat(100)}`] }))
      .orThrow();
  expect(seen.join('\n')).toContain('Running true');
  expect(seen.filter((line) => line.includes('correct'))).toEqual([]);
});

test('a bad message fails the action also when the process was over before its line was read', async () => {
  for (let round = 0; round < 10; round += 1) {
    const session = await realSession();
    const result = await session.enterEnvironment(environment('E', { onEnter: sh('echo openjd_env: nonsense') }));
    expect(result).toMatchObject({ state: 'failed', reason: { kind: 'bad-message' } });
    expect(result.failMessage).toContain('openjd_env');
  }
  const { session, spawner } = await fakeSession();
  spawner.behave((process) => {
    process.holdOutput().end();
    setTimeout(() => {
      process.print('openjd_env: nonsense\n').closeOutput();
    }, 20);
  });
  expect(await session.enterEnvironment(environment('E', { onEnter: sh('x') }))).toMatchObject({
    state: 'failed',
    exitCode: 0,
    reason: { kind: 'bad-message' },
  });
});

test('a secret is in no event, wherever it comes from: names, task parameters, reasons of a cancel, variable names', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', { onEnter: sh('echo "openjd_redacted_env: K=hunter2"') })).orThrow();
  const events: unknown[] = [];
  session.events$.subscribe((event) => events.push(event));
  await session
    .enterEnvironment(environment('about hunter2', { onEnter: sh('echo "openjd_env: hunter2=x"') }))
    .orThrow();
  const action = session.runTask(step(sh('echo {{Task.Param.P}}; sleep 1000'), { name: 'hunter2' }), {
    P: { type: 'STRING', value: 'hunter2' },
  });
  for await (const event of action)
    if (event.type === 'log' && event.content === 'command-output') action.cancel({ reason: 'hunter2' });
  await session.close();
  expect(JSON.stringify(events)).not.toContain('hunter2');
});

test('the end of a cut line is not lost where it could have been the beginning of a secret', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', { onEnter: sh('echo "openjd_redacted_env: K=xxxxy"') })).orThrow();
  const lines = await outputOf(session.runTask(step(node('process.stdout.write("x".repeat(65536 * 2))'))));
  expect(lines.join('')).toBe('x'.repeat(65_536 * 2));
});

test('a secret that an action names a file, a program or an environment after is not in the report either', async () => {
  const session = await realSession({
    ports: { escapes: { end: () => Promise.resolve([{ pid: 1, command: 'hunter2', ended: true }]) } },
  });
  const seen: string[] = [];
  session.events$.subscribe((event) => seen.push(JSON.stringify(event)));
  await session.enterEnvironment(environment('hunter2'));
  await session.runTask(step(sh("printf 'openjd_redacted_env: A=hunter%s\\n' 2"))).orThrow();
  vi.spyOn(fs, 'rm').mockRejectedValue(new Error('busy'));
  vi.spyOn(fs, 'rmdir').mockRejectedValue(new Error('busy'));
  await fs.mkdir(path.join(session.workingDirectory, 'hunter2'));
  const report = await session.shutdown({ deadlineMs: 0 });
  vi.restoreAllMocks();
  await fs.rm(session.workingDirectory, { recursive: true });
  expect(report).toMatchObject({
    notExited: [{ name: '********' }],
    escaped: [{ command: '********' }],
    leftovers: expect.arrayContaining([
      expect.objectContaining({ path: path.join(session.workingDirectory, '********') }),
    ]) as object[],
  });
  expect(seen.at(-1)).toContain('session-ended');
  expect(seen.at(-1)).not.toContain('hunter2');
});
