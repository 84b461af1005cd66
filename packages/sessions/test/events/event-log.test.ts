import { filter, firstValueFrom, map, Subject, take, toArray } from 'rxjs';
import { expect, test, vi } from 'vitest';
import type { ActionEvent } from '../../src/events/action-event.ts';
import { EventLog, type ActionEventBody } from '../../src/events/event-log.ts';

function newLog(
  limits: { maxEvents?: number; maxBytes?: number } = {},
  onConsumerError: (error: unknown) => void = () => {},
): EventLog {
  return new EventLog({
    sessionId: 's',
    actionId: 'run-1',
    now: () => 5,
    limits: { maxEvents: 10_000, maxBytes: 4 * 1024 * 1024, ...limits },
    onRecorded: () => {},
    onConsumerError,
  });
}

const started: ActionEventBody = { type: 'started', kind: 'run-task' };
const ended = { type: 'ended', result: {} } as unknown as ActionEventBody;
const line = (text: string): ActionEventBody => ({ type: 'log', content: 'command-output', level: 'info', text });

/** All events, or the first of an action that goes on. */
async function readAll(log: Pick<EventLog, 'iterate'>, most = Number.POSITIVE_INFINITY): Promise<ActionEvent[]> {
  const events: ActionEvent[] = [];
  for await (const event of { [Symbol.asyncIterator]: () => log.iterate() }) {
    events.push(event);
    if (events.length === most) break;
  }
  return events;
}

function shown(event: ActionEvent): string {
  if (event.type === 'dropped') return `dropped ${event.count} from ${event.fromSeq}`;
  return event.type === 'log' ? `${event.seq} ${event.text}` : `${event.seq} ${event.type}`;
}

test('a reader who comes after the end gets the whole history', async () => {
  const log = newLog();
  for (const body of [started, line('a'), line('b'), ended]) log.append(body);
  expect((await readAll(log)).map(shown)).toEqual(['1 started', '2 a', '3 b', '4 ended']);
});

test('what left the ring is one dropped event at its place, and lifecycle events stay', async () => {
  const log = newLog({ maxEvents: 2 });
  for (const body of [started, line('a'), line('b'), line('c'), line('d'), ended]) log.append(body);
  expect((await readAll(log)).map(shown)).toEqual(['1 started', 'dropped 2 from 2', '4 c', '5 d', '6 ended']);
});

test('dropped events before and after a lifecycle event are told apart', async () => {
  const log = newLog({ maxEvents: 1 });
  log.append(started);
  for (const text of ['a', 'b']) log.append(line(text));
  log.append({ type: 'env', change: 'unset', name: 'X' });
  for (const text of ['c', 'd']) log.append(line(text));
  log.append(ended);
  expect((await readAll(log)).map(shown)).toEqual([
    '1 started',
    'dropped 2 from 2',
    '4 env',
    'dropped 1 from 5',
    '6 d',
    '7 ended',
  ]);
});

test('the ring is bounded by bytes too, and keeps the newest event however big', async () => {
  const log = newLog({ maxBytes: 1000 });
  log.append(started);
  log.append(line('small'));
  log.append(line('x'.repeat(5000)));
  log.append(ended);
  expect((await readAll(log)).map((event) => event.type)).toEqual(['started', 'dropped', 'log', 'ended']);
});

test('a slow reader loses what it is too slow for, and is told so', async () => {
  const log = newLog({ maxEvents: 3 });
  log.append(started);
  const reader = log.iterate();
  expect(shown((await reader.next()).value as ActionEvent)).toBe('1 started');
  for (let index = 0; index < 10; index += 1) log.append(line(`${index}`));
  expect(shown((await reader.next()).value as ActionEvent)).toBe('dropped 7 from 2');
  expect(shown((await reader.next()).value as ActionEvent)).toBe('9 7');
});

test('leaving a for await loop stops the reader only', async () => {
  const log = newLog();
  log.append(started);
  const reader = log.iterate();
  await reader.next();
  const waiting = reader.next();
  await reader.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  log.append(line('a'));
  log.append(ended);
  expect((await readAll(log)).map(shown)).toEqual(['1 started', '2 a', '3 ended']);
});

test('calls of next() that overlap are answered in order', async () => {
  const log = newLog();
  const reader = log.iterate();
  const all = Promise.all([reader.next(), reader.next(), reader.next(), reader.next()]);
  for (const body of [started, line('a'), ended]) log.append(body);
  expect((await all).map(({ done, value }) => (done === true ? 'done' : shown(value)))).toEqual([
    '1 started',
    '2 a',
    '3 ended',
    'done',
  ]);
});

test('a subscriber gets the history, then the news, then the completion', async () => {
  const log = newLog();
  log.append(started);
  log.append(line('a'));
  const seen: string[] = [];
  log.events$.subscribe({ next: (event) => seen.push(shown(event)), complete: () => seen.push('complete') });
  expect(seen).toEqual(['1 started', '2 a']);
  log.append(ended);
  expect(seen).toEqual(['1 started', '2 a', '3 ended', 'complete']);
  expect(await firstValueFrom(log.events$.pipe(toArray()))).toHaveLength(3);
});

test('events that a consumer causes come after the one it was told, for everybody', () => {
  const log = newLog();
  const first: string[] = [];
  const second: string[] = [];
  log.events$.subscribe((event) => {
    first.push(shown(event));
    if (event.type === 'started') log.append(line('caused'));
  });
  log.events$.subscribe((event) => second.push(shown(event)));
  log.append(started);
  expect(first).toEqual(['1 started', '2 caused']);
  expect(second).toEqual(first);
});

