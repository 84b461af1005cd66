// Part of every project: the examples in a package's sources, README and documents are compiled and run.
// Nothing has to be added for a new example. What it prints stands in it as `// => text`.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { describe, expect, inject, test, vi } from 'vitest';
import type { DocExample } from './extract.ts';
import { examplesOfPackage, examplesOfRepository } from './find.ts';
import { comparable, moduleText, namesOfIndex, namesOfModule, promisedOutput, type AvailableName } from './module.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The package of this project: `packages/NAME`. */
    packageFolder: string;
  }
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = inject('packageFolder');
const isRepository = folder === 'packages/repository';
const examples = isRepository ? examplesOfRepository(root) : examplesOfPackage(root, folder);
const written = join(root, folder, '.cache', 'doc-examples');

describe('examples in the documentation', () => {
  rmSync(written, { recursive: true, force: true });
  mkdirSync(written, { recursive: true });

  const modules = examples.map((example) => {
    const path = join(written, `${example.file.replaceAll(/[/.]/g, '-')}-${example.line}.ts`);
    if (example.use.kind !== 'copy') writeFileSync(path, moduleText(example, availableNames(example)));
    return { example, path, title: `${example.file}:${example.line}` };
  });

  for (const { example, path, title } of modules.filter(({ example: { use } }) => use.kind === 'run')) {
    test(`${title} runs and prints what it says`, async () => {
      const lines = recordConsole();
      await import(/* @vite-ignore */ path);
      expect(lines.map(comparable)).toEqual(promisedOutput(example.code));
    });
  }

  for (const { example, title } of modules) {
    const shown = example.use.kind === 'copy' ? [example.use.of] : [];
    test.for(shown)(`${title} shows %s`, (file) => {
      expect(example.code).toBe(readFileSync(join(root, file), 'utf8'));
    });
  }

  test('every example compiles', { timeout: 60_000 }, async () => {
    const files = modules.filter(({ example }) => example.use.kind !== 'copy').map(({ path }) => path);
    expect(files.length === 0 ? '' : await compile(files)).toBe('');
  });
});

/** What the compiler has to say about these files. */
async function compile(files: readonly string[]): Promise<string> {
  const compilerOptions = {
    composite: false,
    declaration: false,
    declarationMap: false,
    isolatedDeclarations: false,
    noEmit: true,
    noUnusedLocals: false, // an example may end with the value that it made
    types: ['node'],
  };
  const settings = { extends: join(root, 'tsconfig.json'), compilerOptions, files };
  writeFileSync(join(written, 'tsconfig.json'), JSON.stringify(settings));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return await new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', written, '--pretty', 'false'], { cwd: root }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

function recordConsole(): readonly string[] {
  const lines: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(
      (...values: unknown[]) => void lines.push(...format(...values).split('\n')),
    );
  }
  return lines;
}

/** In a source: what that module exports, then what its package does. In a document: nothing, it shows its imports. */
function availableNames(example: DocExample): readonly AvailableName[] {
  if (example.file.endsWith('.md')) return [];
  const source = join(root, example.file);
  return [
    ...namesOfModule(readFileSync(source, 'utf8'), relative(written, source).replaceAll('\\', '/')),
    ...namesOfIndex(readFileSync(join(root, folder, 'src', 'index.ts'), 'utf8'), folder.replace('packages/', '@ojd/')),
  ];
}
