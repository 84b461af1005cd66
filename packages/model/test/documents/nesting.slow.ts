// Every two and three pieces of YAML that repeat: minutes.
import { readData } from '@ojd/model';
import { expect, test } from 'vitest';
import { DECODERS, LEXEMES, PAIRS } from './every-decoder.ts';

const timeout = 20 * 60_000;

function overflowing(decode: (text: string) => unknown, pieces: readonly string[], times: number): readonly string[] {
  return pieces.filter((piece) => {
    try {
      decode(piece.repeat(times));
      return false;
    } catch {
      return true;
    }
  });
}

test.each(Object.entries(DECODERS))('%s overflows with no two pieces, 4,000 times', { timeout }, (_, decode) => {
  expect(overflowing(decode, PAIRS, 4000)).toEqual([]);
});

test('nor 20,000 times', { timeout }, () => {
  expect(overflowing(readData, PAIRS, 20_000)).toEqual([]);
});

test('nor do three', { timeout }, () => {
  for (const last of LEXEMES) {
    const triples = PAIRS.map((pair) => pair + last);
    expect(overflowing(readData, triples, 1400)).toEqual([]);
  }
});
