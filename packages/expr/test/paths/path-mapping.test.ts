import { applyPathMapping, type PathFormat, type PathMappingRule, sortPathMappingRules } from '@ojd/expr';
import { describe, expect, test } from 'vitest';

const rule = (
  sourcePathFormat: PathMappingRule['sourcePathFormat'],
  sourcePath: string,
  destinationPath: string,
): PathMappingRule => ({ sourcePathFormat, sourcePath, destinationPath });

describe('mapping a path', () => {
  test.each<[string, PathMappingRule, PathFormat, string, string]>([
    ['the source itself', rule('POSIX', '/mnt/a', '/local/x'), 'POSIX', '/mnt/a', '/local/x'],
    ['a path below', rule('POSIX', '/mnt/a', '/local/x'), 'POSIX', '/mnt/a/b/c', '/local/x/b/c'],
    ['no path beside', rule('POSIX', '/mnt/a', '/local/x'), 'POSIX', '/mnt/ab', '/mnt/ab'],
    ['no path of another case', rule('POSIX', '/mnt/a', '/local/x'), 'POSIX', '/MNT/a/b', '/MNT/a/b'],
    ['a slash at the end is kept', rule('POSIX', '/mnt/a', '/local/x'), 'POSIX', '/mnt/a/b/', '/local/x/b/'],
    ['a slash at the end of the source', rule('POSIX', '/mnt/a/', '/local/x/'), 'POSIX', '/mnt/a/b', '/local/x/b'],
    ['dots that lead up stay', rule('POSIX', '/mnt/a', '/local/x'), 'POSIX', '/mnt/a/../b', '/local/x/../b'],
    ['a drive ignores case and slashes', rule('WINDOWS', 'C:\\proj', '/x'), 'POSIX', 'c:/PROJ/A\\b', '/x/A/b'],
    ['a share', rule('WINDOWS', '\\\\srv\\share', '/x'), 'POSIX', '//SRV/share/a', '/x/a'],
    ['onto Windows', rule('POSIX', '/mnt/a', 'D:\\x'), 'WINDOWS', '/mnt/a/b/c', 'D:\\x\\b\\c'],
    ['onto a drive', rule('POSIX', '/mnt/a', 'D:\\'), 'WINDOWS', '/mnt/a/b', 'D:\\b'],
    ['a URI is kept as it is below', rule('URI', 's3://b/k', '/x'), 'POSIX', 's3://b/k/a//b/../c', '/x/a//b/../c'],
    ['a URI matches whole parts', rule('URI', 's3://b/k', '/x'), 'POSIX', 's3://b/kx', 's3://b/kx'],
    ['the authority ignores case', rule('URI', 's3://B/k/', '/x'), 'POSIX', 'S3://b/k/a', '/x/a'],
    ['a URI rule leaves paths alone', rule('URI', 's3://b', '/x'), 'POSIX', '/b/a', '/b/a'],
  ])('%s', (_title, mapping, format, path, expected) => {
    expect(applyPathMapping([mapping], path, format)).toBe(expected);
  });
});

test('the rule with the longest source decides, the first of equally long ones', () => {
  const sorted = sortPathMappingRules([
    rule('POSIX', '/mnt', '/a'),
    rule('POSIX', '/mnt/shows/one', '/b'),
    rule('URI', 's3://bucket/shows/one/two', '/c'),
    rule('WINDOWS', 'Z:\\shows\\one', '/d'),
  ]);
  expect(sorted.map(({ destinationPath }) => destinationPath)).toEqual(['/b', '/c', '/d', '/a']);
  expect(applyPathMapping(sorted, '/mnt/shows/one/f', 'POSIX')).toBe('/b/f');
  expect(applyPathMapping(sorted, '/mnt/shows/f', 'POSIX')).toBe('/a/shows/f');
});
