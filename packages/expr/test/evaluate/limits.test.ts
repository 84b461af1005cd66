import {
  ANY,
  BOOL,
  EvaluationBudget,
  Expression,
  FLOAT,
  INT,
  listType,
  PATH,
  STRING,
  SymbolTable,
  unionType,
  unresolvedValue,
} from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { noSymbols, problem } from './evaluating.ts';

describe('memory is refused before it is taken', () => {
  test.each([
    "'a' * 10 ** 12",
    '[0] * 10 ** 12',
    'range(10 ** 12)',
    'range(9223372036854775807)',
    'range(-9223372036854775808, 9223372036854775807)',
    "'a'.zfill(10 ** 12)",
    "'a'.ljust(10 ** 12)",
    "'a'.center(10 ** 12)",
    "list(range_expr('1-1000000000000'))",
    "range_expr('1-1000000000000')[::-1]",
    "[1] + range_expr('1-1000000000000')",
    "('a' * 10 ** 7).replace('a', 'b' * 100)",
    "['a' * 10 ** 7 for x in range(20)]",
    "string([['a' * 10 ** 6] * 100] * 100)",
    "(['a' * 10 ** 6] * 100).join(',')",
    'round(1.5, 10 ** 12)',
    "('a' * 10 ** 7) + ('b' * 10 ** 7) + ('c' * 10 ** 8)",
    "repr_py(['a' * 10 ** 6] * 100)",
    "re_sub('a' * 10 ** 6, 'a', 'b' * 10 ** 4)",
    "path(['a' * 10 ** 6] * 100)",
  ])('%s', (source) => {
    const start = process.cpuUsage(); // wall-clock time belongs to the tests beside this one, too
    expect(problem(source)).toMatchObject({ code: 'expr-limit-memory' });
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });

  test.each([
    "('a ' * 10 ** 5).split()",
    "('a,' * 10 ** 5).split(',')",
    "('a,' * 10 ** 5).rsplit(',')",
    "re_findall('a' * 10 ** 5, 'a')",
    "('ab' * 10 ** 5).replace('a', 'c' * 10)",
    "repr_json('é' * 2 * 10 ** 5)",
    'repr_sh("\'" * 2 * 10 ** 5)',
    String.raw`repr_py('\x01' * 2 * 10 ** 5)`,
    "repr_cmd('%' * 3 * 10 ** 5)",
    'repr_pwsh("\'" * 3 * 10 ** 5)',
    'string(range(40000))',
    "re_split('a' * 10 ** 5, 'a')",
    "re_split('a' * 10 ** 5, 'a', 9 * 10 ** 4)",
    "re_sub('a' * 10 ** 5, 'a', '')",
  ])('what is larger than it was by its contents: %s', (source) => {
    expect(problem(source, { ...noSymbols, limits: { maxMemoryBytes: 1e6 } })).toMatchObject({
      code: 'expr-limit-memory',
    });
  });

  test.each(["re_split('a' * 10 ** 5, 'a')", "re_findall('a' * 10 ** 5, 'a')"])(
    'the pieces as they are found: %s',
    (source) => {
      // Whoever looked for all of them first would need more operations than these.
      const limits = { maxMemoryBytes: 400_000, maxOperations: 50_000 };
      expect(problem(source, { ...noSymbols, limits: { maxOperations: 50_000 } }).code).toBe('expr-limit-operations');
      expect(problem(source, { ...noSymbols, limits }).code).toBe('expr-limit-memory');
    },
  );

  test('a target that would make a list of a long range expression', () => {
    const expression = Expression.parse("range_expr('1-1000000000000')");
    expect(expression.check(noSymbols, { kind: 'list', element: { kind: 'int' } }).problems).toMatchObject([
      { code: 'expr-limit-memory' },
    ]);
  });

  test('what is used no more makes room', () => {
    const source =
      "len('a' * 10 ** 7) + len('b' * 10 ** 7) + len('c' * 10 ** 7) + len('d' * 10 ** 7) + len('e' * 10 ** 7)";
    expect(Expression.parse(source).evaluate(noSymbols)).toEqual({ kind: 'int', value: 5e7 });
  });
});

describe('the work needs little more room than its result', () => {
  // An array of the letters would take eight times as much room as the text, and far more time.
  test.each([
    ["len(('ab' * 2 * 10 ** 7).strip())", 4e7],
    ["('ab' * 10 ** 6).count('a')", 1e6],
    ["len(('ab' * 10 ** 6).replace('a', 'c'))", 2e6],
    ["len(('ab' * 10 ** 6).rsplit('a', 2))", 3],
    ["len(re_findall('a' * 100000, 'a'))", 1e5],
  ])('%s', (source, value) => {
    expect(Expression.parse(source).evaluate(noSymbols)).toEqual({ kind: 'int', value });
  });
});

