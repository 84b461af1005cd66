import { IntRangeExpr } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import type { JobParameterInput, ResolvedTaskParameter } from '../../src/index.ts';
import { codesOf, problemsOf, stepOf } from './jobs.ts';
import type { Sketch } from './jobs.ts';

const text = (name: string, value: string) => ({ name, type: 'STRING', default: value });

/** A step with these task parameters, and parameters of the job for them. */
function spaceOf(definitions: readonly object[], rest: Sketch & { readonly combination?: string } = {}): Sketch {
  const { combination, ...sketch } = rest;
  return {
    extensions: ['TASK_CHUNKING'],
    ...sketch,
    step: {
      parameterSpace: { taskParameterDefinitions: definitions, ...(combination !== undefined && { combination }) },
    },
  };
}

function resolved(
  definition: object,
  parameters: readonly object[] = [],
  values: Record<string, JobParameterInput> = {},
): ResolvedTaskParameter {
  const rest = parameters.length > 0 ? { parameters, values } : {};
  const [first] = stepOf(spaceOf([{ name: 'A', ...definition }], rest)).parameterSpace?.taskParameterDefinitions ?? [];
  if (first === undefined) throw new Error('the space has a parameter');
  return first;
}

function range(definition: object, parameters?: readonly object[]): unknown {
  const found = resolved(definition, parameters).range;
  return found instanceof IntRangeExpr ? found.toString() : found;
}

const list = (value: string) =>
  spaceOf([{ name: 'A', type: 'INT', range: ['{{Param.M}}'] }], { parameters: [text('M', value)] });

const chunk = (chunks: object) => ({
  type: 'CHUNK[INT]',
  range: '1-10',
  chunks: { rangeConstraint: 'CONTIGUOUS', ...chunks },
});

describe('ranges', () => {
  test('of INT may be an expression', () => {
    expect(range({ type: 'INT', range: ' 1 - 5 : 2, 10' })).toBe('1-5:2,10');
    expect(range({ type: 'INT', range: '1,{{Param.M}},10' }, [text('M', '5')])).toBe('1,5,10');
    expect(range({ type: 'INT', range: '{{Param.M}}' }, [{ name: 'M', type: 'INT', default: 7 }])).toBe('7');
    expect(range({ type: 'INT', range: '5-1:-2' })).toBe('1-5:2');
  });

  test('of INT may be a list, whose integers become canonical and keep their order', () => {
    expect(range({ type: 'INT', range: [3, '02', '-1', '{{Param.M}}'] }, [text('M', '+4')])).toEqual([
      '3',
      '2',
      '-1',
      '4',
    ]);
  });

  test('of FLOAT keep their decimals', () => {
    expect(range({ type: 'FLOAT', range: ['1.50', 2, '{{Param.M}}'] }, [text('M', '1e3')])).toEqual([
      '1.50',
      '2',
      '1e3',
    ]);
    expect(range({ type: 'FLOAT', range: ['{{Param.M}}'] }, [{ name: 'M', type: 'FLOAT', default: '3.500' }])).toEqual([
      '3.500',
    ]);
    expect(range({ type: 'FLOAT', range: ['{{Param.M}}'] }, [{ name: 'M', type: 'INT', default: 3 }])).toEqual(['3']);
  });

  test('of STRING and PATH are taken as they are', () => {
    expect(range({ type: 'STRING', range: ['a', ' b ', '{{Param.M}}!'] }, [text('M', 'c')])).toEqual([
      'a',
      ' b ',
      'c!',
    ]);
    expect(
      range({ type: 'PATH', range: ['./a/', '{{RawParam.M}}/b'] }, [{ name: 'M', type: 'PATH', default: 'x' }]),
    ).toEqual(['./a/', 'x/b']);
  });

  test.each<[string, object, string]>([
    ['an empty expression', { type: 'INT', range: '{{Param.M}}' }, 'range range-expr-empty'],
    ['an expression that is none', { type: 'INT', range: '1-{{Param.M}}' }, 'range range-expr-syntax'],
    ['text among integers', { type: 'INT', range: [1, '{{Param.M}}'] }, 'range.1 invalid-integer'],
    ['text among decimals', { type: 'FLOAT', range: [1, '{{Param.M}}'] }, 'range.1 invalid-number'],
    ['an empty string', { type: 'STRING', range: ['{{Param.M}}'] }, 'range.0 string-too-short'],
    ['an empty path', { type: 'PATH', range: ['{{Param.M}}'] }, 'range.0 string-too-short'],
  ])('refuse %s', (_, definition, expected) => {
    expect(codesOf(spaceOf([{ name: 'A', ...definition }], { parameters: [text('M', '')] }))).toEqual([
      `steps.0.parameterSpace.taskParameterDefinitions.0.${expected}`,
    ]);
  });

  test.each<[string, string, string]>([
    ['an overlap', '1-5,3-9', 'range-expr-overlap'],
    ['a step of zero', '1-5:0', 'range-expr-step'],
    ['a number beyond 64 bits', '9223372036854775808', 'range-expr-overflow'],
  ])('refuse %s that a parameter brings', (_, value, code) => {
    expect(
      problemsOf(spaceOf([{ name: 'A', type: 'INT', range: '{{Param.M}}' }], { parameters: [text('M', value)] })),
    ).toMatchObject([{ code }]);
  });

  test('refuse a value of more than 1024 characters', () => {
    const sketch = spaceOf([{ name: 'A', type: 'STRING', range: ['{{Param.M}}{{Param.M}}'] }], {
      parameters: [text('M', 'x'.repeat(513))],
    });
    expect(codesOf(sketch)).toEqual(['steps.0.parameterSpace.taskParameterDefinitions.0.range.0 string-too-long']);
  });

  test('an integer of a list fits into 64 bits', () => {
    expect(codesOf(list('9223372036854775807'))).toEqual([]);
    expect(codesOf(list('9223372036854775808'))).toEqual([
      'steps.0.parameterSpace.taskParameterDefinitions.0.range.0 integer-overflow',
    ]);
  });
});

