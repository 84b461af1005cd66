// Folders are named after the stages of the work, so their imports lead one way: what a folder imports never leads back.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../src/workspace.ts';

const PACKAGES = join(root, 'packages');

/** Folders that import each other still. Who mends one takes it from here; none may be added. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // The evaluator calls the functions, which spend from its meter and refuse in its words.
  expr: ['evaluate', 'functions'],
};

const IMPORT = /\b(?:from|import\()\s*'(\.[^']+)'/g;

/** For each folder of a package's sources the folders that its files import from. */
function importsOf(name: string): Map<string, Set<string>> {
  const sources = join(PACKAGES, name, 'src');
  const graph = new Map<string, Set<string>>();
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const path = file.split(sep).join('/');
    const folder = folderOf(path);
    for (const [, specifier = ''] of readFileSync(join(sources, file), 'utf8').matchAll(IMPORT)) {
      const target = folderOf(posix.join(dirname(path), specifier));
      // Files beside the folders put the parts together: they may import everything, and nothing imports them.
      if (folder === '' || target === '' || target === folder) continue;
      graph.set(folder, (graph.get(folder) ?? new Set()).add(target));
    }
  }
  return graph;
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** The folders from which imports lead back to themselves. */
function circular(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...graph.keys()].filter((start) => {
    const seen = new Set<string>();
    const pending = [...(graph.get(start) ?? [])];
    for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
      if (folder === start) return true;
      if (seen.has(folder)) continue;
      seen.add(folder);
      pending.push(...(graph.get(folder) ?? []));
    }
    return false;
  });
}

const packages = readdirSync(PACKAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(PACKAGES, entry.name)).includes('src'))
  .map((entry) => entry.name);

test.each(packages)('no folder of %s imports one that leads back to it', (name) => {
  expect(circular(importsOf(name)).toSorted()).toEqual((KNOWN[name] ?? []).toSorted());
});

test('a circle is found, however long', () => {
  const graph = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'd'])],
    ['c', new Set(['a'])],
    ['d', new Set<string>()],
  ]);
  expect(circular(graph)).toEqual(['a', 'b', 'c']);
});

/** The folders of a package, each of which imports only what stands before it. */
const STAGES: Readonly<Record<string, readonly string[]>> = {
  model: [
    'profile',
    'diagnostics',
    'documents',
    'combinations',
    'schema',
    'checks',
    'templates',
    'parameters',
    'spaces',
    'jobs',
    'literals',
  ],
  sessions: [
    'errors',
    'results',
    'ports',
    'output',
    'messages',
    'variables',
    'processes',
    'files',
    'users',
    'events',
    'logs',
    'actions',
    'wrap',
    'session',
    'testing',
    'doctor',
  ],
};

test.each(Object.entries(STAGES))('the stages of %s are read in one order, and there are no others', (name, stages) => {
  const graph = importsOf(name);
  const folders = new Set(graph.keys());
  for (const targets of graph.values()) for (const target of targets) folders.add(target);
  expect([...folders].toSorted()).toEqual(stages.toSorted());
  for (const [index, folder] of stages.entries()) {
    const later = stages.slice(index + 1).filter((other) => graph.get(folder)?.has(other) === true);
    expect([folder, later]).toEqual([folder, []]);
  }
});
