import { expect, test } from 'vitest';
import { SECTIONS } from './descriptions.ts';
import { DESCRIBED, EXISTING, expressionsDocument } from './expressions-document.ts';

test('every function, operator and property is described, with an example', () => {
  expect(DESCRIBED.toSorted()).toEqual(EXISTING.toSorted());
  const descriptions = SECTIONS.flatMap(({ functions }) => Object.values(functions));
  expect(descriptions.filter(({ examples }) => examples.length === 0)).toEqual([]);
});

test('docs/expressions.md is what the table says', async () => {
  await expect(expressionsDocument()).toMatchFileSnapshot('../../../../docs/expressions.md');
});
