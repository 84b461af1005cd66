import {
  Expression,
  floatValue,
  INT,
  intValue,
  IntRangeExpr,
  listValue,
  parseType,
  PATH,
  pathValue,
  rangeValue,
  stringValue,
  SymbolTable,
} from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { noSymbols, problem, result } from './evaluating.ts';

const symbols = new SymbolTable()
  .set('Param.Frame', intValue(7))
  .set('Param.Scale', floatValue(3.5, '3.500'))
  .set('Param.File', pathValue('/shows/a/render.0010.exr', 'POSIX'))
  .set('Param.Frames', rangeValue(IntRangeExpr.parse('1-5')))
  .set('Param.if', intValue(1))
  .set('mode', stringValue('fast'))
  .forbid('Task.Param.*', 'Task.Param.* is available only in step scripts');
const context = { symbols, pathFormat: 'POSIX' } as const;
const evaluate = (source: string, target?: string) =>
  Expression.parse(source).evaluate(context, target === undefined ? undefined : parseType(target));

describe('variables', () => {
  test('have values, properties and methods', () => {
    expect(evaluate('Param.Frame + Param.if')).toEqual(intValue(8));
    expect(evaluate('Param.File.parent.name')).toEqual(stringValue('a'));
    expect(evaluate("Param.File.stem.split('.')[1]")).toEqual(stringValue('0010'));
    expect(evaluate('(Param.File).suffix')).toEqual(stringValue('.exr'));
    expect(evaluate('mode.upper()')).toEqual(stringValue('FAST'));
  });

  test('that do not exist, or not here, are refused with what was meant', () => {
    expect(problem('Param.Fraem', context)).toMatchObject({
      code: 'expr-unknown-symbol',
      hint: "did you mean 'Param.Frame'?",
    });
    expect(problem('Task.Param.Tile + 1', context)).toMatchObject({
      code: 'expr-symbol-not-available',
      message: 'Task.Param.* is available only in step scripts',
      span: { start: 0, end: 15 },
    });
    expect(problem('upper', context).hint).toBe('call the function: upper(...)');
    expect(problem('[frame for frme in [1]]', context).hint).toBe("did you mean 'frme'?");
  });

  test('that hold paths of another system are read by the rules of this one', () => {
    const list = listValue([pathValue('/a/b', 'POSIX')], PATH);
    const windows = new SymbolTable(symbols)
      .set('paths', list)
      .set('nested', listValue([listValue([intValue(1)], INT)]));
    const on = { symbols: windows, pathFormat: 'WINDOWS' } as const;
    expect(Expression.parse('Param.File.parent').evaluate(on)).toEqual(pathValue('\\shows\\a', 'WINDOWS'));
    expect(Expression.parse('paths[0]').evaluate(on)).toEqual(pathValue('\\a\\b', 'WINDOWS'));
    expect(Expression.parse('nested[0][0]').evaluate(on)).toEqual(intValue(1));
  });
});

