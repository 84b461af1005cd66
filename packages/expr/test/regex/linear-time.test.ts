import { describe, expect, test } from 'vitest';
import { compileRegex } from '../../src/regex/regex.ts';

function stepsOf(pattern: string, text: string): number {
  let steps = 0;
  compileRegex(pattern).search(text, (taken) => {
    steps += taken;
  });
  return steps;
}

function stepsToCompile(pattern: string): number {
  let steps = 0;
  compileRegex(pattern, {
    onSteps: (taken) => {
      steps += taken;
    },
  });
  return steps;
}

test('(a+)+$ against 100,000 characters ends in under a second', () => {
  const text = `${'a'.repeat(100_000)}b`;
  const start = process.cpuUsage(); // wall-clock time belongs to the tests beside this one, too
  expect(compileRegex('(a+)+$').search(text)).toBeUndefined();
  expect(compileRegex('(a+)+$').match(text)).toBeUndefined();
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});

describe('twice the text takes twice the steps', () => {
  test.each([
    ['(a+)+$', 'a', 'b'],
    ['(a*)*b', 'a', ''],
    ['(a|a)*b', 'a', ''],
    ['(a|aa)+$', 'a', 'b'],
    ['(.*)(.*)(.*)(.*)(.*)x', 'a', ''],
    ['((((a*)*)*)*)*$', 'a', 'b'],
    [String.raw`(\w+\s?)+$`, 'a ', '!'],
    ['(x+x+)+y', 'x', ''],
    ['^(?:a?){20}a{20}$', 'a', 'b'],
  ])('%s', (pattern, unit, last) => {
    const once = stepsOf(pattern, unit.repeat(2000) + last);
    const twice = stepsOf(pattern, unit.repeat(4000) + last);
    expect(once).toBeGreaterThan(0);
    expect(twice / once).toBeLessThan(2.1);
  });
});

describe('onSteps', () => {
  test('is told while the search goes on, and ends it by throwing', () => {
    const reports: number[] = [];
    const search = (): unknown =>
      compileRegex('(a+)+$').search('a'.repeat(100_000), (steps) => {
        reports.push(steps);
        if (reports.length === 3) throw new Error('over the budget');
      });
    expect(search).toThrow('over the budget');
    expect(reports).toHaveLength(3);
    expect(Math.max(...reports)).toBeLessThan(20_000);
  });

  test('a search that was ended leaves the regex as it was', () => {
    const regex = compileRegex('(a+)+b');
    const text = `${'a'.repeat(50_000)}b`;
    expect(() =>
      regex.search(text, () => {
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(regex.search(text)?.end).toBe(50_001);
  });

  test('compiling counts, for the pattern and for what its repetitions expand to', () => {
    expect(stepsToCompile('a'.repeat(1000))).toBeGreaterThan(8000);
    expect(stepsToCompile('a{10000}')).toBeGreaterThan(20_000);
  });

  test('counts for every method, also where the engine skips ahead', () => {
    const regex = compileRegex('b');
    const text = 'a'.repeat(64_000);
    const methods = {
      match: (onSteps: (steps: number) => void) => regex.match(text, onSteps),
      search: (onSteps: (steps: number) => void) => regex.search(text, onSteps),
      findAll: (onSteps: (steps: number) => void) => regex.findAll(text, onSteps),
      replace: (onSteps: (steps: number) => void) => regex.replace(text, '', onSteps),
      split: (onSteps: (steps: number) => void) => regex.split(text, 0, onSteps),
    };
    for (const [name, method] of Object.entries(methods)) {
      let total = 0;
      method((steps) => {
        total += steps;
      });
      expect(total, name).toBeGreaterThanOrEqual(name === 'match' ? 1 : 1000);
    }
  });
});
