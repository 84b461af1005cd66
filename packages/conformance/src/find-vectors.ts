import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Vector } from './vector.ts';

const STANDINGS = ['proposed', 'superseded'] as const;

/** Every vector below a folder, in the order of the paths. */
export function findVectors(root: string): Vector[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.yaml') && path.includes('/'))
    .toSorted()
    .map((path) => vectorOf(path, readFileSync(join(root, path), 'utf8')));
}

export function vectorOf(path: string, text: string): Vector {
  const folders = path.split('/').slice(0, -1);
  const file = path.slice(path.lastIndexOf('/') + 1);
  const standing = STANDINGS.find((name) => folders.includes(name)) ?? 'counted';
  return {
    path,
    folder: folders.filter((name) => name !== standing).join('/'),
    name: file.replace(/(?:\.invalid)?(?:\.test)?\.yaml$/, ''),
    invalid: /\.invalid(?:\.test)?\.yaml$/.test(file),
    standing,
    text,
  };
}
