import { Expression } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { noSymbols, problem, result } from '../evaluate/evaluating.ts';

describe('literals', () => {
  test.each([
    ['42', 'int 42'],
    ['0x2A', 'int 42'],
    ['0X_2a', 'int 42'],
    ['0o52', 'int 42'],
    ['0B10_1010', 'int 42'],
    ['1_000_000', 'int 1000000'],
    ['00', 'int 0'],
    ['9223372036854775807', 'int 9223372036854775807'],
    ['-9223372036854775808', 'int -9223372036854775808'],
    ['3.14', 'float 3.14'],
    ['1.50', 'float 1.50'],
    ['1_0.5_0', 'float 10.5'],
    ['1e10', 'float 1e10'],
    ['1.5E-3', 'float 1.5E-3'],
    ['5.', 'float 5.0'],
    ['.5', 'float 0.5'],
    ['007.5', 'float 7.5'],
    ['true', 'bool true'],
    ['False', 'bool false'],
    ['None', 'nulltype null'],
    ['null', 'nulltype null'],
    ["'single'", 'string "single"'],
    ['"double"', 'string "double"'],
    ["'''a\n'b'''", String.raw`string "a\n'b"`],
    ['"""a"b"""', String.raw`string "a\"b"`],
    [String.raw`r'\n\''`, String.raw`string "\\n\\'"`],
    [String.raw`R"""\x"""`, String.raw`string "\\x"`],
    ["''", 'string ""'],
    ["''''''", 'string ""'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  test.each([
    [String.raw`'\\\'\"'`, String.raw`\'"`],
    [String.raw`'\a\b\f\n\r\t\v'`, '\u0007\b\f\n\r\t\v'],
    [String.raw`'\x41\u00e9\U0001F600'`, 'Aé😀'],
    [String.raw`'\101\0'`, 'A\0'],
    [String.raw`'\N{BULLET}\N{latin small letter z}'`, '•z'],
    [String.raw`'\q\d'`, String.raw`\q\d`],
    ["'a\\\nb'", 'ab'],
    ["'a\\\r\nb'", 'ab'],
  ])('the escapes of %s', (source, expected) => {
    expect(Expression.parse(source).evaluate(noSymbols)).toEqual({
      kind: 'string',
      value: expected,
    });
  });
});

describe('precedence', () => {
  test.each([
    ['2 + 3 * 4', 'int 14'],
    ['(2 + 3) * 4', 'int 20'],
    ['-2 ** 2', 'int -4'],
    ['(-2) ** 2', 'int 4'],
    ['2 ** 3 ** 2', 'int 512'],
    ['2 ** -1', 'float 0.5'],
    ['10 - 4 - 3', 'int 3'],
    ['100 // 10 // 5', 'int 2'],
    ['1 + 2 < 2 + 3', 'bool true'],
    ['not 1 == 2', 'bool true'],
    ['true or false and false', 'bool true'],
    ['not true or true', 'bool true'],
    ['1 if false else 2 if false else 3', 'int 3'],
    ['1 < 2 < 3 != 4', 'bool true'],
    ['3 not in [1] in [[true]] if false else 0', 'int 0'],
    ['- - 1', 'int 1'],
    ["'a' + 'b' in 'abc'", 'bool true'],
    ['5.5.string()', 'string "5.5"'],
    ['(5).string()', 'string "5"'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  test('an expression may span lines', () => {
    expect(result('\n[\n  x * 2\r\n  for x in [1, 2,\t3]\n  if x > 1\n]\n')).toBe('list[int] [4, 6]');
  });
});

describe('what is not part of the language is refused by its name', () => {
  test.each([
    ['lambda x: x', 'a lambda expression'],
    ['await x', 'an await expression'],
    ['yield', 'a yield expression'],
    ['{1: 2}', 'a dict'],
    ['{}', 'a dict'],
    ['{1, 2}', 'a dict or a set'],
    ['()', 'a tuple'],
    ['(1, 2)', 'a tuple'],
    ['[1][0, 1]', 'a tuple'],
    ['max(a=1)', 'a keyword argument'],
    ['max(*[1])', "the unpacking operator '*'"],
    ['[*a]', "the unpacking operator '*'"],
    ['x := 1', "the assignment operator ':='"],
    ['x = 1', "an assignment with '='"],
    ['1 & 2', "the bitwise operator '&'"],
    ['1 | 2', "the bitwise operator '|'"],
    ['1 ^ 2', "the bitwise operator '^'"],
    ['~1', "the bitwise operator '~'"],
    ['1 << 2', "the shift operator '<<'"],
    ['1 >> 2', "the shift operator '>>'"],
    ['a @ b', "the matrix operator '@'"],
    ['1 is 2', "the operator 'is'"],
    ['1 <> 2', "the operator '<>'"],
    ['[x for x in a for y in b]', "a second 'for'"],
    ['[x for x in a if b if c]', "a second 'if'"],
    ['[x for x, y in a]', 'several loop variables'],
    ['(x for x in a)', 'a generator expression'],
    ['max(x for x in a)', 'a generator expression'],
    ["f'{x}'", "'f'"],
    ["b'x'", "'b'"],
    ["Rb'x'", "'rb'"],
    ["u'x'", "'u'"],
    ['2j', 'the complex number 2j'],
  ])('%s', (source, name) => {
    const { code, message } = problem(source);
    expect(code).toBe('expr-unsupported-syntax');
    expect(message).toContain(name);
  });
});

describe('what is malformed is refused where it is', () => {
  test.each([
    ['', 'expr-syntax', 0, 0],
    ['1 +', 'expr-syntax', 3, 3],
    ['1 2', 'expr-syntax', 2, 3],
    ['(1', 'expr-syntax', 2, 2],
    ['[1, , 2]', 'expr-syntax', 4, 5],
    ['[1, 2', 'expr-syntax', 5, 5],
    ['if', 'expr-syntax', 0, 2],
    ['1 if 2', 'expr-syntax', 6, 6],
    ['a..b', 'expr-syntax', 2, 3],
    ['a.1', 'expr-syntax', 1, 3],
    ['[1][]', 'expr-syntax', 4, 5],
    ['[1][1:2:3:4]', 'expr-syntax', 9, 10],
    ["'a' 'b'", 'expr-syntax', 4, 7],
    ['a ? b', 'expr-syntax', 2, 3],
    ['1 # one', 'expr-syntax', 2, 3],
    ['a.b(1)(2)', 'expr-syntax', 6, 7],
    ['a.b.c()()', 'expr-syntax', 7, 8],
    ["('a')()", 'expr-syntax', 5, 6],
    ['x é', 'expr-syntax', 2, 3],
    ['[x for 1 in a]', 'expr-syntax', 7, 8],
    ['[x for in in a]', 'expr-syntax', 7, 9],
    ['[x for x of a]', 'expr-syntax', 9, 11],
    ['[X for X in a]', 'expr-name', 7, 8],
    ['[[x for x in [1]] for x in [2]]', 'expr-shadowed-name', 8, 9],
    ['007', 'expr-number-literal', 0, 3],
    ['0_7', 'expr-number-literal', 0, 3],
    ['1__0', 'expr-number-literal', 0, 4],
    ['1_', 'expr-number-literal', 0, 2],
    ['0x', 'expr-number-literal', 0, 2],
    ['0b12', 'expr-number-literal', 0, 4],
    ['1e', 'expr-number-literal', 0, 2],
    ['1.foo', 'expr-number-literal', 0, 5],
    ['12ab', 'expr-number-literal', 0, 4],
    ['1e999', 'expr-not-finite', 0, 5],
    ['9223372036854775808', 'expr-overflow', 0, 19],
    ['-9223372036854775808 ** 2', 'expr-overflow', 1, 20],
    ["'abc", 'expr-string-literal', 0, 4],
    ["'a\nb'", 'expr-string-literal', 0, 2],
    ["'''abc''", 'expr-string-literal', 0, 8],
    [String.raw`'\x1'`, 'expr-string-literal', 1, 5],
    [String.raw`'\u12'`, 'expr-string-literal', 1, 6],
    [String.raw`'\U00110000'`, 'expr-string-literal', 1, 11],
    [String.raw`'\ud83d\ude00'`, 'expr-string-literal', 1, 7],
    [String.raw`'\N{NO SUCH NAME}'`, 'expr-string-literal', 1, 17],
    [String.raw`'\N'`, 'expr-string-literal', 1, 3],
  ])('%j: %s at %i to %i', (source, code, start, end) => {
    expect(problem(source)).toMatchObject({ code, span: { start, end } });
  });

  test('refusals say what to do', () => {
    expect(problem('1.foo').hint).toBe('write (1).foo: the dot is read as a decimal point');
    expect(problem('007').hint).toBe('write 0o7 for an octal number');
    expect(problem("'a' 'b'").hint).toBe('join strings with +');
    expect(problem('a ? b').hint).toBe("write 'a if condition else b' to choose");
    expect(problem("'a\nb'").hint).toBe('a string over several lines stands between triple quotes');
    expect(problem("'a + 1").hint).toBe(undefined);
  });
});

describe('names', () => {
  test('are collected in the order of the text, without functions, methods and loop variables', () => {
    const expression = Expression.parse(
      'min(Param.A, [x + Param.B for x in Param.Items if x > y.z][Param.I]) + Param.File.stem.upper() + x',
    );
    expect(expression.references.map(({ name }) => name)).toEqual([
      'Param.A',
      'Param.B',
      'Param.Items',
      'y.z',
      'Param.I',
      'Param.File.stem',
      'x',
    ]);
    expect([...expression.calls].toSorted()).toEqual(['min', 'upper']);
  });

  test('of every construct are found', () => {
    const expression = Expression.parse('(a and not b or -c ** d) if e < f in g else h[i:j:k].l(m)[n].o');
    expect(expression.references.map(({ name }) => name).join('')).toBe('abcdefghijkmn');
  });

  test('may be keywords after a dot', () => {
    const names = Expression.parse('Param.if + Param.True + Param.not.in').references.map(({ name }) => name);
    expect(names).toEqual(['Param.if', 'Param.True', 'Param.not.in']);
  });
});
