// Which examples belong to a package, or to the repository as a whole.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesInMarkdown, examplesInSource, type DocExample } from './extract.ts';

/** The examples in the sources and Markdown files of one package, `packages/NAME`. */
export function examplesOfPackage(root: string, folder: string): readonly DocExample[] {
  return [...filesUnder(root, `${folder}/src`), ...filesIn(root, folder)].flatMap((file) => examplesIn(root, file));
}

/** The examples in the repository's own Markdown files: the top level and docs/. */
export function examplesOfRepository(root: string): readonly DocExample[] {
  return [...filesIn(root, '.'), ...filesUnder(root, 'docs')].flatMap((file) => examplesIn(root, file));
}

function examplesIn(root: string, file: string): readonly DocExample[] {
  const text = (): string => readFileSync(join(root, file), 'utf8');
  if (file.endsWith('.md')) return examplesInMarkdown(file, text());
  if (file.endsWith('.ts')) return examplesInSource(file, text());
  return [];
}

function filesIn(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'CHANGELOG.md')
    .map((entry) => (folder === '.' ? entry.name : `${folder}/${entry.name}`));
}

function filesUnder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|md)$/.test(file) && !file.includes('/generated/'))
    .toSorted();
}
