import { beforeEach, expect, test, vi } from 'vitest';
import { StatusLine } from '../../src/terminal/status-line.ts';

let written: string;
let nowMs: number;
beforeEach(() => {
  written = '';
  nowMs = 0;
  vi.useFakeTimers();
});

function statusLine(columns = 40): StatusLine {
  const sink = { write: (text: string) => void (written += text), isTTY: true, columns };
  return new StatusLine(
    sink,
    (text) => `<${text}>`,
    () => nowMs,
  );
}

test('what is written goes above the line, which is erased and drawn again', () => {
  const line = statusLine();
  line.write('before\n');
  line.say('Task 1');
  line.write('output\n');
  line.close();
  line.write('after\n');
  expect(written).toBe('before\n<Task 1>\r\u001B[Koutput\n<Task 1>\r\u001B[Kafter\n');
});

test('news that come fast are drawn ten times a second, and the last of them is not lost', () => {
  const line = statusLine();
  for (const text of ['a', 'b', 'c', 'd']) line.say(text);
  expect(written).toBe('<a>');
  nowMs = 100;
  vi.advanceTimersByTime(100);
  expect(written).toBe('<a>\r\u001B[K<d>');
  line.close();
  vi.advanceTimersByTime(1000);
  expect(written).toBe('<a>\r\u001B[K<d>\r\u001B[K');
});

test('nothing is written for a line that was never shown', () => {
  const line = statusLine();
  line.close();
  line.close();
  expect(written).toBe('');
});

test.each([
  ['long', 'x'.repeat(60), `<${'x'.repeat(36)}...>`],
  ['wide', '\u6F22'.repeat(30), `<${'\u6F22'.repeat(18)}...>`],
  ['of an emoji too many', `${'x'.repeat(38)}\u{1F600}`, `<${'x'.repeat(36)}...>`],
  ['with control characters', 'a\r\nb\u001B[2Jc', '<a b [2Jc>'],
  ['that just fits', 'x'.repeat(39), `<${'x'.repeat(39)}>`],
])('a text %s stays on one line of the terminal', (_, text, drawn) => {
  statusLine(40).say(text);
  expect(written).toBe(drawn);
});
