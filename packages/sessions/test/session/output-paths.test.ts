// Plain output is recorded many lines at a time; nobody may see a difference.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { firstValueFrom, toArray } from 'rxjs';
import { expect, test } from 'vitest';
import { logFile, type ActionEvent, type SessionEvent } from '@ojd/sessions';
import { fakeSession, temporaryFolder } from './harness.ts';
import { environment, step } from './templates.ts';

const REDACTED = { extensions: ['REDACTED_ENV_VARS'] } as const;

const pieces = oneof(
  { weight: 5, arbitrary: string({ maxLength: 12 }) },
  { weight: 3, arbitrary: constantFrom('\n', '\r\n', '\r', 'é', 'plain text\n') },
  constantFrom(
    'openjd_progress: 40\n',
    'openjd_status: busy\n',
    'openjd_progress: x\n',
    'hunter2',
    'hunt',
    'er2\n',
    'no openjd_message\n',
    'ajd_b\n',
  ),
);

interface Recorded {
  /** As a subscriber was told them. */
  readonly live: ActionEvent[];
  /** As a later reader got them. */
  readonly late: ActionEvent[];
  readonly history: SessionEvent[];
  readonly file: string;
}

async function record(chunks: readonly Uint8Array[]): Promise<Recorded> {
  const file = path.join(await temporaryFolder(), 'log');
  const { session, spawner } = await fakeSession({ sinks: [logFile(file)] });
  spawner.behave((process) => process.print('openjd_redacted_env: S=hunter2\n').end());
  await session.enterEnvironment(environment('E', { onEnter: { command: 'x' } }, REDACTED)).orThrow();
  spawner.behave((process) => {
    for (const chunk of chunks) process.printBytes(chunk);
    process.end();
  });
  const action = session.runTask(step({ command: 'x' }));
  const live = firstValueFrom(action.events$.pipe(toArray()));
  await action;
  const late: ActionEvent[] = [];
  for await (const event of action) late.push(event);
  const history = firstValueFrom(session.watch({ history: true }).pipe(toArray()));
  await session.close();
  // Pids and folders differ from session to session.
  const stable = (text: string) =>
    text.replaceAll(/"pid":\d+/g, '"pid":0').replaceAll(/Process \d+|ojd-test-\w+|s-\w{6}/g, '');
  const recorded = { live: await live, late, history: await history, file: await readFile(file, 'utf8') };
  return JSON.parse(stable(JSON.stringify(recorded))) as Recorded;
}

test('whatever is printed, events, history and log file are as if every line had come by itself', async () => {
  await assert(
    asyncProperty(array(array(pieces, { maxLength: 30 }), { maxLength: 6 }), async (texts) => {
      const chunks = texts.map((text) => Buffer.from(text.join('')));
      const together = await record(chunks);
      // A byte at a time: then no two lines ever come together.
      expect(together).toEqual(
        await record(chunks.flatMap((chunk) => Array.from(chunk, (byte) => Uint8Array.of(byte)))),
      );
      expect(together.live).toEqual(together.late);
    }),
    { numRuns: 60 },
  );
});

test('a flood that nobody watches is counted line by line all the same', async () => {
  const { session, spawner } = await fakeSession({ history: { maxEvents: 1000 } });
  spawner.behave((process) => {
    for (let chunk = 0; chunk < 100; chunk += 1)
      process.print(Array.from({ length: 1000 }, (_, index) => `${chunk * 1000 + index}\n`).join(''));
    process.end();
  });
  const action = session.runTask(step({ command: 'x' }));
  await action;
  const events: ActionEvent[] = [];
  for await (const event of action) events.push(event);
  const lines = events.filter((event) => event.type === 'log' && event.content === 'command-output');
  const dropped = events.reduce((sum, event) => sum + (event.type === 'dropped' ? event.count : 0), 0);
  expect(lines.at(-1)).toMatchObject({ text: '99999' });
  expect(lines.length).toBeLessThanOrEqual(1000);
  const last = events.at(-1);
  expect(last?.type === 'ended' && last.seq).toBe(events.filter(({ type }) => type !== 'dropped').length + dropped);
});
