import { Expression, IntRangeExpr } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { parameterSymbols } from '../../src/index.ts';
import type { JobParameterValues } from '../../src/index.ts';

const VALUES: JobParameterValues = {
  Name: { type: 'STRING', value: 'a' },
  Scene: { type: 'PATH', value: 'Z:\\shows\\a.blend' },
  Count: { type: 'INT', value: '-9223372036854775808' },
  Scale: { type: 'FLOAT', value: '3.500' },
  Flag: { type: 'BOOL', value: 'false' },
  Frames: { type: 'RANGE_EXPR', value: '1-5, 7' },
  Words: { type: 'LIST[STRING]', value: ['x'] },
  Files: { type: 'LIST[PATH]', value: ['Z:\\shows\\b', 'relative'] },
  Ints: { type: 'LIST[INT]', value: ['1', '2'] },
  Floats: { type: 'LIST[FLOAT]', value: ['1.10'] },
  Flags: { type: 'LIST[BOOL]', value: ['true'] },
  Edges: { type: 'LIST[LIST[INT]]', value: [['1'], []] },
  None: { type: 'LIST[INT]', value: [] },
};
const RULES = [{ sourcePathFormat: 'WINDOWS', sourcePath: 'Z:\\shows', destinationPath: '/mnt/shows' }] as const;

const template = parameterSymbols(VALUES, { kind: 'template' });
const host = parameterSymbols(VALUES, { kind: 'host', pathFormat: 'POSIX', pathMappingRules: RULES });

describe('job parameters as symbols', () => {
  test.each([
    ['Name', { kind: 'string', value: 'a' }],
    ['Count', { kind: 'int', value: -9_223_372_036_854_775_808n }],
    ['Scale', { kind: 'float', value: 3.5, text: '3.500' }],
    ['Flag', { kind: 'bool', value: false }],
    ['Frames', { kind: 'range_expr', value: IntRangeExpr.parse('1-5,7') }],
    ['Words', { kind: 'list', element: { kind: 'string' }, items: [{ kind: 'string', value: 'x' }] }],
    ['Floats', { kind: 'list', element: { kind: 'float' }, items: [{ kind: 'float', value: 1.1, text: '1.10' }] }],
    ['Flags', { kind: 'list', element: { kind: 'bool' }, items: [{ kind: 'bool', value: true }] }],
  ])('%s has its type everywhere', (name, expected) => {
    for (const symbols of [template, host]) {
      expect(symbols.get(`Param.${name}`)).toEqual(expected);
      expect(symbols.get(`RawParam.${name}`)).toEqual(expected);
    }
  });

  test('nested and empty lists keep their type', () => {
    expect(template.get('Param.Edges')).toMatchObject({ element: { kind: 'list', element: { kind: 'int' } } });
    expect(template.get('Param.None')).toEqual({ kind: 'list', element: { kind: 'int' }, items: [] });
  });

  test('paths are mapped on a host, elements of lists too', () => {
    expect(host.get('Param.Scene')).toEqual({ kind: 'path', value: '/mnt/shows/a.blend', format: 'POSIX' });
    expect(host.get('RawParam.Scene')).toEqual({ kind: 'string', value: 'Z:\\shows\\a.blend' });
    expect(host.get('Param.Files')).toMatchObject({
      element: { kind: 'path' },
      items: [{ value: '/mnt/shows/b' }, { value: 'relative' }],
    });
    expect(host.get('RawParam.Files')).toMatchObject({ element: { kind: 'string' } });
  });

  test('in template scope a path has no Param, and the message says so', () => {
    for (const name of ['Scene', 'Files']) {
      const { problems } = Expression.parse(`Param.${name}`).check({ symbols: template, pathFormat: 'POSIX' });
      expect(problems).toMatchObject([{ code: 'expr-symbol-not-available' }]);
      expect(problems[0]?.message).toContain(`RawParam.${name}`);
      expect(template.get(`RawParam.${name}`)).toBeDefined();
    }
  });
});