describe('operations are counted as the specification counts them', () => {
  test.each([
    ['1 + 2', 1],
    ["path('a/b').parent.name", 4],
    ['range(100)', 101],
    ['sum(range(1000))', 2002],
    ['[x * 2 for x in range(100)]', 301],
    ["'a' * 100000", 393],
    ['len([1, 2, 3])', 1],
  ])('%s: %i', (source, operations) => {
    const evaluate = (maxOperations: number) =>
      Expression.parse(source).check({ ...noSymbols, limits: { maxOperations } });
    // A text that is read, or a list that is worked through, costs as well: allow what the text does not settle.
    expect(evaluate(operations + 3).problems).toEqual([]);
    expect(evaluate(operations - 1).problems).toMatchObject([{ code: 'expr-limit-operations' }]);
  });

  test.each(["[x for x in range_expr('1-1000000000000')]", '[[x for x in range(4000)] for y in range(4000)]'])(
    'too many are refused: %s',
    (source) => {
      const limits = { maxOperations: 100_000, maxMemoryBytes: 1e9 };
      expect(problem(source, { ...noSymbols, limits })).toMatchObject({ code: 'expr-limit-operations' });
    },
  );

  test.each([
    ['lists that are sorted', '[sorted([[1] * 1000] * 1000) for i in range(100)]'],
    ['lists of which each is kept once', '[unique([[1] * 1000] * 1000) for i in range(100)]'],
    [
      'long texts that are compared',
      "[[l[0:1] == l[1:2] for i in range(5000)] for l in [['b' * 100000 + 'c', 'b' * 100000 + 'd']]]",
    ],
    [
      'long texts that are sorted',
      "[[sorted(l) == l for i in range(2000)] for l in [['b' * 100000 + x for x in ['c', 'b', 'a']]]]",
    ],
  ])('%s are counted by what is in them', (_title, source) => {
    const limits = { maxOperations: 1_000_000 };
    expect(problem(source, { ...noSymbols, limits })).toMatchObject({ code: 'expr-limit-operations' });
  });

  test('a regular expression is counted by its steps', () => {
    const source = "re_match('a' * 100000, '(a+)+[bc]')";
    expect(problem(source, { ...noSymbols, limits: { maxOperations: 2000 } }).code).toBe('expr-limit-operations');
    expect(Expression.parse(source).evaluate(noSymbols).kind).toBe('null');
  });
});

const depthProblems = (source: string, maxDepth?: number) => {
  const outcome = Expression.safeParse(source, maxDepth === undefined ? {} : { limits: { maxDepth } });
  return outcome.ok ? [] : outcome.problems.map(({ code }) => code);
};

describe('nesting and length', () => {
  test.each([
    ['parentheses', (n: number) => '('.repeat(n) + '1' + ')'.repeat(n)],
    ['lists', (n: number) => '['.repeat(n) + '1' + ']'.repeat(n)],
    ['signs', (n: number) => `${'-'.repeat(n)}1`],
    ['negations', (n: number) => `${'not '.repeat(n)}true`],
    ['powers', (n: number) => `1${'**1'.repeat(n)}`],
    ['calls', (n: number) => 'abs('.repeat(n) + '1' + ')'.repeat(n)],
    ['subscripts', (n: number) => 'a['.repeat(n) + '1' + ']'.repeat(n)],
  ])('%s nest 64 deep by default', (_title, nested) => {
    expect(depthProblems(nested(64))).toEqual([]);
    expect(depthProblems(nested(65))).toEqual(['expr-limit-depth']);
    expect(depthProblems(nested(20), 10)).toEqual(['expr-limit-depth']);
    // Reading and evaluating take stack for every level: no limit allows more than 200.
    expect(depthProblems(nested(200), 1e9)).toEqual([]);
    expect(depthProblems(nested(2000), 1e9)).toEqual(['expr-limit-depth']);
  });

  test.each([
    ['sums', `1${'+1'.repeat(30_000)}`],
    ['methods', `'a'${'.upper()'.repeat(8000)}`],
    ['comparisons', `1${'<2'.repeat(30_000)}`],
    ['conjunctions', `true${' and true'.repeat(7000)}`],
    ['conditionals', `${'1 if true else '.repeat(4000)}2`],
    ['properties', `a${'.b'.repeat(30_000)}`],
    ['subscripts', `[1]${'[0]'.repeat(20_000)}`],
    ['elements', `[${'1,'.repeat(30_000)}]`],
  ])('%s may be as long as the source', (_title, source) => {
    const start = process.cpuUsage(); // wall-clock time belongs to the tests beside this one, too
    const { problems } = Expression.parse(source).check(noSymbols);
    expect(problems.filter(({ code }) => code.startsWith('expr-limit-'))).toEqual([]);
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
  });

  test('a longer source than 65,536 characters is not read', () => {
    expect(Expression.safeParse(' '.repeat(65_536) + '1')).toMatchObject({ problems: [{ code: 'expr-limit-source' }] });
    expect(Expression.safeParse(`'${'a'.repeat(65_534)}'`).ok).toBe(true);
  });
});

