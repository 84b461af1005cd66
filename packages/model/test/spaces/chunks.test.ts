import { describe, expect, test } from 'vitest';
import { StepParameterSpaceIterator } from '../../src/spaces/step-parameter-space-iterator.ts';
import type { TaskParameterSet } from '../../src/spaces/types.ts';
import { chunked, column, space, values } from './spaces.ts';

const HUGE = '1-4000000000000000000';
const onY = (value: string): TaskParameterSet => ({ ...frame(value), S: { type: 'STRING', value: 'y' } });
const frame = (value: string): TaskParameterSet => ({ F: { type: 'CHUNK[INT]', value } });

function chunksOf(...parameter: [string | readonly string[], number, ('CONTIGUOUS' | 'NONCONTIGUOUS')?]): string[] {
  const [range, count, constraint] = parameter;
  return column(new StepParameterSpaceIterator(space({ F: chunked('F', range, count, constraint) })), 'F');
}

describe('contiguous chunks', () => {
  test('the last chunk is not a stub: sizes are evened out', () => {
    expect(chunksOf('1-12', 5)).toEqual(['1-4', '5-8', '9-12']);
    expect(chunksOf('1-10', 4)).toEqual(['1-4', '5-7', '8-10']);
    expect(chunksOf('1-8', 3)).toEqual(['1-3', '4-6', '7-8']);
  });

  test('a count beyond the range gives one chunk', () => {
    expect(chunksOf('1-5', 100)).toEqual(['1-5']);
  });

  test('a single value is an interval too', () => {
    expect(chunksOf('5', 3)).toEqual(['5-5']);
    expect(chunksOf('1-3', 1)).toEqual(['1-1', '2-2', '3-3']);
  });

  test('no chunk bridges a gap', () => {
    expect(chunksOf('1-4,7-8,10', 3)).toEqual(['1-2', '3-4', '7-8', '10-10']);
  });

  test('values that are apart are chunks of their own', () => {
    expect(chunksOf('1-9:2', 3)).toEqual(['1-1', '3-3', '5-5', '7-7', '9-9']);
  });

  test('a run that continues across two parts of the expression is one run', () => {
    expect(chunksOf('1-7:3,8-9', 10)).toEqual(['1-1', '4-4', '7-9']);
    expect(chunksOf('1-2,3-9:3', 10)).toEqual(['1-3', '6-6', '9-9']);
    expect(chunksOf('1-3:2,4,5-7:2', 10)).toEqual(['1-1', '3-5', '7-7']);
    expect(chunksOf('-3--1,0-2', 10)).toEqual(['-3-2']);
  });

  test('a list keeps its order', () => {
    expect(chunksOf(['3', '1', '2', '9', '9'], 2)).toEqual(['3-3', '1-2', '9-9', '9-9']);
  });
});

describe('noncontiguous chunks', () => {
  test('take what comes next, gap or not', () => {
    expect(chunksOf('1-8', 3, 'NONCONTIGUOUS')).toEqual(['1-3', '4-6', '7,8']);
    expect(chunksOf('1-4,7-8,10', 3, 'NONCONTIGUOUS')).toEqual(['1-3', '4,7', '8,10']);
    expect(chunksOf('1-20:5', 3, 'NONCONTIGUOUS')).toEqual(['1,6', '11,16']);
  });

  test('of a list are ranges of its neighbours', () => {
    expect(chunksOf(['9', '1', '5', '2'], 2, 'NONCONTIGUOUS')).toEqual(['1,9', '2,5']);
    expect(chunksOf(['4', '4', '5'], 3, 'NONCONTIGUOUS')).toEqual(['4,5']);
  });
});

