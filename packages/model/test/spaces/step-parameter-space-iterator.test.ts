import { IntRangeExpr } from '@ojd/expr';
import { describe, expect, test } from 'vitest';
import { StepParameterSpaceIterator } from '../../src/spaces/step-parameter-space-iterator.ts';
import type { StepParameterSpace, TaskParameterSet } from '../../src/spaces/types.ts';
import { column, space, values } from './spaces.ts';

const task = (Frame: string, Scale: string, Number: string): TaskParameterSet => ({
  Frame: { type: 'INT', value: Frame },
  Scale: { type: 'FLOAT', value: Scale },
  Number: { type: 'INT', value: Number },
  File: { type: 'PATH', value: '/a' },
});

/** A set of one INT parameter, also one that has the name of an inherited property. */
const set = (name: string, value: string): TaskParameterSet => Object.fromEntries([[name, { type: 'INT', value }]]);

const ABC = { A: '1-3', B: '10-12', C: ['x', 'y'] } as const;

describe('a step without a parameter space', () => {
  const tasks = new StepParameterSpaceIterator(undefined);

  test('is one task with an empty set', () => {
    expect(tasks.size).toBe(1n);
    expect([...tasks]).toEqual([{}]);
    expect(tasks.at(0)).toEqual({});
    expect(tasks.indexOf({})).toBe(0n);
    expect(tasks.names).toEqual([]);
  });

  test('has no task with a parameter', () => {
    expect(tasks.has({ A: { type: 'INT', value: '1' } })).toBe(false);
  });
});

describe('combinations', () => {
  test('the default is the product in the order of definition, the last parameter fastest', () => {
    const tasks = [...new StepParameterSpaceIterator(space({ A: '1-2', C: ['x', 'y', 'z'] }))].map(values);
    expect(tasks).toEqual([
      { A: '1', C: 'x' },
      { A: '1', C: 'y' },
      { A: '1', C: 'z' },
      { A: '2', C: 'x' },
      { A: '2', C: 'y' },
      { A: '2', C: 'z' },
    ]);
  });

  test('the combination decides the order, not the definitions', () => {
    const tasks = new StepParameterSpaceIterator(space({ A: '1-2', B: '8-9' }, { product: ['B', 'A'] }));
    expect([...tasks].map(values)).toEqual([
      { B: '8', A: '1' },
      { B: '8', A: '2' },
      { B: '9', A: '1' },
      { B: '9', A: '2' },
    ]);
  });

  test('an association goes in lockstep', () => {
    const tasks = new StepParameterSpaceIterator(space({ A: '1-3', B: '10-12' }, { association: ['A', 'B'] }));
    expect(tasks.size).toBe(3n);
    expect([...tasks].map(values)).toEqual([
      { A: '1', B: '10' },
      { A: '2', B: '11' },
      { A: '3', B: '12' },
    ]);
  });

  test('an association inside a product, to either side', () => {
    const left = new StepParameterSpaceIterator(space(ABC, { product: [{ association: ['A', 'B'] }, 'C'] }));
    expect(column(left, 'A')).toEqual(['1', '1', '2', '2', '3', '3']);
    expect(column(left, 'B')).toEqual(['10', '10', '11', '11', '12', '12']);
    const right = new StepParameterSpaceIterator(space(ABC, { product: ['C', { association: ['A', 'B'] }] }));
    expect(column(right, 'A')).toEqual(['1', '2', '3', '1', '2', '3']);
    expect(column(right, 'C')).toEqual(['x', 'x', 'x', 'y', 'y', 'y']);
  });

  test('a product inside an association', () => {
    const tasks = new StepParameterSpaceIterator(
      space({ A: '1-2', B: '1-3', N: '1-6' }, { association: [{ product: ['A', 'B'] }, 'N'] }),
    );
    expect(column(tasks, 'A')).toEqual(['1', '1', '1', '2', '2', '2']);
    expect(column(tasks, 'B')).toEqual(['1', '2', '3', '1', '2', '3']);
    expect(column(tasks, 'N')).toEqual(['1', '2', '3', '4', '5', '6']);
    expect([...tasks].every((one, index) => tasks.indexOf(one) === BigInt(index))).toBe(true);
  });

  test('members of an association with different lengths are refused', () => {
    expect(() => new StepParameterSpaceIterator(space({ A: '1-3', B: '1-2' }, { association: ['A', 'B'] }))).toThrow(
      'different sizes: 3, 2',
    );
  });

  test('a combination of a parameter that does not exist is refused', () => {
    expect(() => new StepParameterSpaceIterator(space({ A: '1-3' }, { product: ['A', 'Z'] }))).toThrow('names Z');
  });
});

