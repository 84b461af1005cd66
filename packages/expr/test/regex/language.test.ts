import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../src/regex/regex.ts';
import { escapeRegex } from '../../src/regex/escape-regex.ts';

const all = (pattern: string, text: string): readonly string[] =>
  Array.from(compileRegex(pattern).findAll(text), ({ groups }) => groups[0]);

describe('characters', () => {
  test.each([
    [String.raw`\d`, '1٣५a²½', ['1', '٣', '५']],
    [String.raw`\D`, '1٣a²', ['a', '²']],
    [String.raw`\w`, 'aé_1٣²½一-\u0301\u200D', ['a', 'é', '_', '1', '٣', '²', '½', '一']],
    [String.raw`\W`, 'a-\u0301', ['-', '\u0301']],
    [String.raw`\s`, 'a \t\n\u001C\u0085\u00A0\u3000\u200B', [' ', '\t', '\n', '\u001C', '\u0085', '\u00A0', '\u3000']],
    [String.raw`\S`, ' a\u00A0', ['a']],
    ['.', 'a\n\r\u2028', ['a', '\r', '\u2028']],
    ['(?s).', 'a\n', ['a', '\n']],
    ['(?s:.).', 'a\na\n', ['\na']],
    [String.raw`\a\f\n\r\t\v`, '\u0007\f\n\r\t\v', ['\u0007\f\n\r\t\v']],
    [String.raw`\x41\u0042\U0001F600`, 'AB😀', ['AB😀']],
    [String.raw`\.\*\ \-\_\/`, '.* -_/', ['.* -_/']],
    [']}', ']}', [']}']],
  ])('%s', (pattern, text, expected) => {
    expect(all(pattern, text)).toEqual(expected);
  });
});

describe('classes', () => {
  test.each([
    ['[]a]', 'a]b', ['a', ']']],
    ['[^]a]', 'a]b', ['b']],
    ['[a-]', 'a-b', ['a', '-']],
    ['[-a]', 'a-b', ['a', '-']],
    ['[a-c-e]', 'abcde-', ['a', 'b', 'c', 'e', '-']],
    [String.raw`[\w-]`, 'a-é ', ['a', '-', 'é']],
    [String.raw`[^\W\d_]`, 'a1_é-', ['a', 'é']],
    [String.raw`[\W1]`, 'a1-', ['1', '-']],
    [String.raw`[\]\[\\^]`, '[]\\^a', ['[', ']', '\\', '^']],
    [String.raw`[\x41-\u0043]`, 'ABCD', ['A', 'B', 'C']],
    ['[.*$(|]', '.*$(|a', ['.', '*', '$', '(', '|']],
    ['(?i)[a-c]', 'aBd', ['a', 'B']],
    ['(?i)[^a-c]', 'aBd', ['d']],
    ['[^\n]', 'a\n', ['a']],
  ])('%s', (pattern, text, expected) => {
    expect(all(pattern, text)).toEqual(expected);
  });
});

describe('anchors', () => {
  test.each([
    ['^a', 'aa\na', [0]],
    ['(?m)^a', 'aa\na', [0, 3]],
    [String.raw`(?m)\Aa`, 'aa\na', [0]],
    ['a$', 'a\na\n', [2]],
    ['(?m)a$', 'a\na\n', [0, 2]],
    ['a$', 'a\n\n', []],
    ['$', 'a\n', [1, 2]],
    [String.raw`\bé`, 'é éé 😀é', [0, 2, 7]],
    [String.raw`é\B`, 'éé é', [0]],
    [String.raw`\b`, '', []],
    [String.raw`\B`, '', [0]],
    [String.raw`\ba`, '\uD83Da', [1]],
  ])('%s in %j', (pattern, text, expected) => {
    expect(Array.from(compileRegex(pattern).findAll(text), ({ start }) => start)).toEqual(expected);
  });
});

describe('flags', () => {
  test.each([
    ['(?i)straße', 'STRAẞE', ['STRAẞE']],
    ['(?i)k', 'kK\u212A', ['k', 'K', '\u212A']],
    ['(?i)Σ', 'σςΣ', ['σ', 'ς', 'Σ']],
    // The Turkish letters fold to nothing else: Rust's reading; Python's equates them with i.
    ['(?i)i', 'iIİı', ['i', 'I']],
    ['a(?i:b)c', 'aBc aBC', ['aBc']],
    ['(?i)a(?-i:b)', 'Ab AB', ['Ab']],
    ['(?i)(?s)a.', 'A\n', ['A\n']],
    ['(?im-s:^a.)', 'b\nAc', ['Ac']],
    ['(?u)é', 'é', ['é']],
    [
      String.raw`(?x) a b # comment
      \  c`,
      'ab c',
      ['ab c'],
    ],
    ['(?x: a )b c', 'ab c', ['ab c']],
    ['(?x)a(?-x: b)', 'a b', ['a b']],
    ['(?P<first>a)(?P<second_2>b)', 'ab', ['ab']],
  ])('%s', (pattern, text, expected) => {
    expect(all(pattern, text)).toEqual(expected);
  });
});

describe('quantifiers', () => {
  test.each([
    ['a{2}', 'aaaaa', ['aa', 'aa']],
    ['a{2,}', 'aaaaa', ['aaaaa']],
    ['a{1,2}', 'aaa', ['aa', 'a']],
    ['a{1,2}?', 'aaa', ['a', 'a', 'a']],
    ['a{0}b', 'ab', ['b']],
    ['a+?b', 'aab', ['aab']],
    ['<.+?>', '<a><b>', ['<a>', '<b>']],
    ['(?:ab|a)*?c', 'aabc', ['aabc']],
    ['(?:^)*a', 'a', ['a']],
    ['(?:)+a', 'a', ['a']],
  ])('%s', (pattern, text, expected) => {
    expect(all(pattern, text)).toEqual(expected);
  });
});

test('escapeRegex escapes what Python escapes', () => {
  expect(escapeRegex('file[1].txt')).toBe(String.raw`file\[1\]\.txt`);
  const printable = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => index + 32));
  expect(escapeRegex(`${printable}\t\né`)).toBe(
    String.raw`\ !"\#\$%\&'\(\)\*\+,\-\./0123456789:;<=>\?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\[\\\]\^_${'`'}abcdefghijklmnopqrstuvwxyz\{\|\}\~` +
      '\\\t\\\né',
  );
});
