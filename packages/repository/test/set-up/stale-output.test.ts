import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { removeStaleOutput, staleOutput } from '../../set-up/stale-output.mjs';

test('what was built from a source that is gone is removed; what has a source, or another tool wrote, stays', () => {
  const root = mkdtempSync(join(tmpdir(), 'ojd-stale-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const stays = [
    'src/a/kept.ts',
    'dist/a/kept.js',
    'dist/a/kept.js.map',
    'dist/a/kept.d.ts',
    'dist/bundle.js',
    'dist/bundle.js.map',
  ];
  const goes = ['dist/a/renamed.js', 'dist/a/renamed.js.map', 'dist/a/renamed.d.ts', 'dist/a/renamed.d.ts.map'];
  for (const file of [...stays, ...goes]) {
    mkdirSync(dirname(join(root, 'packages/one', file)), { recursive: true });
    writeFileSync(join(root, 'packages/one', file), '');
  }
  mkdirSync(join(root, 'packages/never-built'));

  expect(staleOutput(root)).toEqual([join(root, 'packages/one/dist/a/renamed')]);
  removeStaleOutput(root);

  expect(goes.filter((file) => existsSync(join(root, 'packages/one', file)))).toEqual([]);
  expect(stays.filter((file) => !existsSync(join(root, 'packages/one', file)))).toEqual([]);
});
