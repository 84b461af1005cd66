import { gzipSync } from 'node:zlib';
import { buildSync, type BuildOptions } from 'esbuild';
import { expect, test } from 'vitest';

function bundle(entry: string, platform: BuildOptions['platform']): string {
  const result = buildSync({
    entryPoints: [new URL(`../../src/names/${entry}`, import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    conditions: ['@ojd/source'],
    ...(platform === undefined ? {} : { platform }),
  });
  return result.outputFiles[0]?.text ?? '';
}

test('a bundle for the browser leaves the table of names out, one for Node takes it in', () => {
  expect(bundle('registry.ts', 'browser').length).toBeLessThan(1000);
  expect(bundle('registry.ts', 'node').length).toBeGreaterThan(300_000);
});

test('the table of names stays under 105 KB gzipped', () => {
  const size = gzipSync(bundle('unicode-names.ts', 'browser'), { level: 9 }).length;
  expect(size).toBeLessThan(105_000);
  expect(size).toBeGreaterThan(90_000);
});
