import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { logFile, type OutputLines } from '@ojd/sessions';
import { asciiPrefix, writePrefixedLines } from '../../src/logs/prefixed-lines.ts';
import { temporaryFolder } from '../session/harness.ts';

const TIME_MS = Date.UTC(2026, 1, 3, 4, 5, 6, 789);
const PREFIX = '2026-02-03T04:05:06.789Z info s/a command-output | ';

function block(lines: readonly string[], sessionId = 's'): OutputLines {
  const text = lines.map((line) => `${line}\n`).join('');
  const place = { sessionId, actionId: 'a', firstSeq: 1, timestampMs: TIME_MS };
  return { ...place, count: lines.length, text, events: () => [] };
}

/** What is in the file when these blocks were written one after the other. */
async function written(blocks: readonly (readonly string[])[], sessionId?: string): Promise<string> {
  const file = path.join(await temporaryFolder(), 'log');
  const sink = logFile(file);
  for (const lines of blocks) sink.writeLines?.(block(lines, sessionId));
  expect(await sink.close()).toBeUndefined();
  return readFile(file, 'utf8');
}

describe('lines that come together are in the log file each with its prefix', () => {
  const lengths = Array.from({ length: 50 }, (_, length) => 'abcdefghij'.repeat(5).slice(0, length));
  test.each([
    ['of every length', [lengths, lengths.toReversed(), [''], ['x']]],
    [
      'of every character of ASCII, many times',
      [Array.from({ length: 128 }, (_, code) => String.fromCharCode(code === 10 ? 0 : code).repeat(19))],
    ],
    ['not of ASCII, first, last and in between', [['é'], ['a', '🎬 b', ''], lengths, ['ÿ'.repeat(30), 'end']]],
    [
      'more than are written at once',
      Array.from({ length: 40 }, (_, index) =>
        Array.from({ length: 1000 }, (_line, line) => `block ${index} line ${line}`),
      ),
    ],
    [
      'more in one block than are written at once',
      [Array.from({ length: 60_000 }, () => ''), ['z'.repeat(600_000), 'é'.repeat(300_000)]],
    ],
  ])('%s', async (_, blocks) => {
    expect(await written(blocks)).toBe(
      blocks
        .flat()
        .map((line) => `${PREFIX}${line}\n`)
        .join(''),
    );
  });

  test('also where the id of the session is not ASCII, or means something to a replacement', async () => {
    for (const sessionId of ['ü', '$&']) {
      const shown = sessionId === 'ü' ? '"ü"' : sessionId;
      expect(await written([['one', 'two'], lengths], sessionId)).toBe(
        ['one', 'two', ...lengths].map((line) => `${PREFIX.replace('s/a', () => `${shown}/a`)}${line}\n`).join(''),
      );
    }
  });
});

test('what is copied behind the text is never old memory that could change on the way (NaN)', () => {
  const size = 200;
  const bytes = Buffer.alloc(size, 0xff);
  const prefix = asciiPrefix('p ');
  if (prefix === undefined) throw new Error('the prefix is ASCII');
  const words = new DataView(bytes.buffer, bytes.byteOffset, size);
  const reads = vi.spyOn(words, 'getFloat64');
  const end = writePrefixedLines(block(['abcdefghij', 'k']), prefix, { bytes, words }, 0);
  expect(bytes.toString('latin1', 0, end)).toBe('p abcdefghij\np k\n');
  expect(reads).toHaveBeenCalled();
  expect(reads.mock.results.filter(({ value }) => Number.isNaN(value))).toEqual([]);
});
