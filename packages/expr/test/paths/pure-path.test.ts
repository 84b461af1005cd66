import { canonicalPath, isAbsolutePath, isUri, joinPath, normalizePath, type PathFormat } from '@ojd/expr';
import { describe, expect, test } from 'vitest';

describe('writing a path', () => {
  test.each<[PathFormat, string, string]>([
    ['POSIX', '', '.'],
    ['POSIX', '/a//b/', '/a/b'],
    ['POSIX', '//a/b', '//a/b'],
    ['POSIX', '///a', '/a'],
    ['POSIX', './a/./b', 'a/b'],
    ['POSIX', 'a/../b', 'a/../b'],
    ['POSIX', 'C:\\a', 'C:\\a'],
    ['WINDOWS', 'c:/a/b/', 'c:\\a\\b'],
    ['WINDOWS', 'c:a', 'c:a'],
    ['WINDOWS', '//srv/share', '\\\\srv\\share\\'],
    ['WINDOWS', '\\\\srv\\share\\x\\y', '\\\\srv\\share\\x\\y'],
    ['WINDOWS', '\\\\?\\c:\\a', '\\\\?\\c:\\a'],
    ['WINDOWS', '\\\\?\\UNC\\srv\\share\\a', '\\\\?\\UNC\\srv\\share\\a'],
    ['WINDOWS', '\\a', '\\a'],
    ['WINDOWS', './c:', '.\\c:'],
    ['WINDOWS', '.\\c:', '.\\c:'],
    ['WINDOWS', 's3://b//k/', 's3://b//k/'],
  ])('%s %j is %j', (format, text, expected) => {
    expect(canonicalPath(format, text)).toBe(expected);
  });
});

describe('joining', () => {
  test.each<[PathFormat, string, string, string]>([
    ['POSIX', '/a', 'b/c', '/a/b/c'],
    ['POSIX', '/a', '/b', '/b'],
    ['POSIX', '/a', '', '/a'],
    ['POSIX', 'a', 's3://b/c', 's3://b/c'],
    ['POSIX', 's3://b/d/', 'f', 's3://b/d/f'],
    ['POSIX', 's3://b', './x//y', 's3://b/./x//y'],
    ['WINDOWS', 'c:\\a', 'b/c', 'c:\\a\\b\\c'],
    ['WINDOWS', 'c:\\a', '\\b', 'c:\\b'],
    ['WINDOWS', 'c:\\a', 'C:b', 'c:\\a\\b'],
    ['WINDOWS', 'c:\\a', 'd:b', 'd:b'],
    ['WINDOWS', 'c:\\a', 'd:\\b', 'd:\\b'],
    ['WINDOWS', '\\\\srv\\share\\a', '\\b', '\\\\srv\\share\\b'],
    ['WINDOWS', '\\\\srv', 'share', '\\\\srv\\share\\'],
    ['WINDOWS', '\\\\srv', 'share/a', '\\\\srv\\share\\a'],
  ])('%s %j with %j is %j', (format, base, child, expected) => {
    expect(joinPath(format, base, child)).toBe(expected);
  });
});

test.each<[PathFormat, string, boolean]>([
  ['POSIX', '/a', true],
  ['POSIX', 'a', false],
  ['POSIX', 's3://a', true],
  ['WINDOWS', 'c:\\a', true],
  ['WINDOWS', 'c:a', false],
  ['WINDOWS', '\\a', false],
  ['WINDOWS', '\\\\srv\\share', true],
])('%s %j is absolute: %s', (format, text, expected) => {
  expect(isAbsolutePath(format, text)).toBe(expected);
});

test.each<[PathFormat, string, string]>([
  ['POSIX', '/a/../../b', '/b'],
  ['POSIX', 'a/../../b', '../b'],
  ['POSIX', '../../b/.', '../../b'],
  ['POSIX', 'a/..', '.'],
  ['POSIX', 's3://b/../k', 's3://b/../k'],
  ['WINDOWS', 'c:/a/../../b', 'c:\\b'],
  ['WINDOWS', 'c:..\\b', 'c:..\\b'],
])('%s %j normalises to %j', (format, text, expected) => {
  expect(normalizePath(format, text)).toBe(expected);
});

test('a URI has a scheme, an authority may be missing', () => {
  expect(['s3://b/k', 'file:///a', 'a+b.c-1://'].every(isUri)).toBe(true);
  expect(['s3:/b', '1s://b', '/s3://b', 'C:\\a', ''].some(isUri)).toBe(false);
});
