import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileSink, lineSink } from '../../src/render/line-sink.ts';
import { LogSpool } from '../../src/render/log-spool.ts';

/** For a sink that has no reason to complain. */
function unexpected(message: string): never {
  throw new Error(message);
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openjd-sink-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('lines of one turn are written together, before the next one', async () => {
  const writes: string[] = [];
  const sink = lineSink((text) => writes.push(text));
  sink.line('a');
  sink.line('b');
  expect(writes).toEqual([]);
  await nextTurn();
  expect(writes).toEqual(['a\nb\n']);
});

test('a flood is written in batches: memory stays flat', () => {
  const lengths: number[] = [];
  const sink = lineSink((text) => lengths.push(text.length));
  for (let index = 0; index < 10_000; index++) sink.line('x'.repeat(99));
  sink.close();
  expect(Math.max(...lengths)).toBeLessThan(70_000);
  expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(1_000_000);
});

test('a file holds every line when the sink is closed', () => {
  const path = join(folder, 'log.txt');
  const sink = fileSink(path, 'the log', unexpected);
  for (let index = 0; index < 5000; index++) sink.line(`line ${index} äöü`);
  sink.close();
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(5000);
});

test('a file that cannot be written is told with its path and why', () => {
  expect(() => fileSink(join(folder, 'no', 'log.txt'), 'the log', unexpected)).toThrow(
    /^Cannot write the log to '.*no\/log.txt': there is no such folder\.$/,
  );
});

test('the log spool gives the entries back in order and leaves nothing behind', async () => {
  // A temporary directory of its own: other tests keep logs at the same time.
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  const spool = new LogSpool(unexpected);
  spool.add({ timestamp: '0:00:00.000', message: 'with "quotes"\u2028\u2029 and a \n line end' });
  spool.add({ timestamp: '0:00:00.001', message: '' });
  spool.close();
  const entries = [];
  for await (const entry of spool.entries()) entries.push(entry);
  expect(entries.map(({ message }) => message)).toEqual(['with "quotes"\u2028\u2029 and a \n line end', '']);
  const logs = (): string[] => readdirSync(folder).filter((name) => name.startsWith('openjd-log-'));
  expect(logs()).toHaveLength(1);
  spool.remove();
  expect(logs()).toEqual([]);
});

test('a log spool whose end is broken gives the entries before it, and tells the rest', async () => {
  const problems: string[] = [];
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
  const spool = new LogSpool((message) => problems.push(message));
  spool.add({ timestamp: '0:00:00.000', message: 'whole' });
  spool.add({ timestamp: '0:00:00.001', message: 'with {"braces"}' });
  spool.close();
  const entries = spool.entries();
  const name = readdirSync(folder).find((entry) => entry.startsWith('openjd-log-')) ?? '';
  const file = join(folder, name, 'log.ndjson');
  const first = entries.next();
  truncateSync(file, readFileSync(file).length - '"}\n'.length);
  expect((await first).value).toEqual({ timestamp: '0:00:00.000', message: 'whole' });
  expect(await entries.next()).toEqual({ done: true, value: undefined });
  expect(problems).toEqual([expect.stringMatching(/^Cannot read the logs of the result again: /)]);
  spool.remove();
});

test.skipIf(!existsSync('/dev/full'))('a full disk is told once, and nothing is thrown', () => {
  const problems: string[] = [];
  const sink = fileSink('/dev/full', 'the log', (message) => problems.push(message));
  for (let index = 0; index < 5000; index++) sink.line('x'.repeat(100));
  sink.close();
  expect(problems).toEqual(["Cannot write the log to '/dev/full': the disk is full. The rest of it is lost."]);
});
