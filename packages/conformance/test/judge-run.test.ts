import { describe, expect, test } from 'vitest';
import { readJobVector } from '../src/jobs/job-vector.ts';
import { judgeRun } from '../src/jobs/judge-run.ts';

const nothing = { output: [], forbidden: [] };
const ended = (exitCode: number | null, text = '') => ({
  exitCode,
  signal: exitCode === null ? 'SIGKILL' : null,
  text,
});

describe('a run passes', () => {
  test.each([
    ['it succeeds and nothing is expected', ended(0), nothing, false],
    ['an expected text is there', ended(0, 'a b'), { ...nothing, output: ['b'] }, false],
    ['one of several is there', ended(0, 'a b'), { ...nothing, output: [{ anyOf: ['x', 'b'] }] }, false],
    ['it is refused and must be', ended(1, 'ERROR: no'), nothing, true],
    [
      'a task fails as expected',
      ended(1, 'exited with code: 0\nexited with code: 7\nexited with code: 0\nERROR: x'),
      { ...nothing, taskFailure: { exitCode: 7 } },
      false,
    ],
  ])('%s', (_, run, expected, invalid) => {
    expect(judgeRun(run, expected, invalid)).toEqual({ state: 'passed' });
  });
});

describe('a run fails', () => {
  test.each([
    ['it does not succeed', ended(1, 'ERROR: x'), nothing, false, 'the run must succeed, and its exit code is 1'],
    ['an expected text is missing', ended(0, 'a'), { ...nothing, output: ['b'] }, false, 'missing in the output: "b"'],
    [
      'a forbidden text is there',
      ended(0, 'a'),
      { ...nothing, forbidden: ['a'] },
      false,
      'forbidden in the output: "a"',
    ],
    ['it is accepted and must not be', ended(0), nothing, true, 'it must be refused, and was accepted'],
    ['it must fail and does not', ended(0), { ...nothing, taskFailure: {} }, false, 'the run must fail, and succeeded'],
    [
      'another process failed first',
      ended(1, 'exited with code: 3\nERROR: x'),
      { ...nothing, taskFailure: { exitCode: 7 } },
      false,
      'and it was 3',
    ],
    ['a usage error is no refusal', ended(2), nothing, true, 'the exit code is 2'],
    ['a program that cannot start refuses nothing', ended(1, 'not built'), nothing, true, 'did not say why'],
    ['a crash is no refusal', ended(null), nothing, true, 'ended by SIGKILL'],
    ['a defect is no refusal', ended(1, 'ERROR: Unexpected error: x'), nothing, true, 'the program has a defect'],
  ])('%s', (_, run, expected, invalid, reason) => {
    expect(judgeRun(run, expected, invalid)).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining(reason),
    });
  });
});

describe('reading a vector', () => {
  test('numbers reach the program as they are written', () => {
    const { template } = readJobVector('template:\n  default: 3.500\n  big: 9223372036854775807\n  x: 1.0\n', 'posix');
    expect(template).toBe('default: 3.500\nbig: 9223372036854775807\nx: 1.0\n');
  });

  test('expectations of another system are left out', () => {
    const text =
      'template: {}\nexpected:\n  output: [a]\n  output_posix: [b]\n  output_windows: [c]\n  forbidden_windows: [d]\n';
    expect(readJobVector(text, 'posix').expected).toEqual({ output: ['a', 'b'], forbidden: [] });
    expect(readJobVector(text, 'windows').expected).toEqual({ output: ['a', 'c'], forbidden: ['d'] });
  });

  test.each(['template: {}\nsurprise: 1\n', 'template: {}\nexpected:\n  surprise: 1\n'])(
    'an unknown key is an error: %j',
    (text) => {
      expect(() => readJobVector(text, 'posix')).toThrow(/not known here: surprise/);
    },
  );
});
