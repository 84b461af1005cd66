import { describe, expect, test } from 'vitest';
import { RegexError } from '../../src/regex/regex-error.ts';
import { compileRegex } from '../../src/regex/regex.ts';

function problem(pattern: string): RegexError {
  try {
    compileRegex(pattern);
  } catch (error) {
    if (error instanceof RegexError) return error;
    throw error;
  }
  throw new Error(`/${pattern}/ was accepted`);
}

const nested = (depth: number): string => '('.repeat(depth) + 'a' + ')'.repeat(depth);

describe('a construct outside the common language is refused by name, at its place, with what to write instead', () => {
  test.each([
    ['a(?=b)', 1, 'lookahead (?=...)'],
    ['a(?!b)', 1, 'negative lookahead (?!...)'],
    ['(?<=a)b', 0, 'lookbehind (?<=...)'],
    ['(?<!a)b', 0, 'negative lookbehind (?<!...)'],
    [String.raw`(a)\1`, 3, String.raw`backreference \1`],
    ['(?P<n>a)(?P=n)', 8, 'named backreference (?P=name)'],
    ['(a)(?(1)b|c)', 3, 'conditional (?(group)yes|no)'],
    ['(?<n>a)', 0, 'group name (?<name>...)'],
    ['(?>a)', 0, 'atomic group (?>...)'],
    ['(?#c)a', 0, 'comment (?#...)'],
    [String.raw`a\Z`, 1, String.raw`end of text \Z`],
    [String.raw`a\z`, 1, String.raw`end of text \z`],
    [String.raw`\x{41}`, 0, String.raw`brace escape \x{...}`],
    [String.raw`\u{41}`, 0, String.raw`brace escape \u{...}`],
    [String.raw`\U{41}`, 0, String.raw`brace escape \U{...}`],
    [String.raw`\N{DIGIT ONE}`, 0, String.raw`named character \N{...}`],
    [String.raw`[\p{L}]`, 1, String.raw`Unicode property \p`],
    [String.raw`\b{start}a`, 0, String.raw`word boundary \b{...}`],
    [String.raw`\b{2}`, 0, String.raw`word boundary \b{...}`],
    [String.raw`\<a`, 0, String.raw`word boundary \<`],
    [String.raw`\07`, 0, 'octal escape'],
    ['a++', 2, 'possessive quantifier'],
    ['[[:alpha:]]', 1, 'POSIX class [:name:]'],
    ['[a[b]]', 2, 'nested class'],
    ['[a-z--b]', 4, 'class difference --'],
    ['[a&&b]', 2, 'class intersection &&'],
    ['[a~~b]', 2, 'class symmetric difference ~~'],
    [String.raw`[\b]`, 1, String.raw`\b inside a class`],
    ['(?a)b', 2, 'flag a (ASCII matching)'],
    ['(?U:b)', 2, 'flag U (swapped greediness)'],
    ['(?-u:b)', 3, 'flag -u (ASCII matching)'],
    ['(?-i)b', 0, 'global flag negation (?-...)'],
    ['a(?i)b', 1, 'flags in the middle of the pattern'],
    ['(?x)[a b]', 6, 'flag x with white space or # in a class'],
    ['(?x)a\u00A0b', 5, 'flag x with white space outside ASCII'],
    ['(?x)a#c\\\nb', 5, 'comment that ends in a backslash'],
  ])('%s', (pattern, index, name) => {
    const { message, index: found, hint } = problem(pattern);
    expect(message).toBe(
      `The regular expression uses the ${name}, which is not in the language that Python's re and Rust's regex share.`,
    );
    expect(found).toBe(index);
    expect(hint).toMatch(/\.$/);
  });
});

