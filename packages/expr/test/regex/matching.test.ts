import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../src/regex/regex.ts';

const groups = (pattern: string, text: string) => compileRegex(pattern).search(text)?.groups;
const all = (pattern: string, text: string) =>
  Array.from(compileRegex(pattern).findAll(text), (match) => match.groups[0]);

describe('search and match', () => {
  test('search finds the leftmost match and its groups', () => {
    expect(compileRegex(String.raw`_v(\d+)`).search('asset_v042_final.abc')).toEqual({
      start: 5,
      end: 10,
      groups: ['_v042', '042'],
    });
  });

  test('match only looks at the start of the text', () => {
    const version = compileRegex(String.raw`v(\d+)`);
    expect(version.match('v042_final')?.groups).toEqual(['v042', '042']);
    expect(version.match('asset_v042')).toBeUndefined();
  });

  test('match does not take ^ of the flag m for the start of the text', () => {
    expect(compileRegex('(?m)^b').match('a\nb')).toBeUndefined();
    expect(compileRegex('(?m)^b').search('a\nb')?.start).toBe(2);
  });

  test('a group that took no part is undefined', () => {
    expect(groups('(a)|(b)', 'b')).toEqual(['b', undefined, 'b']);
  });

  test('offsets are UTF-16 units, and a dot is a whole code point', () => {
    expect(compileRegex('b').search('😀😀b')).toEqual({ start: 4, end: 5, groups: ['b'] });
    expect(all('.', '😀a')).toEqual(['😀', 'a']);
    expect(all('[😀-😂]', 'x😁😄')).toEqual(['😁']);
  });

  test.each([
    ['a|ab', 'ab', ['a']],
    ['ab|a', 'ab', ['ab']],
    ['(a|ab)(c|bcd)', 'abcd', ['abcd', 'a', 'bcd']],
    ['(a*)(a*)', 'aa', ['aa', 'aa', '']],
    ['(a*?)(a*)', 'aa', ['aa', '', 'aa']],
    ['(a{1,2})(a*)', 'aaa', ['aaa', 'aa', 'a']],
    ['(a{1,2}?)(a*)', 'aaa', ['aaa', 'a', 'aa']],
    ['(?:(a)|b)*', 'ab', ['ab', 'a']],
  ])('%s prefers what comes first, not what is longest', (pattern, text, expected) => {
    expect(groups(pattern, text)).toEqual(expected);
  });

  // Expected values as CPython 3.11 gives them.
  test.each([
    ['(a*)*', 'a', ['a', '']],
    ['(a|b*)*', 'b', ['b', '']],
    ['(a|)+', 'b', ['', '']],
    ['(?:(^)|a)+$', 'a', ['a', '']],
    ['((a*)*)*', 'aa', ['aa', '', '']],
    ['(a|(b?))*c', 'abc', ['abc', '', '']],
    ['(?:(a)|(b?))*?c', 'ac', ['ac', 'a', undefined]],
  ])('%s ends a loop at its first empty iteration, as Python', (pattern, text, expected) => {
    expect(groups(pattern, text)).toEqual(expected);
  });
});

describe('all matches', () => {
  test('an empty match may touch a match that is not empty', () => {
    expect(all('x*', 'abxc')).toEqual(['', '', 'x', '', '']);
    expect(all('|a', 'aa')).toEqual(['', 'a', '', 'a', '']);
  });

  test('replace takes the replacement as it is', () => {
    expect(compileRegex(String.raw`\d+`).replace('frame_001', '002')).toBe('frame_002');
    expect(compileRegex('(a)').replace('banana', String.raw`$1\1$&`)).toBe(String.raw`b$1\1$&n$1\1$&n$1\1$&`);
    expect(compileRegex('x*').replace('abxc', '-')).toBe('-a-b--c-');
  });

  test('split gives the texts between the matches, without the captured ones', () => {
    expect(compileRegex('(,) *').split('a, b,c')).toEqual(['a', 'b', 'c']);
    expect(compileRegex('x').split('abxcxd', 1)).toEqual(['ab', 'cxd']);
    expect(compileRegex('x').split('abxcxd', 0)).toEqual(['ab', 'c', 'd']);
    expect(compileRegex('x').split('abxcxd', -1)).toEqual(['abxcxd']);
    expect(compileRegex('x').split('')).toEqual(['']);
  });
});
