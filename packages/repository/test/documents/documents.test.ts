import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publishedPackages, root } from '../../src/workspace.ts';

const documents = markdownFiles();

test.each(documents)('%s links only to files and headings that exist', (document) => {
  const broken = relativeLinks(read(document)).filter((link) => !resolves(document, link));
  expect(broken).toEqual([]);
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
