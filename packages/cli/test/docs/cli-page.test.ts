import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/command-line/options.ts';

const page = (name: string): string => readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8');

test('docs/cli.md has every command and every flag in every spelling', () => {
  const text = page('cli.md');
  const missing = COMMANDS.flatMap(({ name, options }) => [
    `openjd ${name}`,
    ...options.flatMap(({ long, short, aliases = [] }) => [long, ...(short === undefined ? [] : [short]), ...aliases]),
  ]).filter((spelling) => !text.includes(spelling));
  expect(missing).toEqual([]);
});

test('docs/cli.md says of each option which commands have it', () => {
  const rows = page('cli.md')
    .split('\n')
    .filter((line) => line.startsWith('| `-'));
  const wrong = COMMANDS.flatMap(({ name, options }) =>
    options
      .filter(
        ({ long }) =>
          !rows.some((row) => row.includes(long) && new RegExp(`\\| (all *|[^|]*\`${name}\`[^|]*) \\|`).test(row)),
      )
      .map(({ long }) => `${name} ${long}`),
  );
  expect(wrong).toEqual([]);
});
