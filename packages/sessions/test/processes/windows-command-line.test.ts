import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandLine, environmentBlock, windowsVariables } from '../../src/processes/windows-spawn/command-line.ts';

/** How the C runtime of Microsoft takes a command line apart (but for the program's own name, which is simpler). */
function takeApart(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let index = 0; index < line.length;) {
    const [backslashes = ''] = /^\\*/.exec(line.slice(index)) ?? [];
    const next = line[index + backslashes.length];
    if (next === '"') {
      word = (word ?? '') + '\\'.repeat(backslashes.length / 2);
      if (backslashes.length % 2 === 1) word += '"';
      else quoted = !quoted;
      index += backslashes.length + 1;
    } else if (backslashes !== '') {
      word = (word ?? '') + backslashes;
      index += backslashes.length;
    } else if (!quoted && (next === ' ' || next === '\t')) {
      if (word !== undefined) words.push(word);
      word = undefined;
      index++;
    } else {
      word = (word ?? '') + (next ?? '');
      index++;
    }
  }
  return word === undefined ? words : [...words, word];
}

describe('a command line of Windows', () => {
  test.each([
    [['plain'], 'plain'],
    [['a b'], '"a b"'],
    [[''], '""'],
    [['say "hi"'], String.raw`"say \"hi\""`],
    [['C:\\folder\\'], 'C:\\folder\\'],
    [['C:\\my folder\\'], String.raw`"C:\my folder\\"`],
    [[String.raw`back\"quote`], String.raw`"back\\\"quote"`],
  ])('%j is %s', (words, line) => {
    expect(commandLine(words)).toBe(line);
  });

  test('any words are taken apart as they were', () => {
    const word = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '"', '\\', 'é') });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(takeApart(commandLine(words))).toEqual(words);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('variables of Windows', () => {
  test('names are in upper case and in order, and the last of two that are equal counts', () => {
    expect([...windowsVariables({ Zeta: '1', path: 'a', PATH: 'b' }, {})]).toEqual([
      ['PATH', 'b'],
      ['ZETA', '1'],
    ]);
  });

  test('what no program can do without comes from the host, unless the request has it', () => {
    const host = { SystemRoot: String.raw`C:\Windows`, TEMP: String.raw`C:\Temp`, SECRET: 'no' };
    expect([...windowsVariables({ temp: String.raw`D:\mine` }, host)]).toEqual([
      ['SYSTEMROOT', String.raw`C:\Windows`],
      ['TEMP', String.raw`D:\mine`],
    ]);
  });

  test('the block is UTF-16, each entry ended by a NUL and the whole by another', () => {
    expect(
      environmentBlock(
        new Map([
          ['A', 'é'],
          ['B', ''],
        ]),
      ).toString('utf16le'),
    ).toBe('A=é\0B=\0\0');
    expect(environmentBlock(new Map()).toString('utf16le')).toBe('\0');
  });
});
