import { Expression, FormatString, parseType, stringValue, SymbolTable, typeText, unresolvedValue } from '@ojd/expr';
import { describe, expect, test } from 'vitest';

const symbols = new SymbolTable().set('known', stringValue('abc'));
const TYPES = {
  i: 'int',
  f: 'float',
  s: 'string',
  p: 'path',
  b: 'bool',
  r: 'range_expr',
  l: 'list[int]',
  ls: 'list[string]',
  ll: 'list[list[int]]',
  o: 'int?',
  u: 'int | string',
  n: 'nulltype',
  a: 'any',
};
for (const [name, type] of Object.entries(TYPES)) symbols.set(`U.${name}`, unresolvedValue(parseType(type)));
const context = { symbols, pathFormat: 'POSIX' } as const;
const check = (source: string) => Expression.parse(source).check(context);

describe('what depends on something unresolved has a type', () => {
  test.each([
    ['U.i + 1', 'int'],
    ['U.i + 1.5', 'float'],
    ['U.u + 1', 'int'],
    ["U.u + 'a'", 'string'],
    ['U.u.upper()', 'string'],
    ['U.p / U.s', 'path'],
    ['U.p + U.s', 'path'],
    ['U.p.stem', 'string'],
    ['U.p.parts[0]', 'string'],
    ['U.a + 1', 'float | int'],
    ['U.a.stem', 'string'],
    ['U.l[0]', 'int'],
    ['[1, 2][U.i]', 'int'],
    ['U.ll[0][U.i]', 'int'],
    ['U.r[::2]', 'list[int] | range_expr'],
    ['U.l + [1.5]', 'list[float]'],
    ['U.r + U.r', 'list[int]'],
    ['flatten(U.ll)', 'list[int]'],
    ['[x * 2 for x in U.l]', 'list[int]'],
    ['[x for x in U.r]', 'list[int]'],
    ['[x for x in U.a]', 'list[any]'],
    ['[x for x in [1, 2] if U.b]', 'list[int]'],
    ['[x for x in range(3) if x > U.i]', 'list[int]'],
    ['[10 // x for x in [0, 1] if x != U.i]', 'list[int]'],
    ['[U.i, 2.5]', 'list[float]'],
    ['[U.u, 1]', 'list[int]'],
    ['[U.o]', 'list[int]'],
    ['[U.l, []]', 'list[list[int]]'],
    ['min(U.i, 2.5)', 'float'],
    ['round(U.f, U.i)', 'float | int'],
    ['re_search(U.s, "a")', 'list[string]?'],
    ['fail(U.s)', 'noreturn'],
    ['string(U.u)', 'string'],
    ['U.s * 3', 'string'],
    ["U.i == 'a'", 'bool'],
    ['U.i < 5 < U.f', 'bool'],
    ['U.u in [1]', 'bool'],
  ])('%s: %s', (source, type) => {
    const { problems, type: found, value } = check(source);
    expect(problems).toEqual([]);
    expect(typeText(found)).toBe(type);
    expect(value.kind).toBe('unresolved');
  });
});

describe('a condition that is unresolved tries both branches', () => {
  test.each([
    ["1 if U.b else 'a'", 'int | string'],
    ["1 + 'a' if U.b else 2", 'int'],
    ['1 if U.b else 1 // 0', 'int'],
    ["fail('no') if U.b else 2", 'int'],
    ["'a' if U.b else 'b' if U.b else 3", 'int | string'],
    ["'a' if U.b else 1 if 1 + 'a' else 3", 'string'],
    ["U.b or fail('no')", 'bool'],
    ["U.b or 1 + 'a'", 'bool'],
    ['U.b and 5', 'bool | int'],
    ['U.o or 5', 'int'],
    ['U.o and 5', 'int?'],
    ['U.i or fail("never tried")', 'int'],
    ["U.i < 5 < 'a'", 'bool'],
    ['U.b or fail(U.s)', 'bool'],
    ['U.b or U.o or U.s', 'bool | int | string'],
    ['fail(U.s) or 1', 'noreturn'],
  ])('%s: %s', (source, type) => {
    const { problems, type: found } = check(source);
    expect(problems).toEqual([]);
    expect(typeText(found)).toBe(type);
  });

  test('and reports both when both fail', () => {
    expect(check("1 + 'a' if U.b else 1 // 0").problems.map(({ code }) => code)).toEqual([
      'expr-no-matching-signature',
      'expr-division-by-zero',
    ]);
  });

  test('but a limit that one breaks is broken', () => {
    expect(check("'a' * 10000000000 if U.b else 2").problems).toMatchObject([{ code: 'expr-limit-memory' }]);
  });
});