describe('chunks in a space', () => {
  const tasks = new StepParameterSpaceIterator(
    space({ F: chunked('F', '1-10', 4), S: ['x', 'y'] }, { product: ['F', 'S'] }),
  );

  test('each of the other parameters has one value per chunk', () => {
    expect(tasks.size).toBe(6n);
    expect([...tasks].map(values)).toEqual([
      { F: '1-4', S: 'x' },
      { F: '1-4', S: 'y' },
      { F: '5-7', S: 'x' },
      { F: '5-7', S: 'y' },
      { F: '8-10', S: 'x' },
      { F: '8-10', S: 'y' },
    ]);
    expect(tasks.chunksParameterName).toBe('F');
    expect(tasks.chunkTaskCount).toBe(4);
    expect(tasks.chunksAdaptive).toBe(false);
  });

  test('indexOf finds the chunks of the walk, has takes any part of the range', () => {
    expect(tasks.indexOf(onY('5-7'))).toBe(3n);
    expect(tasks.indexOf(onY('5-6'))).toBe(-1n);
    expect(tasks.has(onY('5-6'))).toBe(true);
    expect(tasks.has(onY('2-9'))).toBe(true);
    expect(tasks.has(onY('9-11'))).toBe(false);
  });

  test('a space without chunks has no chunk to speak of', () => {
    const plain = new StepParameterSpaceIterator(space({ A: '1-3' }));
    expect(plain.chunksParameterName).toBeUndefined();
    expect(plain.chunkTaskCount).toBeUndefined();
  });

  test('the option chunkTaskCount gives every chunk another size, 1 the single tasks', () => {
    const parameters = space({ F: chunked('F', '1-10', 4, 'CONTIGUOUS', 60) });
    const single = new StepParameterSpaceIterator(parameters, { chunkTaskCount: 1 });
    expect(single.size).toBe(10n);
    expect(single.chunksAdaptive).toBe(false);
    expect(column(new StepParameterSpaceIterator(parameters, { chunkTaskCount: 5 }), 'F')).toEqual(['1-5', '6-10']);
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses a chunk size of %s', (chunkTaskCount) => {
    expect(() => new StepParameterSpaceIterator(space({ F: chunked('F', '1-10', 4) }), { chunkTaskCount })).toThrow(
      `expected a whole number of at least 1, found ${chunkTaskCount}`,
    );
  });
});

describe('the form of a chunk', () => {
  const contiguous = new StepParameterSpaceIterator(space({ F: chunked('F', '1-10,20-29:3', 4) }));
  const loose = new StepParameterSpaceIterator(space({ F: chunked('F', '1-10,20-29:3', 4, 'NONCONTIGUOUS') }));
  const listed = new StepParameterSpaceIterator(space({ F: chunked('F', ['3', '1', '2'], 2) }));

  test.each(['5-5', '1-10', '23-23'])('CONTIGUOUS takes %s', (text) => {
    expect(contiguous.has(frame(text))).toBe(true);
  });

  test.each([
    '5',
    '1-5,7',
    '1,2',
    '10-20',
    '20-23',
    '5-4',
    '1-5:1',
    'x',
    '',
    '99999999999999999999-99999999999999999999',
  ])('CONTIGUOUS refuses %j', (text) => {
    expect(contiguous.has(frame(text))).toBe(false);
    expect(contiguous.indexOf(frame(text))).toBe(-1n);
  });

  test.each(['5', '1-5,7', '20-29:3', '1-9:2,23', '10,20'])('NONCONTIGUOUS takes %s', (text) => {
    expect(loose.has(frame(text))).toBe(true);
  });

  test.each(['11', '20-29', '1-9:2,24', 'x', ''])('NONCONTIGUOUS refuses %j', (text) => {
    expect(loose.has(frame(text))).toBe(false);
    expect(loose.indexOf(frame(text))).toBe(-1n);
  });

  test('the chunks of a list have the same forms', () => {
    expect(column(listed, 'F')).toEqual(['3-3', '1-2']);
    expect(listed.indexOf(frame('1-2'))).toBe(1n);
    expect(listed.indexOf(frame('1,2'))).toBe(-1n);
    expect(listed.has(frame('2-3'))).toBe(true);
    expect(listed.has(frame('2'))).toBe(false);
    expect(listed.has(frame('2-4'))).toBe(false);
  });
});

function adaptive(range: string | readonly string[]): StepParameterSpaceIterator {
  return new StepParameterSpaceIterator(space({ F: chunked('F', range, 2, 'CONTIGUOUS', 60), S: ['x', 'y'] }));
}

