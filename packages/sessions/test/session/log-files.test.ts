// Log files, and how sinks are opened, fail and are told of.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  logFile,
  PosixSessionUser,
  Session,
  SessionError,
  type LosslessSink,
  type SessionEvent,
  type SessionLogger,
} from '@ojd/sessions';
import { fakeSession, realSession, temporaryFolder } from './harness.ts';
import { node, sh, step } from './templates.ts';

test('a log file has every line of a flood, in order', async () => {
  const file = path.join(await temporaryFolder(), 'session.log');
  const session = await realSession({ sinks: [logFile(file, { maxPendingBytes: 64 * 1024 })] });
  await session.runTask(step(node('for (let i = 0; i < 100000; i++) console.log("line " + i)')));
  expect(await session.close()).toMatchObject({ ok: true, problems: [] });
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => / line \d+$/.test(line));
  expect(lines).toHaveLength(100_000);
  expect(lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info test\/run-1 command-output \| line 99999$/);
});

test('a log file has long output as it was, whatever characters it has and wherever they stand', async () => {
  const file = path.join(await temporaryFolder(), 'session.log');
  const { session, spawner } = await fakeSession({ sinks: [logFile(file)] });
  const wide = '\u{1F600}';
  const printed = [0, 1, 2, 3].map((shift) => 'x'.repeat(shift) + wide.repeat(15_000));
  for (let index = 0; index < 9000; index += 1) printed.push('y'.repeat(index % 4) + wide.repeat(index % 9));
  spawner.behave((process) => process.print(`${printed.join('\n')}\n`).end());
  await session.runTask(step({ command: 'x' })).orThrow();
  await session.close();
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes(' command-output | '));
  expect(lines.map((line) => line.slice(line.indexOf(' | ') + 3))).toEqual(printed);
});

test('a log file can be one event per line', async () => {
  const file = path.join(await temporaryFolder(), 'session.ndjson');
  const session = await realSession({ sinks: [logFile(file, { format: 'ndjson' })] });
  await session.runTask(step(sh('echo hi')));
  await session.close();
  const events = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SessionEvent);
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['session-state', 'started', 'log', 'ended']));
});

test('each line of a log file says its time, level, session, action and content kind', async () => {
  const file = path.join(await temporaryFolder(), 'session.log');
  const session = await realSession({ sessionId: 'farm-7', sinks: [logFile(file)] });
  await session.runTask(step(sh('echo one; echo two; echo "openjd_progress: 101"')));
  session.log('two lines\nof the caller', { level: 'warning' });
  session.log('three\r\nmore\rlines');
  await session.close();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const tagged = /^\d{4}-\d\d-\d\dT[\d:.]+Z (?:debug|info|warning|error) farm-7(?:\/run-1)? [a-z]+(?:-[a-z]+)? \| /;
  for (const line of lines) expect(line).toMatch(tagged);
  const untimed = lines.map((line) => line.slice(line.indexOf(' ') + 1));
  expect(untimed).toEqual(
    expect.arrayContaining([
      'info farm-7/run-1 command-output | one',
      'info farm-7/run-1 command-output | two',
      expect.stringMatching(/^warning farm-7\/run-1 command-output \| openjd_progress: 101 -- ERROR: /),
      'warning farm-7 banner | two lines',
      'warning farm-7 banner | of the caller',
      'info farm-7 banner | three',
      'info farm-7 banner | more',
      'info farm-7 banner | lines',
    ]),
  );
});

test.each(['has spaces', 'ends\nin a line', '"quoted"', '$& $1 $$'])(
  'a session may be called %j: the fields of its log file stay where they are',
  async (sessionId) => {
    const file = path.join(await temporaryFolder(), 'session.log');
    const session = await realSession({ sessionId, sinks: [logFile(file)] });
    await session.runTask(step(node('console.log("a\\nb\\nc")')));
    await session.close();
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const output = lines.filter((line) => line.includes(' command-output | '));
    const ids = output.map((line) => line.split(' ')[2]?.replace(/\/run-1$/, '') ?? '');
    expect(output.map((line) => line.split(' | ')[1])).toEqual(['a', 'b', 'c']);
    expect(new Set(ids.map((id) => (id.startsWith('"') ? (JSON.parse(id) as string) : id)))).toEqual(
      new Set([sessionId]),
    );
  },
);