describe('a malformed pattern says what was expected and what was found', () => {
  test.each([
    ['', 0, 'The regular expression is empty; expected at least one character.'],
    ['(a', 0, 'The group is not closed; expected ")".'],
    ['a)', 1, 'The parenthesis ")" closes no group.'],
    ['x[a', 1, 'The class is not closed; expected "]".'],
    ['[]', 0, 'The class is not closed; expected "]".'],
    ['[z-a]', 1, 'The range z-a is upside down: its first character comes after its last.'],
    [String.raw`[\d-x]`, 1, String.raw`The range \d-x has a class for a bound; expected two characters.`],
    ['*a', 0, 'The quantifier "*" has nothing to repeat.'],
    ['a|+', 2, 'The quantifier "+" has nothing to repeat.'],
    ['^*', 1, 'The quantifier "*" has nothing to repeat.'],
    ['a**', 2, 'The quantifier "*" follows another quantifier.'],
    ['a{2}{3}', 4, 'The quantifier "{" follows another quantifier.'],
    ['(?x)a+ ?', 7, 'The quantifier "?" follows another quantifier.'],
    ['a{,2}', 1, 'The brace "{" begins no repetition; expected {n}, {n,} or {n,m}.'],
    ['a{3,2}', 1, 'The repetition {3,2} has its least count above its greatest.'],
    ['a\\', 1, 'The regular expression ends with a single backslash.'],
    [String.raw`\q`, 0, String.raw`The regular expression has an unknown escape \q.`],
    [String.raw`\é`, 0, String.raw`The regular expression has an unknown escape \é.`],
    [String.raw`\x4`, 0, String.raw`The escape \x needs 2 hexadecimal digits; found "\x4".`],
    [String.raw`\uD800`, 0, String.raw`The escape \uD800 is not a Unicode character (0 to 10FFFF without surrogates).`],
    [
      String.raw`\U00110000`,
      0,
      String.raw`The escape \U00110000 is not a Unicode character (0 to 10FFFF without surrogates).`,
    ],
    ['(?P<1>a)', 4, 'The group name is malformed; expected letters, digits and "_", then ">".'],
    ['(?P<n>a)(?P<n>b)', 12, 'The group name "n" is used twice.'],
    ['(?ii)a', 3, 'The flag i is given twice.'],
    ['(?i-:a)', 4, 'A flag is missing; expected i, m, s or x.'],
    ['(?q)a', 0, 'The group begins with (? but not with a known construct; expected (?:...), (?P<name>...) or flags.'],
  ])('%j', (pattern, index, message) => {
    const found = problem(pattern);
    expect(found.index).toBe(index);
    expect(found.message).toBe(message);
  });

  test('an index counts UTF-16 units', () => {
    expect(problem('😀(').index).toBe(2);
  });
});

describe('size', () => {
  test.each(['(a{1000}){1000}', 'a{1000000000}', '(?:){1000000000}', '((((((((((a*)+)+)+)+)+)+)+)+)+)+'])(
    '%s is refused before it is built',
    (pattern) => {
      expect(problem(pattern).message).toMatch('its repetitions expand to more than 20000 states');
    },
  );

  test('groups may be nested 250 deep, and the limit is an option', () => {
    expect(compileRegex(nested(250)).match('a')?.groups).toHaveLength(251);
    expect(problem(nested(251)).message).toBe('The groups are nested more than 250 deep.');
    expect(problem(nested(30_000)).message).toBe('The groups are nested more than 250 deep.');
    expect(() => compileRegex('((a))', { maxNesting: 1 })).toThrow('nested more than 1 deep');
    expect(() => compileRegex('a{9}', { maxStates: 10 })).toThrow('more than 10 states');
  });

  test('a pattern that is too long is refused before it is read', () => {
    expect(problem('a'.repeat(10_000_000)).message).toBe(
      'The regular expression is too long: 10000000 UTF-16 units, where 65536 are allowed.',
    );
    expect(() => compileRegex('abc', { maxLength: 2 })).toThrow('2 are allowed');
  });

  test('thousands of groups are refused, for each thread would carry all of them', () => {
    expect(problem('(a)'.repeat(4000)).message).toBe(
      'The regular expression is too large: 4000 groups in 4001 places.',
    );
  });
});
