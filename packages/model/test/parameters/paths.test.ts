import { describe, expect, test } from 'vitest';
import { preprocessJobParameters, safePreprocessJobParameters } from '../../src/index.ts';
import type { PreprocessOptions } from '../../src/index.ts';
import { environmentWith, jobWith } from './templates.ts';
import { read, refusals, type Values } from './preprocessed.ts';

/** The value of P without EXPR. */
function plain(definition: object, values: Values, options: PreprocessOptions): unknown {
  return preprocessJobParameters(jobWith([{ name: 'P', ...definition }]), values, options)['P']?.value;
}

describe('paths', () => {
  const PATH = { type: 'PATH' };
  const POSIX = { templateDir: '/jobs/a', currentDir: '/home/me' };
  test('are joined, and nothing else is', () => {
    expect(read({ type: 'STRING' }, 'a/../b', POSIX)).toBe('a/../b');
    expect(read({ type: 'STRING', default: '../b' }, undefined, POSIX)).toBe('../b');
    expect(read({ type: 'LIST[STRING]', default: ['../b'] }, undefined, POSIX)).toEqual(['../b']);
    expect(read({ type: 'LIST[STRING]' }, '["007", "1e3"]', POSIX)).toEqual(['007', '1e3']);
  });

  const WINDOWS = { templateDir: 'C:\\jobs\\a', currentDir: 'D:\\me', pathFormat: 'WINDOWS' as const };

  test.each([
    ['.', '/jobs/a'],
    ['out', '/jobs/a/out'],
    ['./out/', '/jobs/a/out'],
    ['a/../b', '/jobs/a/b'],
    ['a/..', '/jobs/a'],
    ['./a/./../b/.', '/jobs/a/b'],
    ['..name/name../...', '/jobs/a/..name/name../...'],
    ['', ''],
  ])('a default of %o becomes %o', (written, expected) => {
    expect(plain({ ...PATH, default: written }, {}, POSIX)).toBe(expected);
  });

  test.each([
    ['../b', 'outside'],
    ['..', 'outside'],
    ['a/../..', 'outside'],
    ['a/b/c/../../../../d', 'outside'],
    ['./../b', 'outside'],
    ['/tmp/out', 'absolute'],
  ])('a default of %o is refused: %s', (written, why) => {
    const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', ...PATH, default: written }]), {}, POSIX);
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual([`parameter-default-${why}`]);
  });

  test.each([
    ['../b', '/jobs/b'],
    ['/tmp/out', '/tmp/out'],
  ])('unless walking up is allowed: %o becomes %o', (written, expected) => {
    expect(plain({ ...PATH, default: written }, {}, { ...POSIX, allowTemplateDirWalkUp: true })).toBe(expected);
  });

  test.each([
    ['.', '/home/me'],
    ['b.exr', '/home/me/b.exr'],
    ['sub/../other', '/home/me/other'],
    ['../x', '/home/x'],
    ['/abs/../kept/', '/abs/../kept/'],
    ['', ''],
  ])('a value of %o becomes %o: values may walk up', (given, expected) => {
    expect(plain(PATH, { P: given }, POSIX)).toBe(expected);
  });

  test.each([
    ['a\\b', 'C:\\jobs\\a\\a\\b'],
    ['a/b', 'C:\\jobs\\a\\a\\b'],
  ])('on Windows a default of %o becomes %o', (written, expected) => {
    expect(plain({ ...PATH, default: written }, {}, WINDOWS)).toBe(expected);
  });

  test.each([
    ['a\\..\\..\\b', 'outside'],
    ['a/..\\..\\b', 'outside'],
    ['D:\\out', 'absolute'],
    ['\\out', 'absolute'],
    ['D:out', 'absolute'],
  ])('on Windows a default of %o is refused: %s', (written, why) => {
    const outcome = safePreprocessJobParameters(jobWith([{ name: 'P', ...PATH, default: written }]), {}, WINDOWS);
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual([`parameter-default-${why}`]);
  });

  test('without directories paths stay as they are', () => {
    expect(plain(PATH, { P: 'a/../b' }, {})).toBe('a/../b');
    expect(plain({ ...PATH, default: 'x/./y' }, {}, {})).toBe('x/./y');
  });

  test('bounds are checked on the joined path', () => {
    expect(plain({ ...PATH, maxLength: 10 }, { P: 'a' }, POSIX)).toBe('/home/me/a');
    expect(() => plain({ ...PATH, maxLength: 9 }, { P: 'a' }, POSIX)).toThrow(
      'expected at most 9 characters, found 10 characters',
    );
    expect(() => plain({ ...PATH, allowedValues: ['config/a'], default: 'config/a' }, {}, POSIX)).toThrow(
      'expected one of "config/a", found "/jobs/a/config/a"',
    );
  });

  test('a URI stays a URI with EXPR only', () => {
    expect(read(PATH, 's3://bucket//a/../key', POSIX)).toBe('s3://bucket//a/../key');
    expect(read({ ...PATH, default: 's3://bucket/key' }, undefined, POSIX)).toBe('s3://bucket/key');
    expect(read({ ...PATH, default: 's3://../../key' }, undefined, POSIX)).toBe('s3://../../key');
    expect(plain(PATH, { P: 's3://bucket/key' }, POSIX)).toBe('/home/me/s3:/bucket/key');
    expect(plain({ ...PATH, default: 's3://bucket/key' }, {}, POSIX)).toBe('/jobs/a/s3:/bucket/key');
  });

  test('every element of a LIST[PATH] is a path', () => {
    expect(read({ type: 'LIST[PATH]' }, ['a', '/b', 's3://c//d'], POSIX)).toEqual(['/home/me/a', '/b', 's3://c//d']);
    expect(read({ type: 'LIST[PATH]', default: ['a', 'b/..'] }, undefined, POSIX)).toEqual(['/jobs/a/a', '/jobs/a']);
    expect(refusals({ type: 'LIST[PATH]', default: ['ok', '../bad', '/bad'] }, undefined, POSIX)).toEqual([
      'parameter-default-outside: Job parameter P[1]: expected a default inside the directory of the template, found "../bad".',
      'parameter-default-absolute: Job parameter P[2]: expected a default relative to the directory of the template, and no absolute path, found "/bad".',
    ]);
  });

  test('a path that is none of the allowed ones says what became of it', () => {
    const hints = (allowed: string[], value: string) => {
      const template = jobWith([{ name: 'P', type: 'PATH', allowedValues: allowed }]);
      const outcome = safePreprocessJobParameters(template, { P: value }, POSIX);
      return outcome.ok ? [] : outcome.diagnostics.map(({ message, hint }) => [message, hint]);
    };
    expect(hints(['x'], 'x')).toEqual([
      [
        'Job parameter P: expected one of "x", found "/home/me/x".',
        '"x" became "/home/me/x" before the check. Give an absolute path; "allowedValues" can only be met by one too.',
      ],
    ]);
    expect(hints(['/a'], '/b')).toEqual([['Job parameter P: expected one of "/a", found "/b".', undefined]]);
    expect(hints(['/home/me/x'], 'x')).toEqual([]);
  });

  test('directories have to be absolute in the format of the host', () => {
    const outcome = safePreprocessJobParameters(jobWith([]), {}, { templateDir: 'rel', currentDir: 'C:\\me' });
    expect(outcome.ok ? [] : outcome.diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      ['Option templateDir: expected an absolute POSIX path, found "rel".', undefined],
      [
        'Option currentDir: expected an absolute POSIX path, found "C:\\\\me".',
        "Set the option pathFormat to 'WINDOWS'.",
      ],
    ]);
  });

  test('the default of an environment template is joined to the directory of the job template', () => {
    const values = preprocessJobParameters(
      jobWith([]),
      {},
      {
        ...POSIX,
        environmentTemplates: [environmentWith([{ name: 'P', type: 'PATH', default: 'x' }])],
      },
    );
    expect(values['P']?.value).toBe('/jobs/a/x');
  });
});