test('a virtual clock waits until a log file is closed', async () => {
  const sink = logFile(path.join(await temporaryFolder(), 'session.log'));
  const close = sink.close.bind(sink);
  sink.close = async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    return close();
  };
  const { session, clock } = await fakeSession({ sinks: [sink] });
  const closing = session.shutdown({ deadlineMs: 1000 });
  await clock.advance(60_000);
  expect((await closing).problems).toEqual([]);
});

test('a log file that cannot be opened makes no session, and leaves neither folders nor files open', async () => {
  const sessionRoot = await temporaryFolder();
  const closed: string[] = [];
  const other: LosslessSink = {
    open: () => Promise.resolve(),
    write: () => void closed.push('written to'),
    full: false,
    whenRoom: (resume) => resume(),
    close: () => Promise.resolve(void closed.push('closed')),
  };
  await expect(
    Session.create({ sessionRoot, sinks: [other, logFile('/no/such/folder/session.log')] }),
  ).rejects.toMatchObject({
    name: 'SessionError',
    code: 'sink',
    message: expect.stringMatching(
      /^The log file "\/no\/such\/folder\/session.log" cannot be opened: ENOENT.*folder that exists\.$/,
    ),
  });
  expect(closed).toEqual(['closed']);
  expect(await readdir(sessionRoot)).toEqual([]);
});

test('a log file that could not be opened can be, when its folder is there', async () => {
  const folder = path.join(await temporaryFolder(), 'logs');
  const log = logFile(path.join(folder, 'session.log'));
  await expect(Session.create({ sinks: [log] })).rejects.toMatchObject({ code: 'sink' });
  await mkdir(folder);
  const session = await Session.create({ sinks: [log] });
  expect(await session.close()).toMatchObject({ ok: true });
  expect(await readFile(path.join(folder, 'session.log'), 'utf8')).toContain(session.sessionId);
});

test('when a session cannot be made, its sinks are closed', async () => {
  const closed: string[] = [];
  const sink: LosslessSink = {
    write: () => undefined,
    full: false,
    whenRoom: (resume) => resume(),
    close: () => Promise.resolve(void closed.push('closed')),
  };
  const sessionRoot = path.join(await temporaryFolder(), 'file');
  await writeFile(sessionRoot, '');
  await expect(Session.create({ sessionRoot, sinks: [sink] })).rejects.toMatchObject({ code: 'working-directory' });
  // The root is looked at before anything is opened.
  expect(closed).toEqual([]);
  const user = new PosixSessionUser({ user: 'nobody-here', group: 'nobody-here' });
  const ports = { openUser: () => Promise.reject(new SessionError('user', 'no such user')) };
  await expect(Session.create({ sinks: [sink], user, ports })).rejects.toMatchObject({ code: 'user' });
  expect(closed).toEqual(['closed']);
});

test('a sink that another session had is refused: it is closed, and would lose everything', async () => {
  const sink = logFile(path.join(await temporaryFolder(), 'session.log'));
  await (await realSession({ sinks: [sink] })).close();
  await expect(Session.create({ sinks: [sink] })).rejects.toThrow(
    /was given to a session already: make a logFile for each\.$/,
  );
});

// Every write to this device fails as on a full disk.
test.skipIf(!existsSync('/dev/full'))(
  'a log file that cannot be written to is told to the logger and the consumers at once, is in the report, and stops nobody',
  async () => {
    const log = vi.fn<SessionLogger['log']>();
    const session = await realSession({ sinks: [logFile('/dev/full')], logger: { log } });
    const told: SessionEvent[] = [];
    session.events$.subscribe((event) => told.push(event));
    expect((await session.runTask(step(sh('sleep 0.1; echo hi')))).state).toBe('success');
    const problem = expect.stringMatching(/^The log file "\/dev\/full" could not be written: ENOSPC/) as string;
    const line = { level: 'error', content: 'exception', text: problem };
    expect(log).toHaveBeenCalledWith(expect.objectContaining(line));
    expect(told).toContainEqual(expect.objectContaining({ type: 'session-log', ...line }));
    expect(await session.close()).toMatchObject({ ok: false, problems: [problem] });
  },
);