describe('combinations', () => {
  const A = { name: 'A', type: 'INT', range: '1-3' };
  const B = { name: 'B', type: 'INT', range: '{{Param.B}}' };
  const C = { name: 'C', type: 'STRING', range: ['x', 'y'] };

  test('default to the product in the order of definition', () => {
    expect(stepOf(spaceOf([C, A])).parameterSpace?.combination).toEqual({
      kind: 'product',
      members: [
        { kind: 'name', name: 'C' },
        { kind: 'name', name: 'A' },
      ],
    });
  });

  test.each([
    ['(A, B)', '1-3', []],
    [
      '(A, B)',
      '1-4',
      ['Association (A, B): expected members with the same number of values, found that A has 3, B has 4.'],
    ],
    ['(A * C, B)', '1-6', []],
    [
      '(A * C, B)',
      '1-5',
      ['Association (A * C, B): expected members with the same number of values, found that A * C has 6, B has 5.'],
    ],
    [
      'C * (A, B)',
      '7',
      ['Association (A, B): expected members with the same number of values, found that A has 3, B has 1.'],
    ],
  ])('%s where B is %s', (combination, value, expected) => {
    const definitions = combination.includes('C') ? [A, B, C] : [A, B];
    const found = problemsOf(spaceOf(definitions, { combination, parameters: [text('B', value)] }));
    expect(found.map(({ message }) => message)).toEqual(expected);
    expect(found.map(({ code }) => code)).toEqual(expected.map(() => 'combination-lengths-differ'));
  });

  test('are checked as far as the parameters are right', () => {
    const D = { name: 'D', type: 'INT', range: '{{Param.D}}' };
    const found = codesOf(
      spaceOf([A, B, D], { combination: '(A, B) * D', parameters: [text('B', '1-4'), text('D', '')] }),
    );
    expect(found).toEqual([
      'steps.0.parameterSpace.taskParameterDefinitions.2.range range-expr-empty',
      'steps.0.parameterSpace.combination combination-lengths-differ',
    ]);
  });

  test('a parameter that is wrong is not counted as well', () => {
    expect(codesOf(spaceOf([A, B], { combination: '(A, B)', parameters: [text('B', '')] }))).toEqual([
      'steps.0.parameterSpace.taskParameterDefinitions.1.range range-expr-empty',
    ]);
  });
});

describe('chunks', () => {
  test('have their counts resolved', () => {
    expect(
      resolved(chunk({ defaultTaskCount: '{{Param.N}}', targetRuntimeSeconds: '{{Param.S}}' }), [
        text('N', '3'),
        { name: 'S', type: 'INT', default: '00' },
      ]),
    ).toMatchObject({
      type: 'CHUNK[INT]',
      chunks: { defaultTaskCount: 3, targetRuntimeSeconds: 0, rangeConstraint: 'CONTIGUOUS' },
    });
    expect(resolved(chunk({ defaultTaskCount: '4' })).chunks).toEqual({
      defaultTaskCount: 4,
      rangeConstraint: 'CONTIGUOUS',
    });
  });

  test.each([
    ['defaultTaskCount', '0', 'number-too-small'],
    ['defaultTaskCount', 'some', 'invalid-integer'],
    ['targetRuntimeSeconds', '-1', 'number-too-small'],
    ['targetRuntimeSeconds', '1.5', 'invalid-integer'],
  ])('refuse a %s of %s', (key, value, code) => {
    const definition = { name: 'A', ...chunk({ defaultTaskCount: 1, [key]: '{{Param.N}}' }) };
    expect(codesOf(spaceOf([definition], { parameters: [text('N', value)] }))).toEqual([
      `steps.0.parameterSpace.taskParameterDefinitions.0.chunks.${key} ${code}`,
    ]);
  });

  test('a count beyond all numbers means the whole range', () => {
    expect(
      resolved(chunk({ defaultTaskCount: '{{Param.N}}' }), [text('N', '9223372036854775807')]).chunks?.defaultTaskCount,
    ).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('a huge range costs nothing', () => {
    const before = process.cpuUsage(); // wall-clock time belongs to the tests beside this one, too
    const huge = resolved({
      type: 'CHUNK[INT]',
      range: '1-4000000000000000000',
      chunks: { defaultTaskCount: 10, targetRuntimeSeconds: 60, rangeConstraint: 'CONTIGUOUS' },
    });
    expect(huge.range instanceof IntRangeExpr && huge.range.length).toBe(4_000_000_000_000_000_000n);
    expect(process.cpuUsage(before).user).toBeLessThan(250_000);
  });
});
