import {
  Expression,
  FormatString,
  INT,
  intValue,
  parseType,
  pathValue,
  stringValue,
  SymbolTable,
  unresolvedValue,
} from '@ojd/expr';
import { describe, expect, test } from 'vitest';

const symbols = new SymbolTable()
  .set('Param.Frame', intValue(7))
  .set('Param.Scene', stringValue('shot{1}'))
  .set('Task.Param.Tile', unresolvedValue(INT))
  .forbid('Session.*', 'Session.* has values only on the host that runs the session');
const context = { symbols, pathFormat: 'POSIX' } as const;
const base = { syntax: 'base' } as const;
const problemsOf = (source: string) => {
  const outcome = FormatString.safeParse(source, base);
  return outcome.ok ? [] : outcome.problems;
};

describe('a base format string', () => {
  test('puts the values of variables into the text', () => {
    const format = FormatString.parse('{{Param.Scene}}_{{ Param.Frame }}.exr', base);
    expect(format.resolve(context)).toBe('shot{1}_7.exr');
    expect(format.isLiteral).toBe(false);
    expect(format.isWholeField).toBe(false);
  });

  test('without braces is a literal', () => {
    const format = FormatString.parse('{ Param.Frame }', base);
    expect(format.isLiteral).toBe(true);
    expect(format.resolve(context)).toBe('{ Param.Frame }');
    expect(FormatString.parse('', base).resolve(context)).toBe('');
  });

  test('that is one expression keeps the type of its value', () => {
    const format = FormatString.parse('{{ Param.Frame }}', base);
    expect(format.isWholeField).toBe(true);
    expect(format.evaluate(context)).toEqual(intValue(7));
    expect(format.evaluate(context, parseType('string'))).toEqual(stringValue('7'));
  });

  test.each(['{{Param . Frame}}', '{{ Param. Frame }}', '{{\tParam\t.\n  Frame }}'])(
    '%j may have blanks around its dot',
    (source) => {
      const format = FormatString.parse(source, base);
      expect(format.resolve(context)).toBe('7');
      expect(format.references.map(({ name }) => name)).toEqual(['Param.Frame']);
      expect(FormatString.parse(source, { syntax: 'expr' }).resolve(context)).toBe('7');
    },
  );

  test('knows where its variables stand', () => {
    expect(FormatString.parse('a {{ Param.Frame }} {{Param.Scene}}', base).references).toEqual([
      { name: 'Param.Frame', span: { start: 5, end: 16 } },
      { name: 'Param.Scene', span: { start: 22, end: 33 } },
    ]);
  });

  test('serialises to its source', () => {
    expect(JSON.stringify({ name: FormatString.parse('a {{ Param.Frame }}', base) })).toBe(
      '{"name":"a {{ Param.Frame }}"}',
    );
  });

  test.each([
    ['{{', 'format-string-unbalanced-braces', 0, 2],
    ['a }} b', 'format-string-unbalanced-braces', 2, 4],
    ['{{Param.Frame}', 'format-string-unbalanced-braces', 0, 14],
    ['{{ {{Param.Frame}} }}', 'format-string-unbalanced-braces', 3, 5],
    ['{{{{Param.Frame}}}}', 'format-string-unbalanced-braces', 2, 4],
    ['{{Param.Frame} and {{Param.Scene}}', 'format-string-unbalanced-braces', 0, 18],
    ['{{Param.Frame}\nthen {{Param.Scene}}', 'format-string-unbalanced-braces', 0, 19],
    ['{{ }}', 'format-string-empty-expression', 0, 5],
    ['{{ Param Frame }}', 'expr-syntax', 3, 14],
    ['{{ Param. }}', 'expr-syntax', 3, 9],
    ['{{ Param.Frame + 1 }}', 'format-string-needs-expr', 3, 18],
    ['{{ Param..Frame }}', 'expr-syntax', 3, 15],
    ['{{ 1Param }}', 'expr-syntax', 3, 9],
    ['{{ Pärm.A }}', 'expr-syntax', 3, 9],
  ])('%j is refused with %s', (source, code, start, end) => {
    expect(problemsOf(source)).toMatchObject([{ code, span: { start, end } }]);
  });

  test('two braces may stand in a string of an expression', () => {
    const format = FormatString.parse('{{ \'{{\' + "\\"{{" }}', { syntax: 'expr' });
    expect(format.resolve({ symbols: new SymbolTable(), pathFormat: 'POSIX' })).toBe('{{"{{');
  });

  test('reports every problem of the text', () => {
    expect(problemsOf('{{ }} {{ 1 }} }}').map(({ code }) => code)).toEqual([
      'format-string-empty-expression',
      'format-string-unbalanced-braces',
    ]);
  });

  test('says that an expression needs the EXPR extension', () => {
    expect(problemsOf('{{ Param.Frame + 1 }}')).toEqual([
      {
        code: 'format-string-needs-expr',
        message: "Expected a dotted name such as Param.Frame, found 'Param.Frame + 1'",
        span: { start: 3, end: 18 },
        hint: "list 'EXPR' in the extensions of the template to use expressions",
      },
    ]);
  });

  test('limits how many expressions it may have', () => {
    const outcome = FormatString.safeParse('{{ a }}{{ a }}{{ a }}', { ...base, limits: { maxSegments: 2 } });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'format-string-too-many-segments' }] });
  });
});