test('a throwing consumer is reported and neither stops nor starves the others', () => {
  const report = vi.fn<(error: unknown) => void>();
  const log = newLog({}, report);
  const seen: string[] = [];
  log.events$.subscribe(() => {
    throw new Error('consumer');
  });
  log.events$.pipe(map((event) => event.type)).subscribe(() => {
    throw new Error('behind an operator');
  });
  log.events$.subscribe((event) => seen.push(shown(event)));
  log.append(started);
  log.append(ended);
  expect(seen).toEqual(['1 started', '2 ended']);
  expect(report.mock.calls.map(([error]) => (error as Error).message)).toEqual([
    'consumer',
    'behind an operator',
    'consumer',
    'behind an operator',
  ]);
});

test('a throwing operator without an error handler is reported and ends only its own subscription', () => {
  const report = vi.fn<(error: unknown) => void>();
  const log = newLog({}, report);
  const broken = log.events$.pipe(
    map(() => {
      throw new Error('operator');
    }),
  );
  broken.subscribe();
  log.append(started);
  log.append(ended);
  expect(report).toHaveBeenCalledOnce();
});

test('subjects and operators work as with any Observable', async () => {
  const log = newLog();
  const subject = new Subject<ActionEvent>();
  const viaSubject: string[] = [];
  subject.subscribe((event) => viaSubject.push(shown(event)));
  log.events$.subscribe(subject);
  const texts = firstValueFrom(
    log.events$.pipe(
      filter((event) => event.type === 'log'),
      map((event) => event.text),
      take(2),
      toArray(),
    ),
  );
  for (const body of [started, line('a'), line('b'), line('c'), ended]) log.append(body);
  expect(await texts).toEqual(['a', 'b']);
  expect(viaSubject).toHaveLength(5);
});

test('unsubscribing stops the watching', () => {
  const log = newLog();
  const seen: string[] = [];
  const subscription = log.events$.subscribe((event) => {
    seen.push(shown(event));
    if (seen.length === 2) subscription.unsubscribe();
  });
  for (const body of [started, line('a'), line('b'), ended]) log.append(body);
  expect(seen).toEqual(['1 started', '2 a']);
});

test('a program that sets variables for ever does not grow the history for ever', async () => {
  const log = newLog({ maxEvents: 100 });
  for (let index = 0; index < 30_000; index += 1)
    log.append({ type: 'env', change: 'set', name: 'X', value: `${index}` });
  log.append(ended);
  const events = await readAll(log);
  expect(events.length).toBeLessThan(10_200);
  expect(events.filter((event) => event.type === 'dropped')).toHaveLength(1);
});

test('lines that were recorded together are one event each for who reads them', async () => {
  const log = newLog();
  log.append(started);
  log.appendLines('a\n\nb c\n');
  log.append(line('d'));
  log.append(ended);
  expect((await readAll(log)).map(shown)).toEqual(['1 started', '2 a', '3 ', '4 b c', '5 d', '6 ended']);
});

test('of more lines than are kept, the last ones are', async () => {
  const log = newLog({ maxEvents: 2 });
  log.append(started);
  log.appendLines('a\nb\nc\nd\n');
  log.appendLines('e\n');
  log.append(ended);
  expect((await readAll(log)).map(shown)).toEqual(['1 started', 'dropped 3 from 2', '5 d', '6 e', '7 ended']);
});

test('a reader in the middle of lines that leave together is told what it missed', async () => {
  const log = newLog({ maxEvents: 16 }); // in parts of two
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${from + index}\n`).join('');
  log.appendLines(numbers(1, 16));
  const reader = log.iterate();
  const next = async () => shown((await reader.next()).value as ActionEvent);
  expect(await next()).toBe('1 1');
  log.appendLines(numbers(17, 17));
  expect([await next(), await next(), await next()]).toEqual(['dropped 1 from 2', '3 3', '4 4']);
  log.appendLines(numbers(18, 40));
  expect([await next(), await next()]).toEqual(['dropped 21 from 5', '26 26']);
});

test('a lifecycle event between lines that were recorded together stays between them', async () => {
  const log = newLog();
  log.appendLines('a\nb\n');
  log.append({ type: 'env', change: 'unset', name: 'X' });
  log.appendLines('c\n');
  log.append(ended);
  expect((await readAll(log)).map(shown)).toEqual(['1 a', '2 b', '3 env', '4 c', '5 ended']);
});

test('a subscriber is told of each line as it comes, however few are kept', () => {
  const log = newLog({ maxEvents: 16 });
  const seen: string[] = [];
  log.events$.subscribe((event) => seen.push(shown(event)));
  log.appendLines(Array.from({ length: 100 }, (_, index) => `${index + 1}\n`).join(''));
  expect(seen).toEqual(Array.from({ length: 100 }, (_, index) => `${index + 1} ${index + 1}`));
});

test('events that a subscriber causes in the middle of lines keep the numbers without gaps', async () => {
  const log = newLog({ maxEvents: 16 });
  const seen: string[] = [];
  log.events$.subscribe((event) => {
    seen.push(shown(event));
    if (event.type === 'log' && event.text === 'c') log.append({ type: 'progress', progress: 1 });
  });
  log.appendLines('a\nb\nc\nd\ne\nf\n');
  log.append(ended);
  expect(seen).toEqual(['1 a', '2 b', '3 c', '4 d', '5 progress', '6 e', '7 f', '8 ended']);
  expect((await readAll(log)).map(shown)).toEqual(seen);
});
