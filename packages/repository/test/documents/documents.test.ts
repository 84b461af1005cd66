import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages, root } from '../../src/workspace.ts';

const documents = markdownFiles();

test.each(documents)('%s links only to files and headings that exist', (document) => {
  const broken = relativeLinks(read(document)).filter((link) => !resolves(document, link));
  expect(broken).toEqual([]);
});

test('the first screen of the README has the two commands and what a person will see', () => {
  const screen = read('README.md').split('\n').slice(0, 30).join('\n');
  expect(screen).toMatch(/^npm start\b/m);
  expect(screen).toMatch(/^npm test\b/m);
  expect(screen).toMatch(/^Foo=12 Bar=1$/m);
});

describe('ARCHITECTURE.md says of every dependency why it is there', () => {
  const architecture = read('ARCHITECTURE.md');
  const used = publishedPackages().flatMap(({ manifest }) =>
    Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }),
  );

  test.each([...new Set(used)].filter((name) => !name.startsWith('@ojd/')))('%s', (name) => {
    expect(architecture).toMatch(new RegExp(`^\\| \`${name}\`[^|]*\\|[^|]+\\|[^|]{10,}\\|$`, 'm'));
  });
});

function markdownFiles(): readonly string[] {
  const folders = ['.', 'docs', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file)),
  );
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function relativeLinks(text: string): readonly string[] {
  const prose = text.replace(/^(`{3,})[^]*?^\1/gm, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^[a-z]+:/.test(link));
}

function resolves(document: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? document : join(dirname(document), path);
  if (!existsSync(join(root, target))) return false;
  return heading === undefined || headings(read(target)).includes(heading);
}

/** The anchors that Markdown renderers give to headings. */
function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}