describe('at', () => {
  const tasks = new StepParameterSpaceIterator(space(ABC));

  test('counts from either end', () => {
    expect(values(tasks.at(0))).toEqual({ A: '1', B: '10', C: 'x' });
    expect(values(tasks.at(-1))).toEqual({ A: '3', B: '12', C: 'y' });
    expect(tasks.at(7n)).toEqual(tasks.at(7));
    expect(tasks.at(-18)).toEqual(tasks.at(0));
  });

  test.each([18, -19, 18n, 2n ** 70n, Number.MAX_SAFE_INTEGER])('refuses index %s with the bounds', (index) => {
    expect(() => tasks.at(index)).toThrow(new RangeError(`expected an index from -18 to 17, found ${index}`));
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s as an index', (index) => {
    expect(() => tasks.at(index)).toThrow(new RangeError(`expected a whole number as index, found ${index}`));
  });
});

test('indexOf in a space of nothing but repeated values costs no more than its dimensions', () => {
  const same = Array.from({ length: 1000 }, () => 'x');
  const tasks = new StepParameterSpaceIterator(space({ A: same, B: same, C: same, D: same, E: same }));
  expect(tasks.size).toBe(10n ** 15n);
  expect(tasks.indexOf(tasks.at(-1))).toBe(0n);
});

describe('has and indexOf', () => {
  const tasks = new StepParameterSpaceIterator(
    space({
      Frame: '1-9:2',
      Scale: { name: 'Scale', type: 'FLOAT', range: ['0.50', '1e3'] },
      Number: { name: 'Number', type: 'INT', range: ['3', '1'] },
      File: { name: 'File', type: 'PATH', range: ['/a'] },
    }),
  );

  test('numbers are found by value, however they are written', () => {
    expect(tasks.indexOf(task('1', '0.50', '3'))).toBe(0n);
    expect(tasks.indexOf(task('01', '.5', '+3'))).toBe(0n);
    expect(tasks.indexOf(task('9', '1000', '1'))).toBe(19n);
  });

  test.each<[string, TaskParameterSet]>([
    ['a value between two steps', task('2', '0.50', '3')],
    ['a value beyond the end', task('11', '0.50', '3')],
    ['no number', task('one', '0.50', '3')],
    ['another decimal', task('1', '0.51', '3')],
    ['a value that the list lacks', task('1', '0.50', '2')],
    ['a missing parameter', { Frame: { type: 'INT', value: '1' } }],
    ['a parameter too many', { ...task('1', '0.50', '3'), More: { type: 'INT', value: '1' } }],
    ['another type', { ...task('1', '0.50', '3'), Frame: { type: 'STRING', value: '1' } }],
  ])('%s is not in the space', (_, other) => {
    expect(tasks.has(other)).toBe(false);
    expect(tasks.indexOf(other)).toBe(-1n);
  });

  test('inherited properties are no parameters', () => {
    const one = new StepParameterSpaceIterator(space({ toString: '1' }));
    expect(one.has(set('valueOf', '1'))).toBe(false);
    expect(one.has(set('toString', '1'))).toBe(true);
  });

  test('a value that a list repeats is found at its first place, in lockstep too', () => {
    const repeated = new StepParameterSpaceIterator(
      space({ A: ['x', 'x', 'y'], B: '1-3' }, { association: ['A', 'B'] }),
    );
    const at = (A: string, B: string) =>
      repeated.indexOf({ A: { type: 'STRING', value: A }, B: { type: 'INT', value: B } });
    expect(at('x', '1')).toBe(0n);
    expect(at('x', '2')).toBe(1n);
    expect(at('x', '3')).toBe(-1n);
    const both = new StepParameterSpaceIterator(space({ A: ['x', 'x'], B: ['y', 'y'] }));
    expect(both.indexOf({ A: { type: 'STRING', value: 'x' }, B: { type: 'STRING', value: 'y' } })).toBe(0n);
  });
});

describe('names', () => {
  test('a parameter may be called __proto__', () => {
    const tasks = new StepParameterSpaceIterator(space({ ['__proto__']: '1-2', A: '1-2' }));
    const [first, , third] = [...tasks];
    expect(Object.keys(third ?? {})).toEqual(['__proto__', 'A']);
    expect(Object.getPrototypeOf(third)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(third, '__proto__')?.value).toEqual({ type: 'INT', value: '2' });
    expect(tasks.at(2)).toEqual(third);
    expect(tasks.indexOf(third ?? {})).toBe(2n);
    expect(first).not.toEqual(third);
  });
});

