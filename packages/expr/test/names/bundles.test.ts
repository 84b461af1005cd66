import { gzipSync } from 'node:zlib';
import { build, stop } from 'esbuild';
import { afterEach, expect, test } from 'vitest';

async function bundle(entry: string, platform: 'browser' | 'node'): Promise<string> {
  const result = await build({
    entryPoints: [new URL(`../../src/names/${entry}`, import.meta.url).pathname],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    conditions: ['@ojd/source'],
    platform,
  });
  return result.outputFiles[0]?.text ?? '';
}

// The bundler keeps a process.
afterEach(stop);

test('a bundle for the browser leaves the table of names out, one for Node takes it in', async () => {
  expect((await bundle('registry.ts', 'browser')).length).toBeLessThan(1000);
  expect((await bundle('registry.ts', 'node')).length).toBeGreaterThan(300_000);
});

test('the table of names stays under 105 KB gzipped', async () => {
  const size = gzipSync(await bundle('unicode-names.ts', 'browser'), { level: 9 }).length;
  expect(size).toBeLessThan(105_000);
  expect(size).toBeGreaterThan(90_000);
});