describe('checking', () => {
  test('tells the type of what is not known yet', () => {
    const format = FormatString.parse('{{ Task.Param.Tile }}', base);
    expect(format.check(context)).toEqual({ type: INT, value: unresolvedValue(INT), problems: [] });
    expect(FormatString.parse('t{{ Task.Param.Tile }}', base).check(context).type.kind).toBe('string');
    expect(() => format.resolve(context)).toThrow(/Expected every variable to have a value/);
  });

  test('names the nearest variable for one that does not exist', () => {
    const { problems } = FormatString.parse('x {{ Param.Frmae }}', base).check(context);
    expect(problems).toEqual([
      {
        code: 'expr-unknown-symbol',
        message: "Expected a variable that exists here, found 'Param.Frmae'",
        span: { start: 5, end: 16 },
        hint: "did you mean 'Param.Frame'?",
      },
    ]);
  });

  test('tells why a variable cannot be used here', () => {
    const { problems } = FormatString.parse('{{ Session.WorkingDirectory }}', base).check(context);
    expect(problems).toMatchObject([
      { code: 'expr-symbol-not-available', message: 'Session.* has values only on the host that runs the session' },
    ]);
  });

  test('knows no properties: they need the EXPR extension', () => {
    const paths = new SymbolTable().set('Param.File', pathValue('/a/b.exr', 'POSIX'));
    const { problems } = FormatString.parse('{{ Param.File.stem }}', base).check({ ...context, symbols: paths });
    expect(problems).toMatchObject([{ code: 'expr-unknown-symbol', hint: "did you mean 'Param.File'?" }]);
    expect(FormatString.parse('{{ Param.File.stem }}').resolve({ ...context, symbols: paths })).toBe('b');
  });

  test('tells when the value has the wrong type for its field', () => {
    const { problems } = FormatString.parse('{{ Param.Scene }}', base).check(context, INT);
    expect(problems).toMatchObject([{ code: 'expr-type-mismatch' }]);
    expect(FormatString.parse('1{{ Param.Frame }}', base).evaluate(context, INT)).toEqual(intValue(17));
  });
});

test('an error of evaluation shows the place in the format string', () => {
  const format = FormatString.parse('frame {{ Param.Frmae }}', base);
  expect(() => format.resolve(context)).toThrow(
    "Expected a variable that exists here, found 'Param.Frmae' (did you mean 'Param.Frame'?)\n" +
      '  frame {{ Param.Frmae }}\n' +
      '           ^^^^^^^^^^^',
  );
});

test.each(['', '  '])('an expression of nothing is refused: %j', (source) => {
  expect(Expression.safeParse(source, base)).toMatchObject({ problems: [{ code: 'expr-syntax' }] });
});

test('a text with an expression that is not known yet is the promise of what its field wants', () => {
  const format = FormatString.parse('{{ Task.Param.Tile }}0', base);
  expect(format.check(context, INT)).toEqual({ type: INT, value: unresolvedValue(INT), problems: [] });
  expect(FormatString.parse('a b', base).check(context, INT).problems).toMatchObject([{ code: 'expr-type-mismatch' }]);
  expect(String(format)).toBe(format.source);
});

test('an expression longer than the limit is not read', () => {
  expect(Expression.safeParse('a'.repeat(11), { ...base, limits: { maxSourceLength: 10 } })).toMatchObject({
    problems: [{ code: 'expr-limit-source' }],
  });
});