describe('adaptive chunks', () => {
  test('the chunked parameter moves fastest, wherever it stands', () => {
    expect([...adaptive('1-5')].map(values)).toEqual([
      { S: 'x', F: '1-2' },
      { S: 'x', F: '3-4' },
      { S: 'x', F: '5-5' },
      { S: 'y', F: '1-2' },
      { S: 'y', F: '3-4' },
      { S: 'y', F: '5-5' },
    ]);
  });

  test.each([
    ['CONTIGUOUS', '1-7,20-21', ['1-2', '3-7', '20-21']],
    ['NONCONTIGUOUS', '1-7,20-21', ['1,2', '3-7', '20,21']],
    ['NONCONTIGUOUS', '1-6,20-21', ['1,2', '3-6,20', '21']],
    ['CONTIGUOUS', ['1', '2', '3', '4', '9'], ['1-2', '3-4', '9-9']],
    ['NONCONTIGUOUS', ['1', '2', '3', '4', '9'], ['1,2', '3,4,9']],
    ['CONTIGUOUS', '1-9:2', ['1-1', '3-3', '5-5', '7-7', '9-9']],
  ] as const)('a new size holds from the next chunk on: %s %j', (constraint, range, expected) => {
    const tasks = new StepParameterSpaceIterator(space({ F: chunked('F', range, 2, constraint, 60) }));
    const seen: string[] = [];
    const walk = tasks[Symbol.iterator]();
    seen.push(walk.next().value?.['F']?.value ?? '');
    tasks.chunkTaskCount = 5;
    for (const set of walk) seen.push(set['F']?.value ?? '');
    expect(seen).toEqual(expected);
    expect(tasks.chunkTaskCount).toBe(5);
  });

  test('the size is unknown, so nothing can be found by index', () => {
    const tasks = adaptive('1-5');
    expect(tasks.chunksAdaptive).toBe(true);
    expect(() => tasks.size).toThrow('size is not available while chunks are adaptive');
    expect(() => tasks.at(0)).toThrow(TypeError);
    expect(() => tasks.indexOf({})).toThrow(TypeError);
  });

  test('has still says what belongs to the space', () => {
    const tasks = adaptive('1-5');
    expect(tasks.has({ F: { type: 'CHUNK[INT]', value: '2-5' }, S: { type: 'STRING', value: 'x' } })).toBe(true);
    expect(tasks.has({ F: { type: 'CHUNK[INT]', value: '2-6' }, S: { type: 'STRING', value: 'x' } })).toBe(false);
    expect(tasks.has({ F: { type: 'CHUNK[INT]', value: '2-5' }, S: { type: 'STRING', value: 'z' } })).toBe(false);
  });

  test('a target of 0 seconds is no target', () => {
    const tasks = new StepParameterSpaceIterator(space({ F: chunked('F', '1-5', 2, 'CONTIGUOUS', 0) }));
    expect(tasks.chunksAdaptive).toBe(false);
    expect(() => {
      tasks.chunkTaskCount = 3;
    }).toThrow('chunkTaskCount can only be set where chunks are adaptive');
  });

  test('refuses a size that is none', () => {
    expect(() => {
      adaptive('1-5').chunkTaskCount = 0;
    }).toThrow('expected a whole number of at least 1, found 0');
  });
});

describe('chunks of huge ranges', () => {
  test.each(['CONTIGUOUS', 'NONCONTIGUOUS'] as const)('%s: nothing is spelled out', (constraint) => {
    const before = process.cpuUsage(); // wall-clock time belongs to the tests beside this one, too
    const tasks = new StepParameterSpaceIterator(space({ F: chunked('F', HUGE, 10, constraint) }));
    expect(tasks.size).toBe(400_000_000_000_000_000n);
    const set = tasks.at(399_999_999_999_999_999n);
    expect(values(set)).toEqual({ F: '3999999999999999991-4000000000000000000' });
    expect(tasks.indexOf(set)).toBe(399_999_999_999_999_999n);
    expect(tasks.has(frame('2-3999999999999999999'))).toBe(true);
    expect(tasks.has(frame('0-3999999999999999999'))).toBe(false);
    expect(process.cpuUsage(before).user).toBeLessThan(100_000);
  });

  test('one chunk may hold all of it', () => {
    expect(chunksOf(HUGE, Number.MAX_SAFE_INTEGER)).toHaveLength(445);
  });

  test.each(['CONTIGUOUS', 'NONCONTIGUOUS'] as const)(
    '%s: adaptive ones are cut as they are asked for',
    (constraint) => {
      const tasks = new StepParameterSpaceIterator(space({ F: chunked('F', HUGE, 10, constraint, 60) }));
      const walk = tasks[Symbol.iterator]();
      expect(walk.next().value?.['F']?.value).toBe('1-10');
      tasks.chunkTaskCount = 1_000_000;
      expect(walk.next().value?.['F']?.value).toBe('11-1000010');
    },
  );

  test('of many runs are found in little time', () => {
    const runs = Array.from({ length: 9000 }, (_, index) => `${index * 100}-${index * 100 + 41}`).join(',');
    const tasks = new StepParameterSpaceIterator(space({ F: chunked('F', runs, 10) }));
    expect(tasks.size).toBe(45_000n);
    // Time of the processor: other tests run beside this one.
    const before = process.cpuUsage();
    for (let index = 0; index < 45_000; index += 45) expect(tasks.indexOf(tasks.at(index))).toBe(BigInt(index));
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  });
});
