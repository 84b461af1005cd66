import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LinePart, LineReader, MAX_LINE_BYTES } from '../../src/output/line-reader.ts';
import { referenceDecode, referenceLines } from './reference-lines.ts';

type Chunk = string | Uint8Array;

function read(...chunks: Chunk[]): string[] {
  return readParts(chunks).map(([line]) => line);
}

function readParts(chunks: readonly Chunk[], maxLineBytes?: number): [string, LinePart][] {
  const lines: [string, LinePart][] = [];
  const reader = new LineReader(
    (line, part) => lines.push([line, part]),
    maxLineBytes === undefined ? {} : { maxLineBytes },
  );
  for (const chunk of chunks) reader.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  reader.end();
  return lines;
}

/** Lines that were cut, whole again. */
function glued(parts: readonly [string, LinePart][]): string[] {
  const lines: string[] = [];
  for (const [text, part] of parts) {
    if (part === 'whole' || part === 'start') lines.push(text);
    else lines.push((lines.pop() ?? '') + text);
  }
  return lines;
}

describe('line ends', () => {
  test('\\n and \\r\\n end a line, and what is left at the end is a line', () => {
    expect(read('one\ntwo\r\nthree')).toEqual(['one', 'two', 'three']);
  });

  test('empty lines are lines', () => {
    expect(read('\n\na\n\r\n\n')).toEqual(['', '', 'a', '', '']);
  });

  test('a progress bar shows each of its states at once', () => {
    const lines: string[] = [];
    const reader = new LineReader((line) => lines.push(line));
    reader.write(Buffer.from('10%\r20%\r'));
    expect(lines).toEqual(['10%', '20%']);
    reader.write(Buffer.from('30%\r\ndone\n'));
    expect(lines).toEqual(['10%', '20%', '30%', 'done']);
  });

  test('\\r\\n split over chunks ends one line', () => {
    expect(read('one\r', '\ntwo\r', '\r\n', 'three\n')).toEqual(['one', 'two', 'three']);
  });

  test('the end without a line end gives no empty line', () => {
    expect(read('one\n')).toEqual(['one']);
    expect(read('one\r')).toEqual(['one']);
    expect(read()).toEqual([]);
  });
});

describe('bytes that are not UTF-8', () => {
  test('each is \\xNN, the text around it is kept', () => {
    expect(read(Buffer.from([0x61, 0xff, 0x62, 0x0a, 0xc3, 0x28, 0x0a]))).toEqual([
      String.raw`a\xffb`,
      String.raw`\xc3(`,
    ]);
  });

  test.each([
    ['overlong', [0xc0, 0xaf]],
    ['overlong, three bytes', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a lone continuation', [0x80]],
    ['a character without its end', [0xf0, 0x9f, 0x98]],
  ])('%s is escaped byte by byte', (_, bytes) => {
    const escaped = bytes.map((byte) => `\\x${byte.toString(16)}`).join('');
    expect(read(Buffer.from([...bytes, 0x0a]))).toEqual([escaped]);
  });

  test('a character split over chunks is that character, wherever it is split', () => {
    const bytes = Buffer.from('é€😀\n');
    for (let split = 0; split <= bytes.length; split++) {
      expect(read(bytes.subarray(0, split), bytes.subarray(split))).toEqual(['é€😀']);
    }
  });

  test('the decoder agrees with the platform on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const withoutLineEnds = bytes.filter((byte) => byte !== 0x0a && byte !== 0x0d);
        expect(read(withoutLineEnds).join('')).toBe(referenceDecode(withoutLineEnds));
      }),
    );
  });
});

describe('long lines', () => {
  test('a line of 64 KiB is whole, one byte more is cut', () => {
    const longest = 'x'.repeat(MAX_LINE_BYTES);
    expect(readParts([`${longest}\n`])).toEqual([[longest, 'whole']]);
    expect(readParts([`${longest}y\nnext\n`])).toEqual([
      [longest, 'start'],
      ['y', 'end'],
      ['next', 'whole'],
    ]);
  });

  test('the parts of a line are start, middle and end', () => {
    expect(readParts(['abcdefghij\n'], 4)).toEqual([
      ['abcd', 'start'],
      ['efgh', 'middle'],
      ['ij', 'end'],
    ]);
  });

  test('no character is cut in half', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const parts = readParts([`${before}${'😀'.repeat(5)}\n`], 10);
      expect(parts.map(([text]) => text).join('')).toBe(before + '😀'.repeat(5));
      expect(parts.every(([text]) => !text.includes('\\x'))).toBe(true);
    }
  });

  test('a gigabyte without a line end is given out in parts and not kept', () => {
    let characters = 0;
    let parts = 0;
    const reader = new LineReader((line) => {
      characters += line.length;
      parts++;
    });
    const chunk = Buffer.alloc(1 << 20, 'x');
    const before = process.memoryUsage().rss;
    let most = 0;
    for (let megabytes = 0; megabytes < 1024; megabytes++) {
      reader.write(chunk);
      if (megabytes % 64 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }
    reader.end();
    expect([characters, parts]).toEqual([1 << 30, 1 << 14]);
    expect(most).toBeLessThan(200 * 1024 * 1024); // young garbage; the text alone would be 1 GiB
  }, 20_000);
});

describe('any bytes in any chunks', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 6 }),
    fc.constantFrom('\n', '\r', '\r\n', '\r\r\n', 'é', '😀').map((text) => Buffer.from(text)),
  );

  test('no line is lost, added or changed, whatever the chunks and the limit', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 4, max: 24 }),
        fc.infiniteStream(fc.nat(9)),
        (pieces, limit, sizes) => {
          const bytes = Buffer.concat(pieces);
          const chunks: Uint8Array[] = [];
          for (let start = 0; start < bytes.length;) {
            const size = (sizes.next().value ?? 0) + 1;
            chunks.push(bytes.subarray(start, start + size));
            start += size;
          }
          expect(glued(readParts(chunks, limit))).toEqual(referenceLines(bytes));
          expect(read(...chunks)).toEqual(referenceLines(bytes));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
