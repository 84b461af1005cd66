import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const tests = fileURLToPath(new URL('..', import.meta.url));
const conformance = new URL('../../../../docs/conformance.md', import.meta.url);

/** How many behaviours of its sessions the tests of the reference implementation have been put into a list of. */
const BEHAVIOURS = 60;

/** The numbers at the beginning of a title (of a test, or of a row of one), and of a second claim behind a semicolon: `'30: ...; 31: ...'`. */
function numbersIn(source: string): number[] {
  return Array.from(source.matchAll(/[([]\s*(['"`])(\d+: (?:(?!\1).)*)\1/gs), ([, , title = '']) =>
    Array.from(title.matchAll(/(?:^|; )(\d+): /g), ([, number]) => Number(number)),
  ).flat();
}

/** Where ours differs: `(behaviours 6, 40 and 60 of the reference)`. */
function numbersInDocument(text: string): number[] {
  return Array.from(text.matchAll(/\(behaviours? ([^)]*) of the reference\)/g), ([, list = '']) =>
    Array.from(list.matchAll(/\d+/g), ([number]) => Number(number)),
  ).flat();
}

test('every behaviour of the reference that is in the list has a test with its number, or a sentence in docs/conformance.md', () => {
  const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && path.basename(name) !== 'numbered.test.ts')
    .map((name) => readFileSync(path.join(tests, name), 'utf8'));
  const found = new Set([...sources.flatMap(numbersIn), ...numbersInDocument(readFileSync(conformance, 'utf8'))]);
  const missing = Array.from({ length: BEHAVIOURS }, (_, index) => index + 1).filter((number) => !found.has(number));
  expect(missing).toEqual([]);
});

test('a number counts only at the beginning of a title or of its second claim', () => {
  expect(
    numbersIn(
      "test('7: x; 8: y', () => {}); test.runIf(posix)(\n  '9: z', () => {}); test.each([\n  ['10: row', 1],\n])('11: %s'); // 12: no",
    ),
  ).toEqual([7, 8, 9, 10, 11]);
  expect(numbersIn("test('a list of 3: no; and 4, 5', () => f(x, '6: no'));")).toEqual([]);
  expect(numbersInDocument('x (behaviours 6, 40 and 60 of the reference) y 7')).toEqual([6, 40, 60]);
});