describe('several evaluations share a budget', () => {
  const sum = Expression.parse('sum(range(1000))');

  test('the one that uses it up is refused, and all after it that need an operation', () => {
    const context = { ...noSymbols, budget: new EvaluationBudget({ maxOperations: 5000 }) };
    const codes = Array.from({ length: 4 }, () => sum.check(context).problems.map(({ code }) => code));
    expect(codes).toEqual([[], [], ['expr-limit-budget'], ['expr-limit-budget']]);
    expect(Expression.parse('1 + 1').check(context).problems).toMatchObject([{ code: 'expr-limit-budget' }]);
    expect(Expression.parse('1').check(context)).toMatchObject({ problems: [], value: { kind: 'int', value: 1 } });
  });

  test('what is more than the limit of one evaluation is said to be that', () => {
    const context = {
      ...noSymbols,
      budget: new EvaluationBudget({ maxOperations: 5000 }),
      limits: { maxOperations: 9 },
    };
    expect(sum.check(context).problems).toMatchObject([{ code: 'expr-limit-operations' }]);
  });

  test('no branch that may not be taken hides it', () => {
    const symbols = new SymbolTable().set('b', unresolvedValue(BOOL));
    const context = { ...noSymbols, symbols, budget: new EvaluationBudget({ maxOperations: 1000 }) };
    const { problems } = Expression.parse('sum(range(1000)) if b else 1').check(context);
    expect(problems).toMatchObject([{ code: 'expr-limit-budget' }]);
  });

  test('results are kept: together they have the room of one evaluation', () => {
    const text = Expression.parse("'a' * 10 ** 7");
    const context = { ...noSymbols, budget: new EvaluationBudget({ maxOperations: 1e9 }) };
    const codes = Array.from({ length: 6 }, () => text.check(context).problems.map(({ code }) => code));
    expect(codes.flat()).toEqual(['expr-limit-budget', 'expr-limit-budget']);
  });
});

// A call with values of which only the possible types are known tries all their combinations.
test.each(['[a + a for x in range(10000)]', '[u == u for x in range(10000)]', '[u if b else u for x in range(10000)]'])(
  'possible types are counted: %s',
  (source) => {
    const union = unionType([STRING, INT, BOOL, FLOAT, PATH, listType(INT), listType(STRING)]);
    const symbols = new SymbolTable()
      .set('a', unresolvedValue(ANY))
      .set('b', unresolvedValue(BOOL))
      .set('u', unresolvedValue(union));
    const limits = { maxOperations: 100_000 };
    const { problems } = Expression.parse(source).check({ symbols, pathFormat: 'POSIX', limits });
    expect(problems).toMatchObject([{ code: 'expr-limit-operations' }]);
  },
);

test.each([
  "[('é' * 255).title() for x in range(10000)]",
  "[path('a/b/../c/' * 28).name for x in range(20000)]",
  '[[x, x, x] for x in range(40000)]',
])('what takes longer is counted for more: %s', (source) => {
  const limits = { maxOperations: 150_000 };
  expect(problem(source, { ...noSymbols, limits }).code).toBe('expr-limit-operations');
});

test('checking is limited as evaluating is', () => {
  const symbols = new SymbolTable().set('s', unresolvedValue(STRING));
  const { problems } = Expression.parse("[s + 'a' for x in range(10 ** 7)]").check({ symbols, pathFormat: 'POSIX' });
  expect(problems).toMatchObject([{ code: /^expr-limit-(memory|operations)$/.exec(problems[0]?.code ?? '')?.[0] }]);
});