describe('what is wrong whatever the value is found', () => {
  test.each([
    ['U.i.upper()', 'expr-no-matching-signature'],
    ['U.i + U.s', 'expr-no-matching-signature'],
    ['sum(U.ls)', 'expr-no-matching-signature'],
    ["U.l + ['a']", 'expr-no-matching-signature'],
    ["U.i in ['a']", 'expr-no-matching-signature'],
    ["5 < 'a' < U.i", 'expr-no-matching-signature'],
    ['not U.i', 'expr-no-matching-signature'],
    ['U.s.stem', 'expr-unknown-property'],
    ['U.a.foo', 'expr-unknown-property'],
    ['1 if U.i else 2', 'expr-type-mismatch'],
    ['[x for x in U.s]', 'expr-type-mismatch'],
    ["[U.i, 'a']", 'expr-mixed-list'],
    ['[U.n]', 'expr-null-in-list'],
    ['[[U.l]]', 'expr-list-too-deep'],
    ['U.i // 0', 'expr-division-by-zero'],
    ['U.f % 0.0', 'expr-division-by-zero'],
    ['U.i / 0', 'expr-division-by-zero'],
    ["re_match(U.s, '(a')", 'expr-invalid-regex'],
    ["re_sub(U.s, '[', 'x')", 'expr-invalid-regex'],
    ['U.missing', 'expr-unknown-symbol'],
    ['U.i + 1 // 0', 'expr-division-by-zero'],
  ])('%s: %s', (source, code) => {
    expect(check(source).problems).toMatchObject([{ code }]);
  });
});

test('what depends on nothing unresolved is computed', () => {
  expect(check('known.upper()').value).toEqual(stringValue('ABC'));
  expect(check('U.n or known').value).toEqual(stringValue('abc'));
  expect(check('known if true else U.s').value).toEqual(stringValue('abc'));
});

test('a target is checked against the possible types', () => {
  expect(Expression.parse('U.u').check(context, parseType('int')).problems).toEqual([]);
  expect(Expression.parse('U.l').check(context, parseType('int'))).toMatchObject({
    type: { kind: 'int' },
    problems: [{ code: 'expr-type-mismatch', message: 'Expected int, found a value of type list[int]' }],
  });
  expect(Expression.parse('1 if U.b else "a"').check(context, parseType('string')).type.kind).toBe('string');
});

test('a format string is checked expression by expression, with places in its own text', () => {
  const format = FormatString.parse('a {{ U.i + U.s }} b {{ U.i }} {{ U.x }}');
  const { type, problems } = format.check(context);
  expect(type.kind).toBe('string');
  expect(problems.map(({ code, span }) => [code, span.start])).toEqual([
    ['expr-no-matching-signature', 5],
    ['expr-unknown-symbol', 33],
  ]);
});

test('text around an expression makes a string of it, in which null is nothing', () => {
  const text = (source: string) => FormatString.parse(source).resolve(context);
  expect(text('n:{{ null }}|l:{{ [1, 2] }}|f:{{ 1.50 }}|b:{{ true }}')).toBe('n:|l:[1, 2]|f:1.50|b:true');
  expect(text('{{ known }}')).toBe('abc');
  expect(FormatString.parse('{{ null }}').evaluate(context, parseType('string?')).kind).toBe('null');
  expect(() => FormatString.parse('{{ [1] }}').evaluate(context, parseType('string'))).toThrow(/Expected string/);
});
