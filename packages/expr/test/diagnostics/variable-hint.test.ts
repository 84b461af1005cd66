import { type ExprProblem, Expression, intValue, SymbolTable } from '@ojd/expr';
import { expect, test } from 'vitest';

function hintFor(name: string, ...known: string[]): string | undefined {
  const symbols = new SymbolTable();
  for (const other of known) symbols.set(other, intValue(1n));
  const { problems } = Expression.parse(name, { syntax: 'expr' }).check({ symbols, pathFormat: 'POSIX' });
  const [problem]: readonly ExprProblem[] = problems;
  return problem?.hint;
}

test.each([
  ['Param.Frmae', ['Param.Frame', 'Task.Param.Frame'], "did you mean 'Param.Frame'?"],
  ['Parma.Frame', ['Param.Frame'], "did you mean 'Param.Frame'?"],
  ['Frame', ['Param.Frame'], "did you mean 'Param.Frame'?"],
  ['Frame', ['Task.RawParam.Frame', 'RawParam.Frame', 'Param.Frame'], "did you mean 'Param.Frame'?"],
  ['Task.Param.Frame', ['RawParam.Frame', 'Param.Frame'], "did you mean 'Param.Frame'?"],
  ['Params.Frame', ['Task.Param.Frame'], "did you mean 'Task.Param.Frame'?"],
  ['Param.A', ['Param.B', 'Param.C'], 'what exists here: Param.B, Param.C'],
  ['Task.Param.Frame', ['RawParam.Frames', 'Task.Param.Tile'], 'what exists here: Task.Param.Tile'],
  ['x', ['y', 'Param.A'], 'what exists here: y'],
  ['Job.Id', ['Param.A', 'b'], 'what exists here: Param.A, b'],
  ['x', [], 'no variable exists here'],
])('%s where there is %j: %s', (name, known, hint) => {
  expect(hintFor(name, ...known)).toBe(hint);
});

test('of many names ten are listed', () => {
  const known = Array.from({ length: 15 }, (_, index) => `Param.Value${index}`);
  expect(hintFor('Param.Other', ...known)).toMatch(
    /^what exists here: (?:Param\.Value\d, ){9}Param\.Value9 and 5 more$/,
  );
});
