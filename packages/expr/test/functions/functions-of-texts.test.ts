import { Expression, pathValue } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { noSymbols, problem, result } from '../evaluate/evaluating.ts';

describe('texts', () => {
  test.each([
    ["'straße'.upper()", '"STRASSE"'],
    ["'ΑΣ'.lower()", '"ας"'],
    ["'ﬁx'.capitalize()", '"Fix"'],
    ["'ǆabc'.title()", '"ǅabc"'],
    [`"they're".title()`, `"They'Re"`],
    ["'ᾳ'.title()", '"ᾼ"'],
    ["'ΑΣ ΑΣ'.title()", '"Ας Ας"'],
    ["'აბგ'.title()", '"აბგ"'],
    ["'ŉa'.title()", '"ʼNa"'],
    [String.raw`'ΑΣ\u200bα'.title()`, '"Ασ\u200bΑ"'],
    ["'ᾷ'.capitalize()", '"Α\u0342\u0345"'],
    ["'İx'.capitalize()", '"İx"'],
    ["''.capitalize()", '""'],
    ["'😀a😀'.strip('😀')", '"a"'],
    [String.raw`'\x1c a\u3000'.strip()`, '"a"'],
    ["'abcba'.lstrip('ab')", '"cba"'],
    ["'x'.strip('')", '"x"'],
    ["'abc'.removesuffix('')", '"abc"'],
    ["'ab'.center(5)", '"  ab "'],
    ["'abc'.center(6)", '" abc  "'],
    ["'abc'.ljust(-5)", '"abc"'],
    ["'+1'.zfill(5)", '"+0001"'],
    ['(3.140).zfill(8)', '"0003.140"'],
    ['(-5).zfill(4)', '"-005"'],
    ["'aaa'.replace('aa', 'b')", '"ba"'],
    ["[path('/a'), path('b')].join(':')", '"/a:b"'],
    ["[].join(',')", '""'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(`string ${expected}`);
  });

  test.each([
    ["' a  b '.split()", '["a", "b"]'],
    ["' a  b '.split(' ')", '["", "a", "", "b", ""]'],
    ["''.split()", '[]'],
    ["''.split(',')", '[""]'],
    ["'a,b,c'.split(',', 0)", '["a,b,c"]'],
    ["'a,b,c'.split(',', -1)", '["a", "b", "c"]'],
    ["'a,b,c'.rsplit(',', 1)", '["a,b", "c"]'],
    ["'aaa'.rsplit('aa')", '["a", ""]'],
    ["'aaa'.split('aa')", '["", "a"]'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(`list[string] ${expected}`);
  });

  test.each([
    ["'²'.isdigit()", true],
    ["'٣'.isdigit()", true],
    ["'½'.isdigit()", false],
    ["'½'.isalnum()", true],
    ["'Ⅷ'.isalpha()", false],
    ["'Ⅷ'.isupper()", true],
    ["'ǅ'.isupper()", false],
    ["'1'.isupper()", false],
    ["'ª'.islower()", true],
    [String.raw`'\u200b'.isspace()`, false],
    [String.raw`'\u00a0\x85'.isspace()`, true],
    ["''.isspace()", false],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(`bool ${expected}`);
  });

  test.each([
    ["'😀a'.find('a')", 1],
    ["'😀a😀a'.rfind('a')", 3],
    ["'abc'.find('z')", -1],
    ["'aaaa'.count('aa')", 2],
    ["len('😀é')", 2],
  ])('%s is %i', (source, expected) => {
    expect(result(source)).toBe(`int ${expected}`);
  });

  test.each([
    "'abc'.index('z')",
    "'abc'.rindex('z')",
    "'abc'.find('')",
    "'abc'.count('')",
    "'abc'.replace('', 'x')",
    "'abc'.split('')",
    "'abc'.rsplit('')",
  ])('%s is refused', (source) => {
    expect(problem(source).code).toBe('expr-invalid-value');
  });
});

describe('regular expressions', () => {
  test.each([
    ["re_match('a', '(a)|(b)')", 'list[string] ["a", "a", ""]'],
    ["re_match('ba', 'a')", 'nulltype null'],
    ["re_search('ba', 'a')", 'list[string] ["a"]'],
    ["re_findall('ab', '(a)|(b)')", 'list[list[string]] [["a", ""], ["", "b"]]'],
    ["re_findall('ab', '(z)')", 'list[string] []'],
    ["re_findall('ab', 'x*')", 'list[string] ["", "", ""]'],
    [String.raw`re_split('a1b2', r'(\d)')`, 'list[string] ["a", "b", ""]'],
    [String.raw`re_split('a1b2', r'\d', -1)`, 'list[string] ["a1b2"]'],
    ["re_sub('a.b', re_escape('.'), '$')", 'string "a$b"'],
    [String.raw`re_sub('ab', 'b', r'\n')`, String.raw`string "a\\n"`],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  test.each([
    ["re_match('a', '')", 'expr-invalid-regex'],
    ["re_match('a', '(')", 'expr-invalid-regex'],
    ["re_match('a', 'a(?=b)')", 'expr-invalid-regex'],
    [String.raw`re_sub('a', 'a', r'\1')`, 'expr-invalid-value'],
    ["re_sub('a', 'a', '${1}')", 'expr-invalid-value'],
    ["re_sub('a', 'a', '$0')", 'expr-invalid-value'],
    [String.raw`re_sub('a', 'a', r'\g<n>')`, 'expr-invalid-value'],
  ])('%s is refused with %s', (source, code) => {
    expect(problem(source).code).toBe(code);
  });
});

describe('serialisers', () => {
  test.each([
    [`repr_sh("it's")`, `'it'"'"'s'`],
    ["repr_sh('')", "''"],
    ["repr_sh('a=b,c')", 'a=b,c'],
    ["repr_sh('é')", "'é'"],
    ["repr_sh([path('/a b'), 'c'])", "'/a b' c"],
    ['repr_sh([])', ''],
    ["repr_cmd('')", '""'],
    ["repr_cmd('a ^ b')", '"a ^^ b"'],
    [`repr_cmd('a"b')`, '"a^"b"'],
    ["repr_cmd('hello!')", '"hello^^!"'],
    ["repr_cmd('100%')", '"100%%"'],
    [String.raw`repr_cmd('a\nb')`, '"ab"'],
    ["repr_cmd(['a', 'b c'])", 'a "b c"'],
    [`repr_pwsh("it's ‘x’")`, "'it''s ‘‘x’’'"],
    ['repr_pwsh(1.50)', '1.50'],
    ["repr_pwsh(range_expr('1-10'))", "'1-10'"],
    ['repr_pwsh([[1, 2]])', '@(,@(1, 2))'],
    ['repr_pwsh([[1], [2]])', '@(@(1), @(2))'],
    ['repr_pwsh([true, false])', '@($true, $false)'],
    [`repr_py("it's")`, `"it's"`],
    [`repr_py('it\\'s "x"')`, `'it\\'s "x"'`],
    [String.raw`repr_py('\\\n\x00\x7f\xa0\u2028é😀\U000e0001 ')`, String.raw`'\\\n\x00\x7f\xa0\u2028é😀\U000e0001 '`],
    ['repr_py(null)', 'None'],
    ['repr_py([[true], [false]])', '[[True], [False]]'],
    ["repr_py([path('/a'), path('b')])", "['/a', 'b']"],
    ['repr_json(null)', 'null'],
    [String.raw`repr_json('\x7f')`, String.raw`"\u007f"`],
    ["repr_json('é😀')", String.raw`"\u00e9\ud83d\ude00"`],
    ['repr_json(1.e5)', '100000.0'],
    ["repr_json([range_expr('1-3')])", '["1-3"]'],
  ])('%s is %s', (source, expected) => {
    expect(Expression.parse(source).evaluate(noSymbols)).toEqual({ kind: 'string', value: expected });
  });

  test('take what they can write', () => {
    expect(problem('repr_sh(5)').code).toBe('expr-no-matching-signature');
    expect(problem('repr_cmd([1])').code).toBe('expr-no-matching-signature');
    expect(problem('repr_pwsh(null)').code).toBe('expr-no-matching-signature');
  });
});

describe('paths', () => {
  test.each([
    ["path('/a/b.tar.gz').stem", 'string "b.tar"'],
    ["path('/a/b.tar.gz').suffixes", 'list[string] [".tar", ".gz"]'],
    ["path('.bashrc').suffix", 'string ""'],
    ["path('a.').suffixes", 'list[string] []'],
    ["path('/').parent", 'path "/"'],
    ["path('a').parent", 'path "."'],
    ["path('/').name", 'string ""'],
    ["path('/a').parts", 'list[string] ["/", "a"]'],
    ["path('s3://b/k/').parts", 'list[string] ["s3://b", "k", ""]'],
    ["path('s3://b').parent", 'path "s3://b"'],
    ["path('s3://b/a//b').parent", 'path "s3://b/a/"'],
    ["path(path('s3://b/a//b').parts)", 'path "s3://b/a//b"'],
    ["path(['/a', 'b', '/c'])", 'path "/c"'],
    ['path([])', 'path "."'],
    ["path('/a') / 's3://b/c'", 'path "s3://b/c"'],
    ["path('s3://b/d/') / 'f'", 'path "s3://b/d/f"'],
    ["path('/a/b.c').with_name('x')", 'path "/a/x"'],
    ["path('/a/b.tar.gz').with_stem('x')", 'path "/a/x.gz"'],
    ["path('/a/b.tar.gz').with_suffix('')", 'path "/a/b.tar"'],
    ["path('s3://b/k.a').with_suffix('.z')", 'path "s3://b/k.z"'],
    ["path('/a/b').relative_to('/a')", 'path "b"'],
    ["path('/a').relative_to('/a')", 'path "."'],
    ["path('a').relative_to('')", 'path "a"'],
    ["path('s3://b/k/x').relative_to(path('s3://b/k/'))", 'path "x"'],
    ["path('s3://b/kx').is_relative_to('s3://b/k')", 'bool false'],
    ["path('/a').is_relative_to('s3://b')", 'bool false'],
    ["path('a').is_absolute()", 'bool false'],
    ["path('a/b').as_posix()", 'string "a/b"'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  test.each([
    ["path('/').with_name('x')", 'expr-invalid-value'],
    ["path('/a').with_name('x/y')", 'expr-invalid-value'],
    ["path('/a').with_name('')", 'expr-invalid-value'],
    ["path('/a').with_name('.')", 'expr-invalid-value'],
    ["path('/a.b').with_stem('')", 'expr-invalid-value'],
    ["path('/a').with_suffix('exr')", 'expr-invalid-value'],
    ["path('/a').with_suffix('.')", 'expr-invalid-value'],
    ["path('/a').relative_to('/b')", 'expr-invalid-value'],
    ["path('a_%033d').with_number(1)", 'expr-invalid-value'],
    ["is_absolute('/a')", 'expr-no-matching-signature'],
  ])('%s is refused with %s', (source, code) => {
    expect(problem(source).code).toBe(code);
  });

  test.each([
    ['file_003.exr', '72', 'file_072.exr'],
    ['file_%d.exr', '72', 'file_72.exr'],
    ['file_%04d.exr', '72', 'file_0072.exr'],
    ['file_######.exr', '72', 'file_000072.exr'],
    ['file_###.exr', '10000', 'file_10000.exr'],
    ['file.exr', '72', 'file_0072.exr'],
    ['render.0001.exr', '72', 'render.0072.exr'],
    ['shot010_final.exr', '7', 'shot007_final.exr'],
    ['file_003.exr', '-1', 'file_-01.exr'],
    ['file_%04d.exr', '-5', 'file_-005.exr'],
    ['dir/0001/a', '5', 'dir/0001/a_0005'],
    ['a_%04d_##.exr', '5', 'a_%04d_05.exr'],
    ['s3://b/k_01.exr', '5', 's3://b/k_05.exr'],
  ])('%s with number %s is %s', (name, number, expected) => {
    expect(result(`'${name}'.with_number(${number})`)).toBe(`string "${expected}"`);
    expect(result(`path('${name}').with_number(${number})`)).toBe(`path "${expected}"`);
  });

  test('follow the rules of Windows where the evaluation does', () => {
    const windows = { ...noSymbols, pathFormat: 'WINDOWS' } as const;
    const evaluate = (source: string) => Expression.parse(source).evaluate(windows);
    expect(evaluate("path('c:/a') / 'b' / 'c.d'")).toEqual(pathValue('c:\\a\\b\\c.d', 'WINDOWS'));
    expect(evaluate("path('c:/a/b').as_posix()")).toMatchObject({ value: 'c:/a/b' });
    expect(evaluate("path('C:/A/b').relative_to('c:/a')")).toEqual(pathValue('b', 'WINDOWS'));
    expect(evaluate("path('//srv/share/a').parts[0]")).toMatchObject({ value: '\\\\srv\\share\\' });
    expect(evaluate("path('s3://b/c') / 'd'")).toEqual(pathValue('s3://b/c/d', 'WINDOWS'));
    expect(problem("path('a').with_name('c:')", windows).code).toBe('expr-invalid-value');
    expect(problem(String.raw`path('a').with_name('x\\y')`, windows).code).toBe('expr-invalid-value');
  });
});