describe('logic', () => {
  test.each([
    ['null or 3', 'int 3'],
    ['false or null', 'nulltype null'],
    ['0 or 3', 'int 0'],
    ["'' and 2", 'int 2'],
    ['[] and 2', 'int 2'],
    ['null and 1', 'nulltype null'],
    ['false and fail("no")', 'bool false'],
    ['true or fail("no")', 'bool true'],
    ['1 and 2 and null and 3', 'nulltype null'],
    ['1 if true else fail("no")', 'int 1'],
    ["fail('no') if false else 2", 'int 2'],
    ['2 < 1 < fail("no").len()', 'bool false'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  test.each(['1 if 1 else 2', "1 if 'a' else 2", '1 if null else 2', '[x for x in [1] if x]'])(
    'a condition must be a bool: %s',
    (source) => {
      expect(problem(source)).toMatchObject({ code: 'expr-type-mismatch' });
    },
  );

  test('not needs a bool', () => {
    expect(problem('not 0')).toMatchObject({ code: 'expr-no-matching-signature' });
  });
});

describe('lists', () => {
  test.each([
    ['[]', 'list[nulltype] []'],
    ['[1, 2]', 'list[int] [1, 2]'],
    ['[1, 2.50]', 'list[float] [1.0, 2.50]'],
    ["[path('/a'), 'b']", 'list[string] ["/a", "b"]'],
    ['[[1], [2.5]]', 'list[list[float]] [[1.0], [2.5]]'],
    ["[[path('a')], ['b']]", 'list[list[string]] [["a"], ["b"]]'],
    ['[[], [1]]', 'list[list[int]] [[], [1]]'],
    ['[[], []]', 'list[list[nulltype]] [[], []]'],
    ['[1, 2,]', 'list[int] [1, 2]'],
    ['[x * 2 for x in [1, 2, 3] if x != 2]', 'list[int] [2, 6]'],
    ["[x for x in range_expr('1-5:2')]", 'list[int] [1, 3, 5]'],
    ['[x for x in []]', 'list[nulltype] []'],
    ['[x for x in [1] if false]', 'list[nulltype] []'],
    ['[[y * x for x in [1, 2]] for y in [3, 4]]', 'list[list[int]] [[3, 6], [4, 8]]'],
    ['[x if x > 1 else 1.5 for x in [1, 2]]', 'list[float] [1.5, 2.0]'],
  ])('%s is %s', (source, expected) => {
    expect(result(source)).toBe(expected);
  });

  test.each([
    ["[1, 'a']", 'expr-mixed-list'],
    ['[1, true]', 'expr-mixed-list'],
    ['[1, [1]]', 'expr-mixed-list'],
    ['[1, null]', 'expr-null-in-list'],
    ['[null for x in [1]]', 'expr-null-in-list'],
    ['[[[1]]]', 'expr-list-too-deep'],
    ["[x for x in 'abc']", 'expr-type-mismatch'],
    ['[x for x in 5]', 'expr-type-mismatch'],
    ['[mode for mode in [1]]', 'expr-shadowed-name'],
  ])('%s is refused with %s', (source, code) => {
    expect(problem(source, context)).toMatchObject({ code });
  });

  test('the only list type of a target is the type of a list, and of what hands it on', () => {
    expect(evaluate("['--quality', Param.Frame]", 'string? | list[string]')).toEqual(
      listValue([stringValue('--quality'), stringValue('7')]),
    );
    expect(evaluate("['a', 1] if true else null", 'string? | list[string]').kind).toBe('list');
    expect(evaluate('[x for x in [1, 2]]', 'list[string]')).toEqual(listValue([stringValue('1'), stringValue('2')]));
    expect(evaluate("[[1, 'a']]", 'list[list[string]]').kind).toBe('list');
    expect(evaluate('sorted([10, 2])', 'list[string]')).toEqual(listValue([stringValue('2'), stringValue('10')]));
    expect(() => evaluate("[1, 'a']", 'list[int]')).toThrow('Expected an integer such as "42", found "a"');
    expect(() => evaluate("[1, 'a']", 'list[int] | list[string]')).toThrow(/common type/);
  });
});

describe('a target', () => {
  test('takes the result, and changes nothing of how it is computed', () => {
    expect(evaluate('Param.Frame - 1', 'string')).toEqual(stringValue('6'));
    expect(evaluate('Param.Scale', 'string')).toEqual(stringValue('3.500'));
    expect(evaluate('Param.Scale + 1', 'string')).toEqual(stringValue('4.5'));
    expect(evaluate('Param.Frames', 'list[int]')).toEqual(listValue([1, 2, 3, 4, 5].map(intValue)));
    expect(evaluate('null if true else 1', 'int?').kind).toBe('null');
    expect(() => evaluate('null', 'int')).toThrow('Expected int, found a value of type nulltype');
  });
});

describe('calls', () => {
  test.each([
    ["'abc'.uper()", 'expr-unknown-function', 'did you mean upper()?'],
    ["uper('abc')", 'expr-unknown-function', 'did you mean upper()?'],
    ['foo_bar_baz()', 'expr-unknown-function', undefined],
    ["__add__('a', 'b')", 'expr-unknown-function', undefined],
    ["path('/a').stem()", 'expr-unknown-function', 'it is a property: .stem'],
    ["'abc'.upper", 'expr-unknown-property', 'call the function: .upper(...)'],
    ["'abc'.stem", 'expr-unknown-property', 'write path(...) to make a path of a text'],
    ["path('/a').stam", 'expr-unknown-property', "did you mean '.stem'?"],
    [
      "path('/a').xyzxyz",
      'expr-unknown-property',
      'the properties of a path are name, stem, suffix, suffixes, parent, parts',
    ],
    [
      "path('/a').startswith('/')",
      'expr-no-matching-signature',
      'the value before the dot is not converted; write startswith(...) instead',
    ],
    ["'a' + 1", 'expr-no-matching-signature', 'write string(...) to make text of a value'],
    ["path('/a')[0]", 'expr-no-matching-signature', 'index the parts of a path'],
  ])('%s: %s, %s', (source, code, hint) => {
    const found = problem(source);
    expect(found.code).toBe(code);
    expect(found.hint).toBe(hint);
  });

  test('say what was expected and what was found', () => {
    expect(problem('upper(5)').message).toBe('Expected upper(s: string), found upper(int)');
    expect(problem('(5).upper()').message).toBe('Expected upper(s: string), found int.upper()');
    expect(problem('upper()').message).toBe('Expected 1 argument for upper(), found 0');
    expect(problem("'a'.replace('b')").message).toBe('Expected 2 arguments for replace(), found 1');
    expect(problem('max(1, 2, 3, 4)').message).toBe('Expected 1 or 2 or 3 arguments for max(), found 4');
    expect(problem("'1' in [1]").message).toBe("Expected types that 'in' takes, found string in list[int]");
    expect(problem('-true').message).toBe("Expected types that '-' takes, found - bool");
    expect(problem("[1]['a']").message).toBe(
      'Expected a list, a string or a range expression and an integer index, found list[int][string]',
    );
    expect(problem("sum(['a'])").message).toBe(
      'Expected sum(values: list[nulltype]) or sum(values: list[int]) or sum(values: list[float]) or sum(r: range_expr), found sum(list[string])',
    );
  });

  test('of functions of the host work only there', () => {
    const rules = [{ sourcePathFormat: 'POSIX', sourcePath: '/mnt', destinationPath: 'D:\\x' }] as const;
    const expression = Expression.parse("apply_path_mapping('/mnt/a').name");
    expect(problem(expression.source)).toMatchObject({ code: 'expr-function-not-available' });
    const host = { symbols, pathFormat: 'WINDOWS', host: { pathMappingRules: rules } } as const;
    expect(expression.evaluate(host)).toEqual(stringValue('a'));
    expect(Expression.parse("apply_path_mapping('/mnt/a')").evaluate(host)).toEqual(pathValue('D:\\x\\a', 'WINDOWS'));
    expect(expression.check({ ...noSymbols, host: 'unresolved' }).type.kind).toBe('string');
    expect(Expression.parse('apply_path_mapping(1)').check({ ...noSymbols, host: 'unresolved' }).problems).toHaveLength(
      1,
    );
  });
});

test('an error shows the place with carets', () => {
  expect(() => Expression.parse("Param.Frame +\n  'a'.uper()").evaluate(context)).toThrow(
    "Expected a function of the language, found uper() (did you mean upper()?)\n    'a'.uper()\n        ^^^^",
  );
});
