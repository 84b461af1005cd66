// What the public API says of itself: every export is described, what can be called has an example (which the test of the
// examples in documents runs), and what mirrors the specification names its section.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../src/workspace.ts';

/** Folders of stages that the specification does not have: options, renderings and ports are this project's own. */
const OWN_FOLDERS = new Set(['diagnostics', 'documents', 'doctor', 'events', 'logs', 'ports', 'processes', 'users']);
/** Files in other folders of which the same is true. */
const OWN_FILES = new Set(['sessions/actions/out-of-memory.ts', 'sessions/actions/usage-sample.ts']);

interface Export {
  readonly name: string;
  /** `model/jobs/types.ts` */
  readonly file: string;
  readonly kind: string;
  readonly doc: string;
}

function exportsOf(name: string): readonly Export[] {
  const folder = join(root, 'packages', name, 'src');
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  // What another package lends is documented there.
  const lists = index.matchAll(/^export (?:type )?\{([^}]*)\} from '(\.[^']+)';/gm);
  return Array.from(lists, ([, list = '', path = '']) => {
    const source = readFileSync(join(folder, path), 'utf8');
    const names = list.split(',').map((item) =>
      item
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*/, ''),
    );
    const file = join(name, dirname(path), path.split('/').at(-1) ?? '');
    return names.filter((item) => item !== '').map((item) => exportOf(item, file, source));
  }).flat();
}

function exportOf(name: string, file: string, source: string): Export {
  const kinds = 'const|function|class|interface|type';
  const declaration = new RegExp(`^export (?:declare |abstract |async )*(${kinds}) ${name}\\b`, 'm').exec(source);
  if (declaration === null) throw new Error(`${file} does not declare ${name}`);
  const before = source.slice(0, declaration.index).trimEnd();
  const doc = before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
  return { name, file, kind: declaration[1] ?? '', doc };
}

const isOwn = ({ file }: Export): boolean => OWN_FILES.has(file) || OWN_FOLDERS.has(file.split('/')[1] ?? '');

describe.each(['expr', 'model', 'sessions'])('of @ojd/%s', (name) => {
  const all = exportsOf(name);
  const named = (list: readonly Export[]): string[] => list.map((item) => `${item.name} in ${item.file}`);

  test('there are exports to look at', () => {
    expect(all.length).toBeGreaterThan(40);
  });

  test('every export is described', () => {
    expect(named(all.filter(({ doc }) => !/^\/\*\*\s+(?:\* )?[A-Z`{]/.test(doc)))).toEqual([]);
  });

  test('every function and class has an example', () => {
    const callable = all.filter(({ kind }) => kind === 'function' || kind === 'class');
    expect(named(callable.filter(({ doc }) => !/@example\n \* ```ts/.test(doc)))).toEqual([]);
  });

  test('what mirrors the specification names its section', () => {
    const sections = /@see (?:Template Schemas \d|Expression Language \d|How Jobs Are (?:Run|Constructed): \w)/;
    const silent = all.filter((item) => !isOwn(item) && !sections.test(item.doc));
    expect(named(silent)).toEqual([]);
  });
});