describe('huge spaces', () => {
  const million = '1-1000000';
  const tasks = new StepParameterSpaceIterator(space({ A: million, B: million, C: million }));

  test('10^18 tasks are counted, entered anywhere and found again', () => {
    expect(tasks.size).toBe(10n ** 18n);
    expect(values(tasks.at(10n ** 18n - 1n))).toEqual({ A: '1000000', B: '1000000', C: '1000000' });
    expect(values(tasks.at(123_456_789_012_345_678n))).toEqual({ A: '123457', B: '789013', C: '345679' });
    expect(tasks.indexOf(tasks.at(123_456_789_012_345_678n))).toBe(123_456_789_012_345_678n);
    expect(tasks.at(-1)).toEqual(tasks.at(10n ** 18n - 1n));
  });

  test('walking into them takes no time and no memory to speak of', () => {
    const before = process.cpuUsage(); // wall-clock time belongs to the tests beside this one, too
    const walk = new StepParameterSpaceIterator(space({ A: million, B: million, C: million }))[Symbol.iterator]();
    const sixth = Array.from({ length: 6 }, () => walk.next().value).at(-1);
    expect(sixth && values(sixth)).toEqual({ A: '1', B: '1', C: '6' });
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  });

  test('a single axis may be longer than 2^53', () => {
    const long = new StepParameterSpaceIterator(space({ A: '-4000000000000000000-4000000000000000000:3' }));
    const far = long.at(2n ** 60n);
    expect(long.indexOf(far)).toBe(2n ** 60n);
    expect(values(far)['A']).toBe(String(-4_000_000_000_000_000_000n + 3n * 2n ** 60n));
    const [first, second] = long;
    expect([first, second].map((one) => one?.['A']?.value)).toEqual(['-4000000000000000000', '-3999999999999999997']);
  });

  test('a walk crosses from run to run of a long range', () => {
    const range = '1-5000,9223372036854775000-9223372036854775002';
    const runs = new StepParameterSpaceIterator(space({ A: range, B: ['x'] }));
    expect(column(runs, 'A').slice(4998)).toEqual([
      '4999',
      '5000',
      '9223372036854775000',
      '9223372036854775001',
      '9223372036854775002',
    ]);
    expect(column(runs, 'A')).toHaveLength(Number(IntRangeExpr.parse(range).length));
  });

  test('a long range starts again under a slower parameter', () => {
    const seen = [...new StepParameterSpaceIterator(space({ S: ['x', 'y'], A: '1-5000,6001-6002' }))].map(values);
    expect(seen).toHaveLength(10_004);
    expect(seen[5001]).toEqual({ S: 'x', A: '6002' });
    expect(seen[5002]).toEqual({ S: 'y', A: '1' });
  });
});

describe('sharing', () => {
  test('tasks share the value objects that did not change', () => {
    const [first, second] = new StepParameterSpaceIterator(space(ABC));
    expect(first?.['A']).toBe(second?.['A']);
    expect(first?.['C']).not.toBe(second?.['C']);
    expect(first).not.toBe(second);
  });

  test('two walks at once do not disturb each other', () => {
    const tasks = new StepParameterSpaceIterator(space({ A: '1-3' }));
    const one = tasks[Symbol.iterator]();
    const two = tasks[Symbol.iterator]();
    one.next();
    expect(one.next().value).toEqual(tasks.at(1));
    expect(two.next().value).toEqual(tasks.at(0));
    expect(column([...one, ...two], 'A')).toEqual(['3', '2', '3']);
    expect(one.next()).toEqual({ done: true, value: undefined });
  });
});

test('a chunked parameter whose list holds no integers is refused, and the text is named', () => {
  const listed: StepParameterSpace = {
    taskParameterDefinitions: [
      {
        name: 'Frame',
        type: 'CHUNK[INT]',
        range: ['1', 'two'],
        chunks: { defaultTaskCount: 2, rangeConstraint: 'CONTIGUOUS' },
      },
    ],
    combination: { kind: 'name', name: 'Frame' },
  };
  expect(() => new StepParameterSpaceIterator(listed).at(0)).toThrow(
    'expected the text of a 64-bit integer, found "two"',
  );
});
