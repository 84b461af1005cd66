import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reasonToInstall } from '../../set-up/installed.mjs';

const yaml = { version: '2.0.0', integrity: 'sha512-a' };
const onlyOnMac = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const manifest = { name: 'root', dependencies: { yaml: '^2.0.0' } };
const lock = { '': manifest, 'node_modules/yaml': yaml, 'node_modules/only-on-mac': onlyOnMac };

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ojd-installed-'));
  write('package.json', manifest);
  write('package-lock.json', { packages: lock });
  write('node_modules/yaml/package.json', {});
  write('node_modules/.package-lock.json', { packages: { 'node_modules/yaml': yaml } });
});

afterEach(() => rmSync(root, { recursive: true }));

test('nothing is installed again when everything is in place; an optional package of another platform is not missed', () => {
  expect(reasonToInstall(root)).toBeUndefined();
});

test('a fresh clone needs an install', () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(reasonToInstall(root)).toBe('nothing is installed yet');
});

test('a lock file with another version needs an install', () => {
  write('package-lock.json', { packages: { ...lock, 'node_modules/yaml': { ...yaml, version: '2.1.0' } } });
  expect(reasonToInstall(root)).toBe('node_modules/yaml changed');
});

test('a lock file with one package more, or one less, needs an install', () => {
  write('package-lock.json', { packages: { ...lock, 'node_modules/rxjs': { version: '7.0.0' } } });
  expect(reasonToInstall(root)).toBe('node_modules/rxjs is missing');
  write('package-lock.json', { packages: { '': manifest } });
  expect(reasonToInstall(root)).toBe('node_modules/yaml is no longer wanted');
});

test('a package whose folder was taken away needs an install', () => {
  rmSync(join(root, 'node_modules/yaml'), { recursive: true });
  expect(reasonToInstall(root)).toBe('node_modules/yaml is missing');
});

test('a package.json that asks for something else than the lock file needs an install, so that npm can say what is wrong', () => {
  write('package.json', { ...manifest, dependencies: { yaml: '^3.0.0' } });
  expect(reasonToInstall(root)).toBe('package.json changed');
});

function write(path: string, content: unknown): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(content));
}
