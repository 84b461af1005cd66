import { intValue, SymbolTable } from '@ojd/expr';
import { expect, test } from 'vitest';

test('a table sees what its parent knows, and hides it by defining the name itself', () => {
  const parent = new SymbolTable().set('Param.A', intValue(1)).set('Param.B', intValue(2));
  const child = new SymbolTable(parent).set('Param.B', intValue(3));
  expect(child.get('Param.A')).toEqual(intValue(1));
  expect(child.get('Param.B')).toEqual(intValue(3));
  expect(parent.get('Param.B')).toEqual(intValue(2));
  expect(child.has('Param.C')).toBe(false);
  expect([...child.names()].toSorted()).toEqual(['Param.A', 'Param.B']);
});

test('a forbidden name has no value, is not listed, and says why', () => {
  const parent = new SymbolTable().set('Param.In', intValue(1)).set('Job.Name', intValue(2));
  const child = new SymbolTable(parent)
    .forbid('Param.In', 'Param.In is a path: use RawParam.In here')
    .forbid('Task.Param.*', 'Task.Param.* is available only in step scripts');
  expect(child.has('Param.In')).toBe(false);
  expect([...child.names()]).toEqual(['Job.Name']);
  expect(child.reasonAgainst('Param.In.stem')).toBe('Param.In is a path: use RawParam.In here');
  expect(child.reasonAgainst('Task.Param.Frame')).toBe('Task.Param.* is available only in step scripts');
  expect(child.reasonAgainst('Task.File.Run')).toBeUndefined();
  expect(new SymbolTable(child).set('Param.In', intValue(5)).get('Param.In')).toEqual(intValue(5));
});
