import { FormatString, sortPathMappingRules } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { taskSymbols } from '../../src/index.ts';
import type { TaskParameterSet, TaskScope } from '../../src/index.ts';

const SET: TaskParameterSet = {
  Frame: { type: 'INT', value: '9223372036854775807' },
  Scale: { type: 'FLOAT', value: '1.50' },
  Layer: { type: 'STRING', value: 'fg' },
  File: { type: 'PATH', value: '/shows/a.exr' },
  Chunk: { type: 'CHUNK[INT]', value: '5-5' },
};
const HOST: TaskScope = {
  pathFormat: 'POSIX',
  pathMappingRules: sortPathMappingRules([
    { sourcePathFormat: 'POSIX', sourcePath: '/shows', destinationPath: '/mnt/shows' },
  ]),
};

describe('the symbols of a task', () => {
  const symbols = taskSymbols(SET, HOST);

  test('have the type of their parameter', () => {
    expect(symbols.get('Task.Param.Frame')).toEqual({ kind: 'int', value: 9_223_372_036_854_775_807n });
    expect(symbols.get('Task.Param.Scale')).toEqual({ kind: 'float', value: 1.5, text: '1.50' });
    expect(symbols.get('Task.Param.Layer')).toEqual({ kind: 'string', value: 'fg' });
  });

  test('are mapped where they are paths, and raw under RawParam', () => {
    expect(symbols.get('Task.Param.File')).toEqual({ kind: 'path', value: '/mnt/shows/a.exr', format: 'POSIX' });
    expect(symbols.get('Task.RawParam.File')).toEqual({ kind: 'string', value: '/shows/a.exr' });
    expect(symbols.get('Task.RawParam.Frame')).toEqual(symbols.get('Task.Param.Frame'));
  });

  test.each(['base', 'expr'] as const)('a contiguous chunk of one value is written a-b: %s', (syntax) => {
    const context = { symbols: taskSymbols(SET, { ...HOST, syntax }), pathFormat: 'POSIX' as const };
    const text = (source: string) => FormatString.parse(source, { syntax }).resolve(context);
    expect(text('{{Task.Param.Chunk}}')).toBe('5-5');
    expect(text('--frames={{Task.RawParam.Chunk}}')).toBe('--frames=5-5');
  });

  test('a chunk is a range to expressions', () => {
    const context = { symbols: taskSymbols(SET, { ...HOST, syntax: 'expr' }), pathFormat: 'POSIX' as const };
    expect(FormatString.parse('{{ list(Task.Param.Chunk) }}').resolve(context)).toBe('[5]');
    expect(FormatString.parse('{{ Task.Param.Chunk == [5] }}').resolve(context)).toBe('true');
  });
});
